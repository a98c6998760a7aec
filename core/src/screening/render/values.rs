//! Values in words.

use super::Renderer;
use crate::fact::{FactDef, FactKind, LocalText, Number, Symbol, Value};
use crate::pack::{FactRef, Name};

/// A computed number is told with at most this many decimals, and with more where it would else look like its limit.
const COMPUTED_DECIMALS: u32 = 2;
const MOST_DECIMALS: u32 = 6;
/// The name of a gestation in the rule language; it is counted in days and told in weeks.
const GESTATION: &str = "gestation";

impl Renderer<'_> {
    /// A value, told as the values of that name are.
    pub(crate) fn value(&self, name: Name, value: &Value) -> String {
        self.value_beside(name, value, None)
    }

    /// The same so that it is told from another one that it was compared with.
    pub(super) fn value_beside(&self, name: Name, value: &Value, other: Option<&Value>) -> String {
        match value {
            Value::Bool(is_recorded) if matches!(name, Name::Service(_)) => {
                self.words.say(if *is_recorded { "service_recorded" } else { "service_not_recorded" }).to_owned()
            }
            Value::Bool(yes) => self.words.say(if *yes { "is_yes" } else { "is_no" }).to_owned(),
            Value::Number(number) => self.number(name, *number, decimals_apart(*number, other)),
            Value::Code(code) => self.code(name, *code),
            Value::Codes(codes) => {
                let choices = self.definition(name).map(|fact| fact.kind.choices()).unwrap_or_default();
                let chosen = choices.iter().enumerate().filter(|(place, _)| codes.contains(*place));
                self.words.list(&chosen.map(|(_, choice)| self.local(&choice.label)).collect::<Vec<_>>())
            }
            Value::Date(date) => self.words.date(*date),
            Value::Text(text) => text.to_string(),
        }
    }

    fn number(&self, name: Name, number: Number, most_decimals: u32) -> String {
        if let (GESTATION, Some(days)) = (self.pack.name(name), number.to_integer()) {
            return self.words.weeks_and_days(days);
        }
        let computed = || number.decimals().min(most_decimals);
        match (self.definition(name).map(|fact| &fact.kind), name) {
            (Some(FactKind::Number { unit, step, .. }), _) => {
                // A measure is told with one decimal at least, and with no more than it was entered with.
                let decimals = number.decimals().max(step.decimals().min(1));
                self.words.number(number, decimals, unit.as_deref())
            }
            // How many of several choices were ticked.
            (Some(_), _) => self.words.number(number, 0, None),
            (None, Name::Fact(fact)) => self.birth_number(fact, number),
            (_, Name::Derived(index)) => {
                let derived = self.pack.source().derived.get(usize::from(index));
                let unit = derived.and_then(|derived| derived.unit.as_ref()).map(|unit| unit.value.as_str());
                self.words.number(number, computed(), unit)
            }
            _ => self.words.number(number, computed(), None),
        }
    }

    /// A birth weight is kept in grams and compared in kilograms.
    fn birth_number(&self, fact: FactRef, number: Number) -> String {
        let unit = if self.pack.fact_name(fact) == "birth.weight_g" { "kg" } else { "wk" };
        self.words.number(number, number.decimals(), Some(unit))
    }

    fn code(&self, name: Name, code: Symbol) -> String {
        let choices = self.definition(name).map(|fact| fact.kind.choices()).unwrap_or_default();
        if let Some(choice) = choices.iter().find(|choice| choice.code == code) {
            return self.local(&choice.label);
        }
        let code = self.pack.dictionary().code(code);
        let texts = ["sex", "stage", "status"].iter().map(|kind| self.words.say(&format!("{kind}_{code}")));
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
    }

    fn definition(&self, name: Name) -> Option<&FactDef> {
        let Name::Fact(fact) = name else { return None };
        self.pack.fact_id(fact).map(|fact| self.pack.dictionary().get(fact))
    }

    fn local(&self, text: &LocalText) -> String {
        self.words.local(text).to_owned()
    }
}

/// How many decimals a computed number needs to be told from another one.
fn decimals_apart(number: Number, other: Option<&Value>) -> u32 {
    let Some(Value::Number(other)) = other.filter(|other| **other != Value::Number(number)) else { return COMPUTED_DECIMALS };
    let is_apart = |decimals: &u32| {
        let step = Number::decimal(1, *decimals);
        let rounded = |number: Number| step.and_then(|step| number.round_half_up(step));
        rounded(number) != rounded(*other)
    };
    (COMPUTED_DECIMALS..MOST_DECIMALS).find(is_apart).unwrap_or(MOST_DECIMALS)
}
