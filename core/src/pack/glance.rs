//! What of a condition shows at a glance: its yes-or-no questions and the comparisons of a fact with a limit.
//!
//! Nearly every rule has some, and most come out by them alone. So they stand beside each rule as a small tree of their own, which is looked
//! through without evaluating anything.

use super::lang::ast::CompareOp;
use super::lang::program::{CountKind, FactSlot, Kids, Node, NodeId, Operand, Program};

/// The part of a condition that takes only facts of the visit at hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Glance {
    /// The answer to a yes-or-no question is this one.
    Answer(FactSlot, bool),
    /// A fact compared with a constant.
    Compare(CompareOp, FactSlot, Operand),
    All(Box<[Glance]>),
    Any(Box<[Glance]>),
    /// Does not show.
    Deeper,
}

/// Reads the glances of conditions.
pub(super) struct Glances<'p> {
    pub program: &'p Program,
    /// Of each fact whether it is yes or no.
    pub is_bool: &'p [bool],
}

impl Glances<'_> {
    pub(super) fn of(&self, condition: NodeId) -> Glance {
        match self.program.node(condition) {
            Node::Fact(slot) => self.answer(slot, true),
            Node::Not(of) => match self.program.node(of) {
                Node::Fact(slot) => self.answer(slot, false),
                _ => Glance::Deeper,
            },
            Node::Compare { op, left, right, .. } => match (self.program.node(left), self.program.node(right)) {
                (Node::Fact(slot), Node::Constant(limit)) => Glance::Compare(op, slot, limit),
                _ => Glance::Deeper,
            },
            Node::In { item, among, .. } => self.among(item, among),
            Node::And(kids) => all(self.each(kids)),
            Node::Or(kids) => any(self.each(kids)),
            Node::Count { kind: CountKind::Any, of, .. } => self.listed(of).map_or(Glance::Deeper, any),
            Node::Count { kind: CountKind::All, of, .. } => self.listed(of).map_or(Glance::Deeper, all),
            _ => Glance::Deeper,
        }
    }

    fn answer(&self, slot: FactSlot, wanted: bool) -> Glance {
        if self.is_bool.get(slot.index()) == Some(&true) { Glance::Answer(slot, wanted) } else { Glance::Deeper }
    }

    /// One of several constants.
    fn among(&self, item: NodeId, among: Kids) -> Glance {
        let Node::Fact(slot) = self.program.node(item) else { return Glance::Deeper };
        let equal = |kid: &NodeId| match self.program.node(*kid) {
            Node::Constant(limit) => Glance::Compare(CompareOp::Equal, slot, limit),
            _ => Glance::Deeper,
        };
        any(self.program.kids(among).iter().map(equal).collect())
    }

    fn listed(&self, list: NodeId) -> Option<Vec<Glance>> {
        match self.program.node(list) {
            Node::Items(kids) => Some(self.each(kids)),
            Node::List(list) => self.program.lists.get(list.index()).map(|list| self.each(list.items)),
            _ => None,
        }
    }

    fn each(&self, kids: Kids) -> Vec<Glance> {
        self.program.kids(kids).iter().map(|kid| self.of(*kid)).collect()
    }
}

fn all(parts: Vec<Glance>) -> Glance {
    joined(parts, Glance::All)
}

fn any(parts: Vec<Glance>) -> Glance {
    joined(parts, Glance::Any)
}

/// Nothing shows of what no part shows of.
fn joined(parts: Vec<Glance>, join: fn(Box<[Glance]>) -> Glance) -> Glance {
    if parts.iter().all(|part| *part == Glance::Deeper) { Glance::Deeper } else { join(parts.into()) }
}
