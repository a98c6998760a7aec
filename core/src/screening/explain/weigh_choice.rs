//! `a ? b : c`.

use super::needs::{Need, Waits, Weighed};
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
                let branches = self.union(a.open(), b.open());
                Weighed::Waits(Waits { now: Operand::Open, open: self.union(open, branches), yes, no, condition: true })
            }
            IfKind::Value => {
                let yes = self.either((asked.yes(), self.value_of(&a)), (asked.no(), self.value_of(&b)));
                let no = self.either((asked.yes(), a.nothing()), (asked.no(), b.nothing()));
                // It waits on its condition, and on that branch which lacks less.
                let lacks = if self.len(b.open()) < self.len(a.open()) { b.open() } else { a.open() };
                Weighed::Waits(Waits { now: Operand::Open, open: self.union(open, lacks), yes, no, condition: false })
            }
        }
    }

    /// The cheaper of two ways, each of two needs.
    fn either(&mut self, one: (Need, Need), other: (Need, Need)) -> Need {
        let (one, other) = (self.both(one.0, one.1), self.both(other.0, other.1));
        self.cheaper(one, other)
    }
}
