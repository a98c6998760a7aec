//! The reasons that a test of a value gives.

use crate::fact::Value;
use crate::pack::lang::program::{Context, FactSlot, Kids, Node, NodeId, Operand, TestId};
use crate::pack::{ContextName, FactRef, Name, Pack};
use crate::screening::assessment::{Limits, Reason, ReasonTest};
use crate::screening::evaluate::{Evaluator, TODAY};

impl Evaluator<'_> {
    /// Most comparisons are of a fact with a constant.
    #[inline(never)]
    pub(super) fn explain_fact_against(&mut self, slot: FactSlot, limit: &Operand, test: ReasonTest, at: u16) {
        let value = if at == TODAY { *self.subject.operand(slot) } else { self.fact(slot, at) };
        if !matches!(value, Operand::Absent) {
            let limits = limits(self.subject.value(*limit));
            let (of, value, on) = (fact_name(slot), self.subject.value(value), self.day(at));
            self.push(Reason { of, value, test, limits, on, items: Vec::new() });
        }
    }

    #[inline(never)]
    pub(super) fn explain_comparison(&mut self, (left, right): (NodeId, NodeId), test: ReasonTest, at: u16) {
        // A constant on the left is the limit of what stands on the right.
        let (of, limit) = if matches!(self.program.look_at(left), Node::Constant(_)) { (right, left) } else { (left, right) };
        let (value, against) = (self.eval(of, at), self.eval(limit, at));
        if matches!(value, Operand::Absent) || matches!(against, Operand::Absent) {
            return;
        }
        let limits = limits(self.subject.value(against));
        self.explain_value((of, value), limits, test, at);
        if !matches!(self.program.look_at(limit), Node::Constant(_)) {
            self.add_inputs(limit, at);
        }
    }

    #[inline(never)]
    pub(super) fn explain_among(&mut self, item: NodeId, among: Kids, test: ReasonTest, at: u16) {
        let among = self.program.kids(among);
        let mut limits = Limits::with_capacity(among.len());
        for limit in among {
            let limit = self.eval(*limit, at);
            limits.extend(self.subject.value(limit));
        }
        self.explain_test(item, limits, test, at);
    }

    #[inline(never)]
    pub(super) fn explain_test(&mut self, of: NodeId, limits: Limits, test: ReasonTest, at: u16) {
        let value = self.eval(of, at);
        if value != Operand::Absent {
            self.explain_value((of, value), limits, test, at);
        }
    }

    /// The line for a test of something, followed by the inputs of what is computed.
    #[inline]
    fn explain_value(&mut self, (of, value): (NodeId, Operand), limits: Limits, test: ReasonTest, at: u16) {
        let value = self.subject.value(value);
        match *self.program.look_at(of) {
            // Most tests are of a fact, which has neither items nor inputs.
            Node::Fact(slot) => self.push(Reason { limits, ..Reason::new(fact_name(slot), value, test, self.day(at)) }),
            _ => self.explain_computed((of, value), limits, test, at),
        }
    }

    #[inline(never)]
    fn explain_computed(&mut self, (of, value): (NodeId, Option<Value>), limits: Limits, test: ReasonTest, at: u16) {
        let (name, visit) = self.name_of(of, at).unwrap_or_else(|| (calculation(test), at));
        let items = self.items_that_count(of, at);
        let has_inputs = items.is_none() && !matches!(name, Name::Fact(_) | Name::Context(_) | Name::Service(_));
        self.push(Reason { of: name, value, test, limits, on: self.day(visit), items: items.unwrap_or_default() });
        if has_inputs {
            self.add_inputs(of, at);
        }
    }

    #[inline(never)]
    pub(super) fn explain_unknown(&mut self, fact: NodeId, test: TestId, at: u16) {
        if let Some((of, visit)) = self.name_of(fact, at) {
            self.push(Reason::new(of, None, ReasonTest::Written { test, negated: false }, self.day(visit)));
        }
    }

    /// What a node names, and the visit at which it is read.
    pub(super) fn name_of(&mut self, id: NodeId, at: u16) -> Option<(Name, u16)> {
        Some(match *self.program.look_at(id) {
            Node::Fact(slot) => (fact_name(slot), at),
            Node::Def(def) => (self.pack.name_of_def(def), at),
            Node::Context(context) => (Name::Context(ContextName(context)), at),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => return self.name_of(of, visit),
                _ => return None,
            },
            Node::Field { reading, field } => match self.eval(reading, at) {
                Operand::Reading(reading) => return self.name_of(self.field_node(reading, field)?, reading.visit),
                _ => return None,
            },
            Node::OfService { service, .. } => match self.eval(service, at) {
                Operand::Service(service) => (Name::Service(service), TODAY),
                _ => return None,
            },
            Node::OfDose { dose, .. } => (Name::Service(self.service_of_dose(dose, at)?), TODAY),
            Node::Local(slot) => return self.at_origin(slot, |inner, origin, at| inner.name_of(origin, at)).flatten(),
            Node::Sum(list) | Node::SumSoFar(list) | Node::Size(list) => match *self.program.look_at(list) {
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
        if at == TODAY { None } else { self.subject.visit(at).map(|visit| visit.on) }
    }

    /// Adds a reason, unless the rule has one that says the same. It is put together where it stands: to look at it before would be to copy it.
    #[inline]
    pub(super) fn push(&mut self, reason: Reason) {
        self.scratch.reasons.push(reason);
        if self.scratch.reasons.len() > self.scratch.reasons_from + 1 {
            self.drop_what_is_said();
        }
    }

    #[inline(never)]
    fn drop_what_is_said(&mut self) {
        let of_this_rule = self.scratch.reasons.get(self.scratch.reasons_from..).unwrap_or_default();
        if let Some((last, before)) = of_this_rule.split_last()
            && before.iter().any(|earlier| says_all(earlier, last))
        {
            self.scratch.reasons.pop();
        }
    }
}

/// Whether a reason says what another one would. An input that stands there with its test already needs no second line.
fn says_all(earlier: &Reason, reason: &Reason) -> bool {
    match reason.test {
        ReasonTest::Input => earlier.is_about(reason),
        // Mostly these differ, and nothing else need be looked at.
        test => earlier.test == test && is_same(earlier, reason),
    }
}

#[inline(never)]
fn is_same(one: &Reason, other: &Reason) -> bool {
    one == other
}

fn limits(limit: Option<Value>) -> Limits {
    limit.map_or_else(Limits::new, |limit| Limits::from_buf([limit]))
}

pub(super) fn fact_name(slot: FactSlot) -> Name {
    Name::Fact(FactRef(slot.0))
}

/// What has no name is called by its expression.
fn calculation(test: ReasonTest) -> Name {
    match test {
        ReasonTest::Written { test, .. } => Name::Calculation(test),
        _ => Name::Context(ContextName(Context::On)),
    }
}
