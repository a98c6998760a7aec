//! What is wrong with a case file. No fault holds a value that was entered; names of facts, services and keys are shown.

use std::fmt;

use siklus_core::screening::InputRule;
use thiserror::Error;

use super::slip::Slip;

/// One thing that is wrong with a case file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFault {
    /// The line, counted from 1.
    pub line: usize,
    /// The path of the field, as `facts.muac_cm` or `history[0].on`; empty when the text cannot be read as TOML there.
    pub field: String,
    /// The rule that is broken, with what is accepted.
    pub rule: CaseRule,
}

impl CaseFault {
    /// The fault as the rest of a line that begins with the name of the file.
    pub fn line_of(&self, file: &str) -> String {
        format!("{file}:{self}")
    }
}

impl fmt::Display for CaseFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.field.as_str() {
            "" => write!(f, "{}: {}", self.line, self.rule),
            field => write!(f, "{}: {field}: {}", self.line, self.rule),
        }
    }
}

/// A rule of the case format that is broken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CaseRule {
    /// The text is not TOML.
    #[error("not TOML, column {column}: {slip}")]
    NotToml {
        /// The column in characters, counted from 1.
        column: usize,
        /// What is wrong there.
        slip: Slip,
    },
    /// A key or table stands twice.
    #[error("stands twice, allowed once")]
    Twice,
    /// A name that is not known.
    #[error("unknown {kind}{}", did_you_mean(.nearest))]
    Unknown {
        /// Of what it should be a name.
        kind: &'static str,
        /// The known name that is most like it.
        nearest: Option<String>,
    },
    /// An expected id that is none of a finding of the pack.
    #[error("the pack has no finding `{id}`{}", did_you_mean(.nearest))]
    NoFinding {
        /// The id.
        id: String,
        /// The id that is most like it.
        nearest: Option<String>,
    },
    /// Something that must be there is not.
    #[error("missing, expected {expected}")]
    Missing {
        /// What should be there.
        expected: &'static str,
    },
    /// The value is of the wrong type.
    #[error("expected {expected}")]
    WrongType {
        /// What should be there.
        expected: &'static str,
    },
    /// A word that is not in the list.
    #[error("expected one of: {}", .allowed.join(", "))]
    NotInList {
        /// The words that are.
        allowed: Vec<&'static str>,
    },
    /// A number outside its range.
    #[error("expected a whole number from {min} to {max}")]
    OutOfRange {
        /// The smallest number.
        min: i64,
        /// The largest number.
        max: i64,
    },
    /// Several keys of which exactly one may be there.
    #[error("expected exactly one of: {}", .keys.join(", "))]
    ExactlyOne {
        /// The keys.
        keys: &'static [&'static str],
    },
    /// A table that does not belong beside another one.
    #[error("not allowed beside {other}")]
    NotBeside {
        /// The other table.
        other: &'static str,
    },
    /// An answer that its fact does not accept.
    #[error("{broken}, accepted: {accepted}")]
    Fact {
        /// The rule that it breaks.
        broken: &'static str,
        /// What the fact accepts.
        accepted: String,
    },
    /// A fact that belongs elsewhere.
    #[error("{0}")]
    Misplaced(&'static str),
    /// What the core refuses about the person as a whole.
    #[error("{0}")]
    Person(InputRule),
}

fn did_you_mean(nearest: &Option<String>) -> String {
    match nearest {
        Some(name) => format!(", did you mean `{name}`?"),
        None => String::new(),
    }
}
