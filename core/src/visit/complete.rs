//! Completing a visit: every member is dealt with, everyone who was assessed is judged, and urgent questions are not left open unseen.

use super::open_form::OpenForm;
use super::result_bytes::{Kept, encode};
use super::results::most_urgent_first;
use super::{PersonResult, Siklus, VisitError, WhoseForm};
use crate::form::{Ask, Draft as Given, Form, JudgedPerson};
use crate::pack::Pack;
use crate::screening::{Assessment, Subject};
use crate::store::{Author, Draft, DraftPart, Ended, EndedPart, Judged, PartState, PersonId, VisitId};

/// What came of completing a visit.
#[derive(Debug)]
pub enum Completion {
    /// Urgent questions are open: nothing was written. Completing again with `leave_open` does it, and records that the cadre was asked.
    AskFirst(Vec<OpenQuestions>),
    /// It is completed: the most urgent result first.
    Done(Vec<PersonResult>),
}

/// Urgent questions that are open for a member.
#[derive(Debug)]
pub struct OpenQuestions {
    /// The member.
    pub person: PersonId,
    /// At most five, danger signs first.
    pub ask_next: Vec<Ask>,
}

/// A person who is judged.
pub(super) struct Judgement<'p> {
    pub form: Form<'p>,
    pub given: Given,
    pub subject: Subject<'static>,
    pub assessment: Assessment,
    /// Whether every question of the form was answered.
    pub complete: bool,
    pub kept: Kept,
}

impl Siklus {
    /// Completes a visit: everyone who was assessed is judged by the pack with which it was opened, and it becomes rows.
    ///
    /// # Errors
    /// [`VisitError::PartsOpen`] when nobody said what became of a member.
    pub fn complete_visit(&self, author: Author, visit: VisitId, leave_open: bool, language: &str) -> Result<Completion, VisitError> {
        let _turn = self.turn();
        let writes = self.store.writes()?;
        let draft = self.store.draft(visit)?;
        // A visit keeps its day, whenever it is completed.
        let author = Author { happened_on: draft.on, ..author };
        let members = draft.parts.iter().filter(|part| part.state.is_none()).count();
        if members > 0 {
            return Err(VisitError::PartsOpen { members });
        }
        let pack = self.pack_of(&draft.pack)?;
        let mut judged = Vec::with_capacity(draft.parts.len());
        for part in &draft.parts {
            let is_assessed = part.state == Some(PartState::Assessed);
            let judgement = is_assessed.then(|| self.judge_last(&pack, &draft, part.person, language, writes));
            judged.push((part, judgement.transpose()?));
        }
        let is_open = |judgement: &Judgement<'_>| judgement.assessment.open_urgent(&pack).next().is_some();
        let assessed = judged.iter().filter_map(|(part, judgement)| Some((part.person, judgement.as_ref()?)));
        let open: Vec<_> = assessed.clone().filter(|(_, judgement)| is_open(judgement)).collect();
        if !open.is_empty() && !leave_open {
            return Ok(Completion::AskFirst(open.into_iter().map(open_questions).collect::<Result<_, _>>()?));
        }
        let parts = judged.iter().map(|(part, judgement)| end_part(&pack, part, judgement.as_ref())).collect();
        self.store.end_visit(author, &draft, &Ended::Completed(parts))?;
        self.forget_form();
        let results = assessed.map(|(person, judgement)| self.told(person, judgement, Vec::new()));
        Ok(Completion::Done(most_urgent_first(results.collect::<Result<_, _>>()?)))
    }

    /// Judges a person with the form that was used last, if it is that of the person and nothing was written since.
    fn judge_last<'p>(
        &self,
        pack: &'p Pack,
        draft: &Draft,
        person: PersonId,
        language: &str,
        writes: u64,
    ) -> Result<Judgement<'p>, VisitError> {
        match self.take_form_of(draft.visit, WhoseForm::Member(person), language, writes) {
            Some(OpenForm { form, given, .. }) => judge(form.taken_up(pack, language), given),
            None => self.judge_draft(pack, draft, person, language),
        }
    }

    pub(super) fn judge_draft<'p>(
        &self,
        pack: &'p Pack,
        draft: &Draft,
        person: PersonId,
        language: &str,
    ) -> Result<Judgement<'p>, VisitError> {
        let whose = WhoseForm::Member(person);
        judge(self.form(pack, draft, whose, language)?, self.given(pack, draft.visit, whose)?)
    }
}

/// Judges a person with the answers of the day beside what is known otherwise.
pub(super) fn judge(form: Form<'_>, given: Given) -> Result<Judgement<'_>, VisitError> {
    let judged = form.judged(&given)?.ok_or(VisitError::NotAssessed)?;
    let next_change = form.next_change(&judged);
    let JudgedPerson { subject, assessment } = judged;
    let kept = Kept::of(form.pack(), &assessment, next_change);
    let complete = form.progress(&given).is_complete();
    Ok(Judgement { form, given, subject, assessment, complete, kept })
}

fn open_questions((person, judgement): (PersonId, &Judgement<'_>)) -> Result<OpenQuestions, VisitError> {
    Ok(OpenQuestions { person, ask_next: judgement.form.screen(&judgement.given)?.ask_next })
}

impl Judgement<'_> {
    /// As it is written into the store.
    pub(super) fn judged(&self, pack: &Pack) -> Judged {
        Judged {
            action: self.assessment.action(pack),
            open_urgent: self.assessment.open_urgent(pack).next().is_some(),
            complete: self.assessment.is_settled(self.complete),
            result: encode(pack, self.subject.input(), &self.kept),
        }
    }
}

fn end_part(pack: &Pack, part: &DraftPart, judgement: Option<&Judgement<'_>>) -> EndedPart {
    let judged = judgement.map(|judgement| judgement.judged(pack));
    EndedPart {
        person: part.person,
        state: part.state.unwrap_or(PartState::Absent),
        reason: part.reason.clone(),
        left_open: judged.as_ref().is_some_and(|judged| judged.open_urgent),
        judged,
    }
}
