//! `a ? b : c`.

use super::needs::{Need, Waits, Weighed};
use super::range::either;
use crate::pack::lang::program::{IfKind, NodeId, Operand};
use crate::screening::evaluate::{Evaluator, Truth};

impl Evaluator<'_> {
    /// Through one branch or the other; a condition is also false when both branches are.
    pub(super) fn weigh_choice(&mut self, condition: NodeId, yes: NodeId, no: NodeId, kind: IfKind, at: u16) -> Weighed {
        let asked = self.weigh(condition, at);
        match asked.truth() {
            Truth::Yes => return self.weigh(yes, at),
            Truth::No => return self.weigh(no, at),
            Truth::Open => {}
        }
        let (a, b) = (self.weigh(yes, at), self.weigh(no, at));
        let open = asked.open();
        match kind {
            IfKind::Condition if a.truth() == Truth::No && b.truth() == Truth::No => Weighed::Known(Operand::Bool(false)),
            IfKind::Condition => {
                let yes = self.either((asked.yes(), a.yes()), (asked.no(), b.yes()));
                let through = self.either((asked.yes(), a.no()), (asked.no(), b.no()));
                let neither = self.both(a.no(), b.no());
                let no = self.cheaper(through, neither);
                let branches = self.gathered(a.open(), b.open());
                Weighed::Waits(Waits::condition(self.gathered(open, branches), yes, no))
            }
            IfKind::Value => {
                // It waits on its condition, and on that branch which lacks less; the shortest way out lies within.
                let [a_open, b_open] = [&a, &b].map(|branch| self.scratch.open.ordered(branch.open()));
                let both = self.gathered(open, if b_open.len() < a_open.len() { b_open } else { a_open });
                let open = self.scratch.open.ordered(both);
                let values = [&a, &b].map(|branch| self.value_of(branch));
                let [a_value, b_value] = values.map(|value| self.within(value, open));
                let [a_nothing, b_nothing] = [&a, &b].map(|branch| self.within(branch.nothing(), open));
                let yes = self.either((asked.yes(), a_value), (asked.no(), b_value));
                let no = self.either((asked.yes(), a_nothing), (asked.no(), b_nothing));
                let range = self.keep_range(either(self.range(&a), self.range(&b)));
                Weighed::Waits(Waits { now: Truth::Open, open, yes, no, condition: false, range })
            }
        }
    }

    /// The cheaper of two ways, each of two needs.
    fn either(&mut self, one: (Need, Need), other: (Need, Need)) -> Need {
        let (one, other) = (self.both(one.0, one.1), self.both(other.0, other.1));
        self.cheaper(one, other)
    }
}
