//! What can go wrong, as Kotlin sees it. No error holds what was entered.

use siklus_core::fact::FactError;
use siklus_core::pack::fault::Faults;
use siklus_core::screening::{InputFault, InputRule};

/// Why a call failed. Each variant is there because an app acts differently on it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum SiklusError {
    /// Something that was given is not accepted.
    #[error("not accepted: {}", names(fields))]
    InvalidInput {
        /// Every field that is not accepted, at least one.
        fields: Vec<InvalidField>,
    },
    /// A rule pack does not load. The one that is built in always does.
    #[error("the rule pack has {} faults", faults.len())]
    PackFaulty {
        /// One line for each fault, with its place.
        faults: Vec<String>,
    },
}

/// A field that is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct InvalidField {
    /// The field, as `facts.systolic_mmhg`, `history[1].on` or `pregnancy.lmp`; the number is the place in the list, from 0.
    pub field: String,
    /// Which rule is broken.
    pub rule: InvalidRule,
    /// What would be accepted: of a fact in the language asked for, otherwise in English.
    pub accepted: String,
}

/// The rule that a field breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum InvalidRule {
    /// Nothing was entered.
    Empty,
    /// Something of another type was given.
    WrongType,
    /// A whole number was asked for.
    NotWhole,
    /// The number is finer than it can be measured.
    OffStep,
    /// The number or date lies outside its limits.
    OutOfRange,
    /// The code is not in the list of the fact.
    NotAChoice,
    /// The text does not have the form that it must have.
    Pattern,
    /// A setting of the area cannot be unknown.
    UnknownForSetting,
    /// The pack has no such fact.
    NoSuchFact,
    /// The pack has no such service.
    NoSuchService,
    /// Not a calendar date.
    NotADate,
    /// The date lies after the visit, or before birth.
    DateOrder,
    /// Only a woman can have a pregnancy or a delivery.
    OfAMan,
    /// The same visit, service or fact stands twice.
    Twice,
    /// The systolic number is not above the diastolic one.
    PressureOrder,
    /// Another rule, which the text names.
    Other,
}

impl SiklusError {
    /// A text that should be a date. The field is not known where texts are read.
    pub(crate) fn not_a_date() -> Self {
        let accepted = "a date like 2026-03-02".to_owned();
        Self::InvalidInput { fields: vec![InvalidField { field: "date".to_owned(), rule: InvalidRule::NotADate, accepted }] }
    }
}

impl From<Faults> for SiklusError {
    fn from(faults: Faults) -> Self {
        Self::PackFaulty { faults: faults.list.iter().map(|fault| fault.line(&faults.files)).collect() }
    }
}

impl From<Vec<InputFault>> for SiklusError {
    fn from(faults: Vec<InputFault>) -> Self {
        let fields = faults.into_iter().map(|InputFault { field, rule }| InvalidField {
            field,
            rule: InvalidRule::from(rule),
            accepted: rule.to_string(),
        });
        Self::InvalidInput { fields: fields.collect() }
    }
}

impl From<&FactError> for InvalidRule {
    fn from(error: &FactError) -> Self {
        match error {
            FactError::Empty => Self::Empty,
            FactError::WrongType { .. } => Self::WrongType,
            FactError::DecimalPointInInteger => Self::NotWhole,
            FactError::OffStep { .. } => Self::OffStep,
            FactError::OutOfRange { .. } => Self::OutOfRange,
            FactError::NotAChoice { .. } => Self::NotAChoice,
            FactError::Pattern { .. } => Self::Pattern,
            FactError::UnknownForSetting => Self::UnknownForSetting,
        }
    }
}

impl From<InputRule> for InvalidRule {
    fn from(rule: InputRule) -> Self {
        use InputRule as Rule;
        match rule {
            Rule::BornAfterVisit | Rule::PregnancyAfterVisit | Rule::DeliveryInPregnancy | Rule::AfterVisit | Rule::BeforeBirth => {
                Self::DateOrder
            }
            Rule::BornTooLongAgo | Rule::BirthWeight | Rule::BirthGestation => Self::OutOfRange,
            Rule::OfAMan => Self::OfAMan,
            Rule::VisitTwice | Rule::DoseTwice | Rule::FactTwice => Self::Twice,
            Rule::PressureOrder => Self::PressureOrder,
            Rule::WrongKind => Self::WrongType,
            _ => Self::Other,
        }
    }
}

fn names(fields: &[InvalidField]) -> String {
    fields.iter().map(|invalid| invalid.field.as_str()).collect::<Vec<_>>().join(", ")
}
