//! A small dictionary for the tests of this module.

use super::{Choice, Dictionary, FactDef, FactId, FactKind, FactScope, LocalText, Number, Pattern, Symbols};

/// The number of a plain decimal.
pub fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

/// A kind of number with a step and a range.
pub fn number_kind(integer: bool, unit: &str, step: &str, range: [&str; 2]) -> FactKind {
    let [min, max] = range.map(|limit| Some(number(limit)));
    FactKind::Number { integer, unit: Some(unit.into()), step: number(step), min, max }
}

/// One fact of each kind.
pub fn dictionary() -> Dictionary {
    let mut symbols = Symbols::default();
    let mut choices =
        |codes: &[&str]| codes.iter().map(|code| Choice { code: symbols.intern(code), label: LocalText::default() }).collect();
    let diseases = FactKind::Choices(choices(&["ht", "dm", "none"]));
    let smoking = FactKind::Choice(choices(&["active", "passive", "none"]));
    let eyes = FactKind::Text { pattern: Some(Pattern::new("^[RW]{1,5}$").unwrap()) };
    let mut setting = FactDef::new("district_srq29", FactKind::Bool);
    setting.scope = FactScope::Area;
    let facts = vec![
        setting,
        FactDef::new("family_history", diseases),
        FactDef::new("fever", FactKind::Bool),
        FactDef::new("finger_count", eyes),
        FactDef::new("muac_cm", number_kind(false, "cm", "0.1", ["5.0", "60.0"])),
        FactDef::new("next_visit_on", FactKind::Date { future: true }),
        FactDef::new("note", FactKind::Text { pattern: None }),
        FactDef::new("sleep_hours", number_kind(false, "h", "0.5", ["0.0", "24.0"])),
        FactDef::new("smoking", smoking),
        FactDef::new("systolic_mmhg", number_kind(true, "mm[Hg]", "1", ["50", "280"])),
    ];
    Dictionary::new(facts, symbols).unwrap()
}

/// The fact of this name.
pub fn fact(dictionary: &Dictionary, id: &str) -> FactId {
    dictionary.find(id).unwrap()
}
