//! What a fact is: its kind, its labels, and to whom it applies.

use super::{FactId, Lasts, LocalText, NextVisit, Number, Pattern, Symbol, Value};
use crate::person::{Sex, StageSet};

/// The definition of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactDef {
    /// The name in rules and case files: snake_case English, with the unit at the end where it has one.
    pub id: Box<str>,
    /// What its answers are.
    pub kind: FactKind,
    /// How it is called on a screen.
    pub label: LocalText,
    /// How to ask or measure it.
    pub help: Option<LocalText>,
    /// The life stages that it is asked of; `None` when it is asked of everyone.
    pub asked_of: Option<StageSet>,
    /// Of whom or what it is a fact.
    pub scope: FactScope,
    /// The sex that it is asked of; `None` for both.
    pub sex: Option<Sex>,
    /// What must hold of other facts for this one to apply: all of it.
    pub gates: Vec<Gate>,
    /// The value of a setting of the area that is not recorded.
    pub default: Option<Value>,
    /// How long its answer stays true.
    pub lasts: Lasts,
    /// What becomes of its answer at the next visit.
    pub next_visit: NextVisit,
    /// Whether it is an item of a scored instrument, which counts as its lowest score where it does not apply.
    pub scored: bool,
    /// Its codes in other systems: the system ("loinc") and the code.
    pub codes: Vec<(Box<str>, Box<str>)>,
    /// The rows of the dossier that ask for it.
    pub dossier: Vec<Box<str>>,
}

impl FactDef {
    /// A fact of a person without texts, that is asked of everyone.
    pub fn new(id: &str, kind: FactKind) -> Self {
        Self {
            id: id.into(),
            label: LocalText::default(),
            help: None,
            asked_of: None,
            scope: FactScope::Person,
            sex: None,
            gates: Vec::new(),
            default: None,
            lasts: Lasts::Visit,
            next_visit: NextVisit::by_default(&kind),
            kind,
            scored: false,
            codes: Vec::new(),
            dossier: Vec::new(),
        }
    }

    /// Whether it is a setting of the area, which is never unknown.
    pub fn is_setting(&self) -> bool {
        self.scope == FactScope::Area
    }

    /// The place of a code in the list of choices.
    pub fn place_of(&self, code: Symbol) -> Option<usize> {
        self.kind.choices().iter().position(|choice| choice.code == code)
    }
}

/// Of whom or what a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactScope {
    /// Of a person.
    Person,
    /// Of a household, held once for all its members.
    Household,
    /// Of the area: a setting that a district decides on.
    Area,
}

/// What the answers of a fact are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// Yes or no.
    Bool,
    /// A number.
    Number {
        /// Whether it is written without a decimal point.
        integer: bool,
        /// The unit as a UCUM code.
        unit: Option<Box<str>>,
        /// What every value is a multiple of.
        step: Number,
        /// The lowest accepted value.
        min: Option<Number>,
        /// The highest accepted value.
        max: Option<Number>,
    },
    /// One of a list.
    Choice(Vec<Choice>),
    /// Any of a list of at most 64, none included.
    Choices(Vec<Choice>),
    /// A calendar date.
    Date {
        /// Whether it may lie after the visit, as an appointment does.
        future: bool,
    },
    /// A text.
    Text {
        /// The form that it must have.
        pattern: Option<Pattern>,
    },
}

impl FactKind {
    /// Decimals of a number as it is entered, 0 for other kinds.
    pub fn decimals(&self) -> u32 {
        match self {
            Self::Number { step, .. } => step.decimals(),
            _ => 0,
        }
    }

    /// The list to choose from; empty for other kinds.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => choices,
            _ => &[],
        }
    }
}

/// One entry of a list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its code in rules and case files.
    pub code: Symbol,
    /// How it is called on a screen.
    pub label: LocalText,
}

/// What must hold of another fact, so that this one applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// The other fact.
    pub fact: FactId,
    /// What its recorded value must be.
    pub test: GateTest,
}

/// What the value of the fact that a gate names must be. Values are codes or whole numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GateTest {
    /// This answer to a yes/no question.
    Is(bool),
    /// One of these.
    In(Vec<Value>),
    /// None of these.
    NotIn(Vec<Value>),
}

impl GateTest {
    /// Whether a recorded value meets the gate.
    pub fn is_met_by(&self, value: &Value) -> bool {
        match self {
            Self::Is(answer) => *value == Value::Bool(*answer),
            Self::In(values) => values.contains(value),
            Self::NotIn(values) => !values.contains(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gate_is_met_by_its_values() {
        let (zero, one) = (Value::Number(Number::ZERO), Value::Number(Number::ONE));
        assert!(GateTest::Is(false).is_met_by(&Value::Bool(false)));
        assert!(!GateTest::Is(false).is_met_by(&Value::Bool(true)));
        assert!(GateTest::In(vec![zero.clone()]).is_met_by(&zero));
        assert!(!GateTest::In(vec![zero.clone()]).is_met_by(&one));
        assert!(GateTest::NotIn(vec![zero.clone()]).is_met_by(&one));
        assert!(!GateTest::NotIn(vec![zero.clone()]).is_met_by(&zero));
    }

    #[test]
    fn a_gate_is_not_met_by_a_value_of_another_type() {
        assert!(!GateTest::Is(true).is_met_by(&Value::Number(Number::ONE)));
        assert!(!GateTest::In(vec![Value::Code(Symbol(0))]).is_met_by(&Value::Bool(true)));
    }
}
