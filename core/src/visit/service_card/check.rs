//! The rules that the entries of a card must meet.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::save::{CardEntry, CardGiven};
use crate::person::BirthDate;
use crate::screening::render::Renderer;
use crate::store::ServiceRecord;

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
    /// The same service stands with the same day before it.
    Twice,
}

impl CardRule {
    fn text(self) -> &'static str {
        match self {
            Self::UnknownService => "card_unknown_service",
            Self::BeforeBirth => "card_before_birth",
            Self::AfterVisit => "card_after_visit",
            Self::Twice => "card_twice",
        }
    }
}

/// Every entry that is not accepted for a person on the day of a card.
pub(super) fn faults(
    renderer: &Renderer<'_>,
    entries: &[CardEntry],
    records: &[ServiceRecord],
    born: Option<BirthDate>,
    on: NaiveDate,
) -> Vec<CardFault> {
    let mut seen = HashSet::new();
    let is_known = |code: &str| renderer.pack().find_service(code).is_some() || records.iter().any(|record| record.service == code);
    let mut rule_of = |entry: &CardEntry| {
        if !is_known(&entry.service) {
            return Some(CardRule::UnknownService);
        }
        let CardGiven::On(day) = entry.given else { return None };
        match () {
            () if born.is_some_and(|born| day < born.earliest()) => Some(CardRule::BeforeBirth),
            () if day > on => Some(CardRule::AfterVisit),
            () if !seen.insert((entry.service.clone(), day)) => Some(CardRule::Twice),
            () => None,
        }
    };
    let broken = entries.iter().enumerate().filter_map(|(entry, given)| Some((entry, rule_of(given)?)));
    broken.map(|(entry, rule)| CardFault { entry, rule, message: renderer.words.say(rule.text()).to_owned() }).collect()
}
