//! A visit that has not ended.

use std::sync::Arc;

use siklus_core::store::{PartState, VisitId};
use siklus_core::visit;

use super::author::AuthorRequest;
use super::faults::InWords;
use super::given::GivenAnswer;
use super::ids;
use super::overview::VisitOverviewView;
use super::results::CompletionView;
use super::screen::ScreenView;
use super::siklus::Siklus;
use crate::error::SiklusError;

/// A visit that has not ended. Each call saves before it returns; nothing is lost when the app is killed.
#[derive(uniffi::Object)]
pub struct Visit {
    siklus: Arc<Siklus>,
    id: VisitId,
}

/// Whose form it is.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum WhoseForm {
    /// That of a member.
    Member {
        /// The member.
        person: String,
    },
    /// The family sheet.
    Household {
        /// The household.
        household: String,
    },
}

impl WhoseForm {
    fn whose(&self) -> Result<visit::WhoseForm, SiklusError> {
        Ok(match self {
            Self::Member { person } => visit::WhoseForm::Member(ids::person(person)?),
            Self::Household { household } => visit::WhoseForm::Household(ids::household(household)?),
        })
    }
}

impl Visit {
    pub(super) fn new(siklus: Arc<Siklus>, id: VisitId) -> Self {
        Self { siklus, id }
    }
}

#[uniffi::export]
impl Visit {
    /// Its id, which it keeps when it ends.
    pub fn id(&self) -> String {
        self.id.to_string()
    }

    /// What became of each member so far.
    pub fn overview(&self, language: &str) -> Result<VisitOverviewView, SiklusError> {
        Ok(self.siklus.core.visit_overview(self.id, language).in_words(language)?.into())
    }

    /// Adds a member who was registered during the visit.
    pub fn add_member(&self, person: &str) -> Result<(), SiklusError> {
        self.siklus.core.add_to_visit(self.id, ids::person(person)?).in_words("en")
    }

    /// Says what became of a member. Who is not visited needs a reason.
    pub fn set_part(&self, person: &str, state: PartState, reason: Option<String>, language: &str) -> Result<(), SiklusError> {
        self.siklus.core.set_part(self.id, ids::person(person)?, state, reason.as_deref()).in_words(language)
    }

    /// The screen of a form as it was left.
    pub fn screen(&self, form: &WhoseForm, language: &str) -> Result<ScreenView, SiklusError> {
        Ok(self.siklus.core.screen(self.id, form.whose()?, language).in_words(language)?.into())
    }

    /// Answers a question and saves the answer. One that is not accepted changes nothing; the screen says why at the question.
    pub fn answer(&self, form: &WhoseForm, fact: &str, given: &GivenAnswer, language: &str) -> Result<ScreenView, SiklusError> {
        let form = form.whose()?;
        let screen = given.with(|given| self.siklus.core.answer(self.id, form, fact, given, language));
        Ok(screen.in_words(language)?.into())
    }

    /// Makes an answer of an earlier visit that is shown to be confirmed one of this visit.
    pub fn confirm(&self, form: &WhoseForm, fact: &str, language: &str) -> Result<ScreenView, SiklusError> {
        Ok(self.siklus.core.confirm(self.id, form.whose()?, fact, language).in_words(language)?.into())
    }

    /// Answers the open yes-or-no questions of a section with "no", but for those whose "no" can fire a rule.
    pub fn answer_section_no(&self, form: &WhoseForm, section: &str, language: &str) -> Result<ScreenView, SiklusError> {
        Ok(self.siklus.core.answer_section_no(self.id, form.whose()?, section, language).in_words(language)?.into())
    }

    /// Looks at a form again after the person was corrected: what it no longer asks for is withdrawn.
    pub fn refresh_form(&self, form: &WhoseForm, language: &str) -> Result<ScreenView, SiklusError> {
        Ok(self.siklus.core.refresh_form(self.id, form.whose()?, language).in_words(language)?.into())
    }

    /// Completes the visit, or says which urgent questions are open.
    pub fn complete(&self, author: &AuthorRequest, leave_open: bool, language: &str) -> Result<CompletionView, SiklusError> {
        Ok(self.siklus.core.complete_visit(author.author()?, self.id, leave_open, language).in_words(language)?.into())
    }

    /// Cancels the visit for a reason. What was answered is kept, and counts for nothing.
    pub fn cancel(&self, author: &AuthorRequest, reason: &str, language: &str) -> Result<(), SiklusError> {
        self.siklus.core.cancel_visit(author.author()?, self.id, reason).in_words(language)
    }
}
