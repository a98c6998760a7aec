//! The sets of facts of one assessment, in the order in which the form asks for them.
//!
//! Most hold one to four facts. They lie one behind the other in one list and are passed around by their place in it; none ever changes.

#[cfg(test)]
mod tests;

use std::num::NonZeroU64;
use std::ops::Range;

use super::open::Order;
use crate::pack::lang::program::FactSlot;
use crate::pack::{Answers, FactSet};

/// A set of [`Sets`]: where it begins, how many facts there are, and whether some of them must be answered in one way. All of it in one
/// word that is never zero, and so a [`Need`](super::needs::Need) too: nothing else is copied and passed around as much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screening) struct SetId(NonZeroU64);

impl SetId {
    pub(in crate::screening) const EMPTY: Self = Self(NonZeroU64::MIN);

    /// The bits from the highest on: `start`, `len`, `answered`, and the one that is always set.
    fn new(start: u32, len: u16, answered: bool) -> Self {
        Self(NonZeroU64::MIN | u64::from(start) << 32 | u64::from(len) << 16 | u64::from(answered) << 1)
    }

    fn start(self) -> u32 {
        (self.0.get() >> 32) as u32
    }

    pub(in crate::screening) fn len(self) -> u16 {
        (self.0.get() >> 16 & 0xffff) as u16
    }

    fn is_answered(self) -> bool {
        self.0.get() & 0b10 != 0
    }

    fn range(self) -> Range<usize> {
        let start = self.start() as usize;
        start..start + usize::from(self.len())
    }
}

/// A fact to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screening) struct Asked {
    order: Order,
    /// The answers that would do.
    answers: Answers,
}

impl Asked {
    pub(in crate::screening) fn new(order: Order, answers: Answers) -> Self {
        Self { order, answers }
    }

    pub(in crate::screening) fn slot(self) -> FactSlot {
        self.order.slot()
    }

    fn place(self) -> u16 {
        self.order.place()
    }

    /// The same fact with the answers of both, unless they contradict each other.
    fn joined(self, other: Self) -> Option<Self> {
        Some(Self { answers: self.answers.both(other.answers)?, ..self })
    }
}

#[derive(Default)]
pub(in crate::screening) struct Sets {
    facts: Vec<Asked>,
}

impl Sets {
    pub(in crate::screening) fn clear(&mut self) {
        self.facts.clear();
    }

    /// The facts of a set, in the order of the form.
    pub(in crate::screening) fn get(&self, id: SetId) -> &[Asked] {
        self.facts.get(id.range()).unwrap_or_default()
    }

    pub(in crate::screening) fn facts(&self, id: SetId) -> FactSet {
        let mut facts = FactSet::EMPTY;
        self.get(id).iter().for_each(|asked| facts.insert(asked.slot()));
        facts
    }

    /// The place in the form of the first fact, and of the last one.
    pub(in crate::screening) fn ends(&self, id: SetId) -> (u16, u16) {
        match self.get(id) {
            [only] => (only.place(), only.place()),
            [first, .., last] => (first.place(), last.place()),
            [] => (u16::MAX, 0),
        }
    }

    /// Whether all facts of a set are among some that are in order.
    pub(in crate::screening) fn is_within(&self, id: SetId, whole: &[Order]) -> bool {
        self.get(id).iter().all(|asked| whole.binary_search(&asked.order).is_ok())
    }

    /// Whether both ask for the same facts, whatever the answers.
    pub(in crate::screening) fn same_facts(&self, one: SetId, other: SetId) -> bool {
        one.len() == other.len() && self.get(one).iter().map(|asked| asked.order).eq(self.get(other).iter().map(|asked| asked.order))
    }

    pub(in crate::screening) fn one(&mut self, asked: Asked) -> SetId {
        let start = self.facts.len();
        self.facts.push(asked);
        self.since(start, asked.answers != Answers::ANY)
    }

    /// Some facts that are in order, whatever their answers.
    pub(in crate::screening) fn of(&mut self, facts: &[Order]) -> SetId {
        let start = self.facts.len();
        self.facts.extend(facts.iter().map(|order| Asked::new(*order, Answers::ANY)));
        self.since(start, false)
    }

    /// The same facts, whatever their answers.
    #[inline]
    pub(in crate::screening) fn whatever(&mut self, id: SetId) -> SetId {
        if id.is_answered() { self.without_answers(id) } else { id }
    }

    fn without_answers(&mut self, id: SetId) -> SetId {
        let start = self.copy(id);
        self.facts.iter_mut().skip(start).for_each(|asked| asked.answers = Answers::ANY);
        self.since(start, false)
    }

    /// The facts of both, whatever their answers.
    #[inline]
    pub(in crate::screening) fn union(&mut self, left: SetId, right: SetId) -> SetId {
        let (left, right) = (self.whatever(left), self.whatever(right));
        // Where there are no answers they cannot contradict each other.
        self.join(left, right).unwrap_or(left)
    }

    /// The facts and answers of both; none when they would have to answer one fact both ways.
    #[inline]
    pub(in crate::screening) fn join(&mut self, left: SetId, right: SetId) -> Option<SetId> {
        if right.len() == 0 {
            Some(left)
        } else if left.len() == 0 {
            Some(right)
        } else {
            self.join_some(left, right)
        }
    }

    fn join_some(&mut self, left: SetId, right: SetId) -> Option<SetId> {
        let (one, other) = (self.get(left), self.get(right));
        if left == right {
            Some(left)
        } else if is_before(one, other) {
            Some(self.joined(left, right))
        } else if is_before(other, one) {
            Some(self.joined(right, left))
        } else {
            self.merged(left, right)
        }
    }

    /// A set with one that is asked after all of it.
    #[inline]
    fn joined(&mut self, left: SetId, right: SetId) -> SetId {
        // The left one can stay where it is when nothing follows it.
        let start = if left.range().end == self.facts.len() { left.range().start } else { self.copy(left) };
        self.copy(right);
        self.since(start, left.is_answered() || right.is_answered())
    }

    fn merged(&mut self, left: SetId, right: SetId) -> Option<SetId> {
        let start = self.copy(left);
        self.add(start, right)?;
        Some(self.since(start, left.is_answered() || right.is_answered()))
    }

    /// Adds the facts of a set to one that begins at a place and that nothing follows; none when their answers contradict each other.
    fn add(&mut self, start: usize, set: SetId) -> Option<()> {
        set.range().try_for_each(|index| self.insert(start, *self.facts.get(index)?))
    }

    fn insert(&mut self, start: usize, asked: Asked) -> Option<()> {
        let place = start + self.facts.get(start..)?.partition_point(|before| before.order < asked.order);
        match self.facts.get_mut(place).filter(|there| there.order == asked.order) {
            Some(there) => *there = there.joined(asked)?,
            None => self.facts.insert(place, asked),
        }
        Some(())
    }

    /// Puts the facts of a set behind all others, and says where.
    #[inline]
    fn copy(&mut self, set: SetId) -> usize {
        let start = self.facts.len();
        match self.get(set) {
            [only] => self.facts.push(*only),
            _ => self.facts.extend_from_within(set.range()),
        }
        start
    }

    /// The set of all facts from a place on.
    fn since(&self, start: usize, answered: bool) -> SetId {
        let len = u16::try_from(self.facts.len() - start).unwrap_or(u16::MAX);
        SetId::new(u32::try_from(start).unwrap_or(u32::MAX), len, answered)
    }
}

/// Whether all of one set is asked before the other.
fn is_before(one: &[Asked], other: &[Asked]) -> bool {
    one.last().zip(other.first()).is_some_and(|(last, first)| last.order < first.order)
}
