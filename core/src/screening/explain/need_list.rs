//! The shortest way out for lists and scores.

use super::need::{Goal, Need};
use crate::fact::Number;
use crate::pack::lang::ast::CompareOp;
use crate::pack::lang::program::{CountKind, Kids, Node, NodeId, Operand};
use crate::screening::FactSet;
use crate::screening::evaluate::{Evaluator, Truth};

impl Evaluator<'_> {
    /// `any`, `all`, `at_least`, `exactly`: the cheapest items that make enough of them true or false.
    pub(super) fn need_count(&mut self, kind: CountKind, of: NodeId, at: u16, goal: Goal) -> Need {
        let (kids, at) = self.kids_of(of, at)?;
        let ways: Vec<_> = self.in_named(|inner| inner.ways_of(kids, at));
        let (yes, open) = ways.iter().fold((0, 0), |(yes, open), way| match way.now {
            Truth::Yes => (yes + 1, open),
            Truth::Open => (yes, open + 1),
            Truth::No => (yes, open),
        });
        let wanted = self.wanted(kind, ways.len(), at).ok()?;
        let exactly = matches!(kind, CountKind::Exactly(_));
        match (goal, exactly) {
            (Goal::Yes, false) => self.cheapest(&ways, wanted - yes, Goal::Yes),
            (Goal::No, false) => self.cheapest(&ways, yes + open - wanted + 1, Goal::No),
            (Goal::Yes, true) => self.exactly(&ways, wanted - yes),
            (Goal::No, true) => {
                let over = self.cheapest(&ways, wanted - yes + 1, Goal::Yes);
                let under = self.cheapest(&ways, yes + open - wanted + 1, Goal::No);
                self.cheaper(over, under)
            }
            _ => None,
        }
    }

    /// The expressions of a list, and the visit at which it is read.
    fn kids_of(&mut self, list: NodeId, at: u16) -> Option<(Kids, u16)> {
        match self.program.node(list) {
            Node::Items(kids) => Some((kids, at)),
            Node::List(list) => self.program.lists.get(list.index()).map(|list| (list.items, at)),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => self.kids_of(of, visit),
                _ => None,
            },
            _ => None,
        }
    }

    fn ways_of(&mut self, kids: Kids, at: u16) -> Vec<Way> {
        let kids = self.program.kids(kids);
        kids.iter()
            .map(|kid| {
                let now = self.truth(*kid, at);
                let open = now == Truth::Open;
                Way {
                    now,
                    yes: if open { self.need(*kid, at, Goal::Yes) } else { None },
                    no: if open { self.need(*kid, at, Goal::No) } else { None },
                }
            })
            .collect()
    }

    /// The cheapest `count` items that are still open, brought to a goal.
    fn cheapest(&self, ways: &[Way], count: i64, goal: Goal) -> Need {
        let Ok(count) = usize::try_from(count) else { return Some(FactSet::EMPTY) };
        let mut needs: Vec<_> = ways.iter().filter_map(|way| way.to(goal)).collect();
        if needs.len() < count {
            return None;
        }
        self.sort_by_cost(&mut needs);
        Some(needs.iter().take(count).fold(FactSet::EMPTY, |sum, need| sum.with(need)))
    }

    /// Some items true and all others false: every open item must be answered.
    fn exactly(&self, ways: &[Way], more: i64) -> Need {
        let open: Vec<_> = ways.iter().filter(|way| way.now == Truth::Open).collect();
        if more < 0 || usize::try_from(more).is_ok_and(|more| more > open.len()) {
            return None;
        }
        open.iter().try_fold(FactSet::EMPTY, |sum, way| Some(sum.with(&way.yes?.with(&way.no?))))
    }

    fn sort_by_cost(&self, needs: &mut [FactSet]) {
        let places = self.pack.orders.places(self.subject.stages());
        let first = |set: &FactSet| set.iter().filter_map(|slot| places.get(slot.index())).min().copied();
        needs.sort_by_key(|set| (set.len(), first(set)));
    }

    /// All open items must get a value, or the cheapest of them not apply.
    pub(super) fn need_items(&mut self, over: NodeId, at: u16, goal: Goal) -> Need {
        match self.program.node(over) {
            Node::Map { over, body } => {
                let items = self.items(over, at);
                let mut need = if goal == Goal::Nothing { None } else { Some(FactSet::EMPTY) };
                for index in 0..self.count_items(items) {
                    let item = (self.item(items, index), self.origin(over, index, at));
                    let part = self.with_local(item, |inner| inner.need(body, at, goal));
                    need = if goal == Goal::Nothing { self.cheaper(need, part) } else { need.zip(part).map(|(a, b)| a.with(&b)) };
                }
                self.drop_items(items);
                need
            }
            _ => {
                let (kids, at) = self.kids_of(over, at)?;
                self.in_named(|inner| inner.need_values(kids, at, goal))
            }
        }
    }

    fn need_values(&mut self, kids: Kids, at: u16, goal: Goal) -> Need {
        let mut need = if goal == Goal::Nothing { None } else { Some(FactSet::EMPTY) };
        for kid in self.program.kids(kids) {
            let part = self.need(*kid, at, goal);
            need = if goal == Goal::Nothing { self.cheaper(need, part) } else { need.zip(part).map(|(a, b)| a.with(&b)) };
        }
        need
    }

    /// The question that a set of answers belongs to.
    pub(super) fn need_whole(&mut self, over: NodeId, at: u16, goal: Goal) -> Need {
        match self.program.node(over) {
            Node::CodesOf { set, .. } => self.need(set, at, goal),
            Node::Filter { over, .. } | Node::Map { over, .. } | Node::LastFew { of: over, .. } => self.need_whole(over, at, goal),
            _ => None,
        }
    }

    /// `sum_so_far(list) >= n` becomes true when the open items that can still add points reach it; `< n` likewise false.
    pub(super) fn need_sum_so_far(&mut self, op: CompareOp, left: NodeId, right: NodeId, at: u16, goal: Goal) -> Option<Need> {
        let Node::SumSoFar(list) = self.program.node(left) else { return None };
        let rising = match (op, goal) {
            (CompareOp::GreaterOrEqual | CompareOp::Greater, Goal::Yes) => true,
            (CompareOp::Less | CompareOp::LessOrEqual, Goal::No) => true,
            _ => return Some(None),
        };
        let (Operand::Number(sum), Operand::Number(limit)) = (self.eval(left, at), self.eval(right, at)) else { return Some(None) };
        let strict = matches!(op, CompareOp::Greater | CompareOp::LessOrEqual);
        let lacking = limit.sub(sum)?.add(if strict { Number::ONE } else { Number::ZERO })?;
        Some(if rising { self.points(list, lacking, at) } else { None })
    }

    /// The fewest facts whose best answers add this many points.
    fn points(&mut self, list: NodeId, lacking: Number, at: u16) -> Need {
        let Node::List(id) = self.program.node(list) else { return None };
        let most = self.program.lists.get(id.index()).map(|list| list.most.as_slice()).unwrap_or_default();
        let (kids, at) = self.kids_of(list, at)?;
        let mut gains = Vec::new();
        for (kid, most) in self.program.kids(kids).iter().zip(most) {
            if self.in_named(|inner| inner.eval(*kid, at)) == Operand::Open
                && let Some(need) = self.in_named(|inner| inner.need(*kid, at, Goal::Value))
            {
                gains.push(((*most)?, need));
            }
        }
        let places = self.pack.orders.places(self.subject.stages());
        let first = |set: &FactSet| set.iter().filter_map(|slot| places.get(slot.index())).min().copied();
        let per_fact = |gain: &Number, need: &FactSet| gain.div(Number::integer(need.len().max(1).into())).unwrap_or(Number::ZERO);
        gains.sort_by_key(|(gain, need)| (std::cmp::Reverse(per_fact(gain, need)), first(need)));
        let mut taken: Vec<(Number, FactSet)> = Vec::new();
        let mut reached = Number::ZERO;
        for (gain, need) in gains {
            if reached >= lacking {
                break;
            }
            reached = reached.add(gain)?;
            taken.push((gain, need));
        }
        if reached < lacking {
            return None;
        }
        // What was taken early may have become needless.
        let mut index = 0;
        while let Some((gain, _)) = taken.get(index) {
            match reached.sub(*gain).filter(|rest| *rest >= lacking) {
                Some(rest) => {
                    reached = rest;
                    taken.remove(index);
                }
                None => index += 1,
            }
        }
        Some(taken.iter().fold(FactSet::EMPTY, |sum, (_, need)| sum.with(need)))
    }
}

/// How an item of a list stands, and what would make it true or false.
struct Way {
    now: Truth,
    yes: Need,
    no: Need,
}

impl Way {
    fn to(&self, goal: Goal) -> Need {
        if goal == Goal::Yes { self.yes } else { self.no }
    }
}
