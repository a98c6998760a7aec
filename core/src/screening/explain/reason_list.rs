//! Reasons for lists and scores: one line with the count and the items that count.

use crate::fact::{Number, Value};
use crate::pack::lang::program::{CountKind, DefId, DefKind, Kids, ListId, Node, NodeId, Operand, TestId};
use crate::pack::{Name, Pack};
use crate::screening::assessment::{Reason, ReasonTest};
use crate::screening::evaluate::{Evaluator, Truth};

impl Evaluator<'_> {
    #[inline(never)]
    pub(super) fn explain_count(&mut self, kind: CountKind, of: NodeId, test: TestId, at: u16, outcome: bool) {
        match self.program.node(of) {
            Node::Items(kids) => self.explain_kids(kids, at, outcome),
            Node::List(list) => {
                let Some(kids) = self.program.lists.get(list.index()).map(|list| list.items) else { return };
                let found = self.in_named(|inner| inner.truths(kids, at));
                let yes = found.iter().filter(|truth| **truth == Truth::Yes).count();
                let wanted = self.wanted(kind, found.len(), at).unwrap_or_default();
                // Of an `all` that is false those count that are not there.
                let counted = if outcome || !matches!(kind, CountKind::All) { Truth::Yes } else { Truth::No };
                let items =
                    found.iter().zip(0..).filter(|(truth, _)| **truth == counted).map(|(_, place)| Name::Item { list: list.0, place });
                let mut reason =
                    Reason::new(Pack::name_of_list(list), count(yes), ReasonTest::Written { test, negated: !outcome }, self.day(at));
                reason.items = items.collect();
                reason.limits.push(Value::Number(Number::integer(wanted)));
                self.push(reason);
            }
            Node::At { visit, of } => {
                if let Operand::Visit(visit) = self.eval(visit, at) {
                    self.explain_count(kind, of, test, visit, outcome);
                }
            }
            _ => {}
        }
    }

    /// How many items are answered, and which.
    #[inline(never)]
    pub(super) fn explain_begun(&mut self, list: NodeId, test: TestId, at: u16) {
        let Node::List(list) = self.program.node(list) else { return };
        let Some(kids) = self.program.lists.get(list.index()).map(|list| list.items) else { return };
        let answered: Vec<_> = self.in_named(|inner| inner.program.kids(kids).iter().map(|kid| inner.is_answered(*kid, at)).collect());
        let items = answered.iter().zip(0..).filter(|(answered, _)| **answered).map(|(_, place)| Name::Item { list: list.0, place });
        let items: Vec<_> = items.collect();
        let mut reason =
            Reason::new(Pack::name_of_list(list), count(items.len()), ReasonTest::Written { test, negated: false }, self.day(at));
        reason.items = items;
        self.push(reason);
    }

    fn truths(&mut self, kids: Kids, at: u16) -> Vec<Truth> {
        self.program.kids(kids).iter().map(|kid| self.truth(*kid, at)).collect()
    }

    /// What comes out otherwise had no part in it.
    #[inline(never)]
    pub(super) fn explain_kids(&mut self, kids: Kids, at: u16, outcome: bool) {
        for kid in self.program.kids(kids) {
            if self.truth(*kid, at) == Truth::of(outcome) {
                self.explain(*kid, at, outcome);
            }
        }
    }

    #[inline(never)]
    pub(super) fn explain_items(&mut self, over: NodeId, (body, by_entry): (NodeId, Kids), at: u16, outcome: bool) {
        let items = self.items(over, at);
        for index in 0..self.count_items(items) {
            let item = (self.item(items, index), self.origin(over, index, at));
            let decided = self.body_for(by_entry, item.0).map(|body| self.truth(body, at));
            self.with_local(item, |inner| {
                if decided.unwrap_or_else(|| inner.truth(body, at)) == Truth::of(outcome) {
                    inner.explain(body, at, outcome);
                }
            });
        }
        self.drop_items(items);
    }

    /// The items that add to a score; none for anything but a named list.
    pub(super) fn items_that_count(&mut self, of: NodeId, at: u16) -> Option<Vec<Name>> {
        let over = self.summed(of)?;
        let Node::List(list) = *self.program.look_at(over) else { return None };
        Some(self.named_items_that_count(list, over, at))
    }

    #[inline(never)]
    fn named_items_that_count(&mut self, list: ListId, over: NodeId, at: u16) -> Vec<Name> {
        let items = self.items(over, at);
        let counts = |operand: &Operand| match operand {
            Operand::Bool(value) => *value,
            Operand::Number(number) => *number > Number::ZERO,
            _ => false,
        };
        let points = self.scratch.items(items).iter().zip(0..).filter(|(operand, _)| counts(operand));
        let named = points.map(|(_, place)| Name::Item { list: list.0, place }).collect();
        self.drop_items(items);
        named
    }

    /// What a score adds up. It may have a name of its own.
    fn summed(&self, of: NodeId) -> Option<NodeId> {
        match *self.program.look_at(of) {
            Node::Sum(list) | Node::SumSoFar(list) => Some(list),
            Node::Def(def) if !self.is_rule_name(def) => match *self.program.look_at(self.program.defs.get(def.index())?.value) {
                Node::Sum(list) => Some(list),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn is_rule_name(&self, def: DefId) -> bool {
        matches!(self.program.defs.get(def.index()).map(|def| def.kind), Some(DefKind::Rule(_)))
    }
}

fn count(number: usize) -> Option<Value> {
    Some(Value::Number(Number::integer(i64::try_from(number).ok()?)))
}
