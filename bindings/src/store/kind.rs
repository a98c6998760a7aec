//! What the answers of a question are.

use chrono::NaiveDate;
use siklus_core::form::{Choice, Kind};

/// What the answers of a question are.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum KindView {
    /// Yes or no.
    YesNo {
        /// The answer yes.
        yes: String,
        /// The answer no.
        no: String,
    },
    /// A number. Its limits are digits with a point.
    Number {
        /// Whether it is typed without a decimal mark.
        integer: bool,
        /// The unit behind the number, in words.
        unit: Option<String>,
        /// What every value is a multiple of.
        step: String,
        /// The lowest accepted value.
        min: Option<String>,
        /// The highest accepted value.
        max: Option<String>,
        /// Digits behind the decimal mark.
        decimals: u32,
    },
    /// One of these.
    OneOf {
        /// The answers.
        choices: Vec<ChoiceView>,
    },
    /// Any of these, none included.
    AnyOf {
        /// The answers.
        choices: Vec<ChoiceView>,
    },
    /// A date.
    Date {
        /// The last day that is accepted.
        latest: Option<NaiveDate>,
    },
    /// A text.
    Text,
}

/// One of several answers.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ChoiceView {
    /// Its code.
    pub code: String,
    /// How it is called.
    pub label: String,
}

impl From<Kind> for KindView {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::YesNo { yes, no } => Self::YesNo { yes, no },
            Kind::Number { integer, unit, step, min, max, decimals } => Self::Number {
                integer,
                unit,
                step: step.to_string(),
                min: min.map(|min| min.to_string()),
                max: max.map(|max| max.to_string()),
                decimals,
            },
            Kind::Choice(choices) => Self::OneOf { choices: all(choices) },
            Kind::Choices(choices) => Self::AnyOf { choices: all(choices) },
            Kind::Date { latest } => Self::Date { latest },
            Kind::Text => Self::Text,
        }
    }
}

fn all(choices: Vec<Choice>) -> Vec<ChoiceView> {
    choices.into_iter().map(|Choice { code, label }| ChoiceView { code, label }).collect()
}
