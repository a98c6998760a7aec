//! What facts wait for. A fact behind an open gate brings its gate along, and one answer to a gate can also make the fact not apply.

use super::needs::{Need, Waits, Weighed};
use super::open::{OpenId, Order};
use super::range::RangeId;
use super::sets::{Asked, SetId};
use crate::fact::{FactDef, FactId, FactKind, Symbol};
use crate::pack::lang::program::{FactSlot, Node, NodeId, Operand};
use crate::pack::{Answers, GateOf};
use crate::screening::evaluate::{Evaluator, TODAY, Truth};

/// The gates before a fact that are open, all together.
struct Gates {
    open: OpenId,
    /// What opens every one of them.
    opened: Need,
    /// The cheapest answer that closes one of them.
    closed: Need,
}

impl Evaluator<'_> {
    /// A fact, with the gates before it that are open. What is open today is open at every visit.
    #[inline(never)]
    pub(super) fn weigh_fact(&mut self, slot: FactSlot, at: u16) -> Weighed {
        if at == TODAY
            && let Some(weighed) = self.scratch.weighed_fact(slot.index())
        {
            match &self.within {
                None => return weighed,
                // Without gates it is asked itself, or not at all.
                Some(within) if self.open_gates(slot).next().is_none() => return weighed.if_asked(within.contains(slot)),
                Some(_) => {}
            }
        }
        let operand = self.fact(slot, at);
        if !matches!(operand, Operand::Open) {
            return Weighed::Known(operand);
        }
        let weighed = self.weigh_open_fact(slot);
        if at == TODAY && self.within.is_none() {
            self.scratch.keep_weighed_fact(slot.index(), weighed);
        }
        weighed
    }

    fn weigh_open_fact(&mut self, slot: FactSlot) -> Weighed {
        let condition = self.pack.is_bool.get(slot.index()) == Some(&true);
        let (order, gates) = (self.order(slot), self.weigh_gates(slot));
        let open = self.open_behind(order, &gates);
        let (yes, no) = if condition {
            let no = self.answered(order, Some(Answers::of(false)), &gates);
            (self.answered(order, Some(Answers::of(true)), &gates), self.cheaper(no, gates.closed))
        } else {
            let asked = self.answered(order, Some(Answers::ANY), &gates);
            // An item that does not apply counts as its lowest points, which is a value.
            if self.is_scored(slot) { (self.cheaper(asked, gates.closed), None) } else { (asked, gates.closed) }
        };
        let range = if condition { RangeId::UNKNOWN } else { self.keep_range(self.range_of(slot)) };
        Weighed::Waits(Waits { now: Truth::Open, open, yes, no, condition, range })
    }

    /// The question with several answers that a node asks, while it is open.
    pub(super) fn open_choice(&mut self, node: NodeId, at: u16) -> Option<FactSlot> {
        let Node::Fact(slot) = *self.program.look_at(node) else { return None };
        let is_choice = matches!(self.definition(slot)?.kind, FactKind::Choice(_));
        (is_choice && self.fact(slot, at) == Operand::Open).then_some(slot)
    }

    /// An open question answered by one of some codes.
    pub(super) fn weigh_codes(&mut self, slot: FactSlot, codes: impl Iterator<Item = Symbol>) -> Weighed {
        let (these, others) = Answers::of_codes(self.pack.dictionary().get(FactId(slot.0)), codes);
        let (order, gates) = (self.order(slot), self.weigh_gates(slot));
        let (yes, other) = (self.answered(order, these, &gates), self.answered(order, others, &gates));
        let no = self.cheaper(other, gates.closed);
        Weighed::Waits(Waits::condition(self.open_behind(order, &gates), yes, no))
    }

    #[inline]
    fn weigh_gates(&mut self, slot: FactSlot) -> Gates {
        let mut gates = Gates { open: OpenId::EMPTY, opened: Some(SetId::EMPTY), closed: None };
        for gate in self.open_gates(slot) {
            self.add_gate(&mut gates, gate);
        }
        gates
    }

    fn add_gate(&mut self, gates: &mut Gates, gate: &GateOf) {
        let weighed = self.weigh_fact(gate.fact, TODAY);
        let (opened, closed) = self.ways_through(gate, &weighed);
        gates.open = self.gathered(gates.open, weighed.open());
        gates.opened = self.both(gates.opened, opened);
        gates.closed = self.cheaper(gates.closed, closed);
    }

    /// What opens a gate, and what closes it: a gate that does not apply is itself not met.
    fn ways_through(&mut self, gate: &GateOf, weighed: &Weighed) -> (Need, Need) {
        match weighed {
            Weighed::Waits(waits) if waits.condition && gate.opens == Some(Answers::of(true)) => (waits.yes, waits.no),
            _ => {
                let (order, gates) = (self.order(gate.fact), self.weigh_gates(gate.fact));
                let opened = self.answered(order, gate.opens, &gates);
                let closed = self.answered(order, gate.closes, &gates);
                (opened, self.cheaper(closed, gates.closed))
            }
        }
    }

    /// A fact with one of some answers, behind gates that open. Only what may be asked, while it is tried whether a part of a way out is
    /// enough.
    fn answered(&mut self, order: Order, answers: Option<Answers>, gates: &Gates) -> Need {
        if self.within.as_ref().is_some_and(|within| !within.contains(order.slot())) {
            return None;
        }
        let one = self.scratch.sets.one(Asked::new(order, answers?));
        self.both(Some(one), gates.opened)
    }

    fn open_behind(&mut self, order: Order, gates: &Gates) -> OpenId {
        let one = self.scratch.open.one(order);
        self.gathered(one, gates.open)
    }

    fn order(&self, slot: FactSlot) -> Order {
        Order::new(self.place(slot), slot)
    }

    fn is_scored(&self, slot: FactSlot) -> bool {
        self.definition(slot).is_some_and(|definition| definition.scored)
    }

    /// What the dictionary says of a fact; nothing of those of the birth.
    fn definition(&self, slot: FactSlot) -> Option<&FactDef> {
        let facts = self.pack.dictionary();
        (slot.index() < facts.len()).then(|| facts.get(FactId(slot.0)))
    }
}
