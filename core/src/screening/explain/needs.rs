//! What a part of an expression waits for, and the shortest ways out.

use std::cmp::Ordering;

use super::open::OpenId;
use super::range::RangeId;
use super::sets::SetId;
use crate::pack::GateOf;
use crate::pack::lang::program::{FactSlot, Operand};
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
    pub open: OpenId,
    /// The fewest facts that some answers to can make it true, or give it a value.
    pub yes: Need,
    /// The fewest facts that some answers to can make it false, or not apply.
    pub no: Need,
    /// Whether it is a condition and not a value.
    pub condition: bool,
    /// Of a number: what it can still become.
    pub range: RangeId,
}

impl Waits {
    /// A condition that is open.
    pub(super) fn condition(open: OpenId, yes: Need, no: Need) -> Self {
        Self { now: Truth::Open, open, yes, no, condition: true, range: RangeId::UNKNOWN }
    }
}

impl Weighed {
    pub(super) fn truth(&self) -> Truth {
        match self {
            Self::Known(operand) => Truth::from_operand(*operand),
            Self::Waits(waits) => waits.now,
        }
    }

    pub(super) fn open(&self) -> OpenId {
        match self {
            Self::Waits(Waits { now: Truth::Open, open, .. }) => *open,
            _ => OpenId::EMPTY,
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

    /// The same of a fact that need not be asked: then no answer makes it true or false, or gives it a value.
    pub(super) fn if_asked(self, asked: bool) -> Self {
        match self {
            Self::Waits(waits) if !asked => Self::Waits(Waits { yes: None, no: None, ..waits }),
            weighed => weighed,
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
    #[inline]
    pub(super) fn value_of(&mut self, weighed: &Weighed) -> Need {
        match weighed {
            Weighed::Known(Operand::Absent) => None,
            Weighed::Known(_) => Some(SetId::EMPTY),
            Weighed::Waits(waits) if waits.condition => self.decided(waits.yes, waits.no),
            Weighed::Waits(waits) => waits.yes,
        }
    }

    /// What it takes to make a condition true or false.
    fn decided(&mut self, yes: Need, no: Need) -> Need {
        match (yes, no) {
            // A yes-or-no fact has a value with either answer.
            (Some(yes), Some(no)) if self.scratch.sets.same_facts(yes, no) => Some(self.scratch.sets.whatever(yes)),
            _ => self.cheaper(yes, no),
        }
    }

    /// The need for fewer facts; of two for equally many the one that the form asks first.
    #[inline]
    pub(super) fn cheaper(&self, left: Need, right: Need) -> Need {
        let (Some(one), Some(other)) = (left, right) else { return left.or(right) };
        let first = match one.len().cmp(&other.len()) {
            Ordering::Less => true,
            Ordering::Greater => false,
            Ordering::Equal => self.is_asked_first(one, other),
        };
        if first { left } else { right }
    }

    #[inline(never)]
    fn is_asked_first(&self, one: SetId, other: SetId) -> bool {
        one == other || self.asked_first(one) <= self.asked_first(other)
    }

    /// A need that lies within some facts that are in order.
    pub(super) fn within(&self, need: Need, whole: OpenId) -> Need {
        need.filter(|need| self.scratch.sets.is_within(*need, self.scratch.open.get(whole)))
    }

    /// Both needs together.
    pub(super) fn both(&mut self, left: Need, right: Need) -> Need {
        self.scratch.sets.join(left?, right?)
    }

    /// What either of two parts waits for.
    #[inline]
    pub(super) fn gathered(&mut self, left: OpenId, right: OpenId) -> OpenId {
        self.scratch.open.gathered(left, right)
    }

    /// The place in the form of the first of some facts, and of the last one.
    pub(super) fn asked_first(&self, set: SetId) -> (u16, u16) {
        self.scratch.sets.ends(set)
    }

    /// The facts whose answers open a fact.
    pub(super) fn gates(&self, slot: FactSlot) -> &'a [GateOf] {
        self.pack.gates.get(slot.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Those of them that are open.
    #[inline]
    pub(super) fn open_gates(&self, slot: FactSlot) -> impl Iterator<Item = &'a GateOf> + use<'a> {
        let subject = self.subject;
        let is_open = |state| matches!(state, State::Open | State::Unknown);
        self.gates(slot).iter().filter(move |gate| subject.cell(gate.fact).is_some_and(|cell| is_open(cell.state)))
    }
}
