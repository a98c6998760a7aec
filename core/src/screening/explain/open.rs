//! All facts that the parts of an expression wait for, gathered while it is walked.
//!
//! What belongs together is only put one behind the other, whatever repeats; each definition puts its facts in order once.

use std::ops::Range;

use crate::pack::lang::program::FactSlot;

/// The place of a fact in the form, and behind that its slot: what is asked first is least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::screening) struct Order(u32);

impl Order {
    pub(in crate::screening) fn new(place: u16, slot: FactSlot) -> Self {
        Self(u32::from(place) << 16 | u32::from(slot.0))
    }

    pub(in crate::screening) fn slot(self) -> FactSlot {
        FactSlot((self.0 & 0xffff) as u16)
    }

    pub(in crate::screening) fn place(self) -> u16 {
        (self.0 >> 16) as u16
    }
}

/// Some facts of [`OpenFacts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screening) struct OpenId {
    start: u32,
    len: u32,
}

impl OpenId {
    pub(in crate::screening) const EMPTY: Self = Self { start: 0, len: 0 };

    pub(in crate::screening) fn len(self) -> u32 {
        self.len
    }

    fn range(self) -> Range<usize> {
        let start = self.start as usize;
        start..start + self.len as usize
    }
}

/// The open facts of one assessment. None that was handed out ever changes.
#[derive(Default)]
pub(in crate::screening) struct OpenFacts {
    facts: Vec<Order>,
    /// Working space.
    sorted: Vec<Order>,
}

impl OpenFacts {
    pub(in crate::screening) fn clear(&mut self) {
        self.facts.clear();
    }

    pub(in crate::screening) fn get(&self, id: OpenId) -> &[Order] {
        self.facts.get(id.range()).unwrap_or_default()
    }

    pub(in crate::screening) fn one(&mut self, fact: Order) -> OpenId {
        let start = self.facts.len();
        self.facts.push(fact);
        self.since(start)
    }

    /// The facts of both.
    #[inline]
    pub(in crate::screening) fn gathered(&mut self, left: OpenId, right: OpenId) -> OpenId {
        if right.len == 0 {
            left
        } else if left.len == 0 {
            right
        } else {
            self.append(left, right)
        }
    }

    #[inline(never)]
    fn append(&mut self, left: OpenId, right: OpenId) -> OpenId {
        // The left ones can stay where they are when nothing follows them.
        let start = if left.range().end == self.facts.len() { left.range().start } else { self.copy(left) };
        self.copy(right);
        self.since(start)
    }

    /// The same facts in the order of the form, each once.
    pub(in crate::screening) fn ordered(&mut self, id: OpenId) -> OpenId {
        if self.get(id).is_sorted_by(|one, next| one < next) {
            return id;
        }
        let start = self.facts.len();
        self.sorted.clear();
        self.sorted.extend_from_slice(self.facts.get(id.range()).unwrap_or_default());
        self.sorted.sort_unstable();
        self.sorted.dedup();
        self.facts.extend_from_slice(&self.sorted);
        self.since(start)
    }

    /// Puts some facts behind all others, and says where.
    fn copy(&mut self, id: OpenId) -> usize {
        let start = self.facts.len();
        match self.get(id) {
            [only] => self.facts.push(*only),
            _ => self.facts.extend_from_within(id.range()),
        }
        start
    }

    fn since(&self, start: usize) -> OpenId {
        let len = self.facts.len() - start;
        OpenId { start: u32::try_from(start).unwrap_or(u32::MAX), len: u32::try_from(len).unwrap_or(u32::MAX) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(open: &mut OpenFacts, places: &[u16]) -> OpenId {
        places.iter().fold(OpenId::EMPTY, |all, place| {
            let one = open.one(Order::new(*place, FactSlot(100 - place)));
            open.gathered(all, one)
        })
    }

    fn places(open: &OpenFacts, id: OpenId) -> Vec<u16> {
        open.get(id).iter().map(|order| order.place()).collect()
    }

    proptest! {
        #[test]
        fn what_is_gathered_is_put_in_order_and_nothing_else_changes(
            left in prop::collection::vec(0_u16..30, 0..8),
            right in prop::collection::vec(0_u16..30, 0..8),
        ) {
            let mut open = OpenFacts::default();
            let (a, b) = (of(&mut open, &left), of(&mut open, &right));
            let both = open.gathered(a, b);
            let ordered = open.ordered(both);
            let mut expected = [left.clone(), right.clone()].concat();
            expected.sort_unstable();
            expected.dedup();
            prop_assert_eq!(places(&open, ordered), expected);
            prop_assert_eq!([places(&open, a), places(&open, b)], [left, right]);
        }
    }

    #[test]
    fn a_fact_is_found_by_its_order() {
        let order = Order::new(7, FactSlot(300));
        assert_eq!((order.place(), order.slot()), (7, FactSlot(300)));
        assert!(order < Order::new(8, FactSlot(2)));
    }
}
