//! Which answers to a question would do, so that two demands on one question can be held against each other.

use crate::fact::{FactDef, FactKind, Gate, GateTest, Symbol, Value};

/// Some of the answers to a yes-or-no question or to one with several answers; to any other question all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Answers(u64);

impl Answers {
    pub(crate) const ANY: Self = Self(u64::MAX);

    pub(crate) fn of(answer: bool) -> Self {
        Self(if answer { 0b10 } else { 0b01 })
    }

    /// The answers that both allow; none when they exclude each other.
    pub(crate) fn both(self, other: Self) -> Option<Self> {
        let both = self.0 & other.0;
        (both != 0).then_some(Self(both))
    }

    /// One of these codes, and any other answer than these. Either is none where there is no such answer.
    pub(crate) fn of_codes(fact: &FactDef, codes: impl Iterator<Item = Symbol>) -> (Option<Self>, Option<Self>) {
        let bit = |place: usize| u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0);
        let all = (0..fact.kind.choices().len()).fold(0, |all, place| all | bit(place));
        let these = codes.filter_map(|code| fact.place_of(code)).fold(0, |these, place| these | bit(place));
        let some = |answers: u64| (answers != 0).then_some(Self(answers));
        (some(these), some(all & !these))
    }

    /// The answers to a gate's fact that open it, and those that close it.
    pub(crate) fn of_gate(gate: &Gate, fact: &FactDef) -> (Option<Self>, Option<Self>) {
        let (values, inside) = match &gate.test {
            GateTest::Is(answer) => return (Some(Self::of(*answer)), Some(Self::of(!answer))),
            GateTest::In(values) => (values, true),
            GateTest::NotIn(values) => (values, false),
        };
        if !matches!(fact.kind, FactKind::Choice(_)) {
            return (Some(Self::ANY), Some(Self::ANY));
        }
        let codes = values.iter().filter_map(|value| if let Value::Code(code) = value { Some(*code) } else { None });
        let (these, others) = Self::of_codes(fact, codes);
        if inside { (these, others) } else { (others, these) }
    }
}
