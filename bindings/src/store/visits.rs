//! Opening visits, and what is read back of those that ended.

use std::sync::Arc;

use siklus_core::visit::NewVisit;

use super::author::AuthorRequest;
use super::faults::InWords;
use super::given::GivenAnswer;
use super::ids;
use super::overview::{TodayView, VisitOverviewView};
use super::records::{NewVisitRequest, VisitView};
use super::results::{PersonResultView, ReportRecord, VisitResultsView};
use super::siklus::Siklus;
use super::visit::Visit;
use crate::error::SiklusError;

#[uniffi::export]
impl Siklus {
    /// Opens a visit on the day of its author, with a part for each member who lives in the household.
    pub fn open_visit(self: Arc<Self>, author: &AuthorRequest, new: &NewVisitRequest) -> Result<Arc<Visit>, SiklusError> {
        let household = ids::household(&new.household)?;
        let new = NewVisit { household, place: new.place, family_sheet: new.family_sheet };
        let visit = self.core.open_visit(author.author()?, new).in_words("en")?;
        Ok(Arc::new(Visit::new(self, visit)))
    }

    /// Goes on with a visit that has not ended.
    pub fn resume_visit(self: Arc<Self>, visit: &str) -> Result<Arc<Visit>, SiklusError> {
        let visit = self.core.store().draft(ids::visit(visit)?)?.visit;
        Ok(Arc::new(Visit::new(self, visit)))
    }

    /// The visits that have not ended, the latest first.
    pub fn open_visits(&self, language: &str) -> Result<Vec<VisitOverviewView>, SiklusError> {
        Ok(self.core.open_visits(language).in_words(language)?.into_iter().map(VisitOverviewView::from).collect())
    }

    /// The first page, with at most so many households.
    pub fn today(&self, limit: u32) -> Result<TodayView, SiklusError> {
        Ok(self.core.today(limit).in_words("en")?.into())
    }

    /// The ids of the visits of a household that ended, the latest first.
    pub fn visits_of(&self, household: &str, limit: u32) -> Result<Vec<String>, SiklusError> {
        let visits = self.core.store().visits_of(ids::household(household)?, limit)?;
        Ok(visits.into_iter().map(|visit| visit.to_string()).collect())
    }

    /// A visit that ended.
    pub fn visit(&self, visit: &str) -> Result<VisitView, SiklusError> {
        Ok(self.core.store().visit(ids::visit(visit)?)?.into())
    }

    /// How a visit came out, for everyone who was assessed and everyone who was not.
    pub fn results(&self, visit: &str, language: &str) -> Result<VisitResultsView, SiklusError> {
        Ok(self.core.results(ids::visit(visit)?, language).in_words(language)?.into())
    }

    /// The result of a person at a visit.
    pub fn result(&self, visit: &str, person: &str, language: &str) -> Result<PersonResultView, SiklusError> {
        Ok(self.core.result(ids::visit(visit)?, ids::person(person)?, language).in_words(language)?.into())
    }

    /// Corrects an answer of a completed visit, and judges the person again.
    pub fn correct_answer(
        &self,
        author: &AuthorRequest,
        visit: &str,
        person: &str,
        fact: &str,
        given: &GivenAnswer,
        language: &str,
    ) -> Result<PersonResultView, SiklusError> {
        let (author, visit, person) = (author.author()?, ids::visit(visit)?, ids::person(person)?);
        let result = given.with(|given| self.core.correct_answer(author, visit, person, fact, given, language));
        Ok(result.in_words(language)?.into())
    }

    /// Records that a result was told to the health worker.
    pub fn report(&self, author: &AuthorRequest, visit: &str, person: &str, report: &ReportRecord) -> Result<(), SiklusError> {
        self.core.report(author.author()?, ids::visit(visit)?, ids::person(person)?, &report.report()).in_words("en")
    }

    /// To whom the result of a person at a visit was told, the first one first.
    pub fn reports(&self, visit: &str, person: &str) -> Result<Vec<ReportRecord>, SiklusError> {
        let reports = self.core.store().reports(ids::person(person)?, ids::visit(visit)?)?;
        Ok(reports.into_iter().map(ReportRecord::from).collect())
    }
}
