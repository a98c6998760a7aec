//! The parts of an `||` or `&&`, taken together.

use super::needs::{Need, Waits, Weighed};
use super::open::OpenId;
use super::sets::SetId;
use crate::pack::lang::program::Operand;
use crate::screening::evaluate::{Evaluator, Truth};

/// The parts so far.
pub(super) struct Joined {
    /// Whether one true part settles the whole, as in `||`, and not one false part, as in `&&`.
    any: bool,
    /// Whether a part settles the whole, whatever is answered.
    settled: bool,
    /// Whether answers can still change a part.
    waits: bool,
    /// How those parts stand together: true when one of them settles the whole as things are.
    now: Truth,
    open: OpenId,
    /// What it takes for one part to settle the whole.
    one: Need,
    /// What it takes for every part to come out the other way.
    each: Need,
}

impl Joined {
    pub(super) fn new(any: bool) -> Self {
        Self { any, settled: false, waits: false, now: Truth::No, open: OpenId::EMPTY, one: None, each: Some(SetId::EMPTY) }
    }

    /// All parts together.
    pub(super) fn weighed(self) -> Weighed {
        let Self { any, settled, waits, now, open, one, each } = self;
        if settled || !waits {
            return Weighed::Known(Operand::Bool(any == settled));
        }
        let (now, yes, no) = if any { (now, one, each) } else { (now.negated(), each, one) };
        Weighed::Waits(Waits { now, ..Waits::condition(open, yes, no) })
    }
}

impl Evaluator<'_> {
    /// Adds a part; true when nothing can change the whole any more.
    #[inline]
    pub(super) fn join(&mut self, joined: &mut Joined, part: &Weighed) -> bool {
        match part {
            Weighed::Known(operand) => {
                let settling = if joined.any { Truth::Yes } else { Truth::No };
                joined.settled = Truth::from_operand(*operand) == settling;
            }
            Weighed::Waits(waits) => self.join_waiting(joined, waits),
        }
        joined.settled
    }

    #[inline(never)]
    fn join_waiting(&mut self, joined: &mut Joined, part: &Waits) {
        let (now, one, other) = if joined.any { (part.now, part.yes, part.no) } else { (part.now.negated(), part.no, part.yes) };
        joined.waits = true;
        joined.now = joined.now.or(now);
        joined.one = self.cheaper(joined.one, one);
        joined.each = self.both(joined.each, other);
        if now == Truth::Open {
            joined.open = self.gathered(joined.open, part.open);
        }
    }
}
