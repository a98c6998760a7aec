//! Goes through all that a definition is made of.

use std::collections::HashSet;

use super::program::{CountKind, DefId, Node, NodeId, Program};

/// A walk that sees every node once.
pub(crate) struct Walk<'p> {
    program: &'p Program,
    seen: HashSet<NodeId>,
}

impl<'p> Walk<'p> {
    pub(crate) fn new(program: &'p Program) -> Self {
        Self { program, seen: HashSet::new() }
    }

    /// Shows every node that a definition is made of, directly or through others.
    pub(crate) fn def(&mut self, def: DefId, show: &mut impl FnMut(Node)) {
        let Some(def) = self.program.defs.get(def.index()) else { return };
        self.node(def.value, show);
        if let Some(when) = def.scope.when {
            self.node(when, show);
        }
    }

    pub(crate) fn node(&mut self, id: NodeId, show: &mut impl FnMut(Node)) {
        if !self.seen.insert(id) {
            return;
        }
        let node = self.program.node(id);
        show(node);
        if let Node::Def(def) = node {
            self.def(def, show);
        }
        for child in children(self.program, node) {
            self.node(child, show);
        }
    }
}

/// The nodes that a node is made of, without those behind the name of a definition.
pub(crate) fn children(program: &Program, node: Node) -> Vec<NodeId> {
    match node {
        Node::At { visit: a, of: b }
        | Node::Compare { left: a, right: b, .. }
        | Node::Arithmetic { left: a, right: b, .. }
        | Node::Choose { left: a, right: b, .. }
        | Node::Round { of: a, step: b }
        | Node::Shift { date: a, months: b, .. }
        | Node::MonthsBetween(a, b)
        | Node::Exists { over: a, body: b, .. }
        | Node::All { over: a, body: b, .. }
        | Node::Filter { over: a, body: b, .. }
        | Node::Map { over: a, body: b, .. }
        | Node::LastFew { of: a, count: b }
        | Node::Count { of: a, kind: CountKind::AtLeast(b) | CountKind::Exactly(b), .. } => vec![a, b],
        Node::If { condition, yes, no, .. } => vec![condition, yes, no],
        Node::Field { reading: a, .. }
        | Node::Column { row: a, .. }
        | Node::Not(a)
        | Node::Negative(a)
        | Node::Holds { set: a, .. }
        | Node::Answered(a)
        | Node::IsUnknown { fact: a, .. }
        | Node::IsTrue(a)
        | Node::Count { of: a, .. }
        | Node::Sum(a)
        | Node::SumSoFar(a)
        | Node::Complete(a)
        | Node::Begun { list: a, .. }
        | Node::Size(a)
        | Node::First(a)
        | Node::Last(a)
        | Node::Least(a)
        | Node::Greatest(a)
        | Node::Mean(a)
        | Node::Month(a)
        | Node::MonthStart(a)
        | Node::CodesOf { set: a, .. } => vec![a],
        Node::And(kids) | Node::Or(kids) | Node::Items(kids) | Node::Lookup { keys: kids, .. } | Node::Growth { parts: kids, .. } => {
            program.kids(kids).to_vec()
        }
        Node::In { item, among, .. } => std::iter::once(item).chain(program.kids(among).iter().copied()).collect(),
        Node::List(list) => program.lists.get(list.index()).map(|list| program.kids(list.items).to_vec()).unwrap_or_default(),
        Node::Readings(readings) => {
            let entries = program.readings.get(readings.index()).map(|readings| readings.entries.as_slice()).unwrap_or_default();
            entries.iter().flatten().flatten().copied().collect()
        }
        Node::Constant(_)
        | Node::Fact(_)
        | Node::Def(_)
        | Node::Context(_)
        | Node::Local(_)
        | Node::Earlier
        | Node::Visits
        | Node::Outside(_) => Vec::new(),
        Node::OfService { service: a, .. } | Node::OfDose { dose: a, .. } => vec![a],
        Node::Service(service) => program.plans.conditions_of(&[service]),
        Node::Services(set) | Node::Doses(set) => program.plans.conditions_of(program.plans.set(set)),
    }
}
