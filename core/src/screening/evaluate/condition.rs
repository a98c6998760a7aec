//! Conditions: Kleene logic, comparisons, and what is always decided.

use super::{Evaluator, TODAY, Truth};
use crate::pack::lang::ast::CompareOp;
use crate::pack::lang::program::{CountKind, DefId, IfKind, Kids, Node, NodeId, Operand, Reading};

impl Evaluator<'_> {
    /// The value of a condition. Most of a pack is yes, no or open; that goes without an operand.
    #[inline]
    pub(in crate::screening) fn truth(&mut self, id: NodeId, at: u16) -> Truth {
        if self.watch.is_some() { Truth::from_operand(self.watched(id, at)) } else { self.decide(id, at) }
    }

    /// What most conditions are made of. Each kind ends in one call, so that none pays for what another needs.
    pub(super) fn decide(&mut self, id: NodeId, at: u16) -> Truth {
        match *self.program.look_at(id) {
            Node::Fact(slot) if at == TODAY => self.subject.answer(slot),
            Node::Def(def) => self.decide_def(def, at),
            Node::Not(of) => self.negation(of, at),
            Node::And(kids) => self.all_of(kids, at),
            Node::Or(kids) => self.any_of(kids, at),
            Node::Compare { op, left, right, .. } => self.compare(op, left, right, at),
            _ => self.decide_other(id, at),
        }
    }

    #[inline(never)]
    fn decide_other(&mut self, id: NodeId, at: u16) -> Truth {
        match *self.program.look_at(id) {
            Node::In { item, among, .. } => self.is_among(item, among, at),
            Node::Holds { set, place, .. } => self.holds(set, place, at),
            Node::Answered(of) => Truth::of(self.is_answered(of, at)),
            Node::IsUnknown { fact, .. } => Truth::of(self.is_unknown(fact, at)),
            Node::IsTrue(of) => Truth::of(self.truth(of, at) == Truth::Yes),
            Node::Exists { over, body, by_entry } => self.exists(over, body, by_entry, at),
            Node::Complete(list) => Truth::of(self.answered_items(list, at, true)),
            Node::Begun { list, .. } => Truth::of(self.answered_items(list, at, false)),
            _ => Truth::from_operand(self.step(id, at)),
        }
    }

    #[inline(never)]
    fn decide_def(&mut self, def: DefId, at: u16) -> Truth {
        Truth::from_operand(self.def(def, at))
    }

    #[inline(never)]
    fn negation(&mut self, of: NodeId, at: u16) -> Truth {
        self.truth(of, at).negated()
    }

    #[inline(never)]
    pub(super) fn all_of(&mut self, kids: Kids, at: u16) -> Truth {
        let mut all = Truth::Yes;
        for kid in self.program.kids(kids) {
            match self.truth(*kid, at) {
                Truth::No => return Truth::No,
                Truth::Open => all = Truth::Open,
                Truth::Yes => {}
            }
        }
        all
    }

    #[inline(never)]
    pub(super) fn any_of(&mut self, kids: Kids, at: u16) -> Truth {
        let mut any = Truth::No;
        for kid in self.program.kids(kids) {
            match self.truth(*kid, at) {
                Truth::Yes => return Truth::Yes,
                Truth::Open => any = Truth::Open,
                Truth::No => {}
            }
        }
        any
    }

    /// A comparison with something that does not apply is false, and `!=`, the negation of `==`, true.
    #[inline(never)]
    pub(super) fn compare(&mut self, op: CompareOp, left: NodeId, right: NodeId, at: u16) -> Truth {
        let program = self.program;
        match (program.look_at(left), program.look_at(right)) {
            (Node::Fact(slot), Node::Constant(limit)) if at == TODAY => compare(op, self.subject.operand(*slot), limit),
            (Node::Def(def), Node::Constant(limit)) if self.watch.is_none() => self.compare_def(op, *def, limit, at),
            _ => self.compare_sides(op, left, right, at),
        }
    }

    #[inline(never)]
    fn compare_def(&mut self, op: CompareOp, def: DefId, limit: &Operand, at: u16) -> Truth {
        match self.scratch.value(self.place_of_value(def, at)) {
            Some(value) => compare(op, value, limit),
            None => compare(op, &self.first_value(def, at), limit),
        }
    }

    #[inline(never)]
    fn compare_sides(&mut self, op: CompareOp, left: NodeId, right: NodeId, at: u16) -> Truth {
        if let Node::Constant(limit) = self.program.look_at(right)
            && self.watch.is_none()
        {
            return compare(op, &self.eval(left, at), limit);
        }
        let (a, b) = self.compared_sides(op, left, right, at);
        compare(op, &a, &b)
    }

    #[inline(never)]
    pub(super) fn is_among(&mut self, item: NodeId, among: Kids, at: u16) -> Truth {
        let value = self.eval(item, at);
        let mut found = Truth::No;
        for candidate in self.program.kids(among) {
            let candidate = self.eval(*candidate, at);
            match compare(CompareOp::Equal, &value, &candidate) {
                Truth::Yes => return Truth::Yes,
                Truth::Open => found = Truth::Open,
                Truth::No => {}
            }
        }
        found
    }

    #[inline(never)]
    pub(super) fn holds(&mut self, set: NodeId, place: u8, at: u16) -> Truth {
        match self.eval(set, at) {
            Operand::Codes(codes) => Truth::of(codes.contains(usize::from(place))),
            Operand::Open => Truth::Open,
            _ => Truth::No,
        }
    }

    /// `a ? b : c` of conditions is `a && b || !a && c`; of values an open condition gives open.
    #[inline(never)]
    pub(super) fn choose_branch(&mut self, condition: NodeId, yes: NodeId, no: NodeId, kind: IfKind, at: u16) -> Operand {
        match self.truth(condition, at) {
            Truth::Yes => self.eval(yes, at),
            Truth::No => self.eval(no, at),
            Truth::Open if kind == IfKind::Value => Operand::Open,
            Truth::Open => {
                let neither = self.truth(yes, at) == Truth::No && self.truth(no, at) == Truth::No;
                if neither { Operand::Bool(false) } else { Operand::Open }
            }
        }
    }

    #[inline(never)]
    pub(in crate::screening) fn is_answered(&mut self, of: NodeId, at: u16) -> bool {
        match self.program.look_at(of) {
            Node::Fact(slot) => self.fact_is_answered(*slot, at),
            Node::At { .. } | Node::Local(_) | Node::Field { .. } => self.is_answered_with(of, Operand::Absent, at),
            _ => has_value(self.eval(of, at)),
        }
    }

    /// The same for an expression whose value is at hand. Answers are looked for where they stand, as a value may be what counts for none.
    pub(super) fn is_answered_with(&mut self, of: NodeId, value: Operand, at: u16) -> bool {
        match *self.program.look_at(of) {
            Node::Fact(slot) => self.fact_is_answered(slot, at),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => self.is_answered(of, visit),
                _ => false,
            },
            Node::Local(slot) => match self.at_origin(slot, |inner, of, at| inner.is_answered(of, at)) {
                Some(answered) => answered,
                None => has_value(self.local(slot).0),
            },
            Node::Field { reading, field } => match self.eval(reading, at) {
                Operand::Reading(reading) if !reading.stand_in => match self.field_node(reading, field) {
                    Some(node) => self.in_named(|inner| inner.is_answered(node, reading.visit)),
                    None => false,
                },
                _ => false,
            },
            _ => has_value(value),
        }
    }

    #[inline(never)]
    pub(super) fn is_unknown(&mut self, fact: NodeId, at: u16) -> bool {
        match self.program.node(fact) {
            Node::Fact(slot) => self.fact_is_unknown(slot, at),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => self.is_unknown(of, visit),
                _ => false,
            },
            _ => false,
        }
    }

    /// How many items must be true, of how many; open or without a value as the number that says so.
    pub(in crate::screening) fn wanted(&mut self, kind: CountKind, items: usize, at: u16) -> Result<i64, Operand> {
        match kind {
            CountKind::Any => Ok(1),
            CountKind::All => Ok(i64::try_from(items).unwrap_or(i64::MAX)),
            CountKind::AtLeast(n) | CountKind::Exactly(n) => self.whole_number(n, at),
        }
    }

    pub(super) fn whole_number(&mut self, node: NodeId, at: u16) -> Result<i64, Operand> {
        match self.eval(node, at) {
            Operand::Number(number) => number.to_integer().ok_or(Operand::Absent),
            Operand::Open => Err(Operand::Open),
            _ => Err(Operand::Absent),
        }
    }
}

/// Whether something is recorded or computed: not open, not without application, and no reading that only stands in.
pub(super) fn has_value(operand: Operand) -> bool {
    !matches!(operand, Operand::Open | Operand::Absent | Operand::Reading(Reading { stand_in: true, .. }))
}

/// Nearly all comparisons are of numbers.
#[inline]
pub(in crate::screening) fn compare(op: CompareOp, left: &Operand, right: &Operand) -> Truth {
    match (left, right) {
        (Operand::Number(a), Operand::Number(b)) => Truth::of(op.holds(a.cmp(b))),
        _ => compare_others(op, left, right),
    }
}

#[inline(never)]
fn compare_others(op: CompareOp, left: &Operand, right: &Operand) -> Truth {
    let order = match (left, right) {
        (Operand::Absent, _) | (_, Operand::Absent) => return Truth::of(op == CompareOp::NotEqual),
        (Operand::Open, _) | (_, Operand::Open) => return Truth::Open,
        (Operand::Date(a), Operand::Date(b)) => a.cmp(b),
        (Operand::Bool(a), Operand::Bool(b)) => a.cmp(b),
        (Operand::Code(a), Operand::Code(b)) => a.cmp(b),
        (Operand::Text(a), Operand::Text(b)) => a.cmp(b),
        _ => return Truth::of(op == CompareOp::NotEqual),
    };
    Truth::of(op.holds(order))
}
