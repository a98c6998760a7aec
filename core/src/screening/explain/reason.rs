//! `because`: the comparisons that made a rule true.

use std::ops::Range;

use super::reason_value::fact_name;
use crate::fact::Value;
use crate::growth::Index;
use crate::pack::lang::program::{DefId, FactSlot, Kids, Node, NodeId, Operand, TestId};
use crate::pack::{FactRef, Name};
use crate::screening::assessment::{Limits, Reason, ReasonTest};
use crate::screening::evaluate::{Concern, Evaluator, TODAY, Truth};

impl Evaluator<'_> {
    /// Adds the comparisons that made a rule true today to the reasons, in order, each once, and says where they stand.
    pub(in crate::screening) fn because(&mut self, rule: DefId) -> Range<usize> {
        let start = self.scratch.reasons.len();
        self.scratch.reasons_from = start;
        self.scratch.with_inputs.clear();
        if let Some(value) = self.program.defs.get(rule.index()).map(|def| def.value) {
            self.in_named(|inner| inner.explain(value, TODAY, true));
        }
        start..self.scratch.reasons.len()
    }

    #[inline(never)]
    fn explain_def(&mut self, def: DefId, at: u16, outcome: bool) {
        if let Some(value) = self.program.defs.get(def.index()).map(|def| def.value)
            && self.concern(def, at) == Concern::Applies
        {
            self.in_named(|inner| inner.explain(value, at, outcome));
        }
    }

    /// What made a condition come out as it did. Each kind ends in one call, so that none pays for what another needs.
    pub(super) fn explain(&mut self, id: NodeId, at: u16, outcome: bool) {
        match *self.program.look_at(id) {
            Node::Not(of) => self.explain(of, at, !outcome),
            // All parts of a conjunction that is true are true, and all of a disjunction that is false are false.
            Node::And(kids) if outcome => self.explain_all(kids, at, outcome),
            Node::Or(kids) if !outcome => self.explain_all(kids, at, outcome),
            Node::And(kids) | Node::Or(kids) => self.explain_kids(kids, at, outcome),
            Node::Def(def) => self.explain_def(def, at, outcome),
            Node::At { visit, of } => self.explain_at(visit, of, at, outcome),
            Node::Fact(slot) => self.explain_fact(slot, at, outcome),
            Node::Context(_) | Node::Field { .. } | Node::OfService { .. } => self.explain_answer(id, at, outcome),
            Node::OfDose { dose, .. } => self.explain_dose((id, dose), at, outcome),
            Node::Local(slot) => self.explain_local(slot, outcome),
            Node::Compare { left, right, test, .. } => match (self.program.look_at(left), self.program.look_at(right)) {
                (Node::Fact(slot), Node::Constant(limit)) => self.explain_fact_against(*slot, limit, written(test, outcome), at),
                _ => self.explain_comparison((left, right), written(test, outcome), at),
            },
            Node::In { item, among, test } => self.explain_among(item, among, written(test, outcome), at),
            Node::Holds { set, test, .. } => self.explain_test(set, Limits::new(), written(test, outcome), at),
            Node::IsUnknown { fact, test } if outcome => self.explain_unknown(fact, test, at),
            Node::IsTrue(of) if outcome => self.explain(of, at, true),
            Node::If { condition, yes, no, .. } => self.explain_choice(condition, (yes, no), at, outcome),
            Node::Count { kind, of, test } => self.explain_count(kind, of, test, at, outcome),
            Node::Exists { over, body, by_entry } => self.explain_items(over, (body, by_entry), at, outcome),
            Node::All { over, body } => self.explain_items(over, (body, Kids::NONE), at, outcome),
            Node::Begun { list, test } if outcome => self.explain_begun(list, test, at),
            Node::Growth { index, parts, test, .. } => self.explain_flag(index, parts, written(test, outcome), at),
            // "Not answered" and "not true" are no reasons.
            _ => {}
        }
    }

    #[inline(never)]
    fn explain_all(&mut self, kids: Kids, at: u16, outcome: bool) {
        for kid in self.program.kids(kids) {
            self.explain(*kid, at, outcome);
        }
    }

    #[inline(never)]
    fn explain_at(&mut self, visit: NodeId, of: NodeId, at: u16, outcome: bool) {
        if let Operand::Visit(visit) = self.eval(visit, at) {
            self.explain(of, visit, outcome);
        }
    }

    #[inline(never)]
    fn explain_local(&mut self, slot: u8, outcome: bool) {
        self.at_origin(slot, |inner, origin, at| inner.explain(origin, at, outcome));
    }

    #[inline(never)]
    fn explain_choice(&mut self, condition: NodeId, (yes, no): (NodeId, NodeId), at: u16, outcome: bool) {
        match self.truth(condition, at) {
            Truth::Yes => {
                self.explain(condition, at, true);
                self.explain(yes, at, outcome);
            }
            Truth::No => {
                self.explain(condition, at, false);
                self.explain(no, at, outcome);
            }
            // False whichever way the condition goes.
            Truth::Open => {
                self.explain(yes, at, outcome);
                self.explain(no, at, outcome);
            }
        }
    }

    /// A yes or no that is not read as a fact of the visit at hand.
    #[inline(never)]
    fn explain_answer(&mut self, id: NodeId, at: u16, outcome: bool) {
        if let Some((of, visit)) = self.name_of(id, at)
            && self.eval(id, at) == Operand::Bool(outcome)
        {
            match of {
                Name::Fact(FactRef(slot)) => self.explain_fact(FactSlot(slot), visit, outcome),
                _ => self.push_answer(of, outcome, visit),
            }
        }
    }

    /// A yes-or-no fact. For one that rightly was not asked speak the gates that are not met.
    #[inline(never)]
    fn explain_fact(&mut self, slot: FactSlot, at: u16, outcome: bool) {
        if self.fact(slot, at) != Operand::Bool(outcome) {
            return;
        }
        if self.fact_is_answered(slot, at) {
            self.push_answer(fact_name(slot), outcome, at);
        } else {
            self.explain_gates(slot, at);
        }
    }

    /// Something about a dose: the day on which it was given says more than yes or no.
    #[inline(never)]
    fn explain_dose(&mut self, (id, dose): (NodeId, NodeId), at: u16, outcome: bool) {
        if self.eval(id, at) == Operand::Bool(outcome)
            && let Operand::Dose(dose) = self.eval(dose, at)
            && let Some(dose) = self.dose(dose)
        {
            let value = dose.on.map_or(Value::Bool(true), Value::Date);
            let test = if outcome { ReasonTest::Yes } else { ReasonTest::No };
            self.push(Reason::new(Name::Service(dose.service), Some(value), test, None));
        }
    }

    fn push_answer(&mut self, of: Name, answer: bool, at: u16) {
        let test = if answer { ReasonTest::Yes } else { ReasonTest::No };
        self.push(Reason::new(of, Some(Value::Bool(answer)), test, self.day(at)));
    }

    /// A z-score that is beyond what can be, or is not.
    #[inline(never)]
    fn explain_flag(&mut self, index: Index, parts: Kids, test: ReasonTest, at: u16) {
        let z = self.growth(index, false, parts, at);
        if z != Operand::Absent {
            self.push(Reason::new(Name::Growth(index), self.subject.value(z), test, self.day(at)));
            self.add_inputs_of_growth(parts, at);
        }
    }

    #[inline(never)]
    fn explain_gates(&mut self, slot: FactSlot, at: u16) {
        for gate in self.gates(slot).iter().map(|gate| gate.fact) {
            let operand = self.fact(gate, at);
            let test = match operand {
                Operand::Bool(true) => ReasonTest::Yes,
                Operand::Bool(false) => ReasonTest::No,
                _ => ReasonTest::Input,
            };
            if self.fact_is_answered(gate, at) {
                self.push(Reason::new(fact_name(gate), self.subject.value(operand), test, self.day(at)));
            } else {
                self.explain_gates(gate, at);
            }
        }
    }
}

/// A test as it is written in the pack, or its negation.
fn written(test: TestId, outcome: bool) -> ReasonTest {
    ReasonTest::Written { test, negated: !outcome }
}
