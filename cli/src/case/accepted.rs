//! What the dictionary accepts as the answer to a fact, in the words of a case file.

use siklus_core::fact::{Dictionary, FactDef, FactError, FactKind, Number, unit_label};

use super::fault::CaseRule;

/// The rule of a fact that an answer breaks, with what would be accepted.
pub(crate) fn refused(dictionary: &Dictionary, fact: &FactDef, error: &FactError) -> CaseRule {
    CaseRule::Fact { broken: broken_rule(error), accepted: accepted(dictionary, fact) }
}

fn broken_rule(error: &FactError) -> &'static str {
    match error {
        FactError::Empty => "empty",
        FactError::WrongType { .. } => "wrong type",
        FactError::DecimalPointInInteger => "decimal point in a whole number",
        FactError::OffStep { .. } => "off its step",
        FactError::OutOfRange { .. } => "out of range",
        FactError::NotAChoice { .. } => "not in its list",
        FactError::Pattern { .. } => "not of its form",
        FactError::UnknownForSetting => "a setting of the area is never unknown",
    }
}

/// What is accepted, as `5.0 to 60.0 cm in steps of 0.1, or "unknown"`.
pub(crate) fn accepted(dictionary: &Dictionary, fact: &FactDef) -> String {
    let codes = || {
        let codes = fact.kind.choices().iter().map(|choice| dictionary.code(choice.code));
        codes.collect::<Vec<_>>().join(", ")
    };
    let value = match &fact.kind {
        FactKind::Bool => "true or false".to_owned(),
        FactKind::Number { integer, unit, step, min, max } => number(*integer, unit.as_deref(), *step, (*min, *max)),
        FactKind::Choice(_) => format!("one of {}", codes()),
        FactKind::Choices(_) => format!("a list of {}", codes()),
        FactKind::Date { .. } => "a date like 2026-03-02 without quotes".to_owned(),
        FactKind::Text { pattern: None } => "a text".to_owned(),
        FactKind::Text { pattern: Some(pattern) } => format!("a text that matches {}", pattern.as_str()),
    };
    match fact.is_setting() {
        true => value,
        false => format!("{value}, or \"unknown\""),
    }
}

fn number(integer: bool, unit: Option<&str>, step: Number, range: (Option<Number>, Option<Number>)) -> String {
    let show = |number: Number| number.to_fixed(step.decimals());
    let range = match range {
        (Some(min), Some(max)) => format!("{} to {}", show(min), show(max)),
        (Some(min), None) => format!("at least {}", show(min)),
        (None, Some(max)) => format!("at most {}", show(max)),
        (None, None) => "a number of at most 12 digits".to_owned(),
    };
    let unit = unit.map_or(String::new(), |unit| format!(" {}", unit_label(unit, "en")));
    match integer && step == Number::ONE {
        true => format!("{range}{unit}, whole numbers"),
        false => format!("{range}{unit} in steps of {}", show(step)),
    }
}
