//! Answering: a draft and an answer go in, a new draft and its screen come out.

use std::fmt;

use super::draft::Draft;
use super::error::FormError;
use super::layout::LaidOut;
use super::screen::Screen;
use super::session::Form;
use crate::fact::{Answer, FactId, Value};
use crate::pack::lang::program::FactSlot;
use crate::pack::quiet::is_closed_by_no;

/// What the cadre gives as an answer.
#[derive(Clone)]
pub enum Given<'a> {
    /// What was typed or tapped; see [`crate::fact::Dictionary::read_typed`].
    Typed(&'a str),
    /// A value.
    Value(Value),
    /// The family does not know.
    Unknown,
    /// The answer is taken away; the question is open again.
    Cleared,
}

impl fmt::Debug for Given<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Given(hidden)")
    }
}

/// What an answer leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What is recorded now.
    pub draft: Draft,
    /// What the screen shows now.
    pub screen: Screen,
}

impl Form<'_> {
    /// Answers a question. Recorded answers that are no longer asked for are withdrawn, and their follow-ups with them.
    ///
    /// # Errors
    /// When the form does not ask for the fact, when its question is not visible, and when the answer is not accepted.
    pub fn answer(&self, draft: &Draft, fact: FactId, given: Given<'_>) -> Result<Step, FormError> {
        self.must_be_visible(draft, fact)?;
        let answer = self.read(draft, fact, given)?;
        let mut next = draft.next();
        match answer {
            Some(answer) => next.record(fact, answer),
            None => next.clear(fact),
        }
        self.withdraw_hidden(&mut next);
        self.step(next)
    }

    /// Takes over a draft of a form that was made anew because what is known of the person changed, as a pregnancy that was added or a sex
    /// that was corrected: every answer that this form does not ask for, or that is not visible in it, is withdrawn.
    ///
    /// # Errors
    /// As [`Form::screen`].
    pub fn take_over(&self, draft: &Draft) -> Result<Step, FormError> {
        let mut next = draft.next();
        let foreign = draft.answers().iter().map(|(fact, _)| *fact).filter(|fact| !self.asks(*fact));
        foreign.for_each(|fact| next.withdraw(fact));
        self.withdraw_hidden(&mut next);
        self.step(next)
    }

    /// Makes an answer of an earlier visit that is to be confirmed one of this visit.
    ///
    /// # Errors
    /// As [`Form::answer`], and when there is nothing to confirm.
    pub fn confirm(&self, draft: &Draft, fact: FactId) -> Result<Step, FormError> {
        self.must_be_visible(draft, fact)?;
        let carried = self.carried(fact).filter(|carried| carried.to_confirm && draft.answer(fact).is_none());
        let Some(carried) = carried else {
            return Err(FormError::NothingToConfirm { fact: self.name(fact) });
        };
        self.answer(draft, fact, Given::Value(carried.value.clone()))
    }

    /// Answers a section with "no": those of its yes-or-no questions that are visible and open, and whose "no" can fire nothing. All
    /// others stay as they are and are asked singly.
    ///
    /// # Errors
    /// When the form has no such section.
    pub fn answer_no(&self, draft: &Draft, section: &str) -> Result<Step, FormError> {
        let is_it = |laid_out: &&LaidOut| self.source_of(laid_out).is_some_and(|source| source.id.value == section);
        let Some(laid_out) = self.sections.iter().find(is_it) else {
            return Err(FormError::NoSection { section: section.into() });
        };
        let mut next = draft.next();
        let questions = laid_out.facts.iter().filter(|fact| self.takes_no_with_others(draft, **fact));
        questions.for_each(|fact| next.record(*fact, Answer::Known(Value::Bool(false))));
        self.step(next)
    }

    /// Whether a question is one of those that a section is answered "no" with.
    pub(super) fn takes_no_with_others(&self, draft: &Draft, fact: FactId) -> bool {
        let has_default = self.pack.dictionary().get(fact).is_setting();
        let is_open = draft.answer(fact).is_none() && !has_default && self.is_visible(draft, fact);
        is_open && self.pack.is_quiet_no(fact) && !self.withdraws(draft, fact)
    }

    /// Whether something is recorded that does not apply once the question is answered "no". Only a draft from elsewhere has that.
    fn withdraws(&self, draft: &Draft, fact: FactId) -> bool {
        draft.answers().iter().any(|(of, _)| *of != fact && is_closed_by_no(FactSlot(of.0), FactSlot(fact.0), &self.pack.gates))
    }

    fn step(&self, draft: Draft) -> Result<Step, FormError> {
        let screen = self.screen(&draft)?;
        Ok(Step { draft, screen })
    }

    fn must_be_visible(&self, draft: &Draft, fact: FactId) -> Result<(), FormError> {
        if !self.asks(fact) {
            return Err(FormError::NotAsked { fact: self.name(fact) });
        }
        if !self.is_visible(draft, fact) {
            return Err(FormError::Hidden { fact: self.name(fact) });
        }
        Ok(())
    }

    fn name(&self, fact: FactId) -> Box<str> {
        self.pack.dictionary().get(fact).id.clone()
    }
}
