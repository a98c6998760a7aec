//! What is asked of all items of a collection together: counts, sums, ends, extremes.

use super::collection::Items;
use super::condition::has_value;
use super::{Evaluator, Truth, Whole};
use crate::fact::Number;
use crate::pack::lang::program::{CountKind, DefId, DefKind, Kids, Node, NodeId, Operand, Reading};

impl Evaluator<'_> {
    /// `any`, `all`, `at_least`, `exactly`.
    #[inline(never)]
    pub(super) fn count(&mut self, kind: CountKind, of: NodeId, at: u16) -> Operand {
        let items = self.items(of, at);
        let count = self.count_items(items);
        let (mut yes, mut open) = (0_i64, 0_i64);
        for index in 0..count {
            match Truth::from_operand(self.item(items, index)) {
                Truth::Yes => yes += 1,
                Truth::Open => open += 1,
                Truth::No => {}
            }
        }
        self.drop_items(items);
        match items.whole {
            Whole::Open => return Operand::Open,
            Whole::Absent | Whole::NoReading => return Operand::Absent,
            Whole::There => {}
        }
        let wanted = match self.wanted(kind, count, at) {
            Ok(wanted) => wanted,
            Err(operand) => return operand,
        };
        let exactly = matches!(kind, CountKind::Exactly(_));
        let truth = if yes + open < wanted || exactly && yes > wanted {
            Truth::No
        } else if yes >= wanted && (!exactly || open == 0) {
            Truth::Yes
        } else {
            Truth::Open
        };
        truth.operand()
    }

    pub(super) fn exists(&mut self, over: NodeId, body: NodeId, by_entry: Kids, at: u16) -> Truth {
        if by_entry.len == 0 || self.watch.is_some() {
            self.over_items(over, body, at, Truth::Yes)
        } else {
            self.over_readings(over, by_entry, at)
        }
    }

    /// Readings go by the body for their entry.
    fn over_readings(&mut self, over: NodeId, by_entry: Kids, at: u16) -> Truth {
        let program = self.program;
        let bodies = program.kids(by_entry);
        let items = self.items(over, at);
        let mut found = Truth::No;
        for index in 0..self.count_items(items) {
            let Operand::Reading(Reading { entry, stand_in, .. }) = self.item(items, index) else { continue };
            let body = usize::from(entry) + if stand_in { bodies.len() / 2 } else { 0 };
            found = found.or(bodies.get(body).map_or(Truth::No, |body| self.truth(*body, at)));
            if found == Truth::Yes {
                break;
            }
        }
        self.drop_items(items);
        found
    }

    #[inline(never)]
    pub(super) fn all_items(&mut self, over: NodeId, body: NodeId, at: u16) -> Operand {
        let items = self.items(over, at);
        self.drop_items(items);
        match items.whole {
            Whole::Absent | Whole::NoReading => Operand::Absent,
            Whole::Open | Whole::There => self.over_items(over, body, at, Truth::No).operand(),
        }
    }

    /// One item that is `settling` settles it; otherwise one that is open leaves it open.
    fn over_items(&mut self, over: NodeId, body: NodeId, at: u16, settling: Truth) -> Truth {
        let items = self.items(over, at);
        let mut result = match (items.whole, settling) {
            (Whole::Open, _) => Truth::Open,
            (_, Truth::Yes) => Truth::No,
            _ => Truth::Yes,
        };
        for index in 0..self.count_items(items) {
            let local = (self.item(items, index), self.origin(over, index, at));
            let truth = self.with_local(local, |inner| inner.truth(body, at));
            if truth == settling {
                result = settling;
                break;
            }
            if truth == Truth::Open {
                result = Truth::Open;
            }
        }
        self.drop_items(items);
        result
    }

    /// Needs all items: one that does not apply makes the sum not apply, one that is open leaves it open.
    #[inline(never)]
    pub(super) fn sum(&mut self, list: NodeId, at: u16) -> Operand {
        let items = self.items(list, at);
        self.fold_items(items, Operand::Number(Number::ZERO), add_points)
    }

    /// Takes what is answered; a list that does not apply has no sum.
    #[inline(never)]
    pub(super) fn sum_so_far(&mut self, list: NodeId, at: u16) -> Operand {
        let items = self.items(list, at);
        let found = self.scratch.stack.get(items.start..).unwrap_or_default();
        let sum = found.iter().filter_map(|item| points(*item)).try_fold(Number::ZERO, Number::add);
        self.drop_items(items);
        sum.filter(|_| items.whole != Whole::Absent).map_or(Operand::Absent, Operand::Number)
    }

    /// Whether all items, or at least one, are answered.
    pub(super) fn answered_items(&mut self, list: NodeId, at: u16, all: bool) -> bool {
        match self.program.node(list) {
            Node::Items(kids) => self.answered_kids(kids, at, all),
            Node::List(list) => {
                let Some(list) = self.program.lists.get(list.index()) else { return false };
                self.in_named(|inner| inner.answered_kids(list.items, at, all))
            }
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => self.answered_items(of, visit, all),
                _ => false,
            },
            _ => {
                let items = self.items(list, at);
                let is_answered = |item: &Operand| has_value(*item);
                let mut found = self.scratch.stack.iter().skip(items.start);
                let answered = items.whole == Whole::There && if all { found.all(is_answered) } else { found.any(is_answered) };
                self.drop_items(items);
                answered
            }
        }
    }

    fn answered_kids(&mut self, kids: Kids, at: u16, all: bool) -> bool {
        let mut kids = self.program.kids(kids).iter();
        if all { kids.all(|kid| self.is_answered(*kid, at)) } else { kids.any(|kid| self.is_answered(*kid, at)) }
    }

    /// How many items there are. Decided but for the answers to a question.
    #[inline(never)]
    pub(super) fn size(&mut self, over: NodeId, at: u16) -> Operand {
        let items = self.items(over, at);
        let stand_ins = |item: &Operand| matches!(item, Operand::Reading(Reading { stand_in: true, .. }));
        let count = self.scratch.stack.iter().skip(items.start).filter(|item| !stand_ins(item)).count();
        self.drop_items(items);
        match items.whole {
            Whole::Open => Operand::Open,
            Whole::Absent => Operand::Absent,
            Whole::There | Whole::NoReading => Operand::Number(Number::integer(i64::try_from(count).unwrap_or(i64::MAX))),
        }
    }

    #[inline(never)]
    pub(super) fn end_of(&mut self, over: NodeId, last: bool, at: u16) -> Operand {
        let items = self.items(over, at);
        let end = self.count_items(items).checked_sub(1).map(|end| self.item(items, if last { end } else { 0 }));
        self.drop_items(items);
        if items.whole == Whole::Open { Operand::Open } else { end.unwrap_or(Operand::Absent) }
    }

    #[inline(never)]
    pub(super) fn extreme(&mut self, over: NodeId, greatest: bool, at: u16) -> Operand {
        let items = self.items(over, at);
        self.fold_items(items, Operand::Absent, |best, item| {
            let better = match (best, item) {
                (Operand::Number(best), Operand::Number(item)) => (item > best) == greatest && item != best,
                (Operand::Date(best), Operand::Date(item)) => (item > best) == greatest && item != best,
                _ => true,
            };
            Some(if better { item } else { best })
        })
    }

    #[inline(never)]
    pub(super) fn mean(&mut self, over: NodeId, at: u16) -> Operand {
        let items = self.items(over, at);
        let count = Number::integer(i64::try_from(self.count_items(items)).unwrap_or(i64::MAX));
        match self.fold_items(items, Operand::Number(Number::ZERO), add_points) {
            Operand::Number(sum) => sum.div(count).map_or(Operand::Absent, Operand::Number),
            other => other,
        }
    }

    /// Folds items that must all be known; "does not apply" goes before "open".
    fn fold_items(&mut self, items: Items, first: Operand, add: impl Fn(Operand, Operand) -> Option<Operand>) -> Operand {
        let found = self.scratch.stack.get(items.start..).unwrap_or_default();
        let (mut absent, mut open) = (matches!(items.whole, Whole::Absent | Whole::NoReading), items.whole == Whole::Open);
        let mut folded = Some(first);
        for item in found {
            absent |= matches!(item, Operand::Absent);
            open |= matches!(item, Operand::Open);
            folded = folded.and_then(|folded| add(folded, *item));
        }
        self.drop_items(items);
        if absent {
            Operand::Absent
        } else if open {
            Operand::Open
        } else {
            folded.unwrap_or(Operand::Absent)
        }
    }

    pub(super) fn is_rule(&self, def: DefId) -> bool {
        matches!(self.program.defs.get(def.index()).map(|def| def.kind), Some(DefKind::Rule(_)))
    }
}

fn add_points(sum: Operand, item: Operand) -> Option<Operand> {
    match (sum, points(item)) {
        (Operand::Number(sum), Some(points)) => sum.add(points).map(Operand::Number),
        _ => None,
    }
}

/// What an item adds to a sum: a yes counts 1.
fn points(item: Operand) -> Option<Number> {
    match item {
        Operand::Number(number) => Some(number),
        Operand::Bool(value) => Some(if value { Number::ONE } else { Number::ZERO }),
        _ => None,
    }
}
