//! Judges every rule of a pack.

use super::assessment::{Assessment, Finding, Undetermined};
use super::evaluate::{Evaluator, TODAY, Truth};
use super::scratch::Scratch;
use super::subject::Subject;
use crate::pack::{Pack, RuleId};

/// Judges every rule that concerns a person, with new working space.
pub fn assess(pack: &Pack, subject: &Subject) -> Assessment {
    assess_with(pack, subject, &mut Scratch::new())
}

/// Judges every rule that concerns a person. With the same working space for many people it allocates only what it returns.
pub fn assess_with(pack: &Pack, subject: &Subject, scratch: &mut Scratch) -> Assessment {
    let mut evaluator = Evaluator::new(pack, subject, scratch);
    silence(&mut evaluator);
    let mut assessment = Assessment { stages: subject.stages(), findings: Vec::new(), undetermined: Vec::new() };
    for (rule, entry) in pack.rule_ids().zip(&pack.rule_entries) {
        if !evaluator.may_fire(entry) {
            continue;
        }
        let def = entry.def;
        match Truth::from_operand(evaluator.def(def, TODAY)) {
            Truth::No => {}
            _ if evaluator.scratch.silenced.contains(&rule) => {}
            Truth::Yes => assessment.findings.push(Finding { rule, because: evaluator.because(def) }),
            Truth::Open => assessment.undetermined.push(undetermined(&mut evaluator, rule)),
        }
    }
    assessment
}

/// Silences the rules below the first one that fires in each ladder.
pub(super) fn silence(evaluator: &mut Evaluator<'_>) {
    for ladder in &evaluator.pack.ladders {
        let fires = |rule: &RuleId| Truth::from_operand(evaluator.def(evaluator.pack.def_of(*rule), TODAY)) == Truth::Yes;
        if let Some(first) = ladder.iter().position(fires) {
            evaluator.scratch.silenced.extend(ladder.iter().skip(first + 1));
        }
    }
}

fn undetermined(evaluator: &mut Evaluator<'_>, rule: RuleId) -> Undetermined {
    let [open, missing] = evaluator.waits_for(evaluator.pack.def_of(rule));
    Undetermined { rule, open, missing }
}
