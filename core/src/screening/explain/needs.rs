//! What a part of an expression waits for, and the shortest ways out.

use super::range::Range;
use super::sets::{Asked, SetId};
use crate::pack::lang::program::{FactSlot, Operand};
use crate::pack::{Answers, GateOf};
use crate::screening::cells::State;
use crate::screening::evaluate::{Evaluator, Truth};

/// The facts to ask; none when the goal cannot be reached by asking.
pub(super) type Need = Option<SetId>;

/// How a part of an expression stands.
#[derive(Clone, Copy, Debug)]
pub(in crate::screening) enum Weighed {
    /// It is decided, and no answer changes that.
    Known(Operand),
    Waits(Waits),
}

/// A part that answers can still change.
#[derive(Clone, Copy, Debug)]
pub(in crate::screening) struct Waits {
    /// Open; or a condition that is decided by what is answered so far, and that more answers would turn.
    pub now: Truth,
    /// Every fact that it waits for.
    pub open: SetId,
    /// The fewest facts that some answers to can make it true, or give it a value.
    pub yes: Need,
    /// The fewest facts that some answers to can make it false, or not apply.
    pub no: Need,
    /// Whether it is a condition and not a value.
    pub condition: bool,
    /// Of a number: what it can still become.
    pub range: Range,
}

impl Weighed {
    pub(super) fn truth(&self) -> Truth {
        match self {
            Self::Known(operand) => Truth::from_operand(*operand),
            Self::Waits(waits) => waits.now,
        }
    }

    pub(super) fn open(&self) -> SetId {
        match self {
            Self::Waits(Waits { now: Truth::Open, open, .. }) => *open,
            _ => SetId::EMPTY,
        }
    }

    /// What it takes to make a condition true.
    pub(super) fn yes(&self) -> Need {
        match self {
            Self::Known(operand) => (Truth::from_operand(*operand) == Truth::Yes).then_some(SetId::EMPTY),
            Self::Waits(waits) => waits.yes,
        }
    }

    /// What it takes to make a condition false.
    pub(super) fn no(&self) -> Need {
        match self {
            Self::Known(operand) => (Truth::from_operand(*operand) == Truth::No).then_some(SetId::EMPTY),
            Self::Waits(waits) => waits.no,
        }
    }

    /// What it takes to make a value not apply.
    pub(super) fn nothing(&self) -> Need {
        match self {
            Self::Known(operand) => (*operand == Operand::Absent).then_some(SetId::EMPTY),
            Self::Waits(waits) => waits.no.filter(|_| !waits.condition),
        }
    }

    /// What a number is, or can become.
    pub(super) fn range(&self) -> Range {
        match self {
            Self::Known(Operand::Number(number)) => Some((*number, *number)),
            Self::Known(_) => None,
            Self::Waits(waits) => waits.range,
        }
    }

    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Waits(Waits { now: Truth::Open, .. }))
    }

    pub(super) fn is_absent(&self) -> bool {
        matches!(self, Self::Known(Operand::Absent))
    }
}

impl<'a> Evaluator<'a> {
    /// What it takes to give a value.
    pub(super) fn value_of(&mut self, weighed: &Weighed) -> Need {
        match weighed {
            Weighed::Known(Operand::Absent) => None,
            Weighed::Known(_) => Some(SetId::EMPTY),
            Weighed::Waits(Waits { condition: true, yes, no, .. }) => {
                let cheaper = self.cheaper(*yes, *no)?;
                // A yes-or-no fact has a value with either answer.
                let either = yes.zip(*no).is_some_and(|(yes, no)| self.scratch.sets.same_facts(yes, no));
                Some(if either { self.scratch.sets.whatever(cheaper) } else { cheaper })
            }
            Weighed::Waits(waits) => waits.yes,
        }
    }

    pub(super) fn cheaper(&self, left: Need, right: Need) -> Need {
        match (left, right) {
            (Some(left), Some(right)) => Some(self.cheaper_set(left, right)),
            (left, right) => left.or(right),
        }
    }

    /// A need that lies within a set.
    pub(super) fn within(&self, need: Need, set: SetId) -> Need {
        need.filter(|need| self.scratch.sets.is_within(*need, set))
    }

    /// Both needs together.
    pub(super) fn both(&mut self, left: Need, right: Need) -> Need {
        self.scratch.sets.join(left?, right?)
    }

    pub(super) fn union(&mut self, left: SetId, right: SetId) -> SetId {
        self.scratch.sets.union(left, right)
    }

    /// The smaller set; of two of one size the one that the form asks first.
    fn cheaper_set(&self, left: SetId, right: SetId) -> SetId {
        match left.len().cmp(&right.len()) {
            std::cmp::Ordering::Less => left,
            std::cmp::Ordering::Greater => right,
            std::cmp::Ordering::Equal => {
                if left == right || self.asked_first(left) <= self.asked_first(right) {
                    left
                } else {
                    right
                }
            }
        }
    }

    /// The place in the form of the first of some facts, and of the last one.
    pub(super) fn asked_first(&self, set: SetId) -> (u16, u16) {
        self.scratch.sets.ends(set)
    }

    pub(super) fn is_open(&self, slot: FactSlot) -> bool {
        self.subject.cell(slot).is_some_and(|cell| matches!(cell.state, State::Open | State::Unknown))
    }

    /// The facts whose answers open a fact.
    pub(super) fn gates(&self, slot: FactSlot) -> &'a [GateOf] {
        self.pack.gates.get(slot.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// A fact that is open, and the gates before it that are.
    pub(super) fn open_with_gates(&mut self, slot: FactSlot) -> SetId {
        let mut open = self.one(slot, Answers::ANY);
        for gate in self.gates(slot) {
            if self.is_open(gate.fact) {
                let gate = self.open_with_gates(gate.fact);
                open = self.union(open, gate);
            }
        }
        open
    }

    fn one(&mut self, slot: FactSlot, answers: Answers) -> SetId {
        let place = self.place(slot);
        self.scratch.sets.one(Asked::new(place, slot, answers))
    }

    /// A fact with one of some answers, and every gate before it that is open, answered so that it opens.
    pub(super) fn asked(&mut self, slot: FactSlot, answers: Option<Answers>) -> Need {
        let mut asked = Some(self.one(slot, answers?));
        for gate in self.gates(slot) {
            if self.is_open(gate.fact) {
                let gate = self.asked(gate.fact, gate.opens);
                asked = self.both(asked, gate);
            }
        }
        self.allowed(asked)
    }

    /// The cheapest answer to a gate that closes the fact.
    pub(super) fn closed(&mut self, slot: FactSlot) -> Need {
        let mut best = None;
        for gate in self.gates(slot) {
            if self.is_open(gate.fact) {
                let answered = self.asked(gate.fact, gate.closes);
                // A gate that does not apply is itself not met.
                let closed = self.closed(gate.fact);
                best = self.cheaper(best, self.cheaper(answered, closed));
            }
        }
        best
    }

    /// Only what may be asked, while it is tried whether a part of a way out is enough.
    fn allowed(&self, need: Need) -> Need {
        match &self.within {
            Some(within) => need.filter(|need| self.scratch.sets.get(*need).iter().all(|asked| within.contains(asked.slot()))),
            None => need,
        }
    }
}
