//! The card of services: which service stands under which heading.

use std::collections::BTreeMap;

use super::fault::Fault;
use super::lang::plan::Times;
use super::source::Clock;
use super::{Pack, ServiceId};
use crate::fact::LocalText;

impl Pack {
    /// The services under each heading of the card, in its order. Those that stand under none come last, without a heading.
    pub fn card(&self) -> Vec<(Option<&LocalText>, Vec<ServiceId>)> {
        let mut headings: Vec<_> = self.source().service_sets.iter().filter_map(|set| Some((set.heading.as_ref()?, set))).collect();
        headings.sort_by_key(|(heading, _)| heading.place);
        let of = |codes: &[super::source::Located<String>]| codes.iter().filter_map(|code| self.find_service(&code.value)).collect();
        let mut card: Vec<(_, Vec<ServiceId>)> = headings.iter().map(|(heading, set)| (Some(&heading.title), of(&set.codes))).collect();
        let rest: Vec<_> = self.services().filter(|service| !card.iter().any(|(_, services)| services.contains(service))).collect();
        if !rest.is_empty() {
            card.push((None, rest));
        }
        card
    }

    /// Whether a service is given again and again, as vitamin A or a check, so that it may be recorded more than once.
    pub fn is_given_again(&self, service: ServiceId) -> bool {
        let plan = self.program.plans.services.get(usize::from(service.0));
        plan.is_some_and(|plan| plan.ways.iter().any(|way| matches!(way.times, Times::Campaign(_) | Times::Check(_))))
    }

    /// What the days of a service that is given once count from.
    pub fn clock_of(&self, service: ServiceId) -> Option<Clock> {
        match self.program.plans.services.get(usize::from(service.0))?.ways.first()?.times {
            Times::Window(ref window) => Some(window.clock),
            _ => None,
        }
    }

    fn services(&self) -> impl Iterator<Item = ServiceId> {
        (0..self.source().services.len()).filter_map(|index| u16::try_from(index).ok()).map(ServiceId)
    }

    /// Services under two headings, and, in a pack with headings, those under none.
    pub(super) fn faults_of_card(&self) -> Vec<Fault> {
        let source = self.source();
        let headed = || source.service_sets.iter().filter(|set| set.heading.is_some());
        let (mut seen, mut faults) = (BTreeMap::new(), Vec::new());
        for (code, set) in headed().flat_map(|set| set.codes.iter().map(move |code| (code, &set.id.value))) {
            if let Some(other) = seen.insert(code.value.as_str(), set) {
                let message = format!("`{}` stands under this heading of the card and under `{other}`", code.value);
                faults.push(Fault::new(code.span, message).help("one heading shows a service"));
            }
        }
        let missing = source.services.iter().filter(|service| headed().next().is_some() && !seen.contains_key(service.id.value.as_str()));
        faults.extend(missing.map(|service| {
            let message = format!("`{}` stands under no heading of the card", service.id.value);
            Fault::new(service.id.span, message).help("put its code into a set with a `title` and a place on the `card`")
        }));
        faults
    }
}
