//! In what a case differs from what came out.

use std::fmt;

use chrono::NaiveDate;
use siklus_core::fact::Number;
use siklus_core::pack::source::Action;
use siklus_core::person::LifeStage;

/// How a rule came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is a finding.
    Found,
    /// It could not be decided.
    Undetermined,
    /// Neither.
    Neither,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Other life stages.
    Stages {
        /// As the case says.
        expected: Vec<LifeStage>,
        /// As it came out.
        came_out: Vec<LifeStage>,
    },
    /// Another most urgent action.
    Action {
        /// As the case says.
        expected: Action,
        /// As it came out.
        came_out: Action,
    },
    /// A rule came out otherwise than the case says.
    Rule {
        /// Its id.
        id: String,
        /// What the case says of it, as `found` or `decided`.
        expected: &'static str,
        /// How it came out.
        came_out: State,
    },
    /// Another z-score.
    Growth {
        /// The index, as `wfa`.
        index: String,
        /// As the case says.
        expected: Number,
        /// As it came out; none where there is no z-score.
        came_out: Option<Number>,
    },
    /// A difference of one member of a household.
    Member {
        /// The member's name in the file.
        id: String,
        /// The difference.
        difference: Box<Difference>,
    },
    /// Another status of a service.
    Status {
        /// Its code.
        code: String,
        /// As the case says.
        expected: &'static str,
        /// As it came out.
        came_out: &'static str,
    },
    /// Another first or last day of a service.
    Day {
        /// Its code.
        code: String,
        /// `from` or `until`.
        end: &'static str,
        /// As the case says.
        expected: Option<NaiveDate>,
        /// As it came out.
        came_out: Option<NaiveDate>,
    },
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Found => "found",
            Self::Undetermined => "undetermined",
            Self::Neither => "neither found nor undetermined",
        })
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |stages: &[LifeStage]| stages.iter().map(|stage| stage.as_str()).collect::<Vec<_>>().join(", ");
        match self {
            Self::Stages { expected, came_out } => write!(f, "stages: expected {}, came out {}", names(expected), names(came_out)),
            Self::Action { expected, came_out } => write!(f, "action: expected {}, came out {}", expected.as_str(), came_out.as_str()),
            Self::Rule { id, expected, came_out } => write!(f, "{id}: expected {expected}, came out {came_out}"),
            Self::Growth { index, expected, came_out } => match came_out {
                Some(z) => write!(f, "growth {index}: expected {expected}, came out {z}"),
                None => write!(f, "growth {index}: expected {expected}, came out without a z-score"),
            },
            Self::Member { id, difference } => write!(f, "{id}: {difference}"),
            Self::Status { code, expected, came_out } => write!(f, "due {code}: expected {expected}, came out {came_out}"),
            Self::Day { code, end, expected, came_out } => {
                let said = |day: &Option<NaiveDate>| day.map_or_else(|| "no day".to_owned(), |day| day.to_string());
                write!(f, "due {code}: expected {end} {}, came out {}", said(expected), said(came_out))
            }
        }
    }
}
