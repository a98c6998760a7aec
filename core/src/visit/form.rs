//! The form of a member or of the household at a visit: one call for a screen, one for an answer.

use uuid::Uuid;

use super::{Siklus, VisitError};
use crate::fact::{Answer, FactId};
use crate::form::{Draft as Given, Form, FormError, Given as NewAnswer, Screen, Step};
use crate::pack::Pack;
use crate::store::sheet::{Entry, Sheet};
use crate::store::{Draft, DraftAnswer, DraftChange, HouseholdId, PersonId, VisitId, answer};

/// Whose form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhoseForm {
    /// That of a member.
    Member(PersonId),
    /// The family sheet.
    Household(HouseholdId),
}

impl WhoseForm {
    pub(super) fn id(self) -> Uuid {
        match self {
            Self::Member(person) => person.0,
            Self::Household(household) => household.0,
        }
    }
}

impl Siklus {
    /// The screen of a form as it was left.
    pub fn screen(&self, visit: VisitId, whose: WhoseForm, language: &str) -> Result<Screen, VisitError> {
        self.with_form(visit, whose, language, |form, draft, _| Ok((form.screen(draft)?, None)))
    }

    /// Answers a question, by the name of its fact, and saves the answer before it returns. An answer that is not accepted changes nothing;
    /// the screen says why at the question.
    ///
    /// # Errors
    /// When the form does not ask for the fact or its question is not visible, and those of the store.
    pub fn answer(&self, visit: VisitId, whose: WhoseForm, fact: &str, given: NewAnswer<'_>, language: &str) -> Result<Screen, VisitError> {
        let _turn = self.turn();
        self.with_form(visit, whose, language, |form, draft, pack| {
            let fact = pack.dictionary().find(fact).ok_or(VisitError::NoFact)?;
            match form.answer(draft, fact, given) {
                Err(FormError::Field(error)) => Ok((form.screen_with(draft, &error)?, None)),
                step => self.save(visit, whose, pack, draft, step?),
            }
        })
    }

    /// Makes an answer of an earlier visit that is shown to be confirmed one of this visit.
    ///
    /// # Errors
    /// As [`Siklus::answer`], and when there is nothing to confirm.
    pub fn confirm(&self, visit: VisitId, whose: WhoseForm, fact: &str, language: &str) -> Result<Screen, VisitError> {
        let _turn = self.turn();
        self.with_form(visit, whose, language, |form, draft, pack| {
            let fact = pack.dictionary().find(fact).ok_or(VisitError::NoFact)?;
            self.save(visit, whose, pack, draft, form.confirm(draft, fact)?)
        })
    }

    /// Answers the open yes-or-no questions of a section with "no", but for those whose "no" can fire a rule.
    pub fn answer_section_no(&self, visit: VisitId, whose: WhoseForm, section: &str, language: &str) -> Result<Screen, VisitError> {
        let _turn = self.turn();
        self.with_form(visit, whose, language, |form, draft, pack| self.save(visit, whose, pack, draft, form.answer_no(draft, section)?))
    }

    /// Looks at a form again after the person was corrected or a pregnancy was recorded: what it no longer asks for is withdrawn.
    pub fn refresh_form(&self, visit: VisitId, whose: WhoseForm, language: &str) -> Result<Screen, VisitError> {
        let _turn = self.turn();
        self.with_form(visit, whose, language, |form, draft, pack| self.save(visit, whose, pack, draft, form.take_over(draft)?))
    }

    /// A form as it is made from what the store keeps.
    pub(super) fn form<'p>(&self, pack: &'p Pack, draft: &Draft, whose: WhoseForm, language: &str) -> Result<Form<'p>, VisitError> {
        let who = self.who(pack, draft, whose.id())?;
        Form::new(pack, who, draft.place, language).map_err(VisitError::Person)
    }

    /// What is recorded in a form so far.
    pub(super) fn given(&self, pack: &Pack, visit: VisitId, whose: WhoseForm) -> Result<Given, VisitError> {
        let (mut answers, mut withdrawn) = (Vec::new(), Vec::new());
        for DraftAnswer { fact, answer: bytes, withdrawn: is_withdrawn } in self.store.draft_answers(visit, whose.id())? {
            let Some(fact) = pack.dictionary().find(&fact) else { continue };
            let Some(answer) = answer::decode(pack.dictionary(), fact, &bytes)? else { continue };
            if is_withdrawn { withdrawn.push((fact, answer)) } else { answers.push((fact, answer)) }
        }
        Ok(Given::new(answers, withdrawn))
    }

    /// Saves what a step changed, in one transaction.
    fn save(
        &self,
        visit: VisitId,
        whose: WhoseForm,
        pack: &Pack,
        before: &Given,
        step: Step,
    ) -> Result<(Screen, Option<Given>), VisitError> {
        let changes = changes(pack, before, &step.draft);
        self.store.change_draft(visit, whose.id(), &changes)?;
        Ok((step.screen, Some(step.draft.next())))
    }
}

/// What the store must change to have the next draft in place of the one before.
pub(super) fn changes<'p>(pack: &'p Pack, before: &Given, next: &Given) -> Vec<(&'p str, DraftChange)> {
    let name = |fact: FactId| -> &'p str { &pack.dictionary().get(fact).id };
    let answered = next.answers().iter().filter(|(fact, answer)| before.answer(*fact) != Some(answer));
    let answered = answered
        .map(|(fact, answer): &(FactId, Answer)| (name(*fact), DraftChange::Answer(answer::encode(pack.dictionary(), *fact, answer))));
    let gone = before.answers().iter().map(|(fact, _)| *fact).filter(|fact| next.answer(*fact).is_none());
    let gone = gone.map(|fact| {
        let is_withdrawn = next.withdrawn().iter().any(|(of, _)| *of == fact);
        (name(fact), if is_withdrawn { DraftChange::Withdraw } else { DraftChange::Clear })
    });
    answered.chain(gone).collect()
}

/// The same changes as a sheet of rows.
pub(super) fn sheet_of(changes: Vec<(&str, DraftChange)>) -> Sheet {
    let entry = |change| match change {
        DraftChange::Answer(answer) => Entry::Answered(answer),
        DraftChange::Withdraw | DraftChange::Clear => Entry::Withdrawn,
    };
    let mut sheet: Sheet = changes.into_iter().map(|(fact, change)| (fact.to_owned(), entry(change))).collect();
    sheet.sort_by(|(one, _), (other, _)| one.cmp(other));
    sheet
}
