//! The rules that the entries of a card must meet.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::save::{CardEntry, CardGiven};
use crate::pack::source::Clock;
use crate::screening::Input;
use crate::screening::render::Renderer;
use crate::store::ServiceRecord;
use crate::visit::known::is_of_earlier_episode;

/// An entry of a card that is not accepted. Neither code nor date of it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardFault {
    /// The place of the entry among those that were given, from 0.
    pub entry: usize,
    /// The rule that it breaks.
    pub rule: CardRule,
    /// What is wrong and what would be right, for the cadre.
    pub message: String,
}

/// The rule that an entry of a card breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardRule {
    /// The pack has no service of this code, and none is recorded.
    UnknownService,
    /// A day before the birth.
    BeforeBirth,
    /// A day after that of the card.
    AfterVisit,
    /// A visit in pregnancy before the first day of the one in progress.
    BeforePregnancy,
    /// A visit after a birth before the day of the last one.
    BeforeDelivery,
    /// The same service stands with the same day before it.
    Twice,
}

impl CardRule {
    fn text(self) -> &'static str {
        match self {
            Self::UnknownService => "card_unknown_service",
            Self::BeforeBirth => "card_before_birth",
            Self::AfterVisit => "card_after_visit",
            Self::BeforePregnancy => "card_before_pregnancy",
            Self::BeforeDelivery => "card_before_delivery",
            Self::Twice => "card_twice",
        }
    }
}

/// A card with what the entries are held against.
pub(super) struct Check<'c> {
    pub renderer: &'c Renderer<'c>,
    /// The person on the day of the card.
    pub person: &'c Input,
    pub records: &'c [ServiceRecord],
}

impl Check<'_> {
    /// Every entry that is not accepted.
    pub(super) fn faults(&self, entries: &[CardEntry]) -> Vec<CardFault> {
        let mut seen = HashSet::new();
        let rules = entries.iter().map(|entry| self.rule_broken(entry, &mut seen));
        let broken = rules.enumerate().filter_map(|(entry, rule)| Some((entry, rule?)));
        broken.map(|(entry, rule)| CardFault { entry, rule, message: self.renderer.words.say(rule.text()).to_owned() }).collect()
    }

    fn rule_broken<'e>(&self, entry: &'e CardEntry, seen: &mut HashSet<(&'e str, NaiveDate)>) -> Option<CardRule> {
        let pack = self.renderer.pack();
        let service = pack.find_service(&entry.service);
        if service.is_none() && !self.records.iter().any(|record| record.service == entry.service) {
            return Some(CardRule::UnknownService);
        }
        let CardGiven::On(day) = entry.given else { return None };
        let of_earlier = service.filter(|service| is_of_earlier_episode(pack, self.person, *service, Some(day)));
        match of_earlier.and_then(|service| pack.clock_of(service)) {
            _ if day < self.person.born.earliest() => Some(CardRule::BeforeBirth),
            _ if day > self.person.on => Some(CardRule::AfterVisit),
            Some(Clock::Delivery) => Some(CardRule::BeforeDelivery),
            Some(_) => Some(CardRule::BeforePregnancy),
            None if !seen.insert((&entry.service, day)) => Some(CardRule::Twice),
            None => None,
        }
    }
}
