//! In which order the forms ask for the facts: how the forms of a person in several life stages are merged into one.

use super::FactSet;
use super::lang::program::FactSlot;
use super::source::{FormSource, SectionSource, Setting, Source};
use crate::fact::FactId;
use crate::person::{LifeStage, StageSet};

/// The sections of all forms, and for every combination of life stages the place of each fact in its form.
#[derive(Debug, Default)]
pub(crate) struct FormOrders {
    /// In the order of [`Source::sections`].
    sections: Vec<Section>,
    /// The sections of each form, in the order of [`Source::forms`].
    forms: Vec<(Box<str>, Vec<u16>)>,
    /// The facts of private sections.
    private: FactSet,
    places: Vec<(StageSet, Vec<u16>)>,
}

/// The facts of a section, and when it comes.
#[derive(Debug)]
struct Section {
    round: u8,
    settings: Vec<Setting>,
    facts: Vec<FactId>,
}

/// A merged form asks in rounds: danger signs, everything else, what is private, what ends the visit.
const ROUNDS: u8 = 4;

impl FormOrders {
    pub(crate) fn of(source: &Source) -> Self {
        let sections = source.sections.iter().map(|section| Section {
            round: round_of(section),
            settings: section.settings.clone(),
            facts: section.facts.iter().filter_map(|fact| source.dictionary.find(&fact.value)).collect(),
        });
        let forms = source.forms.iter().map(|form| (form.id.value.as_str().into(), sections_of(source, form)));
        let sections: Vec<Section> = sections.collect();
        let mut private = FactSet::EMPTY;
        let alone = sections.iter().zip(&source.sections).filter(|(_, section)| section.private);
        alone.flat_map(|(section, _)| &section.facts).for_each(|fact| private.insert(FactSlot(fact.0)));
        let mut orders = Self { sections, forms: forms.collect(), private, places: Vec::new() };
        orders.places = combinations().map(|stages| (stages, orders.places_of(stages, source.dictionary.len()))).collect();
        orders
    }

    /// The facts that are asked alone with a person.
    pub(crate) fn private(&self) -> &FactSet {
        &self.private
    }

    /// The place of each fact slot in the form of a person in these stages.
    pub(crate) fn places(&self, stages: StageSet) -> &[u16] {
        self.places.iter().find(|(of, _)| *of == stages).map(|(_, places)| places.as_slice()).unwrap_or_default()
    }

    /// The sections of forms one behind the other; each is its index in [`Source::sections`].
    pub(crate) fn line_up<'n>(&self, forms: impl IntoIterator<Item = &'n str>) -> Vec<u16> {
        let form = |name: &str| self.forms.iter().find(|(id, _)| **id == *name).map(|(_, sections)| sections.as_slice());
        forms.into_iter().filter_map(form).flatten().copied().collect()
    }

    /// Whether a section belongs to a setting. One that names none belongs to both.
    pub(crate) fn belongs_to(&self, section: u16, setting: Setting) -> bool {
        let settings = self.sections.get(usize::from(section)).map(|section| section.settings.as_slice()).unwrap_or_default();
        settings.is_empty() || settings.contains(&setting)
    }

    /// Shows the facts of sections that are lined up, round by round, each with its section; a fact that was seen is left out.
    pub(crate) fn merge(&self, lined_up: &[u16], seen: &mut FactSet, mut show: impl FnMut(u16, FactId)) {
        for round in 0..ROUNDS {
            for index in lined_up {
                let section = self.sections.get(usize::from(*index)).filter(|section| section.round == round);
                for fact in section.map(|section| section.facts.as_slice()).unwrap_or_default() {
                    if !seen.contains(FactSlot(fact.0)) {
                        seen.insert(FactSlot(fact.0));
                        show(*index, *fact);
                    }
                }
            }
        }
    }

    fn places_of(&self, stages: StageSet, facts: usize) -> Vec<u16> {
        let lined_up = self.line_up(forms_of(stages).chain(["member", "household", "area"]));
        let mut places = vec![u16::MAX; facts];
        let mut numbers = 0..u16::MAX;
        let mut seen = FactSet::EMPTY;
        self.merge(&lined_up, &mut seen, |_, fact| {
            if let (Some(place), Some(number)) = (places.get_mut(usize::from(fact.0)), numbers.next()) {
                *place = number;
            }
        });
        places
    }
}

/// The forms of a person in these stages, in the order in which they are lined up: pregnant or post partum first.
pub(crate) fn forms_of(stages: StageSet) -> impl Iterator<Item = &'static str> {
    stages.iter().map(LifeStage::as_str)
}

/// Every age stage, alone and beside the others.
fn combinations() -> impl Iterator<Item = StageSet> {
    let ages = LifeStage::ALL.into_iter().filter(|stage| !matches!(stage, LifeStage::Pregnant | LifeStage::Postpartum));
    let beside: [&[LifeStage]; 4] = [&[], &[LifeStage::Pregnant], &[LifeStage::Postpartum], &[LifeStage::Pregnant, LifeStage::Postpartum]];
    ages.flat_map(move |age| beside.into_iter().map(move |more| more.iter().copied().chain([age]).collect()))
}

fn sections_of(source: &Source, form: &FormSource) -> Vec<u16> {
    let index = |id: &str| source.sections.iter().position(|section| section.id.value == id);
    form.sections.iter().filter_map(|id| u16::try_from(index(&id.value)?).ok()).collect()
}

fn round_of(section: &SectionSource) -> u8 {
    match section {
        SectionSource { danger: true, .. } => 0,
        SectionSource { private: true, .. } => 2,
        SectionSource { closing: true, .. } => 3,
        _ => 1,
    }
}
