//! The note to a health worker on a person at a visit, completed or in progress: an emergency is told at the door.

use super::complete::Judgement;
use super::{Siklus, VisitError};
use crate::screening::render::{NoteSender, Referred};
use crate::store::{Draft, PartState, PersonId, StoreError, VisitId};

impl Siklus {
    /// The note to a health worker on a person at a visit; none when nothing was found that a health worker must know.
    ///
    /// # Errors
    /// [`VisitError::NotAssessed`] when the person was not assessed at it.
    pub fn referral_note(
        &self,
        visit: VisitId,
        person: PersonId,
        from: NoteSender<'_>,
        language: &str,
    ) -> Result<Option<String>, VisitError> {
        match self.store.draft(visit) {
            Ok(draft) => self.note_in_progress(&draft, person, from, language),
            Err(StoreError::Unknown(_)) => self.note_of_record(visit, person, from, language),
            Err(error) => Err(error.into()),
        }
    }

    fn note_in_progress(
        &self,
        draft: &Draft,
        person: PersonId,
        from: NoteSender<'_>,
        language: &str,
    ) -> Result<Option<String>, VisitError> {
        let part = draft.parts.iter().find(|part| part.person == person);
        if part.and_then(|part| part.state) != Some(PartState::Assessed) {
            return Err(VisitError::NotAssessed);
        }
        let pack = self.pack_of(&draft.pack)?;
        self.note(person, &self.judge_draft(&pack, draft, person, language)?, from)
    }

    fn note_of_record(&self, visit: VisitId, person: PersonId, from: NoteSender<'_>, language: &str) -> Result<Option<String>, VisitError> {
        let record = self.store.visit(visit)?;
        let kept = self.store.assessment(person, visit)?.ok_or(VisitError::NotAssessed)?;
        let pack = self.pack_of(&kept.pack)?;
        let (judgement, _) = self.judged_then(&pack, &record, person, &kept, language)?;
        self.note(person, &judgement, from)
    }

    fn note(&self, person: PersonId, judgement: &Judgement<'_>, from: NoteSender<'_>) -> Result<Option<String>, VisitError> {
        let known = self.store.person(person)?;
        let household = known.household.map(|household| self.store.household(household)).transpose()?;
        let rt = household.as_ref().and_then(|household| household.rt.as_deref());
        let Judgement { form, subject, assessment, .. } = judgement;
        Ok(form.renderer().referral_note(subject, assessment, Referred { name: known.name.as_deref(), rt }, from))
    }
}
