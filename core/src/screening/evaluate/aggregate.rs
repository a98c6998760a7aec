//! What is asked of all items of a collection together: counts, ends, extremes.

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

    #[inline(never)]
    pub(super) fn exists(&mut self, over: NodeId, body: NodeId, by_entry: Kids, at: u16) -> Truth {
        if by_entry.len == 0 || self.watch.is_some() {
            self.over_items(over, body, at, Truth::Yes)
        } else {
            self.over_readings(over, by_entry, at)
        }
    }

    /// Readings go by the body for their entry.
    fn over_readings(&mut self, over: NodeId, by_entry: Kids, at: u16) -> Truth {
        let items = self.items(over, at);
        let mut found = Truth::No;
        for index in 0..self.count_items(items) {
            let body = self.body_for(by_entry, self.item(items, index));
            found = found.or(body.map_or(Truth::No, |body| self.truth(body, at)));
            if found == Truth::Yes {
                break;
            }
        }
        self.drop_items(items);
        found
    }

    /// What [`Node::Exists`] asks of a reading, said without the variable.
    pub(in crate::screening) fn body_for(&self, by_entry: Kids, item: Operand) -> Option<NodeId> {
        let Operand::Reading(Reading { entry, stand_in, .. }) = item else { return None };
        let bodies = self.program.kids(by_entry);
        bodies.get(usize::from(entry) + if stand_in { bodies.len() / 2 } else { 0 }).copied()
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

    /// Whether all items, or at least one, are answered.
    #[inline(never)]
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
                let mut found = self.scratch.items(items).iter();
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
        let count = self.scratch.items(items).iter().filter(|item| !stand_ins(item)).count();
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

    /// Folds items that must all be known; "does not apply" goes before "open".
    fn fold_items(&mut self, items: Items, first: Operand, add: impl Fn(Operand, Operand) -> Option<Operand>) -> Operand {
        let found = self.scratch.items(items);
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
