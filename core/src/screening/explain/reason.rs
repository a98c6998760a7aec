//! `because`: the comparisons that made a rule true.

use crate::pack::lang::program::{Context, DefId, DefKind, FactSlot, Kids, Node, NodeId, Operand, TestId};
use crate::pack::{ContextName, FactRef, Name, Pack};
use crate::screening::assessment::{Limits, Reason, ReasonTest};
use crate::screening::evaluate::{Evaluator, TODAY, Truth};

impl Evaluator<'_> {
    /// The comparisons that made a definition true today, in order, each once.
    pub(in crate::screening) fn because(&mut self, def: DefId) -> Vec<Reason> {
        let mut reasons = Vec::new();
        self.scratch.with_inputs.clear();
        self.explain_def(def, TODAY, true, &mut reasons);
        reasons
    }

    fn explain_def(&mut self, def: DefId, at: u16, outcome: bool, reasons: &mut Vec<Reason>) {
        if let Some(value) = self.program.defs.get(def.index()).map(|def| def.value)
            && self.concern(def, at) == crate::screening::evaluate::Concern::Applies
        {
            self.in_named(|inner| inner.explain(value, at, outcome, reasons));
        }
    }

    /// What made a condition come out as it did.
    pub(super) fn explain(&mut self, id: NodeId, at: u16, outcome: bool, reasons: &mut Vec<Reason>) {
        match *self.program.look_at(id) {
            Node::Not(of) => self.explain(of, at, !outcome, reasons),
            // All parts of a conjunction that is true are true, and all of a disjunction that is false are false.
            Node::And(kids) if outcome => self.explain_all(kids, at, outcome, reasons),
            Node::Or(kids) if !outcome => self.explain_all(kids, at, outcome, reasons),
            Node::And(kids) | Node::Or(kids) => self.explain_kids(kids, at, outcome, reasons),
            Node::Def(def) => self.explain_def(def, at, outcome, reasons),
            Node::At { visit, of } => {
                if let Operand::Visit(visit) = self.eval(visit, at) {
                    self.explain(of, visit, outcome, reasons);
                }
            }
            Node::Fact(_) | Node::Context(_) | Node::Field { .. } => self.explain_answer(id, at, outcome, reasons),
            Node::Local(slot) => {
                self.at_origin(slot, |inner, origin, at| inner.explain(origin, at, outcome, reasons));
            }
            Node::Compare { left, right, test, .. } => {
                self.explain_comparison((left, right), ReasonTest::Written { test, negated: !outcome }, at, reasons);
            }
            Node::In { item, among, test } => {
                let limits = self.program.kids(among).iter().filter_map(|kid| {
                    let limit = self.eval(*kid, at);
                    self.subject.value(limit)
                });
                let limits = limits.collect();
                self.explain_test(item, limits, ReasonTest::Written { test, negated: !outcome }, at, reasons);
            }
            Node::Holds { set, test, .. } => {
                self.explain_test(set, Limits::new(), ReasonTest::Written { test, negated: !outcome }, at, reasons)
            }
            Node::IsUnknown { fact, test } if outcome => self.explain_unknown(fact, test, at, reasons),
            Node::IsTrue(of) if outcome => self.explain(of, at, true, reasons),
            Node::If { condition, yes, no, .. } => match self.truth(condition, at) {
                Truth::Yes => {
                    self.explain(condition, at, true, reasons);
                    self.explain(yes, at, outcome, reasons);
                }
                Truth::No => {
                    self.explain(condition, at, false, reasons);
                    self.explain(no, at, outcome, reasons);
                }
                // False whichever way the condition goes.
                Truth::Open => {
                    self.explain(yes, at, outcome, reasons);
                    self.explain(no, at, outcome, reasons);
                }
            },
            Node::Count { kind, of, test } => self.explain_count(kind, of, test, at, outcome, reasons),
            Node::Exists { over, body, .. } | Node::All { over, body, .. } => self.explain_items(over, body, at, outcome, reasons),
            Node::Begun { list, test } if outcome => self.explain_begun(list, test, at, reasons),
            // "Not answered" and "not true" are no reasons.
            _ => {}
        }
    }

    fn explain_all(&mut self, kids: Kids, at: u16, outcome: bool, reasons: &mut Vec<Reason>) {
        for kid in self.program.kids(kids) {
            self.explain(*kid, at, outcome, reasons);
        }
    }

    /// A yes-or-no fact. For one that rightly was not asked speak the gates that are not met.
    fn explain_answer(&mut self, id: NodeId, at: u16, outcome: bool, reasons: &mut Vec<Reason>) {
        let Some((of, visit)) = self.name_of(id, at) else { return };
        if self.eval(id, at) != Operand::Bool(outcome) {
            return;
        }
        if let Name::Fact(FactRef(slot)) = of
            && !self.fact_is_answered(FactSlot(slot), visit)
        {
            return self.explain_gates(FactSlot(slot), visit, reasons);
        }
        let test = if outcome { ReasonTest::Yes } else { ReasonTest::No };
        self.push(Reason::new(of, self.subject.value(Operand::Bool(outcome)), test, self.day(visit)), reasons);
    }

    fn explain_gates(&mut self, slot: FactSlot, at: u16, reasons: &mut Vec<Reason>) {
        for gate in self.gates(slot).iter().map(|gate| gate.fact) {
            let operand = self.fact(gate, at);
            let test = match operand {
                Operand::Bool(true) => ReasonTest::Yes,
                Operand::Bool(false) => ReasonTest::No,
                _ => ReasonTest::Input,
            };
            if self.fact_is_answered(gate, at) {
                let name = Name::Fact(FactRef(gate.0));
                self.push(Reason::new(name, self.subject.value(operand), test, self.day(at)), reasons);
            } else {
                self.explain_gates(gate, at, reasons);
            }
        }
    }

    fn explain_comparison(&mut self, sides: (NodeId, NodeId), test: ReasonTest, at: u16, reasons: &mut Vec<Reason>) {
        let (left, right) = (self.eval(sides.0, at), self.eval(sides.1, at));
        if left == Operand::Absent || right == Operand::Absent {
            return;
        }
        // A constant on the left is the limit of what stands on the right.
        let ((of, value), (limit, limit_value)) = match self.program.node(sides.0) {
            Node::Constant(_) => ((sides.1, right), (sides.0, left)),
            _ => ((sides.0, left), (sides.1, right)),
        };
        let limits = self.subject.value(limit_value).map_or_else(Limits::new, |limit| Limits::from_buf([limit]));
        self.explain_value((of, value), limits, test, at, reasons);
        self.add_inputs(limit, at, reasons);
    }

    fn explain_test(&mut self, of: NodeId, limits: Limits, test: ReasonTest, at: u16, reasons: &mut Vec<Reason>) {
        let value = self.eval(of, at);
        if value != Operand::Absent {
            self.explain_value((of, value), limits, test, at, reasons);
        }
    }

    /// The line for a test of something, followed by the inputs of what is computed.
    fn explain_value(&mut self, of: (NodeId, Operand), limits: Limits, test: ReasonTest, at: u16, reasons: &mut Vec<Reason>) {
        let (of, value) = of;
        let (name, visit) = self.name_of(of, at).unwrap_or_else(|| (calculation(test), at));
        let items = self.items_that_count(of, at);
        let list = items.is_some();
        let (value, on, items) = (self.subject.value(value), self.day(visit), items.unwrap_or_default());
        self.push(Reason { of: name, value, test, limits, on, items }, reasons);
        if !list && !matches!(name, Name::Fact(_) | Name::Context(_)) {
            self.add_inputs(of, at, reasons);
        }
    }

    fn explain_unknown(&mut self, fact: NodeId, test: TestId, at: u16, reasons: &mut Vec<Reason>) {
        if let Some((of, visit)) = self.name_of(fact, at) {
            self.push(Reason::new(of, None, ReasonTest::Written { test, negated: false }, self.day(visit)), reasons);
        }
    }

    /// The facts that a computed value was made from.
    fn add_inputs(&mut self, id: NodeId, at: u16, reasons: &mut Vec<Reason>) {
        match *self.program.look_at(id) {
            Node::Fact(slot) if self.fact_is_answered(slot, at) => {
                let value = self.subject.value(self.fact(slot, at));
                self.push(Reason::new(Name::Fact(FactRef(slot.0)), value, ReasonTest::Input, self.day(at)), reasons);
            }
            Node::Def(def) => {
                // A second time would add nothing.
                if !self.scratch.with_inputs.contains(&(def, at))
                    && let Some(value) = self.program.defs.get(def.index()).map(|def| def.value)
                {
                    self.scratch.with_inputs.push((def, at));
                    self.in_named(|inner| inner.add_inputs(value, at, reasons));
                }
            }
            Node::At { visit, of } => {
                if let Operand::Visit(visit) = self.eval(visit, at) {
                    self.add_inputs(of, visit, reasons);
                }
            }
            Node::Field { reading, field } => {
                if let Operand::Reading(reading) = self.eval(reading, at)
                    && let Some(node) = self.field_node(reading, field)
                {
                    self.in_named(|inner| inner.add_inputs(node, reading.visit, reasons));
                }
            }
            Node::If { condition, yes, no, .. } => {
                let branch = if self.truth(condition, at) == Truth::Yes { yes } else { no };
                self.add_inputs(branch, at, reasons);
            }
            Node::Arithmetic { left, right, .. } | Node::Choose { left, right, .. } | Node::MonthsBetween(left, right) => {
                self.add_inputs(left, at, reasons);
                self.add_inputs(right, at, reasons);
            }
            Node::Shift { date: of, .. } | Node::Round { of, .. } | Node::Negative(of) | Node::Column { row: of, .. } => {
                self.add_inputs(of, at, reasons);
            }
            Node::Month(of) | Node::MonthStart(of) => self.add_inputs(of, at, reasons),
            Node::Lookup { keys, .. } => {
                for key in self.program.kids(keys) {
                    self.add_inputs(*key, at, reasons);
                }
            }
            Node::Sum(over) | Node::Least(over) | Node::Greatest(over) | Node::Mean(over) => self.add_item_inputs(over, at, reasons),
            _ => {}
        }
    }

    fn add_item_inputs(&mut self, over: NodeId, at: u16, reasons: &mut Vec<Reason>) {
        if let Node::Map { over, body } = self.program.node(over) {
            let items = self.items(over, at);
            for index in 0..self.count_items(items) {
                let item = (self.item(items, index), self.origin(over, index, at));
                self.with_local(item, |inner| inner.add_inputs(body, at, reasons));
            }
            self.drop_items(items);
        }
    }

    /// What a node names, and the visit at which it is read.
    pub(super) fn name_of(&mut self, id: NodeId, at: u16) -> Option<(Name, u16)> {
        Some(match self.program.node(id) {
            Node::Fact(slot) => (Name::Fact(FactRef(slot.0)), at),
            Node::Def(def) => (self.pack.name_of_def(def), at),
            Node::Context(context) => (Name::Context(ContextName::of(context)), at),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => return self.name_of(of, visit),
                _ => return None,
            },
            Node::Field { reading, field } => match self.eval(reading, at) {
                Operand::Reading(reading) => return self.name_of(self.field_node(reading, field)?, reading.visit),
                _ => return None,
            },
            Node::Local(slot) => return self.at_origin(slot, |inner, origin, at| inner.name_of(origin, at)).flatten(),
            Node::Sum(list) | Node::SumSoFar(list) | Node::Size(list) => match self.program.node(list) {
                Node::List(list) => (Pack::name_of_list(list), at),
                Node::Readings(readings) => (Pack::name_of_readings(readings), at),
                Node::CodesOf { set, .. } => return self.name_of(set, at),
                _ => return None,
            },
            _ => return None,
        })
    }

    /// The day of an earlier visit; none for today's.
    pub(super) fn day(&self, at: u16) -> Option<chrono::NaiveDate> {
        self.subject.visit(at).filter(|_| at != TODAY).map(|visit| visit.on)
    }

    pub(super) fn push(&self, reason: Reason, reasons: &mut Vec<Reason>) {
        // An input that stands there with its test already needs no second line.
        let there = |earlier: &Reason| earlier.is_about(&reason) && (reason.test == ReasonTest::Input || *earlier == reason);
        if !reasons.iter().any(there) {
            reasons.push(reason);
        }
    }

    pub(super) fn is_rule_name(&self, def: DefId) -> bool {
        matches!(self.program.defs.get(def.index()).map(|def| def.kind), Some(DefKind::Rule(_)))
    }
}

/// What has no name is called by its expression.
fn calculation(test: ReasonTest) -> Name {
    match test {
        ReasonTest::Written { test, .. } => Name::Calculation(test),
        _ => Name::Context(ContextName::of(Context::On)),
    }
}
