//! Every fact of a visit: known, open, or rightly not asked.

use super::subject::{Subject, Visit, day_of};
use super::truth::Truth;
use crate::fact::{Answer, FactDef, FactId, FactKind, GateTest, Number, Value};
use crate::pack::Pack;
use crate::pack::lang::names::BIRTH;
use crate::pack::lang::program::{FactSlot, Operand};

/// A fact today.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    /// What expressions read.
    pub operand: Operand,
    /// What it reads as where it stands as a condition.
    pub answer: Truth,
    pub state: State,
}

impl Cell {
    fn new(operand: Operand, state: State) -> Self {
        Self { operand, answer: Truth::from_operand(operand), state }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It has a value.
    Known,
    /// Not asked.
    Open,
    /// Asked, and the family does not know.
    Unknown,
    /// Rightly not asked.
    NotApplicable,
}

/// The facts of an earlier visit, sorted by slot; what is not there does not apply there.
#[derive(Clone, Debug, Default)]
pub(super) struct Earlier {
    known: Vec<(FactSlot, Operand)>,
    /// Asked and answered "unknown", and applying.
    unknown: Vec<FactSlot>,
}

impl Earlier {
    pub(super) fn known(&self, slot: FactSlot) -> Option<Operand> {
        let found = self.known.binary_search_by_key(&slot, |(known, _)| *known).ok()?;
        self.known.get(found).map(|(_, operand)| *operand)
    }

    pub(super) fn is_unknown(&self, slot: FactSlot) -> bool {
        self.unknown.contains(&slot)
    }
}

/// All facts of today's visit, those of the birth behind them.
pub(super) fn of_today(pack: &Pack, subject: &mut Subject, facts: &[(FactId, Answer)]) -> Vec<Cell> {
    let mut cells = vec![Cell::new(Operand::Open, State::Open); pack.slots()];
    for (fact, answer) in facts {
        let cell = match answer {
            Answer::Known(value) => Cell::new(operand(subject, value), State::Known),
            Answer::Unknown => Cell::new(Operand::Open, State::Unknown),
        };
        put(&mut cells, FactSlot(fact.0), cell);
    }
    for slot in &pack.gates_first {
        let state = cells.get(slot.index()).map_or(State::Open, |cell| cell.state);
        if state != State::Known {
            let definition = pack.dictionary().get(FactId(slot.0));
            let cell = unrecorded(subject, definition, state, &cells);
            put(&mut cells, *slot, cell);
        }
    }
    for place in 0..BIRTH.len() {
        let operand = subject.birth(place);
        let state = if operand == Operand::Open { State::Open } else { State::Known };
        let slot = pack.dictionary().len() + place;
        if let Some(cell) = cells.get_mut(slot) {
            *cell = Cell::new(operand, state);
        }
    }
    cells
}

/// A fact without a value: a setting has its default, what does not apply counts as answered in the negative, all else is open.
fn unrecorded(subject: &mut Subject, definition: &FactDef, state: State, cells: &[Cell]) -> Cell {
    if let Some(default) = &definition.default {
        return Cell::new(operand(subject, default), State::Known);
    }
    let applies =
        subject.visit(0).is_some_and(|visit| asked_of(subject, visit, definition)) && gates_are_met(definition, cells, &subject.texts);
    if applies { Cell::new(Operand::Open, state) } else { Cell::new(negative(definition), State::NotApplicable) }
}

/// Sex and life stage of those whom a fact is asked of.
fn asked_of(subject: &Subject, visit: &Visit, definition: &FactDef) -> bool {
    definition.sex.is_none_or(|sex| sex == subject.sex()) && definition.asked_of.is_none_or(|stages| stages.intersects(visit.stages))
}

/// A gate that is open closes nothing; one that does not apply is not met.
fn gates_are_met(definition: &FactDef, cells: &[Cell], texts: &[Box<str>]) -> bool {
    definition.gates.iter().all(|gate| {
        let cell = cells.get(usize::from(gate.fact.0));
        match cell.map(|cell| (cell.state, cell.operand)) {
            Some((State::Known, operand)) => is_met(&gate.test, operand, texts),
            Some((State::NotApplicable, _)) => false,
            _ => true,
        }
    })
}

fn is_met(test: &GateTest, operand: Operand, texts: &[Box<str>]) -> bool {
    let value = match operand {
        Operand::Bool(value) => Value::Bool(value),
        Operand::Number(number) => Value::Number(number),
        Operand::Code(code) => Value::Code(code),
        Operand::Text(text) => Value::Text(texts.get(text as usize).cloned().unwrap_or_default()),
        _ => return false,
    };
    test.is_met_by(&value)
}

/// What a fact that does not apply counts as.
fn negative(definition: &FactDef) -> Operand {
    match &definition.kind {
        FactKind::Bool => Operand::Bool(false),
        FactKind::Number { min, .. } if definition.scored => Operand::Number(min.unwrap_or(Number::ZERO)),
        _ => Operand::Absent,
    }
}

pub(super) fn of_earlier(pack: &Pack, subject: &mut Subject, visit: u16, facts: &[(FactId, Answer)]) -> Earlier {
    let mut earlier = Earlier::default();
    for (fact, answer) in facts {
        match answer {
            Answer::Known(value) => earlier.known.push((FactSlot(fact.0), operand(subject, value))),
            Answer::Unknown => earlier.unknown.push(FactSlot(fact.0)),
        }
    }
    earlier.known.sort_unstable_by_key(|(slot, _)| *slot);
    let unknown = std::mem::take(&mut earlier.unknown);
    earlier.unknown = unknown.into_iter().filter(|slot| applied(pack, subject, visit, &earlier, *slot)).collect();
    earlier
}

/// Whether a fact was rightly asked at an earlier visit.
fn applied(pack: &Pack, subject: &Subject, visit: u16, earlier: &Earlier, slot: FactSlot) -> bool {
    let definition = pack.dictionary().get(FactId(slot.0));
    let asked = subject.visit(visit).is_some_and(|visit| asked_of(subject, visit, definition));
    asked
        && definition.gates.iter().all(|gate| {
            let gate_slot = FactSlot(gate.fact.0);
            match earlier.known(gate_slot) {
                Some(operand) => is_met(&gate.test, operand, &subject.texts),
                None => applied(pack, subject, visit, earlier, gate_slot),
            }
        })
}

fn operand(subject: &mut Subject, value: &Value) -> Operand {
    match value {
        Value::Bool(value) => Operand::Bool(*value),
        Value::Number(number) => Operand::Number(*number),
        Value::Code(code) => Operand::Code(*code),
        Value::Codes(codes) => Operand::Codes(*codes),
        Value::Date(date) => Operand::Date(day_of(*date)),
        Value::Text(text) => subject.keep_text(text),
    }
}

fn put(cells: &mut [Cell], slot: FactSlot, cell: Cell) {
    if let Some(place) = cells.get_mut(slot.index()) {
        *place = cell;
    }
}
