//! One walk over an open rule: what it waits for, and what would make each part true or false. A fact behind an open gate brings its gate
//! along, and one answer to a gate can also make the fact not apply.

use super::needs::{Need, Waits, Weighed};
use super::open::OpenId;
use super::range::can_hold;
use super::sets::{Asked, SetId};
use crate::fact::{FactId, FactKind, Symbol};
use crate::pack::Answers;
use crate::pack::lang::ast::CompareOp;
use crate::pack::lang::program::{CountKind, DefId, FactSlot, Kids, Node, NodeId, Operand};
use crate::screening::evaluate::{Evaluator, TODAY, Truth, compare};

impl Evaluator<'_> {
    fn weigh_def(&mut self, def: DefId, at: u16) -> Weighed {
        match self.def(def, at) {
            Operand::Open => self.weigh_open_def(def, at),
            operand => Weighed::Known(operand),
        }
    }

    pub(super) fn weigh_open_def(&mut self, def: DefId, at: u16) -> Weighed {
        let kept = at == TODAY && self.within.is_none();
        if kept && let Some(weighed) = self.scratch.weighed(def.index()) {
            return weighed;
        }
        let value = self.program.defs.get(def.index()).map(|def| def.value);
        let mut weighed = value.map_or(Weighed::Known(Operand::Open), |value| self.in_named(|inner| inner.weigh(value, at)));
        if kept {
            if let Weighed::Waits(waits) = &mut weighed {
                waits.open = self.scratch.open.ordered(waits.open);
            }
            self.scratch.keep_weighed(def.index(), weighed);
        }
        weighed
    }

    pub(super) fn weigh(&mut self, id: NodeId, at: u16) -> Weighed {
        match *self.program.node_ref(id) {
            Node::Constant(operand) => Weighed::Known(operand),
            Node::Fact(slot) => self.weigh_fact(slot, at),
            Node::Def(def) => self.weigh_def(def, at),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => self.weigh(of, visit),
                _ => Weighed::Known(Operand::Absent),
            },
            Node::Not(of) => negated(self.weigh(of, at)),
            Node::And(kids) => self.weigh_all(kids, at, false),
            Node::Or(kids) => self.weigh_all(kids, at, true),
            Node::Compare { op, left, right, .. } => self.weigh_comparison(op, left, right, at),
            Node::In { item, among, .. } => self.weigh_among(item, among, at),
            Node::Holds { set, .. } => self.weigh_test(id, set, at),
            Node::If { condition, yes, no, kind } => self.weigh_choice(condition, yes, no, kind, at),
            Node::Count { kind: CountKind::Any, of, .. } => self.weigh_list(id, of, at, true),
            Node::Count { kind: CountKind::All, of, .. } => self.weigh_list(id, of, at, false),
            Node::Count { kind, of, .. } => self.weigh_count(id, kind, of, at),
            Node::Exists { over, body, .. } => self.weigh_items(over, body, at, true),
            Node::All { over, body, .. } => self.weigh_items(over, body, at, false),
            _ => self.weigh_value(id, at),
        }
    }

    /// A fact, with the gates before it that are open. What is open today is open at every visit.
    fn weigh_fact(&mut self, slot: FactSlot, at: u16) -> Weighed {
        let operand = self.fact(slot, at);
        if operand != Operand::Open {
            return Weighed::Known(operand);
        }
        if self.within.is_some() {
            return self.weigh_open_fact(slot);
        }
        if let Some(weighed) = self.scratch.weighed_fact(slot.index()) {
            return weighed;
        }
        let weighed = self.weigh_open_fact(slot);
        self.scratch.keep_weighed_fact(slot.index(), weighed);
        weighed
    }

    fn weigh_open_fact(&mut self, slot: FactSlot) -> Weighed {
        let condition = self.pack.is_bool.get(slot.index()) == Some(&true);
        if self.open_gates(slot).next().is_none() && self.within.is_none() {
            return self.weigh_lone_fact(slot, condition);
        }
        let closed = self.closed(slot);
        let (yes, no) = if condition {
            let no = self.asked(slot, Some(Answers::of(false)));
            (self.asked(slot, Some(Answers::of(true))), self.cheaper(no, closed))
        } else if self.is_scored(slot) {
            // An item that does not apply counts as its lowest points, which is a value.
            let asked = self.asked(slot, Some(Answers::ANY));
            (self.cheaper(asked, closed), None)
        } else {
            (self.asked(slot, Some(Answers::ANY)), closed)
        };
        let open = self.open_with_gates(slot);
        let range = self.range_of(slot);
        Weighed::Waits(Waits { now: Truth::Open, open, yes, no, condition, range: self.keep_range(range) })
    }

    /// An open fact that no open gate stands before.
    fn weigh_lone_fact(&mut self, slot: FactSlot, condition: bool) -> Weighed {
        let order = self.order(slot);
        let mut asked = |answers| Some(self.scratch.sets.one(Asked::new(order, answers)));
        let (yes, no) = if condition { (asked(Answers::of(true)), asked(Answers::of(false))) } else { (asked(Answers::ANY), None) };
        let open = self.scratch.open.one(order);
        let range = self.range_of(slot);
        Weighed::Waits(Waits { now: Truth::Open, open, yes, no, condition, range: self.keep_range(range) })
    }

    fn is_scored(&self, slot: FactSlot) -> bool {
        slot.index() < self.pack.dictionary().len() && self.pack.dictionary().get(crate::fact::FactId(slot.0)).scored
    }

    /// `||` when one true part settles it, `&&` when one false part does.
    fn weigh_all(&mut self, kids: Kids, at: u16, any: bool) -> Weighed {
        let mut joined = Joined::new(any);
        for kid in self.program.kids(kids) {
            let weighed = self.weigh(*kid, at);
            if self.join(&mut joined, &weighed) {
                break;
            }
        }
        joined.weighed()
    }

    /// Adds a part; true when nothing can change the whole any more.
    pub(super) fn join(&mut self, joined: &mut Joined, part: &Weighed) -> bool {
        let (settle, spare) = if joined.any { (Truth::Yes, Truth::No) } else { (Truth::No, Truth::Yes) };
        match part {
            Weighed::Known(operand) => {
                joined.settled = Truth::from_operand(*operand) == settle;
                return joined.settled;
            }
            Weighed::Waits(waits) => {
                let now = waits.now;
                joined.now_settled |= now == settle;
                joined.is_open |= now == Truth::Open;
                joined.turns |= now == spare;
                if now == Truth::Open {
                    joined.open = self.gathered(joined.open, waits.open);
                }
                let (one, each) = if joined.any { (waits.yes, waits.no) } else { (waits.no, waits.yes) };
                joined.one = self.cheaper(joined.one, one);
                joined.each = self.both(joined.each, each);
            }
        }
        false
    }

    /// A comparison is true or false as soon as both sides have a value, and false when one side does not apply.
    fn weigh_comparison(&mut self, op: CompareOp, left: NodeId, right: NodeId, at: u16) -> Weighed {
        if let Node::Constant(Operand::Code(code)) = self.program.node(right)
            && let Some(slot) = self.open_choice(left, at)
        {
            let equal = self.weigh_codes(slot, std::iter::once(code));
            return if op == CompareOp::NotEqual { negated(equal) } else { equal };
        }
        let (a, b) = (self.weigh(left, at), self.weigh(right, at));
        if let (Weighed::Known(a), Weighed::Known(b)) = (&a, &b) {
            let now = compare(op, a, b);
            return self.weigh_sum_so_far(op, left, (*a, *b), now, at).unwrap_or(Weighed::Known(now.operand()));
        }
        self.weigh_sides(op, &a, &b)
    }

    fn weigh_sides(&mut self, op: CompareOp, a: &Weighed, b: &Weighed) -> Weighed {
        if let (Weighed::Known(a), Weighed::Known(b)) = (a, b) {
            return Weighed::Known(compare(op, a, b).operand());
        }
        if a.is_absent() || b.is_absent() {
            return Weighed::Known(Operand::Bool(op == CompareOp::NotEqual));
        }
        let (left, right) = (self.value_of(a), self.value_of(b));
        let valued = self.both(left, right);
        let (a_range, b_range) = (self.range(a), self.range(b));
        // Answers that are known already may leave only one outcome.
        let holds = valued.filter(|_| can_hold(op, a_range, b_range));
        let fails = valued.filter(|_| can_hold(op.negated(), a_range, b_range));
        let nothing = self.cheaper(a.nothing(), b.nothing());
        let (yes, no) =
            if op == CompareOp::NotEqual { (self.cheaper(holds, nothing), fails) } else { (holds, self.cheaper(fails, nothing)) };
        let open = self.gathered(a.open(), b.open());
        Weighed::Waits(Waits::condition(open, yes, no))
    }

    /// `in`: equal to one of them.
    fn weigh_among(&mut self, item: NodeId, among: Kids, at: u16) -> Weighed {
        if let Some(slot) = self.open_choice(item, at) {
            let program = self.program;
            let code = |kid: &NodeId| if let Node::Constant(Operand::Code(code)) = program.node(*kid) { Some(code) } else { None };
            if program.kids(among).iter().all(|kid| code(kid).is_some()) {
                return self.weigh_codes(slot, program.kids(among).iter().filter_map(code));
            }
        }
        let item = self.weigh(item, at);
        let mut joined = Joined::new(true);
        for candidate in self.program.kids(among) {
            let candidate = self.weigh(*candidate, at);
            let equal = self.weigh_sides(CompareOp::Equal, &item, &candidate);
            if self.join(&mut joined, &equal) {
                break;
            }
        }
        joined.weighed()
    }

    /// The question with several answers that a node asks, while it is open.
    fn open_choice(&mut self, node: NodeId, at: u16) -> Option<FactSlot> {
        let Node::Fact(slot) = self.program.node(node) else { return None };
        let fact = (slot.index() < self.pack.dictionary().len()).then(|| self.pack.dictionary().get(FactId(slot.0)))?;
        (matches!(fact.kind, FactKind::Choice(_)) && self.fact(slot, at) == Operand::Open).then_some(slot)
    }

    /// An open question answered by one of some codes.
    fn weigh_codes(&mut self, slot: FactSlot, codes: impl Iterator<Item = Symbol>) -> Weighed {
        let (these, others) = Answers::of_codes(self.pack.dictionary().get(FactId(slot.0)), codes);
        let (yes, other) = (self.asked(slot, these), self.asked(slot, others));
        let closed = self.closed(slot);
        let open = self.open_with_gates(slot);
        let no = self.cheaper(other, closed);
        Weighed::Waits(Waits::condition(open, yes, no))
    }

    /// A code in the answers to a question.
    fn weigh_test(&mut self, test: NodeId, item: NodeId, at: u16) -> Weighed {
        match self.weigh(item, at) {
            Weighed::Known(_) => Weighed::Known(self.eval(test, at)),
            weighed => {
                let yes = self.value_of(&weighed);
                let no = self.cheaper(yes, weighed.nothing());
                Weighed::Waits(Waits::condition(weighed.open(), yes, no))
            }
        }
    }
}

/// Parts of an `&&` or `||` so far.
pub(super) struct Joined {
    any: bool,
    settled: bool,
    now_settled: bool,
    is_open: bool,
    turns: bool,
    open: OpenId,
    /// What it takes for one part to settle the whole.
    one: Need,
    /// What it takes for every part not to.
    each: Need,
}

impl Joined {
    pub(super) fn new(any: bool) -> Self {
        let (open, each) = (OpenId::EMPTY, Some(SetId::EMPTY));
        Self { any, settled: false, now_settled: false, is_open: false, turns: false, open, one: None, each }
    }

    pub(super) fn weighed(self) -> Weighed {
        if self.settled {
            return Weighed::Known(Operand::Bool(self.any));
        }
        let now = if self.now_settled {
            Truth::of(self.any)
        } else if self.is_open {
            Truth::Open
        } else if self.turns {
            Truth::of(!self.any)
        } else {
            return Weighed::Known(Operand::Bool(!self.any));
        };
        let (yes, no) = if self.any { (self.one, self.each) } else { (self.each, self.one) };
        Weighed::Waits(Waits { now, ..Waits::condition(self.open, yes, no) })
    }
}

fn negated(weighed: Weighed) -> Weighed {
    match weighed {
        Weighed::Known(operand) => Weighed::Known(Truth::from_operand(operand).negated().operand()),
        Weighed::Waits(waits) => Weighed::Waits(Waits { now: waits.now.negated(), yes: waits.no, no: waits.yes, ..waits }),
    }
}
