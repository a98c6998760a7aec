//! What goes wrong in the store and in visits, as Kotlin sees it. Every variant of the core is decided here.

use siklus_core::form::{FieldError, FieldRule as AnswerRule, FormError};
use siklus_core::person::register::{FieldFault, FieldRule};
use siklus_core::store::StoreError;
use siklus_core::visit::{CardFault, CardRule, VisitError};

use crate::error::{InvalidField, InvalidRule, SiklusError, StateRule};

/// Turns an error of the core into one that crosses, with the words of a language where it has words.
pub(super) trait InWords<T> {
    fn in_words(self, language: &str) -> Result<T, SiklusError>;
}

impl<T, E: Into<VisitError>> InWords<T> for Result<T, E> {
    fn in_words(self, language: &str) -> Result<T, SiklusError> {
        self.map_err(|error| of_visit(error.into(), language))
    }
}

impl From<StoreError> for SiklusError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => not_found("store"),
            StoreError::AlreadyThere => Self::AlreadyThere,
            StoreError::WrongKey => Self::WrongKey,
            StoreError::Damaged => Self::Damaged,
            StoreError::NewerSchema { found, known } => Self::NewerSchema { found, known },
            StoreError::ReadOnly => Self::ReadOnly,
            StoreError::NoSpace => Self::NoSpace,
            StoreError::Locked => Self::Locked,
            StoreError::Closed => Self::Closed,
            StoreError::Unknown(what) => not_found(what),
            error @ (StoreError::NotEncrypted | StoreError::Refused { .. } | StoreError::Io { .. }) => unexpected(&error),
        }
    }
}

fn of_visit(error: VisitError, language: &str) -> SiklusError {
    match error {
        VisitError::Store(error) => error.into(),
        VisitError::Fields(faults) => invalid(faults.iter().map(|fault| of_field(fault, language)).collect()),
        VisitError::NoConsent => SiklusError::NoConsent,
        VisitError::VisitInProgress => state(StateRule::VisitInProgress),
        VisitError::PersonIncomplete => state(StateRule::PersonIncomplete),
        VisitError::Person(faults) => faults.into(),
        VisitError::Card(faults) => invalid(faults.into_iter().map(of_entry).collect()),
        VisitError::Form(error) => of_form(error),
        VisitError::NoFact => invalid(vec![no_fact()]),
        VisitError::PartsOpen { .. } => state(StateRule::PartsOpen),
        VisitError::NoReason => {
            let fault = FieldFault { field: "reason", rule: FieldRule::Empty };
            invalid(vec![of_field(&fault, language)])
        }
        VisitError::NotAssessed => state(StateRule::NotAssessed),
        VisitError::Pack(faults) => (*faults).into(),
    }
}

fn of_form(error: FormError) -> SiklusError {
    match error {
        FormError::NotAsked { .. } => state(StateRule::NotAsked),
        FormError::Hidden { .. } => state(StateRule::Hidden),
        FormError::NothingToConfirm { .. } => state(StateRule::NothingToConfirm),
        FormError::NoSection { .. } => not_found("section"),
        FormError::Field(error) => invalid(vec![of_answer(error)]),
        FormError::Recorded(faults) => faults.into(),
    }
}

fn of_field(fault: &FieldFault, language: &str) -> InvalidField {
    let FieldFault { field, rule } = fault;
    InvalidField { field: (*field).to_owned(), rule: rule.into(), accepted: rule.message(language) }
}

/// An answer that is corrected: the call has one, so it needs no longer name.
fn of_answer(error: FieldError) -> InvalidField {
    let rule = match &error.rule {
        AnswerRule::Fact(rule) => InvalidRule::from(rule.as_ref()),
        AnswerRule::Visit(rule) => InvalidRule::from(*rule),
    };
    InvalidField { field: "answer".to_owned(), rule, accepted: error.message }
}

fn of_entry(fault: CardFault) -> InvalidField {
    let CardFault { entry, rule, message } = fault;
    let (part, rule) = match rule {
        CardRule::UnknownService => ("service", InvalidRule::NoSuchService),
        CardRule::BeforeBirth | CardRule::AfterVisit | CardRule::BeforePregnancy | CardRule::BeforeDelivery => {
            ("on", InvalidRule::DateOrder)
        }
        CardRule::Twice => ("on", InvalidRule::Twice),
    };
    InvalidField { field: format!("entries[{entry}].{part}"), rule, accepted: message }
}

fn no_fact() -> InvalidField {
    let accepted = "the id of a fact of the pack".to_owned();
    InvalidField { field: "fact".to_owned(), rule: InvalidRule::NoSuchFact, accepted }
}

impl From<&FieldRule> for InvalidRule {
    fn from(rule: &FieldRule) -> Self {
        match rule {
            FieldRule::Empty => Self::Empty,
            FieldRule::TooLong { .. } | FieldRule::WholeNumber { .. } | FieldRule::TooLongAgo { .. } => Self::OutOfRange,
            FieldRule::ControlCharacter | FieldRule::Number(_) => Self::Pattern,
            FieldRule::OneOf(_) => Self::NotAChoice,
            FieldRule::Date | FieldRule::BirthDate => Self::NotADate,
            FieldRule::AfterToday | FieldRule::BeforeBirth | FieldRule::BeforePregnancy => Self::DateOrder,
            FieldRule::NikTaken | FieldRule::PregnantAlready => Self::Twice,
            FieldRule::OfAMan => Self::OfAMan,
        }
    }
}

fn invalid(fields: Vec<InvalidField>) -> SiklusError {
    SiklusError::InvalidInput { fields }
}

fn not_found(what: &str) -> SiklusError {
    SiklusError::NotFound { what: what.to_owned() }
}

fn state(rule: StateRule) -> SiklusError {
    SiklusError::State { rule }
}

fn unexpected(error: &StoreError) -> SiklusError {
    SiklusError::Unexpected { reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_of_the_store_is_told_apart() {
        let told = |error: StoreError| SiklusError::from(error);
        assert_eq!(told(StoreError::NotFound), not_found("store"));
        assert_eq!(told(StoreError::Unknown("visit")), not_found("visit"));
        assert_eq!(told(StoreError::NewerSchema { found: 9, known: 1 }), SiklusError::NewerSchema { found: 9, known: 1 });
        for error in [StoreError::NotEncrypted, StoreError::Refused { code: 19 }, StoreError::Io { code: 10 }] {
            assert_eq!(told(error), SiklusError::Unexpected { reason: error.to_string() });
        }
    }

    #[test]
    fn a_field_has_the_words_of_the_language() {
        let error = |language| Err::<(), _>(VisitError::NoReason).in_words(language).err();
        let field = |accepted: &str| InvalidField { field: "reason".into(), rule: InvalidRule::Empty, accepted: accepted.into() };
        assert_eq!(error("en"), Some(invalid(vec![field("Nothing was entered.")])));
        assert_eq!(error("id"), Some(invalid(vec![field("Belum diisi.")])));
    }
}
