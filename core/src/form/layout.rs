//! The merged form: which sections there are, in which order, and what each of them can ask.

use super::who::Who;
use crate::fact::{FactDef, FactId};
use crate::pack::source::Setting;
use crate::pack::{FactSet, Pack};
use crate::person::{Sex, StageSet};

/// A section of the merged form with the questions that are asked of the person, whether their gates are met or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaidOut {
    /// Its index in [`crate::pack::source::Source::sections`].
    pub section: usize,
    /// It belongs to the other setting: it may be opened and does not count for "complete".
    pub folded: bool,
    /// Its questions, in order. Each fact stands in one section of the form.
    pub facts: Vec<FactId>,
}

/// Merges the forms of a person or sheet: the sections of the setting first, those of the other setting folded after them, each in the
/// four rounds of the pack. (The rules stand in `forms/forms.toml` of the pack.)
pub(super) fn lay_out(pack: &Pack, who: &Who, setting: Setting) -> Vec<LaidOut> {
    let stages = who.stages();
    let (orders, mut seen, mut sections) = (&pack.orders, FactSet::EMPTY, Vec::new());
    let lined_up = orders.line_up(who.forms());
    let (here, elsewhere): (Vec<u16>, Vec<u16>) = lined_up.into_iter().partition(|section| orders.belongs_to(*section, setting));
    for (lined_up, folded) in [(here, false), (elsewhere, true)] {
        orders.merge(&lined_up, &mut seen, |section, fact| {
            if is_asked(pack.dictionary().get(fact), stages, who.sex()) {
                add(&mut sections, usize::from(section), folded, fact);
            }
        });
    }
    sections
}

/// The facts of a section come one after the other.
fn add(sections: &mut Vec<LaidOut>, section: usize, folded: bool, fact: FactId) {
    match sections.last_mut().filter(|last| last.section == section) {
        Some(last) => last.facts.push(fact),
        None => sections.push(LaidOut { section, folded, facts: vec![fact] }),
    }
}

/// Whether a fact is asked of somebody of this sex in these life stages.
fn is_asked(fact: &FactDef, stages: StageSet, sex: Option<Sex>) -> bool {
    let of_stage = fact.asked_of.is_none_or(|asked| asked.intersects(stages));
    of_stage && fact.sex.is_none_or(|of| sex.is_none_or(|sex| sex == of))
}
