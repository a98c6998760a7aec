//! Opening a visit, what becomes of each member at it, and cancelling it.

use super::{Siklus, VisitError};
use crate::pack::source::Setting;
use crate::store::{Author, DraftPart, Ended, HouseholdId, NewDraft, PartState, PersonId, StoreError, VisitId};

/// A visit to be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewVisit {
    /// The household.
    pub household: HouseholdId,
    /// Where it takes place.
    pub place: Setting,
    /// Whether the family sheet is filled in at it, and what it asks of each member.
    pub family_sheet: bool,
}

impl Siklus {
    /// Opens a visit on the day of its author, with a part for each member who lives in the household.
    ///
    /// # Errors
    /// [`VisitError::NoConsent`], and [`VisitError::VisitInProgress`] when one of this household has not ended.
    pub fn open_visit(&self, author: Author, new: NewVisit) -> Result<VisitId, VisitError> {
        let _turn = self.turn();
        let household = self.with_consent(new.household)?;
        if self.store.draft_of(new.household)?.is_some() {
            return Err(VisitError::VisitInProgress);
        }
        let living = household.members.iter().filter(|member| member.left_on.is_none() && member.died_on.is_none());
        let members: Vec<_> = living.map(|member| member.id).collect();
        let settings = self.store.settings()?;
        let draft = NewDraft {
            household: new.household,
            place: new.place,
            members: &members,
            family_sheet: new.family_sheet,
            pack: self.pack().source(),
            settings: &settings,
        };
        Ok(self.store.open_draft(author, &draft)?)
    }

    /// Adds a member who was registered during the visit.
    pub fn add_to_visit(&self, visit: VisitId, person: PersonId) -> Result<(), VisitError> {
        let household = self.store.draft(visit)?.household;
        if self.store.person(person)?.household != Some(household) {
            return Err(StoreError::Unknown("member of this household").into());
        }
        Ok(self.store.add_draft_part(visit, person)?)
    }

    /// Says what became of a member. Answers that were given stay with the visit, and count only when the member is assessed.
    ///
    /// # Errors
    /// [`VisitError::NoReason`] when a member was not visited and nobody says why.
    pub fn set_part(&self, visit: VisitId, person: PersonId, state: PartState, reason: Option<&str>) -> Result<(), VisitError> {
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty() && state == PartState::NotVisited);
        if state == PartState::NotVisited && reason.is_none() {
            return Err(VisitError::NoReason);
        }
        let part = DraftPart { person, state: Some(state), reason: reason.map(str::to_owned) };
        Ok(self.store.set_draft_part(visit, &part)?)
    }

    /// Cancels a visit for a reason. What was answered is kept, and counts for nothing.
    ///
    /// # Errors
    /// [`VisitError::NoReason`].
    pub fn cancel_visit(&self, author: Author, visit: VisitId, reason: &str) -> Result<(), VisitError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(VisitError::NoReason);
        }
        let _turn = self.turn();
        let draft = self.store.draft(visit)?;
        let author = Author { happened_on: draft.on, ..author };
        self.store.end_visit(author, &draft, &Ended::Cancelled(reason.to_owned()))?;
        self.forget_form();
        Ok(())
    }
}
