//! What is read back of a completed visit. A person is judged again by the pack of the visit with what was known then, so that the sentences
//! can be read in any language, and anyone can see that the result still follows.

use super::complete::{Judgement, judge};
use super::known::{answers, answers_at, history};
use super::result_bytes::decode;
use super::{Siklus, VisitError};
use crate::hidden::hidden;
use crate::pack::source::Action;
use crate::screening::render::{Line, Renderer};
use crate::store::{Author, PartState, PersonId, Report, VisitId, VisitRecord};

/// The result of a person at a visit.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonResult {
    /// The person.
    pub person: PersonId,
    /// The most urgent action.
    pub action: Action,
    /// Whether something urgent could not be judged.
    pub open_urgent: bool,
    /// The whole result in words.
    pub lines: Vec<Line>,
    /// Whether judging again gave what was kept. It always does, unless the store or the library is broken.
    pub follows: bool,
}

hidden!(PersonResult);

impl PersonResult {
    pub(super) fn of(renderer: &Renderer<'_>, person: PersonId, judgement: &Judgement) -> Self {
        let Judgement { subject, assessment, kept } = judgement;
        let pack = renderer.pack();
        Self {
            person,
            action: assessment.action(pack),
            open_urgent: assessment.open_urgent(pack).next().is_some(),
            lines: renderer.result(subject, assessment, kept.next_change),
            follows: true,
        }
    }
}

impl Siklus {
    /// The results of a visit, of everyone who was assessed.
    ///
    /// # Errors
    /// [`crate::store::StoreError::Unknown`] when no visit of this id ended.
    pub fn results(&self, visit: VisitId, language: &str) -> Result<Vec<PersonResult>, VisitError> {
        let record = self.store.visit(visit)?;
        let assessed = record.parts.iter().filter(|part| part.state == PartState::Assessed);
        assessed.map(|part| self.result_of(&record, part.person, language)).collect()
    }

    /// The result of a person at a visit.
    ///
    /// # Errors
    /// [`VisitError::NotAssessed`] when the person was not assessed at it.
    pub fn result(&self, visit: VisitId, person: PersonId, language: &str) -> Result<PersonResult, VisitError> {
        self.result_of(&self.store.visit(visit)?, person, language)
    }

    /// Records that a result was told to the health worker.
    ///
    /// # Errors
    /// [`VisitError::NotAssessed`], and [`VisitError::NoReason`] when nobody is named.
    pub fn report(&self, author: Author, visit: VisitId, person: PersonId, report: &Report) -> Result<(), VisitError> {
        if report.told_to.trim().is_empty() {
            return Err(VisitError::NoReason);
        }
        self.store.assessment(person, visit)?.ok_or(VisitError::NotAssessed)?;
        Ok(self.store.add_report(author, visit, person, report)?)
    }

    fn result_of(&self, record: &VisitRecord, person: PersonId, language: &str) -> Result<PersonResult, VisitError> {
        let kept = self.store.assessment(person, record.visit)?.ok_or(VisitError::NotAssessed)?;
        let pack = self.pack_of(&kept.pack)?;
        let (mut input, outcome) = decode(&kept.result, record.on)?;
        let visits = self.store.past_visits_as_of(person.0, kept.clock)?;
        input.history = history(&pack, &visits, record.on)?;
        input.facts = answers(&pack, &self.store.settings_of(&kept.settings)?)?;
        let again = judge(&pack, input, &answers_at(&pack, &visits, record.visit)?)?;
        let follows = again.kept == outcome && again.assessment.action(&pack) == kept.action;
        Ok(PersonResult { follows, ..PersonResult::of(&Renderer::new(&pack, language), person, &again) })
    }
}
