//! `missing`: the shortest way out. For every part of an expression, the fewest facts that some answers to can bring it to a goal.

use crate::pack::lang::ast::CompareOp;
use crate::pack::lang::program::{DefId, FactSlot, IfKind, Kids, Node, NodeId, Operand, Reading};
use crate::screening::FactSet;
use crate::screening::evaluate::{Evaluator, TODAY, Whole};

/// What a part of an expression is to become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    Yes,
    No,
    /// Any value.
    Value,
    /// Something that does not apply.
    Nothing,
}

/// How many goals there are.
pub(in crate::screening) const GOALS: usize = 4;

impl Goal {
    fn opposite(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            same => same,
        }
    }

    fn is_met_by(self, operand: Operand) -> bool {
        match (self, operand) {
            (Self::Yes, Operand::Bool(value)) => value,
            (Self::No, Operand::Bool(value)) => !value,
            (Self::No | Self::Nothing, Operand::Absent) => true,
            (Self::Value, operand) => !matches!(operand, Operand::Open | Operand::Absent),
            _ => false,
        }
    }
}

/// The facts to ask; none when the goal cannot be reached by asking.
pub(super) type Need = Option<FactSet>;

impl Evaluator<'_> {
    /// The shortest way to decide a definition that is open today: the cheaper of making it true and making it false, true on a tie.
    pub(in crate::screening) fn missing(&mut self, def: DefId) -> FactSet {
        let (yes, no) = (self.need_def(def, TODAY, Goal::Yes), self.need_def(def, TODAY, Goal::No));
        let cheaper = match (yes, no) {
            (Some(yes), Some(no)) => Some(if no.len() < yes.len() { no } else { yes }),
            (yes, no) => yes.or(no),
        };
        // Whatever waits for something can be settled by all that it waits for.
        cheaper.unwrap_or_else(|| self.open_of_def(def, TODAY))
    }

    fn need_def(&mut self, def: DefId, at: u16, goal: Goal) -> Need {
        let index = def.index() * GOALS + goal as usize;
        if at == TODAY
            && let Some(need) = self.scratch.need(index)
        {
            return need;
        }
        let operand = self.def(def, at);
        let value = self.program.defs.get(def.index()).map(|def| def.value);
        let need = match value {
            _ if goal.is_met_by(operand) => Some(FactSet::EMPTY),
            Some(value) if self.concern(def, at) == crate::screening::evaluate::Concern::Applies => {
                self.in_named(|inner| inner.need(value, at, goal))
            }
            _ => None,
        };
        if at == TODAY {
            self.scratch.keep_need(index, need);
        }
        need
    }

    pub(super) fn need(&mut self, id: NodeId, at: u16, goal: Goal) -> Need {
        let node = self.program.node(id);
        if let Node::Fact(slot) = node {
            return self.need_fact(slot, at, goal);
        }
        let operand = self.eval(id, at);
        if goal.is_met_by(operand) {
            return Some(FactSet::EMPTY);
        }
        if goal == Goal::Value && is_condition(node) {
            let (yes, no) = (self.need(id, at, Goal::Yes), self.need(id, at, Goal::No));
            return self.cheaper(yes, no);
        }
        match node {
            Node::Def(def) => self.need_def(def, at, goal),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => self.need(of, visit, goal),
                _ => None,
            },
            Node::Not(of) => self.need(of, at, goal.opposite()),
            Node::And(kids) => self.need_joined(kids, at, goal, Goal::Yes),
            Node::Or(kids) => self.need_joined(kids, at, goal, Goal::No),
            Node::Compare { op, left, right, .. } => self.need_comparison(op, left, right, at, goal),
            Node::If { condition, yes, no, kind } => self.need_branch(condition, yes, no, kind, at, goal),
            Node::Count { kind, of, .. } => self.need_count(kind, of, at, goal),
            // Everything else is decided by what is recorded, and only what is open can still change.
            _ if operand != Operand::Open => None,
            Node::Local(slot) => self.at_origin(slot, |inner, origin, at| inner.need(origin, at, goal)).flatten(),
            Node::Field { reading, field } => self.need_field(reading, field, at, goal),
            Node::In { item, .. } => self.need_test(item, at, goal),
            Node::Holds { set, .. } => self.need_test(set, at, goal),
            Node::Exists { over, body, .. } => self.need_over(over, body, at, goal, Goal::Yes),
            Node::All { over, body, .. } => self.need_over(over, body, at, goal, Goal::No),
            Node::Lookup { keys, .. } => self.need_operands(keys, at, goal),
            Node::Column { row: of, .. } | Node::Negative(of) | Node::Month(of) | Node::MonthStart(of) | Node::Round { of, .. } => {
                self.need(of, at, goal)
            }
            Node::Arithmetic { left, right, .. } | Node::Choose { left, right, .. } | Node::MonthsBetween(left, right) => {
                self.need_pair(left, right, at, goal)
            }
            Node::Shift { date, months, .. } => self.need_pair(date, months, at, goal),
            Node::Sum(of) | Node::Least(of) | Node::Greatest(of) | Node::Mean(of) => self.need_items(of, at, goal),
            Node::Size(of) | Node::First(of) | Node::Last(of) => self.need_whole(of, at, goal),
            _ => None,
        }
    }

    /// A fact, with the gates before it that are open. One answer to a gate can also make it not apply.
    fn need_fact(&mut self, slot: FactSlot, at: u16, goal: Goal) -> Need {
        let operand = self.fact(slot, at);
        if goal.is_met_by(operand) {
            return Some(FactSet::EMPTY);
        }
        if operand != Operand::Open || !self.is_open(slot) {
            return None;
        }
        let negative_counts = self.pack.is_bool.get(slot.index()) == Some(&true) || self.is_scored(slot);
        match goal {
            Goal::Yes => Some(self.asked(slot)),
            Goal::Nothing if !negative_counts => self.closed(slot),
            Goal::Nothing => None,
            Goal::No => {
                let closed = self.closed(slot);
                self.cheaper(Some(self.asked(slot)), closed)
            }
            Goal::Value if negative_counts => {
                let closed = self.closed(slot);
                self.cheaper(Some(self.asked(slot)), closed)
            }
            Goal::Value => Some(self.asked(slot)),
        }
    }

    fn is_scored(&self, slot: FactSlot) -> bool {
        slot.index() < self.pack.dictionary().len() && self.pack.dictionary().get(crate::fact::FactId(slot.0)).scored
    }

    /// The fact and every gate before it that is open.
    fn asked(&self, slot: FactSlot) -> FactSet {
        let mut asked = FactSet::of(slot);
        for gate in self.gates(slot).filter(|gate| self.is_open(*gate)) {
            asked.add(&self.asked(gate));
        }
        asked
    }

    /// The cheapest answer to a gate that closes the fact.
    fn closed(&self, slot: FactSlot) -> Need {
        let gates = self.gates(slot).filter(|gate| self.is_open(*gate));
        let ways = gates.map(|gate| {
            let answered = self.asked(gate);
            self.closed(gate).filter(|closed| closed.len() < answered.len()).unwrap_or(answered)
        });
        ways.reduce(|best, other| self.cheaper_set(best, other))
    }

    /// All parts must reach `all`, or the cheapest of them its opposite.
    fn need_joined(&mut self, kids: Kids, at: u16, goal: Goal, all: Goal) -> Need {
        let kids = self.program.kids(kids);
        if goal == all {
            return kids.iter().try_fold(FactSet::EMPTY, |sum, kid| Some(sum.with(&self.need(*kid, at, goal)?)));
        }
        let mut best = None;
        for kid in kids {
            let need = self.need(*kid, at, goal);
            best = self.cheaper(best, need);
        }
        best
    }

    /// A comparison is true or false as soon as both sides have a value, and false when one side does not apply.
    fn need_comparison(&mut self, op: CompareOp, left: NodeId, right: NodeId, at: u16, goal: Goal) -> Need {
        if let Some(need) = self.need_sum_so_far(op, left, right, at, goal) {
            return need;
        }
        if self.eval(left, at) != Operand::Open && self.eval(right, at) != Operand::Open {
            return None;
        }
        let both = self.need(left, at, Goal::Value).zip(self.need(right, at, Goal::Value)).map(|(a, b)| a.with(&b));
        let without = if op == CompareOp::NotEqual { Goal::Yes } else { Goal::No };
        if goal != without {
            return both;
        }
        let (a, b) = (self.need(left, at, Goal::Nothing), self.need(right, at, Goal::Nothing));
        let nothing = self.cheaper(a, b);
        self.cheaper(both, nothing)
    }

    /// `in`: as a comparison with constants.
    fn need_test(&mut self, item: NodeId, at: u16, goal: Goal) -> Need {
        let value = self.need(item, at, Goal::Value);
        if goal != Goal::No {
            return value;
        }
        let nothing = self.need(item, at, Goal::Nothing);
        self.cheaper(value, nothing)
    }

    fn need_pair(&mut self, left: NodeId, right: NodeId, at: u16, goal: Goal) -> Need {
        let (a, b) = (self.need(left, at, goal), self.need(right, at, goal));
        if goal == Goal::Nothing { self.cheaper(a, b) } else { a.zip(b).map(|(a, b)| a.with(&b)) }
    }

    fn need_operands(&mut self, kids: Kids, at: u16, goal: Goal) -> Need {
        let mut need = if goal == Goal::Nothing { None } else { Some(FactSet::EMPTY) };
        for kid in self.program.kids(kids) {
            let part = self.need(*kid, at, goal);
            need = if goal == Goal::Nothing { self.cheaper(need, part) } else { need.zip(part).map(|(a, b)| a.with(&b)) };
        }
        need
    }

    /// Through one branch or the other; a condition is also false when both branches are.
    fn need_branch(&mut self, condition: NodeId, yes: NodeId, no: NodeId, kind: IfKind, at: u16, goal: Goal) -> Need {
        let (a, b) = (self.need(yes, at, goal), self.need(no, at, goal));
        let asked_yes = self.need(condition, at, Goal::Yes).zip(a).map(|(c, a)| c.with(&a));
        let asked_no = self.need(condition, at, Goal::No).zip(b).map(|(c, b)| c.with(&b));
        let through = self.cheaper(asked_yes, asked_no);
        if kind == IfKind::Condition && goal == Goal::No {
            let neither = a.zip(b).map(|(a, b)| a.with(&b));
            return self.cheaper(through, neither);
        }
        through
    }

    fn need_field(&mut self, reading: NodeId, field: u8, at: u16, goal: Goal) -> Need {
        let Operand::Reading(reading) = self.eval(reading, at) else { return None };
        if !reading.stand_in {
            let node = self.field_node(reading, field)?;
            return self.in_named(|inner| inner.need(node, reading.visit, goal));
        }
        if goal == Goal::Nothing { None } else { self.need_reading(reading, field) }
    }

    /// What a reading lacks to be there, and the field that is asked for with it.
    fn need_reading(&mut self, reading: Reading, field: u8) -> Need {
        let all = self.program.readings.get(reading.of.index()).is_some_and(|readings| readings.all);
        if !all {
            let node = self.field_node(reading, field)?;
            return self.in_named(|inner| inner.need(node, reading.visit, Goal::Value));
        }
        let entries = self.program.readings.get(reading.of.index()).map(|readings| readings.entries.as_slice()).unwrap_or_default();
        let fields = entries.get(usize::from(reading.entry)).map(Vec::as_slice).unwrap_or_default();
        let mut lacks = FactSet::EMPTY;
        for node in fields.iter().flatten() {
            lacks.add(&self.in_named(|inner| inner.need(*node, reading.visit, Goal::Value))?);
        }
        Some(lacks)
    }

    /// A macro that one item settles at `settling`.
    fn need_over(&mut self, over: NodeId, body: NodeId, at: u16, goal: Goal, settling: Goal) -> Need {
        let items = self.items(over, at);
        let mut need = match items.whole {
            Whole::Open => self.need_whole(over, at, Goal::Value),
            _ if goal == settling => None,
            _ => Some(FactSet::EMPTY),
        };
        for index in 0..self.count_items(items) {
            let item = (self.item(items, index), self.origin(over, index, at));
            let part = self.with_local(item, |inner| inner.need(body, at, goal));
            need = if goal == settling { self.cheaper(need, part) } else { need.zip(part).map(|(a, b)| a.with(&b)) };
        }
        self.drop_items(items);
        need
    }

    pub(super) fn cheaper(&self, left: Need, right: Need) -> Need {
        match (left, right) {
            (Some(left), Some(right)) => Some(self.cheaper_set(left, right)),
            (left, right) => left.or(right),
        }
    }

    /// The smaller set; of two of one size the one that the form asks first.
    fn cheaper_set(&self, left: FactSet, right: FactSet) -> FactSet {
        match left.len().cmp(&right.len()) {
            std::cmp::Ordering::Less => left,
            std::cmp::Ordering::Greater => right,
            std::cmp::Ordering::Equal => {
                let places = self.pack.orders.places(self.subject.stages());
                if left == right || asked_first(places, &left) <= asked_first(places, &right) { left } else { right }
            }
        }
    }
}

/// The places in the form of a set of facts, in order.
fn asked_first(places: &[u16], set: &FactSet) -> Vec<u16> {
    let mut found: Vec<_> = set.iter().map(|slot| places.get(slot.index()).copied().unwrap_or(u16::MAX)).collect();
    found.sort_unstable();
    found
}

/// Whether a node is yes or no by its kind.
fn is_condition(node: Node) -> bool {
    matches!(
        node,
        Node::Not(_)
            | Node::And(_)
            | Node::Or(_)
            | Node::Compare { .. }
            | Node::In { .. }
            | Node::Holds { .. }
            | Node::Count { .. }
            | Node::Exists { .. }
            | Node::All { .. }
            | Node::If { kind: IfKind::Condition, .. }
    )
}
