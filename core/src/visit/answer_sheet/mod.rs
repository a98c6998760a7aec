//! Every answer of a person at a visit with what became of it, for the history and for picking one to correct.

mod history;
mod sections;

use chrono::NaiveDate;

use self::history::History;
use super::{Siklus, VisitError, WhoseForm};
use crate::form::{Form, Question};
use crate::hidden::hidden;
use crate::pack::source::Setting;
use crate::screening::render::Described;
use crate::store::{Draft, PersonId, StoreError, VisitId, Written};

/// Every answer of a person at a visit with what became of it.
#[derive(Clone, PartialEq)]
pub struct AnswerSheet {
    /// The visit.
    pub visit: VisitId,
    /// The person.
    pub person: PersonId,
    /// The name as known now.
    pub name: Option<String>,
    /// Age and life stage on the day of the visit.
    pub described: Option<Described>,
    /// The day of the visit.
    pub on: NaiveDate,
    /// Where it took place.
    pub place: Setting,
    /// Whether the visit has not ended: nothing is written yet, and an answer is changed in its form.
    pub in_progress: bool,
    /// The headings of the forms of the person.
    pub title: String,
    /// What was answered, section by section. The last one may hold what the form no longer asks for.
    pub sections: Vec<AnswerSection>,
    /// What was answered and no longer counts.
    pub withdrawn: Vec<WithdrawnAnswer>,
}

/// The answers of a section.
#[derive(Clone, PartialEq)]
pub struct AnswerSection {
    /// The heading.
    pub title: String,
    /// Asked alone with the person.
    pub private: bool,
    /// Whether the form asks for these: only then they can be corrected.
    pub asked: bool,
    /// What was answered.
    pub answers: Vec<WrittenAnswer>,
    /// The questions without an answer. One that a correction brought up is answered by the same call.
    pub open: Vec<Question>,
}

/// An answer with all that was written in its place before.
#[derive(Clone, PartialEq)]
pub struct WrittenAnswer {
    /// The question with the answer that counts: what its field is drawn from.
    pub question: Question,
    /// The answer in words, "not known" too.
    pub text: String,
    /// Whether it is asked alone with the person.
    pub private: bool,
    /// Who wrote it, and when; none while the visit has not ended.
    pub written: Option<Written>,
    /// What stood there before, the latest first.
    pub earlier: Vec<EarlierAnswer>,
}

/// What stood in the place of an answer before.
#[derive(Clone, PartialEq, Eq)]
pub struct EarlierAnswer {
    /// The answer in words; none where it was withdrawn.
    pub text: Option<String>,
    /// Who wrote it, and when.
    pub written: Option<Written>,
}

/// An answer that no longer counts.
#[derive(Clone, PartialEq, Eq)]
pub struct WithdrawnAnswer {
    /// The name of the fact in the pack.
    pub fact: String,
    /// The question.
    pub label: String,
    /// Whether it is asked alone with the person.
    pub private: bool,
    /// The answer in words; none when it was withdrawn before the visit ended, so that it was never part of it.
    pub text: Option<String>,
    /// Who withdrew it, and when; none while the visit has not ended.
    pub written: Option<Written>,
    /// Whether its question stands in the form now, without an answer. Otherwise it no longer applies.
    pub asked: bool,
}

hidden!(AnswerSheet, AnswerSection, WrittenAnswer, EarlierAnswer, WithdrawnAnswer);

impl Siklus {
    /// Every answer of a person at a visit, completed or in progress.
    ///
    /// # Errors
    /// [`VisitError::NotAssessed`] when the person was not assessed at a completed one.
    pub fn answer_sheet(&self, visit: VisitId, person: PersonId, language: &str) -> Result<AnswerSheet, VisitError> {
        match self.store.draft(visit) {
            Ok(draft) => self.sheet_in_progress(&draft, person, language),
            Err(StoreError::Unknown(_)) => self.sheet_of_record(visit, person, language),
            Err(error) => Err(error.into()),
        }
    }

    fn sheet_in_progress(&self, draft: &Draft, person: PersonId, language: &str) -> Result<AnswerSheet, VisitError> {
        let pack = self.pack_of(&draft.pack)?;
        let whose = WhoseForm::Member(person);
        let form = self.form(&pack, draft, whose, language)?;
        let history = History::of_draft(&self.given(&pack, draft.visit, whose)?);
        let empty = self.empty_sheet(draft.visit, person, (draft.on, draft.place), &form)?;
        Ok(AnswerSheet { in_progress: true, ..empty.filled(&form, &history) })
    }

    fn sheet_of_record(&self, visit: VisitId, person: PersonId, language: &str) -> Result<AnswerSheet, VisitError> {
        let record = self.store.visit(visit)?;
        let kept = self.store.assessment(person, visit)?.ok_or(VisitError::NotAssessed)?;
        let pack = self.pack_of(&kept.pack)?;
        let visits = self.store.past_visits(person.0)?;
        let form = self.form_now(&pack, &record, (person, &visits), &kept, language)?;
        let history = History::of_rows(&pack, &self.store.written_sheets(visit, person.0)?)?;
        let empty = self.empty_sheet(visit, person, (record.on, record.place), &form)?;
        Ok(empty.filled(&form, &history))
    }

    fn empty_sheet(
        &self,
        visit: VisitId,
        person: PersonId,
        (on, place): (NaiveDate, Setting),
        form: &Form<'_>,
    ) -> Result<AnswerSheet, VisitError> {
        Ok(AnswerSheet {
            visit,
            person,
            name: self.store.person(person)?.name,
            described: form.described(),
            on,
            place,
            in_progress: false,
            title: form.title(),
            sections: Vec::new(),
            withdrawn: Vec::new(),
        })
    }
}
