//! Judges every rule of a pack.

use super::assessment::{Assessment, Finding, Undetermined};
use super::evaluate::{Concern, Evaluator, TODAY, Truth};
use super::fact_set::FactSet;
use super::scratch::Scratch;
use super::subject::Subject;
use crate::pack::{FactRef, Pack, RuleId};

/// Judges every rule that concerns a person, with new working space.
pub fn assess(pack: &Pack, subject: &Subject) -> Assessment {
    assess_with(pack, subject, &mut Scratch::new())
}

/// Judges every rule that concerns a person. With the same working space for many people it allocates only what it returns.
pub fn assess_with(pack: &Pack, subject: &Subject, scratch: &mut Scratch) -> Assessment {
    let mut evaluator = Evaluator::new(pack, subject, scratch);
    let silenced = silenced(&mut evaluator);
    let mut assessment = Assessment { stages: subject.stages(), findings: Vec::new(), undetermined: Vec::new() };
    for (rule, _) in pack.rules() {
        let def = pack.def_of(rule);
        if evaluator.concern(def, TODAY) == Concern::Silent || silenced.contains(&rule) {
            continue;
        }
        match Truth::from_operand(evaluator.def(def, TODAY)) {
            Truth::Yes => assessment.findings.push(Finding { rule, because: evaluator.because(def) }),
            Truth::Open => assessment.undetermined.push(undetermined(&mut evaluator, rule)),
            Truth::No => {}
        }
    }
    assessment
}

/// The rules below the first one that fires in each ladder.
pub(super) fn silenced(evaluator: &mut Evaluator<'_>) -> Vec<RuleId> {
    let mut silenced = Vec::new();
    for ladder in &evaluator.pack.ladders {
        let fires = |rule: &RuleId| Truth::from_operand(evaluator.def(evaluator.pack.def_of(*rule), TODAY)) == Truth::Yes;
        if let Some(first) = ladder.iter().position(fires) {
            silenced.extend(ladder.iter().skip(first + 1));
        }
    }
    silenced
}

fn undetermined(evaluator: &mut Evaluator<'_>, rule: RuleId) -> Undetermined {
    let def = evaluator.pack.def_of(rule);
    let open = evaluator.open_of_def(def, TODAY);
    let missing = evaluator.missing(def);
    Undetermined { rule, open: in_form_order(evaluator, &open), missing: in_form_order(evaluator, &missing) }
}

fn in_form_order(evaluator: &Evaluator<'_>, set: &FactSet) -> Vec<FactRef> {
    let places = evaluator.pack.orders.places(evaluator.subject.stages());
    let mut facts = Vec::with_capacity(set.len() as usize);
    facts.extend(set.iter().map(|slot| FactRef(slot.0)));
    facts.sort_unstable_by_key(|fact| (places.get(usize::from(fact.0)).copied().unwrap_or(u16::MAX), *fact));
    facts
}
