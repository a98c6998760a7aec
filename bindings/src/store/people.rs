//! Registering and correcting households, persons and pregnancies, and reading them.

use chrono::NaiveDate;
use siklus_core::growth::Index;
use siklus_core::person::register::{HouseholdField, PersonField};
use siklus_core::store::EpisodeField;

use super::author::AuthorRequest;
use super::chart::{ChartIndex, GrowthChartView};
use super::faults::InWords;
use super::household::{ConsentRequest, HouseholdChange, HouseholdLineView, HouseholdView, NameHitView};
use super::ids;
use super::pages::{HouseholdPageView, PersonPageView};
use super::person::{PersonChange, PersonView, PregnancyView, RegisteredView};
use super::siklus::Siklus;
use super::words::PregnancyField;
use crate::case::PregnancyRequest;
use crate::error::SiklusError;

#[uniffi::export]
impl Siklus {
    /// Registers a household with what it said to the notice. One that refuses has nothing kept but the refusal.
    pub fn register_household(
        &self,
        author: &AuthorRequest,
        consent: &ConsentRequest,
        fields: Vec<HouseholdChange>,
        language: &str,
    ) -> Result<String, SiklusError> {
        let fields: Vec<(HouseholdField, String)> =
            fields.into_iter().filter_map(|HouseholdChange { field, text }| Some((field, text?))).collect();
        let household = self.core.register_household(author.author()?, &consent.consent(), &fields).in_words(language)?;
        Ok(household.to_string())
    }

    /// Corrects fields of a household.
    pub fn correct_household(
        &self,
        author: &AuthorRequest,
        household: &str,
        changes: Vec<HouseholdChange>,
        language: &str,
    ) -> Result<(), SiklusError> {
        let changes: Vec<_> = changes.into_iter().map(|HouseholdChange { field, text }| (field, text)).collect();
        self.core.correct_household(author.author()?, ids::household(household)?, &changes).in_words(language)
    }

    /// Records what a household says to the notice now.
    pub fn record_consent(&self, author: &AuthorRequest, household: &str, consent: &ConsentRequest) -> Result<(), SiklusError> {
        self.core.record_consent(author.author()?, ids::household(household)?, &consent.consent()).in_words("en")
    }

    /// Registers a person in a household. Name, sex and birth date must be there.
    pub fn register_person(
        &self,
        author: &AuthorRequest,
        household: &str,
        fields: Vec<PersonChange>,
        language: &str,
    ) -> Result<RegisteredView, SiklusError> {
        let fields: Vec<(PersonField, String)> =
            fields.into_iter().filter_map(|PersonChange { field, text }| Some((field, text?))).collect();
        let registered = self.core.register_person(author.author()?, ids::household(household)?, &fields).in_words(language)?;
        Ok(registered.into())
    }

    /// Corrects fields of a person.
    pub fn correct_person(
        &self,
        author: &AuthorRequest,
        person: &str,
        changes: Vec<PersonChange>,
        language: &str,
    ) -> Result<RegisteredView, SiklusError> {
        let changes: Vec<_> = changes.into_iter().map(|PersonChange { field, text }| (field, text)).collect();
        Ok(self.core.correct_person(author.author()?, ids::person(person)?, &changes).in_words(language)?.into())
    }

    /// Moves a person into another household, as after a marriage.
    pub fn move_person(&self, author: &AuthorRequest, person: &str, household: &str) -> Result<(), SiklusError> {
        self.core.move_person(author.author()?, ids::person(person)?, ids::household(household)?).in_words("en")
    }

    /// Records the beginning of a pregnancy.
    pub fn begin_pregnancy(
        &self,
        author: &AuthorRequest,
        person: &str,
        pregnancy: &PregnancyRequest,
        language: &str,
    ) -> Result<String, SiklusError> {
        let (field, on) = match pregnancy {
            PregnancyRequest::Lmp { on } => (EpisodeField::Lmp, on),
            PregnancyRequest::Edd { on } => (EpisodeField::Edd, on),
        };
        let begun = self.core.begin_pregnancy(author.author()?, ids::person(person)?, field, &on.to_string());
        Ok(begun.in_words(language)?.to_string())
    }

    /// Corrects a pregnancy or records its end; no date takes one back.
    pub fn change_pregnancy(
        &self,
        author: &AuthorRequest,
        person: &str,
        pregnancy: &str,
        field: PregnancyField,
        date: Option<NaiveDate>,
        language: &str,
    ) -> Result<(), SiklusError> {
        let date = date.map(|date| date.to_string());
        let (person, pregnancy) = (ids::person(person)?, ids::pregnancy(pregnancy)?);
        self.core.change_pregnancy(author.author()?, person, pregnancy, field.into(), date.as_deref()).in_words(language)
    }

    /// A household and its members.
    pub fn household(&self, household: &str) -> Result<HouseholdView, SiklusError> {
        Ok(self.core.store().household(ids::household(household)?)?.into())
    }

    /// The page of a household on a day, with at most so many of its past visits.
    pub fn household_page(&self, household: &str, on: NaiveDate, visits: u32, language: &str) -> Result<HouseholdPageView, SiklusError> {
        Ok(self.core.household_page(ids::household(household)?, on, visits, language).in_words(language)?.into())
    }

    /// The page of a person on a day, with at most so many completed visits.
    pub fn person_page(&self, person: &str, on: NaiveDate, visits: u32, language: &str) -> Result<PersonPageView, SiklusError> {
        Ok(self.core.person_page(ids::person(person)?, on, visits, language).in_words(language)?.into())
    }

    /// The growth chart of a person on a day; without an index that of the first which the person can have.
    pub fn growth_chart(
        &self,
        person: &str,
        on: NaiveDate,
        index: Option<ChartIndex>,
        language: &str,
    ) -> Result<GrowthChartView, SiklusError> {
        Ok(self.core.growth_chart(ids::person(person)?, on, index.map(Index::from), language).in_words(language)?.into())
    }

    /// Households that live here, in the order of their names.
    pub fn households(&self, offset: u32, limit: u32) -> Result<Vec<HouseholdLineView>, SiklusError> {
        Ok(self.core.store().households(offset, limit)?.into_iter().map(HouseholdLineView::from).collect())
    }

    /// Households and persons in whose name each of the given words is the beginning of a word.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<NameHitView>, SiklusError> {
        Ok(self.core.store().search(text, limit)?.into_iter().map(NameHitView::from).collect())
    }

    /// A person.
    pub fn person(&self, person: &str) -> Result<PersonView, SiklusError> {
        Ok(self.core.store().person(ids::person(person)?)?.into())
    }

    /// The pregnancies of a person, the first recorded one first.
    pub fn pregnancies(&self, person: &str) -> Result<Vec<PregnancyView>, SiklusError> {
        Ok(self.core.store().episodes(ids::person(person)?)?.into_iter().map(PregnancyView::from).collect())
    }
}
