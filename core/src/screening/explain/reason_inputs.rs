//! The facts that a computed value was made from, as further lines of its reason.

use super::reason_value::fact_name;
use crate::pack::lang::program::{DefId, FactSlot, Kids, Node, NodeId, Operand};
use crate::screening::assessment::{Reason, ReasonTest};
use crate::screening::evaluate::{Evaluator, Truth};

impl Evaluator<'_> {
    /// Adds the facts that a value was made from.
    pub(super) fn add_inputs(&mut self, id: NodeId, at: u16) {
        match *self.program.look_at(id) {
            Node::Fact(slot) => self.add_fact(slot, at),
            Node::Def(def) => self.add_inputs_of_def(def, at),
            Node::At { visit, of } => self.add_inputs_at(visit, of, at),
            Node::Field { reading, field } => self.add_inputs_of_field(reading, field, at),
            Node::If { condition, yes, no, .. } => {
                let branch = if self.truth(condition, at) == Truth::Yes { yes } else { no };
                self.add_inputs(branch, at);
            }
            Node::Arithmetic { left, right, .. } | Node::Choose { left, right, .. } | Node::MonthsBetween(left, right) => {
                self.add_inputs(left, at);
                self.add_inputs(right, at);
            }
            Node::Shift { date: of, .. } | Node::Round { of, .. } | Node::Negative(of) | Node::Column { row: of, .. } => {
                self.add_inputs(of, at);
            }
            Node::Month(of) | Node::MonthStart(of) => self.add_inputs(of, at),
            Node::Lookup { keys, .. } => self.add_inputs_of_each(keys, at),
            Node::Growth { parts, .. } => self.add_inputs_of_growth(parts, at),
            Node::Sum(over) | Node::Least(over) | Node::Greatest(over) | Node::Mean(over) => self.add_item_inputs(over, at),
            _ => {}
        }
    }

    #[inline(never)]
    fn add_fact(&mut self, slot: FactSlot, at: u16) {
        if self.fact_is_answered(slot, at) {
            let value = self.subject.value(self.fact(slot, at));
            self.push(Reason::new(fact_name(slot), value, ReasonTest::Input, self.day(at)));
        }
    }

    #[inline(never)]
    fn add_inputs_of_def(&mut self, def: DefId, at: u16) {
        // A second time would add nothing.
        if !self.scratch.with_inputs.contains(&(def, at))
            && let Some(value) = self.program.defs.get(def.index()).map(|def| def.value)
        {
            self.scratch.with_inputs.push((def, at));
            self.in_named(|inner| inner.add_inputs(value, at));
        }
    }

    #[inline(never)]
    fn add_inputs_at(&mut self, visit: NodeId, of: NodeId, at: u16) {
        if let Operand::Visit(visit) = self.eval(visit, at) {
            self.add_inputs(of, visit);
        }
    }

    #[inline(never)]
    fn add_inputs_of_field(&mut self, reading: NodeId, field: u8, at: u16) {
        if let Operand::Reading(reading) = self.eval(reading, at)
            && let Some(node) = self.field_node(reading, field)
        {
            self.in_named(|inner| inner.add_inputs(node, reading.visit));
        }
    }

    #[inline(never)]
    fn add_inputs_of_each(&mut self, kids: Kids, at: u16) {
        for kid in self.program.kids(kids) {
            self.add_inputs(*kid, at);
        }
    }

    /// What was measured, and how.
    #[inline(never)]
    pub(super) fn add_inputs_of_growth(&mut self, parts: Kids, at: u16) {
        if let Some(growth) = self.program.growth_parts(parts) {
            for node in growth.measures.iter().chain([&growth.position]) {
                self.add_inputs(*node, at);
            }
        }
    }

    #[inline(never)]
    fn add_item_inputs(&mut self, over: NodeId, at: u16) {
        if let Node::Map { over, body } = *self.program.look_at(over) {
            let items = self.items(over, at);
            for index in 0..self.count_items(items) {
                let item = (self.item(items, index), self.origin(over, index, at));
                self.with_local(item, |inner| inner.add_inputs(body, at));
            }
            self.drop_items(items);
        }
    }
}
