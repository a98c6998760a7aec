//! `a ? b : c`.

use super::needs::{Waits, Weighed, both};
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
                let yes = self.cheaper(both(asked.yes(), a.yes()), both(asked.no(), b.yes()));
                let through = self.cheaper(both(asked.yes(), a.no()), both(asked.no(), b.no()));
                let no = self.cheaper(through, both(a.no(), b.no()));
                Weighed::Waits(Waits { now: Operand::Open, open: open.with(&a.open()).with(&b.open()), yes, no, condition: true })
            }
            IfKind::Value => {
                let yes = self.cheaper(both(asked.yes(), self.value_of(&a)), both(asked.no(), self.value_of(&b)));
                let no = self.cheaper(both(asked.yes(), a.nothing()), both(asked.no(), b.nothing()));
                // It waits on its condition, and on that branch which lacks less.
                let lacks = if b.open().len() < a.open().len() { b.open() } else { a.open() };
                Weighed::Waits(Waits { now: Operand::Open, open: open.with(&lacks), yes, no, condition: false })
            }
        }
    }
}
