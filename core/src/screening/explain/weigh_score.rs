//! What sums and scores wait for, and the points that they still lack.

use super::needs::{Need, Waits, Weighed};
use super::open::OpenId;
use super::range::{Range, arithmetic};
use super::sets::SetId;
use super::weigh_value::Parts;
use crate::fact::Number;
use crate::pack::lang::ast::{ArithmeticOp, CompareOp};
use crate::pack::lang::program::{Node, NodeId, Operand};
use crate::screening::evaluate::{Evaluator, TODAY, Truth};

impl Evaluator<'_> {
    /// A sum. Several rules read that of a list with a name.
    pub(super) fn weigh_sum(&mut self, over: NodeId, at: u16) -> Weighed {
        let name = if let Node::List(list) = *self.program.look_at(over) { Some(list.index()) } else { None };
        let Some(name) = name.filter(|_| at == TODAY && self.within.is_none()) else { return self.weigh_sum_anew(over, at) };
        if let Some(weighed) = self.scratch.weighed_sum(name) {
            return weighed;
        }
        let weighed = self.weigh_sum_anew(over, at);
        self.scratch.keep_weighed_sum(name, weighed);
        weighed
    }

    /// It can become no more than its items together.
    fn weigh_sum_anew(&mut self, over: NodeId, at: u16) -> Weighed {
        let mut parts = Parts::new();
        let Some(list) = self.listed(over, at) else {
            self.add_items(&mut parts, over, at);
            return parts.waiting();
        };
        let mut sum = Some((Number::ZERO, Number::ZERO));
        for kid in self.program.kids(list.kids) {
            let weighed = self.weigh_item(list, *kid);
            self.add_part(&mut parts, &weighed);
            sum = arithmetic(ArithmeticOp::Add, sum, self.points_of(&weighed));
        }
        parts.range = self.keep_range(sum);
        parts.waiting()
    }

    /// What an item adds to a sum, or can add. A yes counts 1.
    fn points_of(&self, item: &Weighed) -> Range {
        match item.truth() {
            Truth::Yes => Some((Number::ONE, Number::ONE)),
            _ if matches!(item, Weighed::Known(Operand::Bool(_))) => Some((Number::ZERO, Number::ZERO)),
            _ if matches!(item, Weighed::Waits(Waits { condition: true, .. })) => Some((Number::ZERO, Number::ONE)),
            _ => self.range(item),
        }
    }

    /// `sum_so_far(list) >= n` is decided, but becomes true when the open items that can still add points reach it; `< n` likewise false.
    pub(super) fn weigh_sum_so_far(
        &mut self,
        op: CompareOp,
        left: NodeId,
        sides: (Operand, Operand),
        now: Truth,
        at: u16,
    ) -> Option<Weighed> {
        let Node::SumSoFar(list) = self.program.node(left) else { return None };
        let (Operand::Number(sum), Operand::Number(limit)) = sides else { return None };
        let (turns, strict) = match op {
            CompareOp::GreaterOrEqual => (Truth::No, false),
            CompareOp::Greater => (Truth::No, true),
            CompareOp::Less => (Truth::Yes, false),
            CompareOp::LessOrEqual => (Truth::Yes, true),
            CompareOp::Equal | CompareOp::NotEqual => return None,
        };
        if now != turns {
            return None;
        }
        let lacking = limit.sub(sum)?.add(if strict { Number::ONE } else { Number::ZERO })?;
        let reached = Some(self.points(list, lacking, at)?);
        let stays = Some(SetId::EMPTY);
        let (yes, no) = if now == Truth::No { (reached, stays) } else { (stays, reached) };
        Some(Weighed::Waits(Waits { now, ..Waits::condition(OpenId::EMPTY, yes, no) }))
    }

    /// The fewest facts whose best answers add this many points.
    fn points(&mut self, list: NodeId, lacking: Number, at: u16) -> Need {
        let Node::List(id) = self.program.node(list) else { return None };
        let most = self.program.lists.get(id.index()).map(|list| list.most.as_slice()).unwrap_or_default();
        let list = self.listed(list, at)?;
        let mut gains = Vec::new();
        for (kid, most) in self.program.kids(list.kids).iter().zip(most) {
            let weighed = self.weigh_item(list, *kid);
            if weighed.is_open() {
                // A yes-or-no item adds its point when it is yes.
                let (gain, need) = match weighed {
                    Weighed::Waits(Waits { condition: true, yes, .. }) => (Some(Number::ONE), yes),
                    _ => (self.range(&weighed).map(|(_, most)| most).or(*most), self.value_of(&weighed)),
                };
                if gain? > Number::ZERO {
                    gains.push((gain?, need?));
                }
            }
        }
        gains.sort_by_cached_key(|(gain, need)| {
            let per_fact = gain.div(Number::integer(need.len().max(1).into())).unwrap_or(Number::ZERO);
            (std::cmp::Reverse(per_fact), self.asked_first(*need))
        });
        let taken = fewest(gains, lacking)?;
        taken.iter().try_fold(SetId::EMPTY, |sum, (_, need)| self.both(Some(sum), Some(*need)))
    }
}

/// From gains in the order of their worth, as many as it takes, and none that has become needless.
fn fewest(gains: Vec<(Number, SetId)>, lacking: Number) -> Option<Vec<(Number, SetId)>> {
    let mut reached = Number::ZERO;
    let mut taken = Vec::new();
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
    taken.retain(|(gain, _)| match reached.sub(*gain).filter(|rest| *rest >= lacking) {
        Some(rest) => {
            reached = rest;
            false
        }
        None => true,
    });
    Some(taken)
}
