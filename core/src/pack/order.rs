//! In which order the forms ask for the facts: that of the merged form of a person's life stages.

use std::collections::HashMap;

use super::source::{FormSource, SectionSource, Source};
use crate::fact::FactId;
use crate::person::{LifeStage, StageSet};

/// For every combination of life stages the place of each fact in its form.
#[derive(Debug, Default)]
pub(crate) struct FormOrders {
    places: Vec<(StageSet, Vec<u16>)>,
}

/// A merged form asks in rounds: danger signs, everything else, what is private, what ends the visit.
const ROUNDS: u8 = 4;

/// The facts of a section, and the round that it belongs to.
type Section = (u8, Vec<FactId>);

impl FormOrders {
    pub(crate) fn of(source: &Source) -> Self {
        let sections: HashMap<_, _> =
            source.sections.iter().map(|section| (section.id.value.as_str(), facts_of(source, section))).collect();
        let form = |form: &FormSource| form.sections.iter().filter_map(|id| sections.get(id.value.as_str())).collect::<Vec<_>>();
        let forms: HashMap<_, _> = source.forms.iter().map(|it| (it.id.value.as_str(), form(it))).collect();
        let ages = LifeStage::ALL.into_iter().filter(|stage| !matches!(stage, LifeStage::Pregnant | LifeStage::Postpartum));
        let beside: [&[LifeStage]; 4] =
            [&[], &[LifeStage::Pregnant], &[LifeStage::Postpartum], &[LifeStage::Pregnant, LifeStage::Postpartum]];
        let places = ages.flat_map(|age| {
            let forms = &forms;
            beside.into_iter().map(move |more| {
                let stages = more.iter().copied().chain([age]);
                let names = stages.clone().map(LifeStage::as_str).chain(["member", "household", "area"]);
                let merged: Vec<_> = names.filter_map(|name| forms.get(name)).flatten().copied().collect();
                (stages.collect(), places(source.dictionary.len(), &merged))
            })
        });
        Self { places: places.collect() }
    }

    /// The place of each fact slot in the form of a person in these stages.
    pub(crate) fn places(&self, stages: StageSet) -> &[u16] {
        self.places.iter().find(|(of, _)| *of == stages).map(|(_, places)| places.as_slice()).unwrap_or_default()
    }
}

fn facts_of(source: &Source, section: &SectionSource) -> Section {
    (round_of(section), section.facts.iter().filter_map(|fact| source.dictionary.find(&fact.value)).collect())
}

/// Numbers the facts of forms that are lined up, round by round; a fact already numbered keeps its place.
fn places(facts: usize, sections: &[&Section]) -> Vec<u16> {
    let mut places = vec![u16::MAX; facts];
    let mut next = 0;
    for round in 0..ROUNDS {
        for fact in sections.iter().filter(|(of, _)| *of == round).flat_map(|(_, facts)| facts) {
            if let Some(place) = places.get_mut(usize::from(fact.0)).filter(|place| **place == u16::MAX) {
                *place = next;
                next += 1;
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
