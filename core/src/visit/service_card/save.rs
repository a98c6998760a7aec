//! Saves a whole card: what differs from what is recorded is written, in one transaction.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::check::Check;
use super::{ServiceCard, Siklus, VisitError};
use crate::hidden::hidden;
use crate::pack::Pack;
use crate::screening::Input;
use crate::screening::render::Renderer;
use crate::store::{Author, PersonId, ServiceChange, ServiceRecord, StoreError};
use crate::visit::known::is_of_earlier_episode;

/// What the book says of a service.
#[derive(Clone, PartialEq, Eq)]
pub struct CardEntry {
    /// The code of the service in the pack.
    pub service: String,
    /// Whether it was given.
    pub given: CardGiven,
}

/// Whether a service was given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum CardGiven {
    /// It was not; beside entries of the same service that were given it says nothing.
    NotGiven,
    /// On a day.
    On(NaiveDate),
    /// On a day that nobody knows.
    DateNotKnown,
}

hidden!(CardEntry, CardGiven);

impl Siklus {
    /// Saves the card of a person as it is on a day. A service that was given several times has several entries. Of each service with an entry
    /// what is on the card becomes what the entries say; other services, and what is not on the card of that day, stay. Nothing is written where
    /// nothing differs.
    ///
    /// # Errors
    /// [`VisitError::Card`] with every entry that is not accepted, and then nothing is written; [`VisitError::NoConsent`]; as
    /// [`Siklus::service_card`].
    pub fn save_service_card(
        &self,
        author: Author,
        person: PersonId,
        on: NaiveDate,
        entries: &[CardEntry],
        language: &str,
    ) -> Result<ServiceCard, VisitError> {
        let _turn = self.turn();
        let known = self.store.person(person)?;
        self.with_consent(known.household.ok_or(StoreError::Unknown("household"))?)?;
        let (pack, subject) = self.person_of_card(&known, on, language)?;
        let records = self.records_of_card(&pack, subject.input(), person)?;
        let renderer = Renderer::new(&pack, language);
        let faults = Check { renderer: &renderer, person: subject.input(), records: &records }.faults(entries);
        if !faults.is_empty() {
            return Err(VisitError::Card(faults));
        }
        let changes = changes(&records, entries);
        if !changes.is_empty() {
            self.store.change_services(Author { happened_on: on, ..author }, person, &changes)?;
        }
        self.service_card(person, on, language)
    }

    /// What is recorded of a person up to the day of the card, but for visits of an earlier pregnancy or birth.
    pub(super) fn records_of_card(&self, pack: &Pack, person: &Input, id: PersonId) -> Result<Vec<ServiceRecord>, StoreError> {
        let mut records = self.store.service_records(id)?;
        records.retain(|record| {
            let service = pack.find_service(&record.service);
            let is_earlier = service.is_some_and(|service| is_of_earlier_episode(pack, person, service, record.on));
            !is_earlier && record.on.is_none_or(|day| day <= person.on)
        });
        Ok(records)
    }
}

/// What must be written for the entries to be what is recorded.
fn changes(records: &[ServiceRecord], entries: &[CardEntry]) -> Vec<ServiceChange> {
    let mut wanted: BTreeMap<&str, Vec<Option<NaiveDate>>> = BTreeMap::new();
    for entry in entries {
        let of_service = wanted.entry(&entry.service).or_default();
        match entry.given {
            CardGiven::NotGiven => {}
            CardGiven::On(day) => of_service.push(Some(day)),
            CardGiven::DateNotKnown => of_service.push(None),
        }
    }
    wanted.into_iter().flat_map(|(service, days)| changes_of(service, records, days)).collect()
}

/// Of one service: a day that is recorded stays, another one takes the place of one that is not wanted any more.
fn changes_of(service: &str, records: &[ServiceRecord], mut wanted: Vec<Option<NaiveDate>>) -> Vec<ServiceChange> {
    let mut left = Vec::new();
    for record in records.iter().filter(|record| record.service == service) {
        match wanted.iter().position(|day| *day == record.on) {
            Some(place) => drop(wanted.remove(place)),
            None => left.push(record.clone()),
        }
    }
    left.sort_by_key(|record| (record.on.is_none(), record.on, record.id));
    let mut wanted = wanted.into_iter();
    let mut changes: Vec<_> = left
        .into_iter()
        .map(|record| match wanted.next() {
            Some(on) => ServiceChange::Correct(ServiceRecord { on, ..record }),
            None => ServiceChange::Withdraw(record),
        })
        .collect();
    changes.extend(wanted.map(|on| ServiceChange::Add { service: service.to_owned(), on }));
    changes
}
