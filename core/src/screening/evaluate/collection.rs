//! Lists, readings, visits: their items, and what is asked of all of them together.

use super::condition::has_value;
use super::{Evaluator, Truth};
use crate::fact::Number;
use crate::pack::lang::program::{CountKind, DefId, DefKind, IfKind, Kids, Node, NodeId, Operand, Reading, ReadingsId};
use crate::screening::scratch::Origin;

/// What is known of a collection as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screening) enum Whole {
    /// Its items are there, though each may be open.
    There,
    /// Not even its items are known.
    Open,
    /// It does not apply.
    Absent,
    /// No reading is there, nor can one still be there.
    NoReading,
}

/// Items that lie on the stack of the scratch space, from `start` on.
#[derive(Clone, Copy, Debug)]
pub(in crate::screening) struct Items {
    pub whole: Whole,
    pub start: usize,
}

impl Evaluator<'_> {
    /// Puts the items of a collection on the stack. The caller takes them off with [`Self::drop_items`].
    pub(in crate::screening) fn items(&mut self, over: NodeId, at: u16) -> Items {
        let start = self.scratch.stack.len();
        let whole = self.push_items(over, at);
        Items { whole, start }
    }

    pub(in crate::screening) fn drop_items(&mut self, items: Items) {
        self.scratch.stack.truncate(items.start);
    }

    pub(in crate::screening) fn count_items(&self, items: Items) -> usize {
        self.scratch.stack.len().saturating_sub(items.start)
    }

    pub(in crate::screening) fn item(&self, items: Items, index: usize) -> Operand {
        self.scratch.stack.get(items.start + index).copied().unwrap_or(Operand::Absent)
    }

    fn push_items(&mut self, over: NodeId, at: u16) -> Whole {
        match self.program.node(over) {
            Node::Items(kids) => self.push_each(kids, at),
            Node::List(list) => {
                let Some(list) = self.program.lists.get(list.index()) else { return Whole::Absent };
                self.in_named(|inner| inner.push_each(list.items, at))
            }
            Node::Readings(readings) => self.push_readings(readings, at),
            Node::Earlier => self.push_visits(at + 1),
            Node::Visits => self.push_visits(at),
            Node::CodesOf { set, codes } => self.push_codes(set, codes, at),
            Node::Filter { over, body } => self.push_filtered(over, body, at),
            Node::Map { over, body } => self.push_mapped(over, body, at),
            Node::LastFew { of, count } => self.push_last(of, count, at),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => self.push_items(of, visit),
                _ => Whole::Absent,
            },
            Node::Def(def) => {
                let value = self.program.defs.get(def.index()).map(|def| def.value);
                let applies = self.concern(def, at) == super::Concern::Applies;
                value.filter(|_| applies).map_or(Whole::Absent, |value| self.in_named(|inner| inner.push_items(value, at)))
            }
            Node::If { condition, yes, no, kind: IfKind::Value } => match self.truth(condition, at) {
                Truth::Yes => self.push_items(yes, at),
                Truth::No => self.push_items(no, at),
                Truth::Open => Whole::Open,
            },
            _ => Whole::Absent,
        }
    }

    /// The expression that an item of a list comes from.
    pub(in crate::screening) fn origin(&mut self, over: NodeId, index: usize, at: u16) -> Option<Origin> {
        let (kids, named) = match self.program.node(over) {
            Node::Items(kids) => (kids, false),
            Node::List(list) => (self.program.lists.get(list.index())?.items, true),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => return self.origin(of, index, visit),
                _ => return None,
            },
            _ => return None,
        };
        self.program.kids(kids).get(index).map(|node| Origin { node: *node, at, named })
    }

    fn push_each(&mut self, kids: Kids, at: u16) -> Whole {
        let program = self.program;
        for kid in program.kids(kids) {
            let operand = self.eval(*kid, at);
            self.scratch.stack.push(operand);
        }
        Whole::There
    }

    fn push_visits(&mut self, from: u16) -> Whole {
        let count = u16::try_from(self.subject.visits.len()).unwrap_or(u16::MAX);
        self.scratch.stack.extend((from..count).map(Operand::Visit));
        Whole::There
    }

    fn push_codes(&mut self, set: NodeId, codes: Kids, at: u16) -> Whole {
        match self.eval(set, at) {
            Operand::Codes(held) => {
                let program = self.program;
                let all = program.kids(codes);
                for code in held.iter().filter_map(|place| all.get(place)) {
                    let operand = self.eval(*code, at);
                    self.scratch.stack.push(operand);
                }
                Whole::There
            }
            Operand::Open => Whole::Open,
            _ => Whole::Absent,
        }
    }

    /// The readings that are there. With none, the first that still can be there stands in.
    fn push_readings(&mut self, readings: ReadingsId, at: u16) -> Whole {
        let Some(def) = self.program.readings.get(readings.index()) else { return Whole::Absent };
        let mut stand_in = None;
        let start = self.scratch.stack.len();
        for (entry, fields) in (0..).zip(&def.entries) {
            let reading = Reading { of: readings, entry, visit: at, stand_in: false };
            match self.presence(fields, def.all, at) {
                Truth::Yes => self.scratch.stack.push(Operand::Reading(reading)),
                Truth::Open => stand_in = stand_in.or(Some(Reading { stand_in: true, ..reading })),
                Truth::No => {}
            }
        }
        if self.scratch.stack.len() > start {
            return Whole::There;
        }
        let Some(stand_in) = stand_in else { return Whole::NoReading };
        self.scratch.stack.push(Operand::Reading(stand_in));
        Whole::There
    }

    /// Whether a reading is there; open when it is not, but still can be.
    fn presence(&mut self, fields: &[Option<NodeId>], all: bool, at: u16) -> Truth {
        let (mut known, mut open, mut absent) = (false, false, false);
        for field in fields.iter().flatten() {
            if self.named(*field, at) == Operand::Open {
                open = true;
            } else if self.in_named(|inner| inner.is_answered(*field, at)) {
                known = true;
            } else {
                absent = true;
            }
        }
        match all {
            true if absent => Truth::No,
            true if open => Truth::Open,
            true => Truth::of(known),
            false if known => Truth::Yes,
            false => {
                if open {
                    Truth::Open
                } else {
                    Truth::No
                }
            }
        }
    }

    fn push_filtered(&mut self, over: NodeId, body: NodeId, at: u16) -> Whole {
        let start = self.scratch.stack.len();
        let whole = self.push_items(over, at);
        let count = self.scratch.stack.len();
        let mut kept = start;
        for index in start..count {
            let item = self.scratch.stack.get(index).copied().unwrap_or(Operand::Absent);
            let local = (item, self.origin(over, index - start, at));
            let keeps = self.with_local(local, |inner| inner.truth(body, at)) == Truth::Yes;
            if keeps && let Some(place) = self.scratch.stack.get_mut(kept) {
                *place = item;
                kept += 1;
            }
        }
        self.scratch.stack.truncate(kept);
        whole
    }

    fn push_mapped(&mut self, over: NodeId, body: NodeId, at: u16) -> Whole {
        let start = self.scratch.stack.len();
        let whole = self.push_items(over, at);
        for index in start..self.scratch.stack.len() {
            let item = self.scratch.stack.get(index).copied().unwrap_or(Operand::Absent);
            let local = (item, self.origin(over, index - start, at));
            let mapped = self.with_local(local, |inner| inner.eval(body, at));
            if let Some(place) = self.scratch.stack.get_mut(index) {
                *place = mapped;
            }
        }
        whole
    }

    fn push_last(&mut self, of: NodeId, count: NodeId, at: u16) -> Whole {
        let start = self.scratch.stack.len();
        let whole = self.push_items(of, at);
        let wanted = match self.whole_number(count, at) {
            Ok(wanted) => usize::try_from(wanted).unwrap_or(0),
            Err(operand) => {
                self.scratch.stack.truncate(start);
                return if operand == Operand::Open { Whole::Open } else { Whole::Absent };
            }
        };
        let surplus = (self.scratch.stack.len() - start).saturating_sub(wanted);
        self.scratch.stack.drain(start..start + surplus);
        whole
    }

    /// `any`, `all`, `at_least`, `exactly`.
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

    pub(super) fn exists(&mut self, over: NodeId, body: NodeId, at: u16) -> Operand {
        self.over_items(over, body, at, Truth::Yes).operand()
    }

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
    pub(super) fn sum(&mut self, list: NodeId, at: u16) -> Operand {
        self.fold(list, at, Operand::Number(Number::ZERO), |sum, item| match (sum, points(item)) {
            (Operand::Number(sum), Some(points)) => sum.add(points).map(Operand::Number),
            _ => None,
        })
    }

    /// Takes what is answered; a list that does not apply has no sum.
    pub(super) fn sum_so_far(&mut self, list: NodeId, at: u16) -> Operand {
        let items = self.items(list, at);
        let mut sum = Some(Number::ZERO);
        for index in 0..self.count_items(items) {
            if let Some(points) = points(self.item(items, index)) {
                sum = sum.and_then(|sum| sum.add(points));
            }
        }
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

    pub(super) fn end_of(&mut self, over: NodeId, last: bool, at: u16) -> Operand {
        let items = self.items(over, at);
        let end = self.count_items(items).checked_sub(1).map(|end| self.item(items, if last { end } else { 0 }));
        self.drop_items(items);
        if items.whole == Whole::Open { Operand::Open } else { end.unwrap_or(Operand::Absent) }
    }

    pub(super) fn extreme(&mut self, over: NodeId, greatest: bool, at: u16) -> Operand {
        self.fold(over, at, Operand::Absent, |best, item| {
            let better = match (best, item) {
                (Operand::Number(best), Operand::Number(item)) => (item > best) == greatest && item != best,
                (Operand::Date(best), Operand::Date(item)) => (item > best) == greatest && item != best,
                _ => true,
            };
            Some(if better { item } else { best })
        })
    }

    pub(super) fn mean(&mut self, over: NodeId, at: u16) -> Operand {
        let items = self.items(over, at);
        let count = self.count_items(items);
        self.drop_items(items);
        let count = Number::integer(i64::try_from(count).unwrap_or(i64::MAX));
        match self.sum(over, at) {
            Operand::Number(sum) => sum.div(count).map_or(Operand::Absent, Operand::Number),
            other => other,
        }
    }

    /// Folds items that must all be known; "does not apply" goes before "open".
    fn fold(&mut self, over: NodeId, at: u16, first: Operand, add: impl Fn(Operand, Operand) -> Option<Operand>) -> Operand {
        let items = self.items(over, at);
        let found = self.scratch.stack.iter().skip(items.start);
        let absent = matches!(items.whole, Whole::Absent | Whole::NoReading) || found.clone().any(|item| *item == Operand::Absent);
        let open = items.whole == Whole::Open || found.clone().any(|item| *item == Operand::Open);
        let folded = found.copied().try_fold(first, add);
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

/// What an item adds to a sum: a yes counts 1.
fn points(item: Operand) -> Option<Number> {
    match item {
        Operand::Number(number) => Some(number),
        Operand::Bool(value) => Some(if value { Number::ONE } else { Number::ZERO }),
        _ => None,
    }
}
