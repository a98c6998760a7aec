//! What a number that is open can still become, so that no way out is promised that no answer can take.

use super::needs::Weighed;
use crate::fact::{FactId, FactKind, Number};
use crate::pack::lang::ast::{ArithmeticOp, CompareOp};
use crate::pack::lang::program::{FactSlot, KeyTest, Kids, NodeId, Operand, TableId};
use crate::screening::evaluate::Evaluator;

/// The least and the greatest value; none where they are not known.
pub(super) type Range = Option<(Number, Number)>;

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
    let of = |x: Number, y: Number| match op {
        ArithmeticOp::Add => x.add(y),
        ArithmeticOp::Subtract => x.sub(y),
        ArithmeticOp::Multiply => x.mul(y),
        ArithmeticOp::Divide => x.div(y),
    };
    if op == ArithmeticOp::Divide && c <= Number::ZERO && d >= Number::ZERO {
        return None;
    }
    let corners = [of(a, c)?, of(a, d)?, of(b, c)?, of(b, d)?];
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
            (KeyTest::Number { from, to, half_open }, Weighed::Waits(waits)) => waits.range.is_none_or(|(low, high)| {
                let begins = to.is_none_or(|to| if *half_open { low < to } else { low <= to });
                begins && from.is_none_or(|from| high >= from)
            }),
            _ => true,
        }
    }
}
