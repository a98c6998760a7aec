//! The card of services of a person: one call to show it, one to save it.

use chrono::NaiveDate;

use super::author::AuthorRequest;
use super::faults::InWords;
use super::ids;
use super::service_card::{CardEntryRequest, ServiceCardView};
use super::siklus::Siklus;
use crate::error::SiklusError;

#[uniffi::export]
impl Siklus {
    /// The card of services of a person on a day, with what is recorded up to it.
    pub fn service_card(&self, person: &str, on: NaiveDate, language: &str) -> Result<ServiceCardView, SiklusError> {
        Ok(self.core.service_card(ids::person(person)?, on, language).in_words(language)?.into())
    }

    /// Saves the card of a person as it is on a day: what differs from what is recorded is written.
    pub fn save_service_card(
        &self,
        author: &AuthorRequest,
        person: &str,
        on: NaiveDate,
        entries: Vec<CardEntryRequest>,
        language: &str,
    ) -> Result<ServiceCardView, SiklusError> {
        let entries: Vec<_> = entries.into_iter().map(CardEntryRequest::entry).collect();
        let saved = self.core.save_service_card(author.author()?, ids::person(person)?, on, &entries, language);
        Ok(saved.in_words(language)?.into())
    }
}
