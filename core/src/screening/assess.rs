//! Judges every rule of a pack.

use super::assessment::{Assessment, Finding, Undetermined};
use super::evaluate::{Concern, Evaluator, TODAY, Truth};
use super::scratch::Scratch;
use super::subject::Subject;
use crate::pack::{Pack, RuleEntry};

/// Judges every rule that concerns a person, with new working space.
pub fn assess(pack: &Pack, subject: &Subject) -> Assessment {
    assess_with(pack, subject, &mut Scratch::new())
}

/// Judges every rule that concerns a person. With the same working space for many people it allocates only what it returns.
pub fn assess_with(pack: &Pack, subject: &Subject, scratch: &mut Scratch) -> Assessment {
    let mut evaluator = Evaluator::new(pack, subject, scratch);
    silence(&mut evaluator);
    // Most rules are of another age or sex, and only of the others it is asked whether they concern the person.
    for run in pack.runs_for(subject.sex(), subject.age()) {
        if !run.on_condition || evaluator.concern_today(run.scope) == Concern::Applies {
            judge_run(&mut evaluator, &run.rules);
        }
    }
    let needs_birth_day = evaluator.needs_birth_day;
    evaluator.scratch.assessment(subject.stages(), needs_birth_day)
}

/// Judges rules that concern the person.
fn judge_run(evaluator: &mut Evaluator<'_>, rules: &[RuleEntry]) {
    let subject = evaluator.subject;
    for entry in rules {
        match subject.at_a_glance(&entry.glance, evaluator.scratch) {
            // This is how most rules end.
            Some(Truth::No) => {}
            shown => judge(evaluator, entry, shown),
        }
    }
}

#[inline(never)]
fn judge(evaluator: &mut Evaluator<'_>, entry: &RuleEntry, shown: Option<Truth>) {
    let RuleEntry { rule, def, .. } = *entry;
    match outcome_of(evaluator, entry, shown) {
        Truth::No => {}
        _ if evaluator.scratch.silenced.contains(&rule) => {}
        Truth::Yes => {
            let because = evaluator.because(def);
            evaluator.scratch.findings.push(Finding { rule, because });
        }
        Truth::Open => {
            let undetermined = undetermined(evaluator, entry);
            evaluator.scratch.undetermined.push(undetermined);
        }
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
        None if entry.is_weighable && evaluator.subject.is_hardly_asked(evaluator.pack) => evaluator.weighed_rule(entry.def),
        _ => Truth::from_operand(evaluator.value_of_rule(entry.def)),
    }
}

/// Silences the rules below the first one that fires in each ladder.
fn silence(evaluator: &mut Evaluator<'_>) {
    for ladder in &evaluator.pack.ladders {
        let fires = |entry: &RuleEntry| evaluator.concern(entry.def, TODAY) == Concern::Applies && outcome(evaluator, entry) == Truth::Yes;
        if let Some(first) = ladder.iter().position(fires) {
            evaluator.scratch.silenced.extend(ladder.iter().skip(first + 1).map(|entry| entry.rule));
        }
    }
}

pub(super) fn undetermined(evaluator: &mut Evaluator<'_>, entry: &RuleEntry) -> Undetermined {
    let [open, missing] = evaluator.waits_for(entry.def);
    Undetermined { rule: entry.rule, open, missing }
}
