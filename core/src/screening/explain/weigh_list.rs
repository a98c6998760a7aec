//! What lists and macros wait for.

use super::joined::Joined;
use super::needs::{Need, Waits, Weighed};
use super::open::OpenId;
use super::sets::SetId;
use super::weigh_value::Parts;
use crate::pack::lang::program::{CountKind, Kids, Node, NodeId, Operand};
use crate::screening::evaluate::{Evaluator, Truth, Whole};

/// The expressions of a list.
#[derive(Clone, Copy)]
pub(super) struct Listed {
    pub kids: Kids,
    /// The visit at which it is read.
    at: u16,
    /// Whether it has a name, and so sees no variables.
    named: bool,
}

impl Evaluator<'_> {
    /// `any` and `all`.
    pub(super) fn weigh_list(&mut self, id: NodeId, list: NodeId, at: u16, any: bool) -> Weighed {
        let Some(list) = self.listed(list, at) else {
            let now = self.eval(id, at);
            return if now == Operand::Open { self.weigh_on_all(list, at) } else { Weighed::Known(now) };
        };
        let mut joined = Joined::new(any);
        for kid in self.program.kids(list.kids) {
            let weighed = self.weigh_item(list, *kid);
            if self.join(&mut joined, &weighed) {
                break;
            }
        }
        joined.weighed()
    }

    /// `exists` and `all` of a collection.
    pub(super) fn weigh_items(&mut self, over: NodeId, body: NodeId, at: u16, any: bool) -> Weighed {
        let items = self.items(over, at);
        if items.whole == Whole::Open {
            self.drop_items(items);
            let whole = self.weigh_whole(over, at);
            let yes = self.value_of(&whole);
            let no = self.cheaper(yes, whole.nothing());
            return Weighed::Waits(Waits::condition(whole.open(), yes, no));
        }
        let mut joined = Joined::new(any);
        for index in 0..self.count_items(items) {
            let item = (self.item(items, index), self.origin(over, index, at));
            let weighed = if matches!(item, (Operand::Open, None)) {
                self.weigh_for_nameless(item.0, over, body, at)
            } else {
                self.with_local(item, |inner| inner.weigh(body, at))
            };
            if self.join(&mut joined, &weighed) {
                break;
            }
        }
        self.drop_items(items);
        match items.whole {
            Whole::Absent | Whole::NoReading => Weighed::Known(Operand::Absent),
            _ => joined.weighed(),
        }
    }

    /// What an open item waits for that comes from a list of a list: all that its list waits for.
    fn weigh_for_nameless(&mut self, item: Operand, over: NodeId, body: NodeId, at: u16) -> Weighed {
        let now = self.with_local((item, None), |inner| inner.truth(body, at));
        if now != Truth::Open {
            return Weighed::Known(now.operand());
        }
        self.weigh_on_all(over, at)
    }

    /// `at_least` and `exactly`: the cheapest items that make enough of them true or false.
    pub(super) fn weigh_count(&mut self, id: NodeId, kind: CountKind, list: NodeId, at: u16) -> Weighed {
        let now = self.eval(id, at);
        if now != Operand::Open {
            return Weighed::Known(now);
        }
        let listed = self.listed(list, at);
        let wanted = self.wanted(kind, listed.map_or(0, |list| list.kids.len as usize), at);
        let (Some(list), Ok(wanted)) = (listed, wanted) else { return self.weigh_count_in_full(kind, list, at) };
        // A list inside a list takes working space of its own.
        let mut ways = std::mem::take(&mut self.scratch.ways);
        for kid in self.program.kids(list.kids) {
            let weighed = self.weigh_item(list, *kid);
            ways.push(weighed);
        }
        let weighed = self.weigh_ways(kind, &ways, wanted);
        ways.clear();
        self.scratch.ways = ways;
        weighed
    }

    fn weigh_ways(&mut self, kind: CountKind, ways: &[Weighed], wanted: i64) -> Weighed {
        let count = |wanted: Truth| i64::try_from(ways.iter().filter(|way| way.truth() == wanted).count()).unwrap_or(i64::MAX);
        let (yes, open) = (count(Truth::Yes), count(Truth::Open));
        let under = self.cheapest(ways, yes + open - wanted + 1, Weighed::no);
        let (for_yes, for_no) = if matches!(kind, CountKind::Exactly(_)) {
            let over = self.cheapest(ways, wanted - yes + 1, Weighed::yes);
            (self.exactly(ways, wanted - yes), self.cheaper(over, under))
        } else {
            (self.cheapest(ways, wanted - yes, Weighed::yes), under)
        };
        let open = ways.iter().fold(OpenId::EMPTY, |all, way| self.gathered(all, way.open()));
        Weighed::Waits(Waits::condition(open, for_yes, for_no))
    }

    /// The number that is wanted and every item: where the number is open, or the list is made from another one.
    fn weigh_count_in_full(&mut self, kind: CountKind, list: NodeId, at: u16) -> Weighed {
        let mut parts = Parts::new();
        if let CountKind::AtLeast(n) | CountKind::Exactly(n) = kind {
            let number = self.weigh(n, at);
            self.add_part(&mut parts, &number);
        }
        self.add_items(&mut parts, list, at);
        parts.condition()
    }

    /// The expressions of a list.
    pub(super) fn listed(&mut self, list: NodeId, at: u16) -> Option<Listed> {
        match self.program.node(list) {
            Node::Items(kids) => Some(Listed { kids, at, named: false }),
            Node::List(list) => self.program.lists.get(list.index()).map(|list| Listed { kids: list.items, at, named: true }),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => self.listed(of, visit),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn weigh_item(&mut self, list: Listed, kid: NodeId) -> Weighed {
        if list.named { self.in_named(|inner| inner.weigh(kid, list.at)) } else { self.weigh(kid, list.at) }
    }

    /// The cheapest `count` items that are still open, brought to a goal.
    fn cheapest(&mut self, ways: &[Weighed], count: i64, goal: fn(&Weighed) -> Need) -> Need {
        let Ok(count) = usize::try_from(count) else { return Some(SetId::EMPTY) };
        let mut needs: Vec<_> = ways.iter().filter(|way| way.is_open()).filter_map(goal).collect();
        if needs.len() < count {
            return None;
        }
        needs.sort_by_key(|set| (set.len(), self.asked_first(*set)));
        needs.iter().take(count).try_fold(SetId::EMPTY, |sum, need| self.both(Some(sum), Some(*need)))
    }

    /// Some items true and all others false: every open item must be answered.
    fn exactly(&mut self, ways: &[Weighed], more: i64) -> Need {
        let open: Vec<_> = ways.iter().filter(|way| way.is_open()).collect();
        if more < 0 || usize::try_from(more).is_ok_and(|more| more > open.len()) {
            return None;
        }
        open.iter().try_fold(SetId::EMPTY, |sum, way| {
            let way = self.scratch.sets.union(way.yes()?, way.no()?);
            Some(self.scratch.sets.union(sum, way))
        })
    }

    /// All open items must get a value, or the cheapest of them not apply.
    pub(super) fn weigh_each(&mut self, over: NodeId, at: u16) -> Weighed {
        let mut parts = Parts::new();
        self.add_items(&mut parts, over, at);
        parts.waiting()
    }

    /// A condition that needs every item.
    fn weigh_on_all(&mut self, over: NodeId, at: u16) -> Weighed {
        let mut parts = Parts::new();
        self.add_items(&mut parts, over, at);
        parts.condition()
    }

    pub(super) fn add_items(&mut self, parts: &mut Parts, over: NodeId, at: u16) {
        match self.program.node(over) {
            Node::Map { over, body } => self.add_mapped(parts, over, body, at),
            Node::Filter { over, .. } | Node::LastFew { of: over, .. } => self.add_items(parts, over, at),
            Node::CodesOf { set, .. } => {
                let set = self.weigh(set, at);
                self.add_part(parts, &set);
            }
            Node::Def(def) => {
                if let Some(value) = self.program.defs.get(def.index()).map(|def| def.value) {
                    self.in_named(|inner| inner.add_items(parts, value, at));
                }
            }
            Node::If { condition, yes, no, .. } => {
                let branch = if self.truth(condition, at) == Truth::Yes { yes } else { no };
                self.add_items(parts, branch, at);
            }
            _ => {
                let Some(list) = self.listed(over, at) else { return };
                for kid in self.program.kids(list.kids) {
                    let weighed = self.weigh_item(list, *kid);
                    self.add_part(parts, &weighed);
                }
            }
        }
    }

    fn add_mapped(&mut self, parts: &mut Parts, over: NodeId, body: NodeId, at: u16) {
        let items = self.items(over, at);
        let mut nameless = items.whole == Whole::Open;
        for index in 0..self.count_items(items) {
            let item = (self.item(items, index), self.origin(over, index, at));
            nameless |= matches!(item, (Operand::Open, None));
            let weighed = self.with_local(item, |inner| inner.weigh(body, at));
            self.add_part(parts, &weighed);
        }
        self.drop_items(items);
        if nameless {
            self.add_items(parts, over, at);
        }
    }

    /// The first or the last item.
    pub(super) fn weigh_end(&mut self, over: NodeId, last: bool, at: u16) -> Weighed {
        let items = self.items(over, at);
        let count = self.count_items(items);
        self.drop_items(items);
        if items.whole == Whole::Open {
            return self.weigh_whole(over, at);
        }
        let end = if last { count.saturating_sub(1) } else { 0 };
        match self.listed(over, at).and_then(|list| Some((list, *self.program.kids(list.kids).get(end)?))) {
            Some((list, kid)) => self.weigh_item(list, kid),
            None => self.weigh_each(over, at),
        }
    }

    /// The question that a set of answers belongs to.
    pub(super) fn weigh_whole(&mut self, over: NodeId, at: u16) -> Weighed {
        match self.program.node(over) {
            Node::CodesOf { set, .. } => self.weigh(set, at),
            Node::Filter { over, .. } | Node::Map { over, .. } | Node::LastFew { of: over, .. } => self.weigh_whole(over, at),
            Node::Def(def) => match self.program.defs.get(def.index()).map(|def| def.value) {
                Some(value) => self.in_named(|inner| inner.weigh_whole(value, at)),
                None => Weighed::Known(Operand::Open),
            },
            _ => Weighed::Known(Operand::Open),
        }
    }
}
