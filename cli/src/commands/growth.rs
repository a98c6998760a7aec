//! `siklus growth`: assesses the growth of every child in a CSV file.

use crate::args::GrowthArguments;
use crate::error::CliError;
use crate::files::is_same;
use crate::growth::{Counts, assess_file};
use crate::status::{Answer, Status};

/// Writes the file with its results, and counts the rows.
pub fn run(arguments: &GrowthArguments) -> Result<Answer, CliError> {
    let outputs = [Some(&arguments.output), arguments.summary.as_ref()];
    if outputs.into_iter().flatten().any(|output| is_same(output, &arguments.file)) || arguments.summary.as_ref() == Some(&arguments.output)
    {
        return Err(CliError::SameFile);
    }
    let counts = assess_file(&arguments.file, &arguments.output, arguments.summary.as_deref())?;
    let status = if counts.unread == 0 { Status::Done } else { Status::Differs };
    Ok(Answer { status, ..Answer::done(told(counts)) })
}

fn told(Counts { rows, unread }: Counts) -> String {
    match unread {
        0 => format!("{rows} rows\n"),
        _ => format!("{rows} rows, {unread} could not be read: see the column error\n"),
    }
}
