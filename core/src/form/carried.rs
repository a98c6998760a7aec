//! What was recorded at an earlier visit and stands beside the question.

use chrono::NaiveDate;

use super::session::Form;
use crate::fact::{Answer, FactDef, FactId, Lasts, NextVisit, Value};
use crate::person::{LifeStage, StageSet};

/// An answer of an earlier visit.
pub(super) struct Carried<'f> {
    pub on: NaiveDate,
    pub value: &'f Value,
    /// Whether one tap may make it an answer of this visit.
    pub to_confirm: bool,
}

impl Form<'_> {
    /// The newest answer of an earlier visit that may be shown: never one of an earlier pregnancy where the fact belongs to a pregnancy.
    pub(super) fn carried(&self, fact: FactId) -> Option<Carried<'_>> {
        let definition = self.pack.dictionary().get(fact);
        if definition.next_visit == NextVisit::Nothing || definition.is_setting() {
            return None;
        }
        let from = if is_of_episode(definition) { self.who.episode_from()? } else { NaiveDate::MIN };
        let visits = self.who.history().iter().filter(|visit| visit.on >= from && visit.on < self.who.on());
        let values = visits.flat_map(|visit| visit.facts.iter().filter(|(of, _)| *of == fact).map(|(_, answer)| (visit.on, answer)));
        let known = values.filter_map(|(on, answer)| Some((on, Answer::value(answer)?)));
        let (on, value) = known.max_by_key(|(on, _)| *on)?;
        Some(Carried { on, value, to_confirm: definition.next_visit == NextVisit::Confirm && lasts(value) })
    }
}

/// Whether a fact belongs to a pregnancy or to the time after the delivery: it says so, or it is asked of nobody else.
fn is_of_episode(fact: &FactDef) -> bool {
    let episodes: StageSet = [LifeStage::Pregnant, LifeStage::Postpartum].into_iter().collect();
    let only_then = |stages: StageSet| stages.iter().all(|stage| episodes.contains(stage));
    match fact.lasts {
        Lasts::Episode => true,
        Lasts::Person => false,
        Lasts::Visit => fact.asked_of.is_some_and(only_then),
    }
}

/// "No" and "none of these" may have changed since, so they are asked anew.
fn lasts(value: &Value) -> bool {
    match value {
        Value::Bool(yes) => *yes,
        Value::Codes(codes) => !codes.is_empty(),
        _ => true,
    }
}
