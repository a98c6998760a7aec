//! Rules that need a module which the library does not have yet.

use std::collections::HashSet;

use super::Checker;
use crate::pack::fault::Fault;
use crate::pack::lang::program::{CountKind, DefId, Module, Node, NodeId, Program};

impl Module {
    fn said(self) -> &'static str {
        match self {
            Self::Growth => "growth: `zscore` and `flagged`",
            Self::Services => "the services received: `service`, `services` and `doses`",
            Self::Household => "the members of a household",
        }
    }
}

/// Refuses every rule whose value the library cannot compute. Such a rule could only be silent, and silence reads as all clear.
pub(super) fn refuse(checker: &mut Checker<'_>, modules: &[Module]) {
    let source = checker.source;
    let nothing_outside = !checker.program.nodes.iter().any(|node| matches!(node, Node::Outside(_)));
    if nothing_outside && !source.groups.iter().any(|group| group.household) {
        return;
    }
    for (index, rule) in source.rules.iter().enumerate() {
        let def = DefId(u16::try_from(source.derived.len() + index).unwrap_or(u16::MAX));
        let household = source.groups.iter().any(|group| group.id.value == rule.group && group.household);
        let mut needed = Needed { program: &checker.program, seen: HashSet::new(), modules: Vec::new() };
        needed.def(def);
        let missing = needed.modules.into_iter().find(|module| !modules.contains(module) || *module == Module::Household && !household);
        let message = match missing {
            Some(Module::Household) if !household => "only rules of a household can look at its members".to_owned(),
            Some(module) => format!("this version of Siklus cannot judge this rule: it needs {}", module.said()),
            None if household && !modules.contains(&Module::Household) => {
                "this version of Siklus cannot judge rules on a household".to_owned()
            }
            None => continue,
        };
        checker.put(Fault::new(rule.id.span, message)).help(None);
    }
}

/// What a definition needs, directly or through others.
struct Needed<'p> {
    program: &'p Program,
    seen: HashSet<NodeId>,
    modules: Vec<Module>,
}

impl Needed<'_> {
    fn def(&mut self, def: DefId) {
        let Some(def) = self.program.defs.get(def.index()) else { return };
        self.node(def.value);
        if let Some(when) = def.scope.when {
            self.node(when);
        }
    }

    fn node(&mut self, id: NodeId) {
        if !self.seen.insert(id) {
            return;
        }
        let node = self.program.node(id);
        if let Node::Outside(module) = node {
            self.modules.push(module);
        }
        if let Node::Def(def) = node {
            self.def(def);
        }
        for child in children(self.program, node) {
            self.node(child);
        }
    }
}

/// The nodes that a node is made of, without those behind the name of a definition.
fn children(program: &Program, node: Node) -> Vec<NodeId> {
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
        Node::And(kids) | Node::Or(kids) | Node::Items(kids) | Node::Lookup { keys: kids, .. } => program.kids(kids).to_vec(),
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
    }
}
