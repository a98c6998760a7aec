//! What stops a command.

use std::io;
use std::path::PathBuf;

use siklus_core::growth::chart::NoChart;
use thiserror::Error;

/// Why a command could not do its work. The exit status is 2.
#[derive(Debug, Error)]
pub enum CliError {
    /// A file or folder that cannot be read.
    #[error("{}: cannot be read: {error}", .path.display())]
    Unreadable {
        /// Its path as it was given or found.
        path: PathBuf,
        /// What the operating system says.
        error: io::Error,
    },
    /// A file that cannot be written.
    #[error("{}: cannot be written: {error}", .path.display())]
    Unwritable {
        /// Its path as it was given.
        path: PathBuf,
        /// What the operating system says.
        error: io::Error,
    },
    /// An output that would overwrite the input or another output.
    #[error("the input and each output must be different files")]
    SameFile,
    /// A case file of a household where one of a child is needed.
    #[error("{}: [household]: expected the case of one person", .path.display())]
    Household {
        /// Its path as it was given.
        path: PathBuf,
    },
    /// A child that has no such chart.
    #[error("{}: {field}: {reason}, {expected}", .path.display())]
    NoChart {
        /// The case file as it was given.
        path: PathBuf,
        /// The field that stands in the way.
        field: &'static str,
        /// Why.
        reason: NoChart,
        /// What would be accepted.
        expected: String,
    },
    /// A file that is no UTF-8.
    #[error("{}:{line}: encoding: expected UTF-8", .path.display())]
    NotUtf8 {
        /// Its path.
        path: PathBuf,
        /// The line of the first byte that does not fit.
        line: usize,
    },
    /// A folder without the files of a pack.
    #[error("{}: not the folder of a pack, expected at least one .toml file in it", .folder.display())]
    NoPack {
        /// The folder as it was given.
        folder: PathBuf,
    },
    /// Faults of a file, one a line, or of a pack.
    #[error("{0}")]
    Faults(String),
    /// A language that the pack does not have.
    #[error("--lang: not a language of this pack, expected one of: {}", .known.join(", "))]
    Language {
        /// The languages of the pack.
        known: Vec<String>,
    },
    /// `--only` names a group that is not in the pack.
    #[error("--only: the pack has no group `{group}`{}", .nearest.as_ref().map_or(String::new(), |name| format!(", did you mean `{name}`?")))]
    Group {
        /// The group as it was given.
        group: String,
        /// The group that was probably meant.
        nearest: Option<String>,
    },
    /// There was nothing to compare, which would otherwise look like success.
    #[error("nothing was compared")]
    NothingCompared,
}
