//! Every fact of a visit: known, open, or rightly not asked.

use super::input::{BirthData, Input};
use super::subject::{Visit, day_of};
use super::truth::Truth;
use crate::fact::{Answer, FactDef, FactId, FactKind, GateTest, Number, Value};
use crate::pack::lang::names::{BIRTH, birth_weight};
use crate::pack::lang::program::{FactSlot, Operand};
use crate::pack::{Pack, SHOWN};
use crate::person::{Sex, StageSet};

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

/// Makes the cells of a person's visits.
pub(super) struct Cells<'a> {
    pack: &'a Pack,
    input: &'a Input,
    visits: &'a [Visit],
    /// The texts among the answers, each once, so that equal texts are equal operands.
    pub texts: Vec<Box<str>>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(pack: &'a Pack, input: &'a Input, visits: &'a [Visit]) -> Self {
        Self { pack, input, visits, texts: Vec::new() }
    }

    /// All facts of today's visit, those of the birth behind them.
    pub(super) fn of_today(&mut self) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(self.pack.slots() + SHOWN.len());
        cells.resize(self.pack.slots(), Cell::new(Operand::Open, State::Open));
        for (fact, answer) in &self.input.facts {
            let cell = match answer {
                Answer::Known(value) => Cell::new(self.operand(value), State::Known),
                Answer::Unknown => Cell::new(Operand::Open, State::Unknown),
            };
            put(&mut cells, FactSlot(fact.0), cell);
        }
        for slot in &self.pack.gates_first {
            let state = cells.get(slot.index()).map_or(State::Open, |cell| cell.state);
            if state != State::Known {
                let cell = self.unrecorded(self.pack.dictionary().get(FactId(slot.0)), state, &cells);
                put(&mut cells, *slot, cell);
            }
        }
        for (operand, slot) in self.birth().into_iter().zip(birth_weight(self.pack.dictionary()).0..) {
            let state = if operand == Operand::Open { State::Open } else { State::Known };
            put(&mut cells, FactSlot(slot), Cell::new(operand, state));
        }
        if let Some(today) = self.visits.first() {
            cells.extend(shown(self.pack, self.input.sex, today));
        }
        cells
    }

    /// The facts of the birth in the order of their slots: kg, then weeks.
    fn birth(&self) -> [Operand; BIRTH.len()] {
        let BirthData { weight_g, gestation_weeks } = self.input.birth;
        let numbers = [weight_g.and_then(|grams| Number::decimal(grams, 3)), gestation_weeks.map(Number::integer)];
        numbers.map(|number| number.map_or(Operand::Open, Operand::Number))
    }

    /// A fact without a value: a setting has its default, what does not apply counts as answered in the negative, all else is open.
    fn unrecorded(&mut self, definition: &FactDef, state: State, cells: &[Cell]) -> Cell {
        if let Some(default) = &definition.default {
            return Cell::new(self.operand(default), State::Known);
        }
        if self.was_asked_of(definition, 0) && self.gates_are_met(definition, cells) {
            Cell::new(Operand::Open, state)
        } else {
            Cell::new(negative(definition), State::NotApplicable)
        }
    }

    /// Sex and life stage of those whom a fact is asked of.
    fn was_asked_of(&self, definition: &FactDef, visit: usize) -> bool {
        let stages = self.visits.get(visit).map_or(StageSet::EMPTY, |visit| visit.stages);
        definition.sex.is_none_or(|sex| sex == self.input.sex) && definition.asked_of.is_none_or(|asked| asked.intersects(stages))
    }

    /// A gate that is open closes nothing; one that does not apply is not met.
    fn gates_are_met(&self, definition: &FactDef, cells: &[Cell]) -> bool {
        definition.gates.iter().all(|gate| {
            let cell = cells.get(usize::from(gate.fact.0));
            match cell.map(|cell| (cell.state, cell.operand)) {
                Some((State::Known, operand)) => self.is_met(&gate.test, operand),
                Some((State::NotApplicable, _)) => false,
                _ => true,
            }
        })
    }

    fn is_met(&self, test: &GateTest, operand: Operand) -> bool {
        let value = match operand {
            Operand::Bool(value) => Value::Bool(value),
            Operand::Number(number) => Value::Number(number),
            Operand::Code(code) => Value::Code(code),
            Operand::Text(text) => Value::Text(self.texts.get(text as usize).cloned().unwrap_or_default()),
            _ => return false,
        };
        test.is_met_by(&value)
    }

    /// The facts of all earlier visits.
    pub(super) fn of_earlier_visits(&mut self) -> Vec<Earlier> {
        (1..).zip(&self.input.history).map(|(visit, earlier)| self.of_earlier(visit, &earlier.facts)).collect()
    }

    fn of_earlier(&mut self, visit: usize, facts: &[(FactId, Answer)]) -> Earlier {
        let mut earlier = Earlier::default();
        for (fact, answer) in facts {
            match answer {
                Answer::Known(value) => earlier.known.push((FactSlot(fact.0), self.operand(value))),
                Answer::Unknown => earlier.unknown.push(FactSlot(fact.0)),
            }
        }
        earlier.known.sort_unstable_by_key(|(slot, _)| *slot);
        let unknown = std::mem::take(&mut earlier.unknown);
        earlier.unknown = unknown.into_iter().filter(|slot| self.applied(visit, &earlier, *slot)).collect();
        earlier
    }

    /// Whether a fact was rightly asked at an earlier visit.
    fn applied(&self, visit: usize, earlier: &Earlier, slot: FactSlot) -> bool {
        let definition = self.pack.dictionary().get(FactId(slot.0));
        self.was_asked_of(definition, visit)
            && definition.gates.iter().all(|gate| {
                let gate_slot = FactSlot(gate.fact.0);
                match earlier.known(gate_slot) {
                    Some(operand) => self.is_met(&gate.test, operand),
                    None => self.applied(visit, earlier, gate_slot),
                }
            })
    }

    #[inline]
    fn operand(&mut self, value: &Value) -> Operand {
        match value {
            Value::Bool(value) => Operand::Bool(*value),
            Value::Number(number) => Operand::Number(*number),
            Value::Code(code) => Operand::Code(*code),
            Value::Codes(codes) => Operand::Codes(*codes),
            Value::Date(date) => Operand::Date(day_of(*date)),
            Value::Text(text) => self.text(text),
        }
    }

    #[inline(never)]
    fn text(&mut self, text: &str) -> Operand {
        let place = self.texts.iter().position(|kept| **kept == *text).unwrap_or_else(|| {
            self.texts.push(text.into());
            self.texts.len() - 1
        });
        Operand::Text(u32::try_from(place).unwrap_or(u32::MAX))
    }
}

/// What stands behind the facts of a visit, in the order of [`SHOWN`].
pub(super) fn shown(pack: &Pack, sex: Sex, visit: &Visit) -> [Cell; SHOWN.len()] {
    SHOWN.map(|context| Cell::new(visit.context(context, pack.sex_code(sex)), State::Known))
}

/// What a fact that does not apply counts as.
fn negative(definition: &FactDef) -> Operand {
    match &definition.kind {
        FactKind::Bool => Operand::Bool(false),
        FactKind::Number { min, .. } if definition.scored => Operand::Number(min.unwrap_or(Number::ZERO)),
        _ => Operand::Absent,
    }
}

fn put(cells: &mut [Cell], slot: FactSlot, cell: Cell) {
    if let Some(place) = cells.get_mut(slot.index()) {
        *place = cell;
    }
}
