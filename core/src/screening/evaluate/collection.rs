//! Lists, readings, visits: their items.

use super::{Concern, Evaluator, TODAY, Truth};
use crate::pack::lang::program::{DefId, IfKind, Kids, Node, NodeId, Operand, Reading, ReadingsId};
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

/// Items that lie in the scratch space: where they are kept, or else on the stack.
#[derive(Clone, Copy, Debug)]
pub(in crate::screening) struct Items {
    pub whole: Whole,
    pub start: usize,
    pub end: usize,
    pub kept: bool,
}

impl Items {
    pub(in crate::screening) const NONE: Self = Self { whole: Whole::Absent, start: 0, end: 0, kept: true };
}

impl Evaluator<'_> {
    /// The items of a collection. The caller gives them back with [`Self::drop_items`].
    pub(in crate::screening) fn items(&mut self, over: NodeId, at: u16) -> Items {
        if let Some(name) = self.kept_collection(over, at) {
            return self.kept_items(name, over, at);
        }
        let start = self.scratch.stack.len();
        let whole = self.push_items(over, at);
        Items { whole, start, end: self.scratch.stack.len(), kept: false }
    }

    pub(in crate::screening) fn drop_items(&mut self, items: Items) {
        if !items.kept {
            self.scratch.stack.truncate(items.start);
        }
    }

    pub(in crate::screening) fn count_items(&self, items: Items) -> usize {
        items.end - items.start
    }

    pub(in crate::screening) fn item(&self, items: Items, index: usize) -> Operand {
        self.scratch.items(items).get(index).copied().unwrap_or(Operand::Absent)
    }

    fn push_items(&mut self, over: NodeId, at: u16) -> Whole {
        match *self.program.look_at(over) {
            Node::Items(kids) => self.push_each(kids, at),
            Node::List(_) | Node::Readings(_) => self.push_named(over, at),
            Node::Earlier => self.push_visits(at + 1),
            Node::Visits => self.push_visits(at),
            Node::Services(set) => self.push_services(set),
            Node::Doses(set) => self.push_doses(set),
            Node::CodesOf { set, codes } => self.push_codes(set, codes, at),
            Node::Filter { over, body } => self.push_filtered(over, body, at),
            Node::Map { over, body } => self.push_mapped(over, body, at),
            Node::LastFew { of, count } => self.push_last(of, count, at),
            Node::At { visit, of } => self.push_items_at(visit, of, at),
            Node::Def(def) => self.push_items_of_def(def, at),
            Node::If { condition, yes, no, kind: IfKind::Value } => self.push_choice(condition, (yes, no), at),
            _ => Whole::Absent,
        }
    }

    #[inline(never)]
    fn push_items_at(&mut self, visit: NodeId, of: NodeId, at: u16) -> Whole {
        match self.eval(visit, at) {
            Operand::Visit(visit) => self.push_items(of, visit),
            _ => Whole::Absent,
        }
    }

    #[inline(never)]
    fn push_items_of_def(&mut self, def: DefId, at: u16) -> Whole {
        let value = self.program.defs.get(def.index()).map(|def| def.value);
        let applies = self.concern(def, at) == Concern::Applies;
        value.filter(|_| applies).map_or(Whole::Absent, |value| self.in_named(|inner| inner.push_items(value, at)))
    }

    #[inline(never)]
    fn push_choice(&mut self, condition: NodeId, (yes, no): (NodeId, NodeId), at: u16) -> Whole {
        match self.truth(condition, at) {
            Truth::Yes => self.push_items(yes, at),
            Truth::No => self.push_items(no, at),
            Truth::Open => Whole::Open,
        }
    }

    /// Where the items of a collection are kept: one with a name has the same wherever it is read today, and several rules read it.
    pub(super) fn kept_collection(&self, over: NodeId, at: u16) -> Option<usize> {
        let name = match *self.program.look_at(over) {
            Node::List(list) => list.index(),
            Node::Readings(readings) => self.program.lists.len() + readings.index(),
            _ => return None,
        };
        (at == TODAY && self.watch.is_none()).then_some(name)
    }

    fn kept_items(&mut self, name: usize, over: NodeId, at: u16) -> Items {
        match self.scratch.kept_items(name) {
            Some(items) => items,
            None => self.first_items(name, over, at),
        }
    }

    #[inline(never)]
    fn first_items(&mut self, name: usize, over: NodeId, at: u16) -> Items {
        let start = self.scratch.stack.len();
        let whole = self.push_anew(over, at);
        self.scratch.keep_items(name, whole, start)
    }

    #[inline(never)]
    fn push_named(&mut self, over: NodeId, at: u16) -> Whole {
        let Some(name) = self.kept_collection(over, at) else { return self.push_anew(over, at) };
        let items = self.kept_items(name, over, at);
        self.scratch.push_kept_items(items);
        items.whole
    }

    #[inline(never)]
    fn push_anew(&mut self, over: NodeId, at: u16) -> Whole {
        match *self.program.look_at(over) {
            Node::List(list) => match self.program.lists.get(list.index()) {
                Some(list) => self.in_named(|inner| inner.push_each(list.items, at)),
                None => Whole::Absent,
            },
            Node::Readings(readings) => self.push_readings(readings, at),
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

    #[inline(never)]
    fn push_each(&mut self, kids: Kids, at: u16) -> Whole {
        let program = self.program;
        for kid in program.kids(kids) {
            let operand = self.eval(*kid, at);
            self.scratch.stack.push(operand);
        }
        Whole::There
    }

    #[inline(never)]
    fn push_visits(&mut self, from: u16) -> Whole {
        let count = u16::try_from(self.subject.visits.len()).unwrap_or(u16::MAX);
        self.scratch.stack.extend((from..count).map(Operand::Visit));
        Whole::There
    }

    #[inline(never)]
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
            match self.field_is_there(*field, at) {
                Truth::Yes => known = true,
                Truth::Open => open = true,
                Truth::No => absent = true,
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

    fn field_is_there(&mut self, field: NodeId, at: u16) -> Truth {
        // Nearly every field is a fact.
        if let Node::Fact(slot) = *self.program.look_at(field)
            && at == TODAY
        {
            return self.subject.is_there(slot);
        }
        self.in_named(|inner| match inner.eval(field, at) {
            Operand::Open => Truth::Open,
            operand => Truth::of(inner.is_answered_with(field, operand, at)),
        })
    }

    #[inline(never)]
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

    #[inline(never)]
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

    #[inline(never)]
    fn push_last(&mut self, of: NodeId, count: NodeId, at: u16) -> Whole {
        let start = self.scratch.stack.len();
        let whole = self.push_items(of, at);
        let Ok(wanted) = self.whole_number(count, at) else {
            self.scratch.stack.truncate(start);
            return Whole::Absent;
        };
        let wanted = usize::try_from(wanted).unwrap_or(0);
        let surplus = (self.scratch.stack.len() - start).saturating_sub(wanted);
        self.scratch.stack.drain(start..start + surplus);
        whole
    }
}
