//! Correcting the answers of a completed visit. Nothing is overwritten: new rows supersede what they correct.

use super::complete::judge;
use super::form::{changes, sheet_of};
use super::known::{answers, answers_at};
use super::{PersonResult, Siklus, VisitError};
use crate::form::{Draft as Given, Form, Given as NewAnswer, Who};
use crate::pack::Pack;
use crate::store::{AssessmentRecord, Author, PastVisit, PersonId, VisitId, VisitRecord};

impl Siklus {
    /// Corrects an answer of a completed visit, and judges the person again by the pack and the settings of that visit, with what is known
    /// about the person now.
    ///
    /// # Errors
    /// [`VisitError::NotAssessed`]; [`crate::form::FormError::Field`] when the answer is not accepted; and when the form did not ask for the fact.
    pub fn correct_answer(
        &self,
        author: Author,
        visit: VisitId,
        person: PersonId,
        fact: &str,
        given: NewAnswer<'_>,
        language: &str,
    ) -> Result<PersonResult, VisitError> {
        let _turn = self.turn();
        let record = self.store.visit(visit)?;
        let kept = self.store.assessment(person, visit)?.ok_or(VisitError::NotAssessed)?;
        let pack = self.pack_of(&kept.pack)?;
        let fact = pack.dictionary().find(fact).ok_or(VisitError::NoFact)?;
        let visits = self.store.past_visits(person.0)?;
        let form = self.form_now(&pack, &record, (person, &visits), &kept, language)?;
        let before = Given::new(answers_at(&pack, &visits, visit)?, Vec::new());
        let next = form.answer(&before, fact, given)?.draft;
        let changes = sheet_of(changes(&pack, &before, &next));
        let judgement = judge(form, next)?;
        let hashes = [kept.pack, kept.settings];
        let author = Author { happened_on: record.on, ..author };
        self.store.correct(author, visit, person.0, &changes, Some((&judgement.judged(&pack), hashes)))?;
        self.told(person, &judgement, self.store.reports(person, visit)?)
    }

    /// The form of a person at a completed visit, by the pack and the settings of that visit and with what is known about the person now.
    pub(super) fn form_now<'p>(
        &self,
        pack: &'p Pack,
        record: &VisitRecord,
        (person, visits): (PersonId, &[PastVisit]),
        kept: &AssessmentRecord,
        language: &str,
    ) -> Result<Form<'p>, VisitError> {
        let settings = answers(pack, &self.store.settings_of(&kept.settings)?)?;
        let input = self.input(pack, person, record.on, settings, visits)?;
        let who = Who::Person { input: Box::new(input), member: record.family_sheet };
        Form::new(pack, who, record.place, language).map_err(VisitError::Person)
    }
}
