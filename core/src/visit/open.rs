//! Opening a visit, what becomes of each member at it, and cancelling it.

use super::{Siklus, VisitError};
use crate::hidden::hidden;
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

/// A visit that has not ended.
#[derive(Clone, PartialEq, Eq)]
pub struct VisitOverview {
    /// The visit.
    pub visit: VisitId,
    /// The household.
    pub household: HouseholdId,
    /// How the household is called.
    pub household_name: Option<String>,
    /// Where it takes place.
    pub place: Setting,
    /// Its day.
    pub on: chrono::NaiveDate,
    /// Whether the family sheet is filled in at it.
    pub family_sheet: bool,
    /// The members, the oldest first.
    pub parts: Vec<PartOverview>,
}

/// A member at a visit that has not ended.
#[derive(Clone, PartialEq, Eq)]
pub struct PartOverview {
    /// The member.
    pub person: PersonId,
    /// The name.
    pub name: Option<String>,
    /// What became of the member; none while nobody dealt with it.
    pub state: Option<PartState>,
    /// Why the member was not visited.
    pub reason: Option<String>,
}

hidden!(VisitOverview, PartOverview);

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

    /// A visit that has not ended, with what became of each member so far.
    pub fn visit_overview(&self, visit: VisitId) -> Result<VisitOverview, VisitError> {
        let draft = self.store.draft(visit)?;
        let household = self.store.household(draft.household)?;
        let mut parts = Vec::with_capacity(draft.parts.len());
        for part in draft.parts {
            let member = household.members.iter().position(|member| member.id == part.person);
            let name = member.and_then(|place| household.members.get(place)?.name.clone());
            parts.push((member, PartOverview { person: part.person, name, state: part.state, reason: part.reason }));
        }
        parts.sort_by_key(|(member, _)| member.unwrap_or(usize::MAX));
        Ok(VisitOverview {
            visit,
            household: draft.household,
            household_name: household.name,
            place: draft.place,
            on: draft.on,
            family_sheet: draft.family_sheet,
            parts: parts.into_iter().map(|(_, part)| part).collect(),
        })
    }

    /// The visits that have not ended, the latest first.
    pub fn open_visits(&self) -> Result<Vec<VisitOverview>, VisitError> {
        self.store.drafts()?.into_iter().map(|visit| self.visit_overview(visit)).collect()
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
        let author = Author { happened_on: self.store.draft(visit)?.on, ..author };
        Ok(self.store.end_visit(author, visit, &Ended::Cancelled(reason.to_owned()))?)
    }
}
