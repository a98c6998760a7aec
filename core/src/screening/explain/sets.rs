//! The sets of facts of one assessment, in the order in which the form asks for them.
//!
//! Most hold one to four facts. They lie one behind the other in one list and are passed around by their place in it; none ever changes.

use std::cmp::Ordering;
use std::ops::Range;

use super::open::Order;
use crate::pack::lang::program::FactSlot;
use crate::pack::{Answers, FactSet};

/// A set of [`Sets`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screening) struct SetId {
    start: u32,
    len: u16,
    /// Whether some fact of it must be answered in one way.
    answered: bool,
}

impl SetId {
    pub(in crate::screening) const EMPTY: Self = Self { start: 0, len: 0, answered: false };

    pub(in crate::screening) fn len(self) -> u16 {
        self.len
    }

    fn range(self) -> Range<usize> {
        let start = self.start as usize;
        start..start + usize::from(self.len)
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
    /// Working space.
    merged: Vec<Asked>,
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
        one.len == other.len && self.get(one).iter().map(|asked| asked.order).eq(self.get(other).iter().map(|asked| asked.order))
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
        if id.answered { self.without_answers(id) } else { id }
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
        if right.len == 0 {
            Some(left)
        } else if left.len == 0 {
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
    fn joined(&mut self, left: SetId, right: SetId) -> SetId {
        // The left one can stay where it is when nothing follows it.
        let start = if left.range().end == self.facts.len() { left.range().start } else { self.copy(left) };
        self.copy(right);
        self.since(start, left.answered || right.answered)
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

    fn merged(&mut self, left: SetId, right: SetId) -> Option<SetId> {
        let mut merged = std::mem::take(&mut self.merged);
        merged.clear();
        let agree = merge(self.get(left), self.get(right), &mut merged);
        let start = self.facts.len();
        self.facts.extend_from_slice(&merged);
        self.merged = merged;
        if !agree {
            self.facts.truncate(start);
            return None;
        }
        Some(self.since(start, left.answered || right.answered))
    }

    /// The set of all facts from a place on.
    fn since(&self, start: usize, answered: bool) -> SetId {
        let len = u16::try_from(self.facts.len() - start).unwrap_or(u16::MAX);
        SetId { start: u32::try_from(start).unwrap_or(u32::MAX), len, answered }
    }
}

/// Whether all of one set is asked before the other.
fn is_before(one: &[Asked], other: &[Asked]) -> bool {
    one.last().map(|asked| asked.order) < other.first().map(|asked| asked.order)
}

/// Adds the facts of both in order; false when the answers of one fact contradict each other.
fn merge(mut left: &[Asked], mut right: &[Asked], merged: &mut Vec<Asked>) -> bool {
    while let ([one, rest @ ..], [other, other_rest @ ..]) = (left, right) {
        match one.order.cmp(&other.order) {
            Ordering::Less => {
                merged.push(*one);
                left = rest;
            }
            Ordering::Greater => {
                merged.push(*other);
                right = other_rest;
            }
            Ordering::Equal => {
                let Some(both) = one.joined(*other) else { return false };
                merged.push(both);
                (left, right) = (rest, other_rest);
            }
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// The facts and answers of a set, each at the place that is its key.
    type Content = BTreeMap<u16, Option<bool>>;

    fn of(sets: &mut Sets, content: &Content) -> SetId {
        content.iter().fold(SetId::EMPTY, |all, (place, answer)| {
            let one = sets.one(Asked::new(Order::new(*place, FactSlot(100 - place)), answer.map_or(Answers::ANY, Answers::of)));
            sets.join(all, one).unwrap()
        })
    }

    fn content(sets: &Sets, id: SetId) -> Content {
        let facts = sets.get(id);
        assert!(facts.is_sorted_by(|one, next| one.place() < next.place()));
        let answer = |answers| [true, false].into_iter().find(|answer| answers == Answers::of(*answer));
        facts.iter().map(|asked| (asked.place(), answer(asked.answers))).collect()
    }

    fn any_content() -> impl Strategy<Value = Content> {
        prop::collection::btree_map(0_u16..30, prop::option::of(any::<bool>()), 0..8)
    }

    proptest! {
        #[test]
        fn a_union_has_the_facts_of_both_without_answers(left in any_content(), right in any_content()) {
            let mut sets = Sets::default();
            let (a, b) = (of(&mut sets, &left), of(&mut sets, &right));
            let union = sets.union(a, b);
            let facts = left.keys().chain(right.keys()).map(|place| (*place, None)).collect::<Content>();
            prop_assert_eq!(content(&sets, union), facts);
            let whole: Vec<_> = sets.get(union).iter().map(|asked| asked.order).collect();
            prop_assert!(sets.is_within(a, &whole) && sets.is_within(b, &whole));
            let again = sets.of(&whole);
            prop_assert_eq!(content(&sets, again), content(&sets, union));
            prop_assert_eq!([content(&sets, a), content(&sets, b)], [left, right]);
        }

        #[test]
        fn what_is_joined_keeps_answers_that_do_not_contradict(left in any_content(), right in any_content()) {
            let mut sets = Sets::default();
            let (a, b) = (of(&mut sets, &left), of(&mut sets, &right));
            let contradicts = left.iter().any(|(place, answer)| right.get(place).is_some_and(|other| answer.zip(*other).is_some_and(|(a, b)| a != b)));
            let joined = sets.join(a, b);
            prop_assert_eq!(joined.is_none(), contradicts);
            if let Some(joined) = joined {
                let mut both = right.clone();
                for (place, answer) in &left {
                    let kept = both.entry(*place).or_default();
                    *kept = kept.or(*answer);
                }
                prop_assert_eq!(content(&sets, joined), both);
            }
            prop_assert_eq!([content(&sets, a), content(&sets, b)], [left, right]);
        }
    }

    #[test]
    fn sets_are_compared_by_their_facts() {
        let mut sets = Sets::default();
        let [yes, no, two] = [vec![(3, Some(true))], vec![(3, Some(false))], vec![(3, None), (5, None)]]
            .map(|content| of(&mut sets, &content.into_iter().collect()));
        assert!(sets.same_facts(yes, no) && !sets.same_facts(yes, two));
        assert_eq!([sets.ends(yes), sets.ends(two), sets.ends(SetId::EMPTY)], [(3, 3), (3, 5), (u16::MAX, 0)]);
        assert_eq!((two.len(), sets.facts(two).iter().count()), (2, 2));
    }
}
