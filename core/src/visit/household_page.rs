//! The page of a household.

use chrono::NaiveDate;

use super::known::person_on;
use super::{Siklus, VisitError};
use crate::hidden::hidden;
use crate::screening::Standing;
use crate::screening::render::{Described, Renderer};
use crate::store::{Episode, Household, HouseholdId, Person, PersonId, VisitId, VisitLine};

/// A household with its members and its visits.
#[derive(Clone, PartialEq, Eq)]
pub struct HouseholdPage {
    /// The household.
    pub household: Household,
    /// Its members as the page shows them, the oldest first; also those who died or left.
    pub members: Vec<Member>,
    /// The most urgent of those who live here; none before the first visit.
    pub standing: Option<Standing>,
    /// A visit that has not ended.
    pub open_visit: Option<VisitId>,
    /// The visits that ended, the latest first.
    pub visits: Vec<VisitLine>,
}

/// A member on the page of a household.
#[derive(Clone, PartialEq, Eq)]
pub struct Member {
    /// The member.
    pub person: PersonId,
    /// The name.
    pub name: Option<String>,
    /// Age and life stage on the day of the page, or of death; none when sex or birth date is not known.
    pub described: Option<Described>,
    /// How the member stood after the last visit; none before the first.
    pub standing: Option<Standing>,
    /// Whether the member neither left nor died.
    pub lives_here: bool,
}

hidden!(HouseholdPage, Member);

impl Siklus {
    /// The page of a household on a day, with at most `limit` of its past visits.
    ///
    /// # Errors
    /// [`crate::store::StoreError::Unknown`] when there is no household of this id.
    pub fn household_page(&self, household: HouseholdId, on: NaiveDate, limit: u32, language: &str) -> Result<HouseholdPage, VisitError> {
        let known = self.store.household(household)?;
        let renderer = Renderer::new(self.pack(), language);
        let members = known.members.iter().map(|member| self.member(member, on, &renderer)).collect::<Result<Vec<_>, _>>()?;
        Ok(HouseholdPage {
            standing: members.iter().filter(|member| member.lives_here).filter_map(|member| member.standing).max(),
            members,
            open_visit: self.store.draft_of(household)?,
            visits: self.store.visit_lines(household, limit)?,
            household: known,
        })
    }

    fn member(&self, member: &Person, on: NaiveDate, renderer: &Renderer<'_>) -> Result<Member, VisitError> {
        Ok(Member {
            person: member.id,
            name: member.name.clone(),
            described: described(renderer, member, &self.store.episodes(member.id)?, on)?,
            standing: member.last.map(|last| last.standing),
            lives_here: member.left_on.is_none() && member.died_on.is_none(),
        })
    }
}

/// Who a person is on a day, or was on the day of death; none when sex or birth date is not known.
pub(super) fn described(
    renderer: &Renderer<'_>,
    person: &Person,
    episodes: &[Episode],
    on: NaiveDate,
) -> Result<Option<Described>, VisitError> {
    let on = person.died_on.map_or(on, |died| died.min(on));
    match person_on(person, episodes, on) {
        Ok(input) => Ok(Some(renderer.describe(&input))),
        Err(VisitError::PersonIncomplete) => Ok(None),
        Err(error) => Err(error),
    }
}
