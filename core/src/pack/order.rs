//! In which order the forms ask for the facts: that of the merged form of a person's life stages.

use std::collections::HashMap;

use super::source::{SectionSource, Source};
use crate::person::{LifeStage, StageSet};

/// For every combination of life stages the place of each fact in its form.
#[derive(Debug, Default)]
pub(crate) struct FormOrders {
    places: Vec<(StageSet, Vec<u16>)>,
}

/// A merged form asks in rounds: danger signs, everything else, what is private, what ends the visit.
const ROUNDS: u8 = 4;

impl FormOrders {
    pub(crate) fn of(source: &Source) -> Self {
        let sections: HashMap<_, _> = source.sections.iter().map(|section| (section.id.value.as_str(), section)).collect();
        let ages = LifeStage::ALL.into_iter().filter(|stage| !matches!(stage, LifeStage::Pregnant | LifeStage::Postpartum));
        let beside: [&[LifeStage]; 4] =
            [&[], &[LifeStage::Pregnant], &[LifeStage::Postpartum], &[LifeStage::Pregnant, LifeStage::Postpartum]];
        let places = ages.flat_map(|age| {
            let sections = &sections;
            beside.into_iter().map(move |more| {
                let forms: Vec<_> =
                    more.iter().copied().chain([age]).map(LifeStage::as_str).chain(["member", "household", "area"]).collect();
                let stages: StageSet = more.iter().copied().chain([age]).collect();
                (stages, places(source, sections, &forms))
            })
        });
        Self { places: places.collect() }
    }

    /// The place of each fact slot in the form of a person in these stages.
    pub(crate) fn places(&self, stages: StageSet) -> &[u16] {
        self.places.iter().find(|(of, _)| *of == stages).map(|(_, places)| places.as_slice()).unwrap_or_default()
    }
}

fn places(source: &Source, sections: &HashMap<&str, &SectionSource>, forms: &[&str]) -> Vec<u16> {
    let last = u16::MAX;
    let mut places = vec![last; source.dictionary.len()];
    let mut next = 0;
    for round in 0..ROUNDS {
        for form in forms.iter().filter_map(|id| source.forms.iter().find(|form| form.id.value == **id)) {
            let in_round =
                form.sections.iter().filter_map(|id| sections.get(id.value.as_str())).filter(|section| round_of(section) == round);
            for fact in in_round.flat_map(|section| &section.facts) {
                let slot = source.dictionary.find(&fact.value).and_then(|fact| places.get_mut(usize::from(fact.0)));
                if let Some(place) = slot.filter(|place| **place == last) {
                    *place = next;
                    next += 1;
                }
            }
        }
    }
    places
}

fn round_of(section: &SectionSource) -> u8 {
    match section {
        SectionSource { danger: true, .. } => 0,
        SectionSource { private: true, .. } => 2,
        SectionSource { closing: true, .. } => 3,
        _ => 1,
    }
}
