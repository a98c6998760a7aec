//! What can be wrong with an answer or a dictionary. None of these errors holds what was entered.

use std::fmt;

use thiserror::Error;

use super::{FactKind, Number};

/// Why an answer was not accepted. [`FactError::message`] puts it in words; `Display` is its English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactError {
    /// Nothing was entered.
    Empty,
    /// Something else than this was entered.
    WrongType {
        /// What the fact takes.
        expected: Expected,
    },
    /// A whole number was asked for.
    DecimalPointInInteger,
    /// The number is finer than it can be measured.
    OffStep {
        /// What every value is a multiple of.
        step: Number,
    },
    /// The number is a slip of the pen.
    OutOfRange {
        /// The lowest accepted value.
        min: Option<Number>,
        /// The highest accepted value.
        max: Option<Number>,
        /// The unit as a UCUM code.
        unit: Option<Box<str>>,
        /// What every value is a multiple of; the range is shown with as many decimals.
        step: Number,
    },
    /// The code is not in the list of the fact.
    NotAChoice {
        /// The codes in the list.
        allowed: Vec<Box<str>>,
    },
    /// The text does not have the form that it must have.
    Pattern {
        /// The regular expression of that form.
        pattern: Box<str>,
    },
    /// A setting of the area cannot be unknown.
    UnknownForSetting,
}

impl fmt::Display for FactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message("en"))
    }
}

impl std::error::Error for FactError {}

/// What a fact takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Yes or no.
    Bool,
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// One code.
    Code,
    /// A list of codes.
    Codes,
    /// A date.
    Date,
    /// A text.
    Text,
}

impl Expected {
    /// What facts of this kind take.
    pub const fn of(kind: &FactKind) -> Self {
        match kind {
            FactKind::Bool => Self::Bool,
            FactKind::Number { integer: true, .. } => Self::Integer,
            FactKind::Number { integer: false, .. } => Self::Decimal,
            FactKind::Choice(_) => Self::Code,
            FactKind::Choices(_) => Self::Codes,
            FactKind::Date { .. } => Self::Date,
            FactKind::Text { .. } => Self::Text,
        }
    }
}

/// Why definitions do not make a dictionary.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DictionaryError {
    /// The facts do not stand in the order of their ids, or an id stands twice.
    #[error("fact `{id}` is not in the order of the ids, or there twice")]
    NotSorted {
        /// The fact that stands at the wrong place.
        id: Box<str>,
    },
    /// More choices than a [`CodeSet`](super::CodeSet) holds.
    #[error("fact `{id}` has more than 64 choices")]
    TooManyChoices {
        /// The fact that has them.
        id: Box<str>,
    },
    /// A gate names a fact, or a list of choices a code, that is not in the dictionary.
    #[error("fact `{id}` names a fact or a code that the dictionary does not hold")]
    Dangling {
        /// The fact that names it.
        id: Box<str>,
    },
    /// More facts than a [`FactId`](super::FactId) can count.
    #[error("more than 65,535 facts")]
    TooManyFacts,
}
