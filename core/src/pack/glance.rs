//! What of a condition shows at a glance: its yes-or-no questions, the comparisons of a fact, an age or the sex with a limit, and the readings
//! of such facts.
//!
//! Nearly every rule has some, and most come out by them alone. So they stand beside each rule as a small tree of their own, which is looked
//! through without evaluating anything.

use super::lang::ast::CompareOp;
use super::lang::program::{Context, CountKind, DefId, FactSlot, Kids, Node, NodeId, Operand, Program};

/// What stands behind the facts of a visit, in this order, so that it shows too.
pub(crate) const SHOWN: [Context; 5] = [Context::Sex, Context::AgeDays, Context::AgeMonths, Context::AgeYears, Context::Pregnant];

/// The most parts of what a name stands for that are looked through in its place.
const MOST_PARTS: usize = 4;

/// The part of a condition that takes only facts of the visit at hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Glance {
    /// The answer to a yes-or-no question is this one.
    Answer(FactSlot, bool),
    /// A fact compared with a constant.
    Compare(CompareOp, FactSlot, Operand),
    /// A derived fact compared with a constant. It shows once it was computed.
    Computed(CompareOp, DefId, Operand),
    /// One of several readings is such.
    Readings(Box<[ReadingGlance]>),
    All(Box<[Glance]>),
    Any(Box<[Glance]>),
    /// Does not show.
    Deeper,
}

/// A way in which something can be recorded.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReadingGlance {
    /// It is there when all of them have a value.
    pub facts: Box<[FactSlot]>,
    pub condition: Glance,
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
            Node::Context(context) => self.pregnant(context, true),
            Node::Def(def) => self.named(def),
            Node::Not(of) => match self.program.node(of) {
                Node::Fact(slot) => self.answer(slot, false),
                Node::Context(context) => self.pregnant(context, false),
                _ => Glance::Deeper,
            },
            Node::Compare { op, left, right, .. } => self.compare(op, left, right),
            Node::In { item, among, .. } => self.among(item, among),
            Node::And(kids) => all(self.each(kids)),
            Node::Or(kids) => any(self.each(kids)),
            Node::If { yes, no, .. } => either(self.of(yes), self.of(no)),
            Node::Exists { over, by_entry, .. } => self.readings(over, by_entry).map_or(Glance::Deeper, Glance::Readings),
            Node::Count { kind: CountKind::Any, of, .. } => self.listed(of).map_or(Glance::Deeper, any),
            Node::Count { kind: CountKind::All, of, .. } => self.listed(of).map_or(Glance::Deeper, all),
            _ => Glance::Deeper,
        }
    }

    fn answer(&self, slot: FactSlot, wanted: bool) -> Glance {
        if self.is_bool.get(slot.index()) == Some(&true) { Glance::Answer(slot, wanted) } else { Glance::Deeper }
    }

    /// A definition without the condition of whom it concerns: of others it reads as false, so that only "no" shows.
    fn named(&self, def: DefId) -> Glance {
        let glance = self.program.defs.get(def.index()).map_or(Glance::Deeper, |def| self.of(def.value));
        if glance.is_small() { no_or_deeper(glance) } else { Glance::Deeper }
    }

    fn pregnant(&self, context: Context, wanted: bool) -> Glance {
        self.shown(context).filter(|_| context == Context::Pregnant).map_or(Glance::Deeper, |slot| Glance::Answer(slot, wanted))
    }

    fn compare(&self, op: CompareOp, left: NodeId, right: NodeId) -> Glance {
        match (self.slot(left), self.program.node(right)) {
            (Some(slot), Node::Constant(limit)) => Glance::Compare(op, slot, limit),
            (None, Node::Constant(limit)) => match self.program.node(left) {
                Node::Def(def) => Glance::Computed(op, def, limit),
                _ => Glance::Deeper,
            },
            (Some(_), Node::If { yes, no, .. }) => either(self.compare(op, left, yes), self.compare(op, left, no)),
            _ => Glance::Deeper,
        }
    }

    fn slot(&self, node: NodeId) -> Option<FactSlot> {
        match self.program.node(node) {
            Node::Fact(slot) => Some(slot),
            Node::Context(context) => self.shown(context),
            _ => None,
        }
    }

    /// Where something that stands behind the facts stands.
    fn shown(&self, context: Context) -> Option<FactSlot> {
        let place = SHOWN.iter().position(|shown| *shown == context)?;
        u16::try_from(self.is_bool.len() + place).ok().map(FactSlot)
    }

    /// One of several constants.
    fn among(&self, item: NodeId, among: Kids) -> Glance {
        let Some(slot) = self.slot(item) else { return Glance::Deeper };
        let equal = |kid: &NodeId| match self.program.node(*kid) {
            Node::Constant(limit) => Glance::Compare(CompareOp::Equal, slot, limit),
            _ => Glance::Deeper,
        };
        any(self.program.kids(among).iter().map(equal).collect())
    }

    /// None where a reading is there with a part of its fields, or a field is computed that may itself be missing.
    fn readings(&self, over: NodeId, by_entry: Kids) -> Option<Box<[ReadingGlance]>> {
        let Node::Readings(readings) = self.program.node(over) else { return None };
        let readings = self.program.readings.get(readings.index()).filter(|readings| readings.all && by_entry.len > 0)?;
        let entries = readings.entries.iter().zip(self.program.kids(by_entry));
        let entry = |(fields, body): (&Vec<_>, &NodeId)| Some(ReadingGlance { facts: self.facts(fields)?, condition: self.of(*body) });
        entries.map(entry).collect()
    }

    /// The facts among some fields, where all else is always there.
    fn facts(&self, fields: &[Option<NodeId>]) -> Option<Box<[FactSlot]>> {
        let fact = |field: &NodeId| match self.program.node(*field) {
            Node::Fact(slot) => Some(Some(slot)),
            Node::Constant(Operand::Bool(_)) | Node::IsTrue(_) => Some(None),
            _ => None,
        };
        let facts = fields.iter().flatten().map(fact).collect::<Option<Vec<_>>>()?;
        Some(facts.into_iter().flatten().collect())
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

impl Glance {
    /// Whether it is looked through in a few steps.
    fn is_small(&self) -> bool {
        let is_leaf = |part: &Self| matches!(part, Self::Answer(..) | Self::Compare(..) | Self::Computed(..) | Self::Deeper);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.len() <= MOST_PARTS && parts.iter().all(is_leaf),
            part => is_leaf(part),
        }
    }
}

fn all(parts: Vec<Glance>) -> Glance {
    let parts = parts.into_iter().flat_map(|part| match part {
        Glance::All(parts) => parts.into_vec(),
        part => vec![part],
    });
    joined(parts.collect(), Glance::All)
}

fn any(parts: Vec<Glance>) -> Glance {
    let parts = parts.into_iter().flat_map(|part| match part {
        Glance::Any(parts) => parts.into_vec(),
        part => vec![part],
    });
    joined(parts.collect(), Glance::Any)
}

/// Of one of two: it shows only where neither can be.
fn either(one: Glance, other: Glance) -> Glance {
    no_or_deeper(any(vec![one, other]))
}

fn no_or_deeper(glance: Glance) -> Glance {
    all(vec![glance, Glance::Deeper])
}

/// Nothing shows of what no part shows of.
fn joined(parts: Vec<Glance>, join: fn(Box<[Glance]>) -> Glance) -> Glance {
    if parts.iter().all(|part| *part == Glance::Deeper) { Glance::Deeper } else { join(parts.into()) }
}
