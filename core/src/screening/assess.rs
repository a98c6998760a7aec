//! Judges every rule of a pack.

use super::assessment::{Assessment, Finding, Undetermined};
use super::evaluate::{Concern, Evaluator, TODAY, Truth};
use super::scratch::Scratch;
use super::subject::Subject;
use crate::pack::{Pack, RuleEntry, RuleId};

/// Room for the findings of most people.
const USUAL_FINDINGS: usize = 16;

/// Judges every rule that concerns a person, with new working space.
pub fn assess(pack: &Pack, subject: &Subject) -> Assessment {
    assess_with(pack, subject, &mut Scratch::new())
}

/// Judges every rule that concerns a person. With the same working space for many people it allocates only what it returns.
pub fn assess_with(pack: &Pack, subject: &Subject, scratch: &mut Scratch) -> Assessment {
    let mut evaluator = Evaluator::new(pack, subject, scratch);
    silence(&mut evaluator);
    let findings = Vec::with_capacity(USUAL_FINDINGS);
    let mut assessment =
        Assessment { stages: subject.stages(), findings, undetermined: Vec::new(), needs_birth_day: false, reasons: Vec::new() };
    // Most rules are of another age or sex, and only of the others it is asked whether they concern the person.
    for run in pack.runs_for(subject.sex(), subject.age()) {
        if !run.on_condition || evaluator.concern_today(run.scope) == Concern::Applies {
            judge_run(&mut evaluator, &run.rules, &mut assessment);
        }
    }
    assessment.needs_birth_day = evaluator.needs_birth_day;
    assessment.reasons = evaluator.take_reasons();
    assessment
}

/// Judges rules that concern the person.
fn judge_run(evaluator: &mut Evaluator<'_>, rules: &[RuleEntry], assessment: &mut Assessment) {
    let subject = evaluator.subject;
    for entry in rules {
        match subject.at_a_glance(&entry.glance, evaluator.scratch) {
            // This is how most rules end.
            Some(Truth::No) => {}
            shown => judge(evaluator, entry, shown, assessment),
        }
    }
}

#[inline(never)]
fn judge(evaluator: &mut Evaluator<'_>, entry: &RuleEntry, shown: Option<Truth>, assessment: &mut Assessment) {
    let RuleEntry { rule, def, .. } = *entry;
    match outcome_of(evaluator, entry, shown) {
        Truth::No => {}
        _ if evaluator.scratch.silenced.contains(&rule) => {}
        Truth::Yes => assessment.findings.push(Finding { rule, because: evaluator.because(def) }),
        Truth::Open => assessment.undetermined.push(undetermined(evaluator, rule)),
    }
}

/// How a rule that concerns the person comes out, whether or not its ladder silences it.
pub(super) fn outcome(evaluator: &mut Evaluator<'_>, entry: &RuleEntry) -> Truth {
    let shown = evaluator.subject.at_a_glance(&entry.glance, evaluator.scratch);
    outcome_of(evaluator, entry, shown)
}

/// The same where it is known what shows at a glance.
#[inline]
fn outcome_of(evaluator: &mut Evaluator<'_>, entry: &RuleEntry, shown: Option<Truth>) -> Truth {
    match shown {
        Some(truth @ (Truth::Yes | Truth::No)) => truth,
        // It will hardly be decided, and what it waits for is wanted then.
        Some(Truth::Open) if entry.is_weighable => evaluator.weighed_rule(entry.def),
        _ => Truth::from_operand(evaluator.value_of_rule(entry.def)),
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
