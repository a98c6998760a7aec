//! What a command gives back.

use std::process::ExitCode;

use crate::error::CliError;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Done, and nothing differs.
    Done,
    /// A case differs, or a pack has faults.
    Differs,
    /// Bad input, or nothing to do.
    Refused,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => Self::SUCCESS,
            Status::Differs => Self::from(1),
            Status::Refused => Self::from(2),
        }
    }
}

/// Everything that a command has to say. It is printed at the end, so that nothing reaches the standard output before a fault is found.
#[derive(Debug)]
pub struct Answer {
    /// For the standard output.
    pub out: String,
    /// For the standard error.
    pub err: String,
    /// How it ended.
    pub status: Status,
}

impl Answer {
    /// A result without complaints.
    pub fn done(out: String) -> Self {
        Self { out, err: String::new(), status: Status::Done }
    }
}

impl From<CliError> for Answer {
    fn from(error: CliError) -> Self {
        let err = match &error {
            CliError::Faults(faults) => faults.clone(),
            error => format!("siklus: {error}\n"),
        };
        Self { out: String::new(), err, status: Status::Refused }
    }
}
