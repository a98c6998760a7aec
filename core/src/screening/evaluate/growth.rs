//! Growth: the z-scores that follow from the measures of a visit.

use chrono::Days;

use super::condition::compare;
use super::{Concern, Evaluator, TODAY, Truth};
use crate::growth::{Child, ExactAge, Index, NotAssessed, Outcome, Position, assess_index};
use crate::pack::lang::ast::CompareOp;
use crate::pack::lang::growth_parts::GrowthParts;
use crate::pack::lang::program::{Kids, Node, NodeId, Operand};

/// For so many days it is looked when a z-score passes a limit. A child that keeps its weight needs about as long for a tenth of a z-score.
const DAYS_AHEAD: u64 = 92;

/// A z-score by the measures of a visit, on any day.
struct ZScores {
    index: Index,
    child: Child,
    measure_is_open: bool,
}

impl ZScores {
    fn known(&self) -> Known {
        Known { outcome: assess_index(self.index, &self.child), measure_is_open: self.measure_is_open }
    }
}

/// What is known of a z-score.
#[derive(Clone, Copy)]
struct Known {
    outcome: Outcome,
    measure_is_open: bool,
}

impl Known {
    fn told(self, flagged: bool) -> Operand {
        if flagged { self.flag() } else { self.z_score() }
    }

    /// Open while a measure is. It does not apply where there is no such index.
    fn z_score(self) -> Operand {
        match self.outcome {
            Ok(score) => score.z.to_number().map_or(Operand::Absent, Operand::Number),
            Err(reason) if reason.is_open() && self.measure_is_open => Operand::Open,
            Err(_) => Operand::Absent,
        }
    }

    fn flag(self) -> Operand {
        self.outcome.map_or_else(|_| self.z_score(), |score| Operand::Bool(score.flagged))
    }
}

/// The z-scores of today: many rules ask for the same.
#[derive(Default)]
pub(super) struct GrowthToday([Option<Known>; Index::ALL.len()]);

impl GrowthToday {
    fn get(&self, index: Index) -> Option<Known> {
        self.0.get(index as usize).copied().flatten()
    }

    fn keep(&mut self, index: Index, known: Known) {
        if let Some(place) = self.0.get_mut(index as usize) {
            *place = Some(known);
        }
    }
}

impl Evaluator<'_> {
    /// The z-score, or whether it is beyond what can be.
    #[inline(never)]
    pub(in crate::screening) fn growth(&mut self, index: Index, flagged: bool, parts: Kids, at: u16) -> Operand {
        if at == TODAY
            && let Some(known) = self.growth_today.get(index)
        {
            return known.told(flagged);
        }
        let Some(mut z_scores) = self.z_scores(index, parts, at) else { return Operand::Absent };
        let known = z_scores.known();
        self.needs_birth_day |= known.outcome == Err(NotAssessed::AgeUnknown);
        if at == TODAY {
            if self.watch.is_some() {
                self.note_growth(&mut z_scores, |z_scores| z_scores.known().told(flagged) != known.told(flagged));
            } else {
                self.growth_today.keep(index, known);
            }
        }
        known.told(flagged)
    }

    /// A z-score of today compared with something that does not move, while the next change is sought: the turn is the day on which the
    /// z-score passes it, and not the next day, on which it is another one already.
    pub(super) fn compared_z_score(&mut self, op: CompareOp, left: NodeId, right: NodeId, at: u16) -> Option<(Operand, Operand)> {
        let ((index, parts), z, other, op, z_is_left) = match (self.z_score_behind(left), self.z_score_behind(right)) {
            (Some(behind), None) => (behind, left, right, op, true),
            (None, Some(behind)) => (behind, right, left, op.mirrored(), false),
            _ => return None,
        };
        if at != TODAY || !self.concerns_behind(z) {
            return None;
        }
        let limit = self.eval(other, at);
        let mut z_scores = self.z_scores(index, parts, at)?;
        let z_score = z_scores.known().z_score();
        let now = compare(op, &z_score, &limit);
        self.note_growth(&mut z_scores, |z_scores| compare(op, &z_scores.known().z_score(), &limit) != now);
        Some(if z_is_left { (z_score, limit) } else { (limit, z_score) })
    }

    /// The z-score that a node or a name stands for.
    fn z_score_behind(&self, node: NodeId) -> Option<(Index, Kids)> {
        match self.program.node(node) {
            Node::Growth { index, flagged: false, parts, .. } => Some((index, parts)),
            Node::Def(def) => self.z_score_behind(self.program.defs.get(def.index())?.value),
            _ => None,
        }
    }

    /// Whether all names on the way to a z-score concern the person.
    fn concerns_behind(&mut self, node: NodeId) -> bool {
        let Node::Def(def) = self.program.node(node) else { return true };
        let value = self.program.defs.get(def.index()).map(|def| def.value);
        self.concern(def, TODAY) == Concern::Applies && value.is_none_or(|value| self.concerns_behind(value))
    }

    /// Notes the first day on which something is true of a child that grows older with the same measures.
    fn note_growth(&mut self, z_scores: &mut ZScores, turns: impl Fn(&ZScores) -> bool) {
        let (born, on) = (self.subject.input().born, self.subject.on());
        let Some(watch) = self.watch.as_mut() else { return };
        let last = on.checked_add_days(Days::new(DAYS_AHEAD)).map(|last| watch.first().map_or(last, |first| first.min(last)));
        let mut days = on.iter_days().skip(1).take_while(|day| last.is_none_or(|last| *day < last));
        let turn = days.find(|day| {
            z_scores.child.age = ExactAge::on(born, *day);
            turns(z_scores)
        });
        // Beyond, it is looked for again.
        watch.note(turn.or(last));
    }

    fn z_scores(&mut self, index: Index, parts: Kids, at: u16) -> Option<ZScores> {
        let parts = self.program.growth_parts(parts)?;
        let measure_is_open = parts.measures.iter().any(|measure| self.eval(*measure, at) == Operand::Open);
        Some(ZScores { index, child: self.child(index, parts, at), measure_is_open })
    }

    fn child(&mut self, index: Index, parts: GrowthParts<'_>, at: u16) -> Child {
        let visit = self.subject.visit(at);
        let mut child = Child {
            sex: Some(self.subject.sex()),
            age: visit.and_then(|visit| ExactAge::on(self.subject.input().born, visit.on)),
            position: self.position(parts.position, at),
            oedema: self.truth(parts.oedema, at) == Truth::Yes,
            ..Child::default()
        };
        for (measure, node) in index.measures().iter().zip(parts.measures) {
            if let Operand::Number(number) = self.eval(*node, at) {
                child.put(*measure, number);
            }
        }
        child
    }

    fn position(&mut self, node: NodeId, at: u16) -> Option<Position> {
        let Operand::Code(code) = self.eval(node, at) else { return None };
        self.pack.dictionary().code(code).parse().ok()
    }
}
