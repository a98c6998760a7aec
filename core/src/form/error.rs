//! Why an answer is not taken. No error holds what was entered.

use std::fmt;

use thiserror::Error;

use crate::fact::{FactError, FactId};
use crate::screening::{InputFault, InputRule};

/// Why a form does not do what it is asked to; nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FormError {
    /// The fact is not one of this person in this form.
    #[error("`{fact}` is not asked in this form")]
    NotAsked {
        /// The fact.
        fact: Box<str>,
    },
    /// The question is not on the screen.
    #[error("`{fact}` is not asked as long as not all of its gates are met")]
    Hidden {
        /// The fact.
        fact: Box<str>,
    },
    /// Nothing was recorded earlier, or what was recorded does not last, or the question is answered.
    #[error("there is no earlier answer to `{fact}` to be confirmed")]
    NothingToConfirm {
        /// The fact.
        fact: Box<str>,
    },
    /// The form has no such section.
    #[error("this form has no section `{section}`")]
    NoSection {
        /// The id that was given.
        section: Box<str>,
    },
    /// The answer is not accepted.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// The draft breaks a rule that answers given one by one cannot break.
    #[error("what is recorded breaks {} rules of what can be known about a person", .0.len())]
    Recorded(Vec<InputFault>),
}

/// An answer that is not accepted. Its `Debug` and `Display` hold nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The question.
    pub fact: FactId,
    /// The rule that is broken.
    pub rule: FieldRule,
    /// What would be right, in the language of the form.
    pub message: String,
    /// What was probably meant.
    pub suggestion: Option<Suggestion>,
}

/// The rule that an answer breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldRule {
    /// One of its fact.
    Fact(Box<FactError>),
    /// One of the visit: a date after it, a systolic pressure not above the diastolic one.
    Visit(InputRule),
}

/// What was probably meant. It comes from what was entered, so it is for the screen alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The question whether it was meant, in words.
    pub text: String,
    /// What [`super::Given::Typed`] takes to say yes to it.
    pub typed: String,
}

impl fmt::Debug for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Suggestion(hidden)")
    }
}

impl fmt::Debug for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldError").field("fact", &self.fact).field("rule", &self.rule).finish_non_exhaustive()
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for FieldError {}
