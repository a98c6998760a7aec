//! An answer as the app gives it to a form.

use siklus_core::fact::{Number, Value};
use siklus_core::form::Given;

use crate::answer::FactAnswer;
use crate::private::hide;

/// What the cadre gives as an answer.
#[derive(Clone, uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum GivenAnswer {
    /// What was typed, as `22,4`; also the code of a choice.
    Typed {
        /// What stands in the field.
        text: String,
    },
    /// An answer.
    Known {
        /// The answer.
        answer: FactAnswer,
    },
    /// The answer is taken away; the question is open again.
    Cleared,
}

hide!(GivenAnswer);

impl GivenAnswer {
    /// The answer as a form takes it. What is no number goes as it was typed, so that the form says what is wrong with it.
    pub(super) fn with<T>(&self, use_it: impl FnOnce(Given<'_>) -> T) -> T {
        match self {
            Self::Typed { text } => use_it(Given::Typed(text)),
            Self::Cleared => use_it(Given::Cleared),
            Self::Known { answer } => match answer {
                FactAnswer::Unknown => use_it(Given::Unknown),
                FactAnswer::YesNo { yes } => use_it(Given::Value(Value::Bool(*yes))),
                FactAnswer::Number { digits } => use_it(number(digits)),
                FactAnswer::Code { code } => use_it(Given::Typed(code)),
                FactAnswer::Codes { codes } => use_it(Given::Typed(&codes.join(","))),
                FactAnswer::Date { date } => use_it(Given::Value(Value::Date(*date))),
                FactAnswer::Text { text } => use_it(Given::Value(Value::Text(text.as_str().into()))),
            },
        }
    }
}

fn number(digits: &str) -> Given<'_> {
    Number::parse(digits).map_or(Given::Typed(digits), |number| Given::Value(Value::Number(number)))
}
