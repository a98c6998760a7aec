//! Judges every rule of a pack.

use super::assessment::{Assessment, Finding, Undetermined};
use super::evaluate::{Concern, Evaluator, TODAY, Truth, compare};
use super::scratch::Scratch;
use super::subject::Subject;
use crate::pack::{Need, Pack, RuleEntry, RuleId};

/// Judges every rule that concerns a person, with new working space.
pub fn assess(pack: &Pack, subject: &Subject) -> Assessment {
    assess_with(pack, subject, &mut Scratch::new())
}

/// Judges every rule that concerns a person. With the same working space for many people it allocates only what it returns.
pub fn assess_with(pack: &Pack, subject: &Subject, scratch: &mut Scratch) -> Assessment {
    let mut evaluator = Evaluator::new(pack, subject, scratch);
    silence(&mut evaluator);
    let mut assessment = Assessment { stages: subject.stages(), findings: Vec::new(), undetermined: Vec::new() };
    // Most rules are of another age or sex, and only of the others it is asked whether they concern the person.
    for run in pack.runs_for(subject.sex(), subject.age()) {
        if !run.on_condition || evaluator.concern_today(run.scope) == Concern::Applies {
            run.rules.iter().for_each(|entry| judge(&mut evaluator, entry, &mut assessment));
        }
    }
    assessment
}

/// Judges a rule that concerns the person. Most are seen not to fire by one fact.
fn judge(evaluator: &mut Evaluator<'_>, entry: &RuleEntry, assessment: &mut Assessment) {
    let RuleEntry { rule, def, .. } = *entry;
    match outcome(evaluator, entry) {
        Truth::No => {}
        _ if evaluator.scratch.silenced.contains(&rule) => {}
        Truth::Yes => assessment.findings.push(Finding { rule, because: evaluator.because(def) }),
        Truth::Open => assessment.undetermined.push(undetermined(evaluator, rule)),
    }
}

/// How a rule that concerns the person comes out, whether or not its ladder silences it.
#[inline]
pub(super) fn outcome(evaluator: &mut Evaluator<'_>, entry: &RuleEntry) -> Truth {
    match needs_met(&entry.needs, evaluator.subject) {
        Truth::No => Truth::No,
        // It will hardly be decided, and what it waits for is wanted then.
        Truth::Open if entry.is_weighable => evaluator.weighed_rule(entry.def),
        _ => Truth::from_operand(evaluator.value_of_rule(entry.def)),
    }
}

/// Whether all of some needs are met.
fn needs_met(needs: &[Need], subject: &Subject) -> Truth {
    let mut all = Truth::Yes;
    for need in needs {
        match is_met(need, subject) {
            Truth::No => return Truth::No,
            Truth::Open => all = Truth::Open,
            Truth::Yes => {}
        }
    }
    all
}

fn is_met(need: &Need, subject: &Subject) -> Truth {
    match need {
        Need::Answer(slot, true) => subject.answer(*slot),
        Need::Answer(slot, false) => subject.answer(*slot).negated(),
        Need::Compare(op, slot, limit) => compare(*op, subject.operand(*slot), limit),
    }
}

/// Silences the rules below the first one that fires in each ladder.
fn silence(evaluator: &mut Evaluator<'_>) {
    for ladder in &evaluator.pack.ladders {
        let fires = |rule: &RuleId| Truth::from_operand(evaluator.def(evaluator.pack.def_of(*rule), TODAY)) == Truth::Yes;
        if let Some(first) = ladder.iter().position(fires) {
            evaluator.scratch.silenced.extend(ladder.iter().skip(first + 1));
        }
    }
}

pub(super) fn undetermined(evaluator: &mut Evaluator<'_>, rule: RuleId) -> Undetermined {
    let [open, missing] = evaluator.waits_for(evaluator.pack.def_of(rule));
    Undetermined { rule, open, missing }
}
