//! Answers to facts as the app gives them.

use chrono::NaiveDate;
use siklus_core::fact::Raw;

use crate::private::hide;

/// The word for an answer that the family does not know.
const UNKNOWN: &str = "unknown";

/// The answer to one fact.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct RecordedFact {
    /// The id of the fact in the pack, as `muac_cm`.
    pub fact: String,
    /// What was answered.
    pub answer: FactAnswer,
}

/// What was answered.
#[derive(Clone, uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum FactAnswer {
    /// Asked, and the family does not know.
    Unknown,
    /// Yes or no.
    YesNo {
        /// Whether it is yes.
        yes: bool,
    },
    /// A number.
    Number {
        /// In plain digits with a point, as it was entered.
        digits: String,
    },
    /// One code of a list.
    Code {
        /// The code.
        code: String,
    },
    /// Several codes of a list, none included.
    Codes {
        /// The codes.
        codes: Vec<String>,
    },
    /// A calendar date.
    Date {
        /// The date.
        date: NaiveDate,
    },
    /// A text.
    Text {
        /// The text.
        text: String,
    },
}

hide!(RecordedFact, FactAnswer);

impl FactAnswer {
    /// The answer as the dictionary of a pack reads it.
    pub(crate) fn raw(&self) -> Raw<'_> {
        match self {
            Self::Unknown => Raw::Text(UNKNOWN),
            Self::YesNo { yes } => Raw::Bool(*yes),
            Self::Number { digits } => Raw::Decimal(digits),
            Self::Code { code } => Raw::Text(code),
            Self::Codes { codes } => Raw::List(codes.iter().map(String::as_str).collect()),
            Self::Date { date } => Raw::Date(*date),
            Self::Text { text } => Raw::Text(text),
        }
    }
}
