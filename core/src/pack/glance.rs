//! What of a condition shows at a glance: its yes-or-no questions, the comparisons of a fact, an age or the sex with a limit, and the readings
//! of such facts.
//!
//! Nearly every rule has some, and most come out by them alone. So they stand beside each rule as a small tree of their own, which is looked
//! through without evaluating anything.

use super::lang::ast::CompareOp;
use super::lang::program::{Context, CountKind, DefId, FactSlot, Kids, Node, NodeId, Operand, Program};
use crate::fact::Symbol;

/// What stands behind the facts of a visit, in this order, so that it shows too.
pub(crate) const SHOWN: [Context; 7] = [
    Context::Sex,
    Context::AgeDays,
    Context::AgeMonths,
    Context::AgeYears,
    Context::Pregnant,
    Context::Gestation,
    Context::DaysSinceDelivery,
];

/// What a name stands for is looked through in its place when that takes no more steps.
const MOST_STEPS: usize = 8;

/// The part of a condition that takes only facts of the visit at hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Glance {
    /// A yes-or-no question has this answer.
    Answer(Wanted),
    /// One of several has, or each of them.
    OneOf(Box<[Wanted]>),
    EachOf(Box<[Wanted]>),
    /// The answer to a question with a list of answers is one of these.
    Choice(FactSlot, Box<[Symbol]>),
    /// A fact compared with a constant.
    Compare(CompareOp, FactSlot, Operand),
    /// A derived fact compared with a constant. It shows once it was computed.
    Computed(CompareOp, DefId, Operand),
    /// One of several readings is such.
    Readings(Box<[ReadingGlance]>),
    All(Box<[Glance]>),
    Any(Box<[Glance]>),
    Not(Box<Glance>),
    /// Does not show.
    Deeper,
}

/// A yes-or-no question with the answer that is looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wanted {
    pub fact: FactSlot,
    pub answer: bool,
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
            Node::Fact(slot) => self.answer(slot),
            Node::Context(context) => self.pregnant(context),
            Node::Def(def) => self.named(def),
            Node::Not(of) => self.of(of).negated(),
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

    fn answer(&self, fact: FactSlot) -> Glance {
        if self.is_bool.get(fact.index()) == Some(&true) { Glance::Answer(Wanted { fact, answer: true }) } else { Glance::Deeper }
    }

    /// A definition without the condition of whom it concerns: of others it reads as false, so that only "no" shows.
    fn named(&self, def: DefId) -> Glance {
        let glance = self.program.defs.get(def.index()).map_or(Glance::Deeper, |def| self.of(def.value));
        if glance.steps() <= MOST_STEPS { no_or_deeper(glance) } else { Glance::Deeper }
    }

    fn pregnant(&self, context: Context) -> Glance {
        let fact = self.shown(context).filter(|_| context == Context::Pregnant);
        fact.map_or(Glance::Deeper, |fact| Glance::Answer(Wanted { fact, answer: true }))
    }

    fn compare(&self, op: CompareOp, left: NodeId, right: NodeId) -> Glance {
        match (self.slot(left), self.program.node(right)) {
            (Some(slot), Node::Constant(Operand::Code(code))) if op == CompareOp::Equal => Glance::Choice(slot, [code].into()),
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
        let code = |kid: &NodeId| if let Node::Constant(Operand::Code(code)) = self.program.node(*kid) { Some(code) } else { None };
        if let Some(codes) = self.program.kids(among).iter().map(code).collect() {
            return Glance::Choice(slot, codes);
        }
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
    /// About how many steps it takes to look it through.
    fn steps(&self) -> usize {
        match self {
            Self::Answer(_) | Self::Choice(..) | Self::Compare(..) | Self::Computed(..) | Self::Deeper => 1,
            Self::OneOf(answers) | Self::EachOf(answers) => 1 + answers.len() / 4,
            Self::Readings(readings) => 4 * readings.len(),
            Self::All(parts) | Self::Any(parts) => parts.iter().map(Self::steps).sum(),
            Self::Not(of) => of.steps(),
        }
    }

    fn negated(self) -> Self {
        match self {
            Self::Answer(Wanted { fact, answer }) => Self::Answer(Wanted { fact, answer: !answer }),
            Self::Deeper => Self::Deeper,
            Self::Not(of) => *of,
            of => Self::Not(of.into()),
        }
    }

    /// The parts of an `&&`, or else the whole.
    fn parts_of_all(self) -> Vec<Self> {
        match self {
            Self::All(parts) => parts.into_iter().flat_map(Self::parts_of_all).collect(),
            Self::EachOf(answers) => answers.into_iter().map(Self::Answer).collect(),
            part => vec![part],
        }
    }

    /// The parts of an `||`, or else the whole.
    fn parts_of_any(self) -> Vec<Self> {
        match self {
            Self::Any(parts) => parts.into_iter().flat_map(Self::parts_of_any).collect(),
            Self::OneOf(answers) => answers.into_iter().map(Self::Answer).collect(),
            part => vec![part],
        }
    }
}

fn all(parts: Vec<Glance>) -> Glance {
    joined(parts.into_iter().flat_map(Glance::parts_of_all), Glance::EachOf, Glance::All)
}

fn any(parts: Vec<Glance>) -> Glance {
    joined(parts.into_iter().flat_map(Glance::parts_of_any), Glance::OneOf, Glance::Any)
}

/// Of one of two: it shows only where neither can be.
fn either(one: Glance, other: Glance) -> Glance {
    no_or_deeper(any(vec![one, other]))
}

fn no_or_deeper(glance: Glance) -> Glance {
    all(vec![glance, Glance::Deeper])
}

/// The answers in one piece, and first what takes the least to look at: in which order the parts stand changes nothing. Nothing shows of
/// what no part shows of.
fn joined(parts: impl Iterator<Item = Glance>, answers_of: fn(Box<[Wanted]>) -> Glance, join: fn(Box<[Glance]>) -> Glance) -> Glance {
    let (mut answers, mut whole) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Glance::Answer(wanted) => answers.push(wanted),
            part => whole.push(part),
        }
    }
    match *answers {
        [] => {}
        [only] => whole.push(Glance::Answer(only)),
        _ => whole.push(answers_of(answers.into())),
    }
    if whole.iter().all(|part| *part == Glance::Deeper) {
        return Glance::Deeper;
    }
    whole.sort_by_key(|part| (*part == Glance::Deeper, part.steps()));
    if whole.len() > 1 { join(whole.into()) } else { whole.pop().unwrap_or(Glance::Deeper) }
}
