//! Sums of the items of a collection.

use super::collection::Items;
use super::{Evaluator, Whole};
use crate::fact::Number;
use crate::pack::lang::program::{NodeId, Operand};

/// What the items of a collection add up to. Rules that read a score mostly ask for both.
#[derive(Clone, Copy)]
pub(in crate::screening) struct Sums {
    /// Of all items: one that does not apply makes the sum not apply, one that is open leaves it open.
    all: Operand,
    /// Of what is answered; a list that does not apply has none.
    so_far: Operand,
}

impl Evaluator<'_> {
    #[inline(never)]
    pub(super) fn sum(&mut self, list: NodeId, at: u16) -> Operand {
        self.sums(list, at).all
    }

    #[inline(never)]
    pub(super) fn sum_so_far(&mut self, list: NodeId, at: u16) -> Operand {
        self.sums(list, at).so_far
    }

    #[inline(never)]
    pub(super) fn mean(&mut self, over: NodeId, at: u16) -> Operand {
        let items = self.items(over, at);
        let count = Number::integer(i64::try_from(self.count_items(items)).unwrap_or(i64::MAX));
        match self.add_up(items).all {
            Operand::Number(sum) => sum.div(count).map_or(Operand::Absent, Operand::Number),
            other => other,
        }
    }

    /// The sums of a collection. Those of one with a name are kept with its items.
    fn sums(&mut self, over: NodeId, at: u16) -> Sums {
        let name = self.kept_collection(over, at);
        if let Some(sums) = name.and_then(|name| self.scratch.kept_sums(name)) {
            return sums;
        }
        let items = self.items(over, at);
        let sums = self.add_up(items);
        if let Some(name) = name {
            self.scratch.keep_sums(name, sums);
        }
        sums
    }

    fn add_up(&mut self, items: Items) -> Sums {
        let found = self.scratch.items(items);
        let (mut absent, mut open) = (matches!(items.whole, Whole::Absent | Whole::NoReading), items.whole == Whole::Open);
        let (mut all_count, mut so_far) = (true, Some(Number::ZERO));
        for item in found {
            match points(item) {
                Some(points) => so_far = so_far.and_then(|sum| sum.add(points)),
                None => all_count = false,
            }
            absent |= matches!(item, Operand::Absent);
            open |= matches!(item, Operand::Open);
        }
        self.drop_items(items);
        let so_far = so_far.map_or(Operand::Absent, Operand::Number);
        let all = match (absent, open) {
            (false, false) if all_count => so_far,
            (false, true) => Operand::Open,
            _ => Operand::Absent,
        };
        Sums { all, so_far: if items.whole == Whole::Absent { Operand::Absent } else { so_far } }
    }
}

/// What an item adds to a sum: a yes counts 1.
fn points(item: &Operand) -> Option<Number> {
    match item {
        Operand::Number(number) => Some(*number),
        Operand::Bool(value) => Some(if *value { Number::ONE } else { Number::ZERO }),
        _ => None,
    }
}
