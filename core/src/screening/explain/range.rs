//! What a number that is open can still become, so that no way out is promised that no answer can take.

use super::needs::{Waits, Weighed};
use crate::fact::{FactId, FactKind, Number};
use crate::pack::lang::ast::{ArithmeticOp, CompareOp};
use crate::pack::lang::program::{FactSlot, KeyTest, Kids, NodeId, Operand, TableId};
use crate::screening::evaluate::Evaluator;

/// The least and the greatest value; none where they are not known.
pub(super) type Range = Option<(Number, Number)>;

/// A range of [`Ranges`]. Few parts of an expression are numbers, and so none carries a whole range around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screening) struct RangeId(u32);

impl RangeId {
    pub(super) const UNKNOWN: Self = Self(u32::MAX);
}

/// What the numbers of one assessment can still become.
#[derive(Default)]
pub(in crate::screening) struct Ranges(Vec<(Number, Number)>);

impl Ranges {
    pub(in crate::screening) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn get(&self, id: RangeId) -> Range {
        self.0.get(id.0 as usize).copied()
    }

    fn keep(&mut self, range: Range) -> RangeId {
        let Some(range) = range else { return RangeId::UNKNOWN };
        self.0.push(range);
        u32::try_from(self.0.len() - 1).map_or(RangeId::UNKNOWN, RangeId)
    }
}

/// Whether some value of one range stands in this order to some value of another.
pub(super) fn can_hold(op: CompareOp, left: Range, right: Range) -> bool {
    let (Some((a, b)), Some((c, d))) = (left, right) else { return true };
    match op {
        CompareOp::Less => a < d,
        CompareOp::LessOrEqual => a <= d,
        CompareOp::Greater => b > c,
        CompareOp::GreaterOrEqual => b >= c,
        CompareOp::Equal => a <= d && c <= b,
        CompareOp::NotEqual => a != b || c != d || a != c,
    }
}

pub(super) fn arithmetic(op: ArithmeticOp, left: Range, right: Range) -> Range {
    let ((a, b), (c, d)) = (left?, right?);
    match op {
        ArithmeticOp::Add => a.add(c).zip(b.add(d)),
        ArithmeticOp::Subtract => a.sub(d).zip(b.sub(c)),
        ArithmeticOp::Multiply => around([a.mul(c)?, a.mul(d)?, b.mul(c)?, b.mul(d)?]),
        ArithmeticOp::Divide if c <= Number::ZERO && d >= Number::ZERO => None,
        ArithmeticOp::Divide => around([a.div(c)?, a.div(d)?, b.div(c)?, b.div(d)?]),
    }
}

fn around(corners: [Number; 4]) -> Range {
    corners.iter().min().copied().zip(corners.iter().max().copied())
}

pub(super) fn rounded(of: Range, step: Operand) -> Range {
    let ((low, high), Operand::Number(step)) = (of?, step) else { return None };
    low.round_half_up(step).zip(high.round_half_up(step))
}

pub(super) fn negative(of: Range) -> Range {
    let (low, high) = of?;
    high.neg().zip(low.neg())
}

/// Both together.
pub(super) fn either(left: Range, right: Range) -> Range {
    let ((a, b), (c, d)) = (left?, right?);
    Some((a.min(c), b.max(d)))
}

impl Evaluator<'_> {
    /// What a number is, or can become.
    pub(super) fn range(&self, weighed: &Weighed) -> Range {
        match weighed {
            Weighed::Known(Operand::Number(number)) => Some((*number, *number)),
            Weighed::Known(_) => None,
            Weighed::Waits(waits) => self.scratch.ranges.get(waits.range),
        }
    }

    pub(super) fn keep_range(&mut self, range: Range) -> RangeId {
        self.scratch.ranges.keep(range)
    }

    /// The same with another range.
    pub(super) fn ranged(&mut self, weighed: Weighed, change: impl FnOnce(Range) -> Range) -> Weighed {
        let range = self.range(&weighed);
        match weighed {
            Weighed::Waits(waits) => Weighed::Waits(Waits { range: self.keep_range(change(range)), ..waits }),
            known => known,
        }
    }

    /// What can be recorded for a fact.
    pub(super) fn range_of(&self, slot: FactSlot) -> Range {
        let facts = self.pack.dictionary();
        if slot.index() >= facts.len() {
            return None;
        }
        match &facts.get(FactId(slot.0)).kind {
            FactKind::Number { min, max, .. } => (*min).zip(*max),
            _ => None,
        }
    }

    /// The numbers of a column in the rows that can still be looked up.
    pub(super) fn range_of_column(&mut self, table: TableId, keys: Kids, column: u8, at: u16) -> Range {
        let program = self.program;
        let keys: Vec<_> = program.kids(keys).iter().map(|key: &NodeId| self.weigh(*key, at)).collect();
        let mut range = None;
        for row in program.tables.get(table.index()).map(|table| table.rows.as_slice()).unwrap_or_default() {
            let reached = row.keys.iter().zip(&keys).all(|(test, key)| self.can_fit(test, key));
            if let (true, Some(Operand::Number(number))) = (reached, row.values.get(usize::from(column))) {
                let (low, high) = range.unwrap_or((*number, *number));
                range = Some((low.min(*number), high.max(*number)));
            }
        }
        range
    }

    fn can_fit(&self, test: &KeyTest, key: &Weighed) -> bool {
        match (test, key) {
            (_, Weighed::Known(value)) => self.fits(test, *value),
            (KeyTest::Number { from, to, half_open }, Weighed::Waits(_)) => self.range(key).is_none_or(|(low, high)| {
                let begins = to.is_none_or(|to| if *half_open { low < to } else { low <= to });
                begins && from.is_none_or(|from| high >= from)
            }),
            _ => true,
        }
    }
}
