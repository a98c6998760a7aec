//! One walk over an open rule: what it waits for, and what would make each part true or false.

use super::joined::Joined;
use super::needs::{Waits, Weighed};
use super::range::can_hold;
use crate::fact::Number;
use crate::pack::lang::ast::CompareOp;
use crate::pack::lang::program::{CountKind, DefId, Kids, Node, NodeId, Operand};
use crate::screening::evaluate::{Evaluator, TODAY, Truth, compare};

impl Evaluator<'_> {
    fn weigh_def(&mut self, def: DefId, at: u16) -> Weighed {
        match self.def(def, at) {
            Operand::Open => self.weigh_open_def(def, at),
            operand => Weighed::Known(operand),
        }
    }

    /// How a rule stands today that concerns the person and is hardly decided yet. What it waits for is then known too.
    pub(in crate::screening) fn weighed_rule(&mut self, rule: DefId) -> Truth {
        if let Some(value) = self.kept_value(rule) {
            return Truth::from_operand(value);
        }
        let truth = self.weigh_open_def(rule, TODAY).truth();
        self.keep_value(rule, truth.operand());
        truth
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

    #[inline]
    pub(super) fn weigh(&mut self, id: NodeId, at: u16) -> Weighed {
        match *self.program.look_at(id) {
            // The leaves, which are most of all nodes, need no further call.
            Node::Constant(operand) => Weighed::Known(operand),
            Node::Fact(slot) => self.weigh_fact(slot, at),
            _ => self.weigh_node(id, at),
        }
    }

    #[inline(never)]
    fn weigh_node(&mut self, id: NodeId, at: u16) -> Weighed {
        match *self.program.look_at(id) {
            Node::Def(def) => self.weigh_def(def, at),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => self.weigh(of, visit),
                _ => Weighed::Known(self.eval(id, at)),
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
            Node::Negative(_)
            | Node::Round { .. }
            | Node::Arithmetic { .. }
            | Node::Choose { .. }
            | Node::MonthsBetween(..)
            | Node::Shift { .. }
            | Node::Month(_)
            | Node::MonthStart(_) => self.weigh_calculation(id, at),
            _ => self.weigh_value(id, at),
        }
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

    /// A comparison is true or false as soon as both sides have a value, and false when one side does not apply.
    fn weigh_comparison(&mut self, op: CompareOp, left: NodeId, right: NodeId, at: u16) -> Weighed {
        if let Node::Constant(Operand::Code(code)) = *self.program.look_at(right)
            && let Some(slot) = self.open_choice(left, at)
        {
            let equal = self.weigh_codes(slot, std::iter::once(code));
            return if op == CompareOp::NotEqual { negated(equal) } else { equal };
        }
        let (a, b) = (self.weigh(left, at), self.weigh(right, at));
        if let (Weighed::Waits(waits), Weighed::Known(Operand::Number(limit))) = (&a, &b)
            && !waits.condition
        {
            return self.weigh_against(op, waits, *limit);
        }
        if let (Weighed::Known(a), Weighed::Known(b)) = (&a, &b) {
            let now = compare(op, a, b);
            return self.weigh_sum_so_far(op, left, (*a, *b), now, at).unwrap_or(Weighed::Known(now.operand()));
        }
        self.weigh_sides(op, &a, &b)
    }

    /// Most comparisons: a number that is open against one that is known. Answers that are known already may leave only one outcome.
    fn weigh_against(&mut self, op: CompareOp, waits: &Waits, limit: Number) -> Weighed {
        let (range, limit) = (self.scratch.ranges.get(waits.range), Some((limit, limit)));
        let holds = waits.yes.filter(|_| can_hold(op, range, limit));
        let fails = waits.yes.filter(|_| can_hold(op.negated(), range, limit));
        let (yes, no) = match op {
            CompareOp::NotEqual => (self.cheaper(holds, waits.no), fails),
            _ => (holds, self.cheaper(fails, waits.no)),
        };
        Weighed::Waits(Waits::condition(waits.open, yes, no))
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

fn negated(weighed: Weighed) -> Weighed {
    match weighed {
        Weighed::Known(operand) => Weighed::Known(Truth::from_operand(operand).negated().operand()),
        Weighed::Waits(waits) => Weighed::Waits(Waits { now: waits.now.negated(), yes: waits.no, no: waits.yes, ..waits }),
    }
}
