//! The first page: what was begun and has not ended, and the households.

use chrono::NaiveDate;

use super::{Siklus, VisitError, VisitOverview};
use crate::hidden::hidden;
use crate::screening::Standing;
use crate::store::{HouseholdId, HouseholdLine, VisitId};

/// The first page.
#[derive(Clone, PartialEq, Eq)]
pub struct Today {
    /// The visits that have not ended, the latest first.
    pub drafts: Vec<DraftLine>,
    /// The first households, in the order of their names.
    pub households: Vec<HouseholdLine>,
    /// Whether more households follow.
    pub more: bool,
}

/// A visit that has not ended.
#[derive(Clone, PartialEq, Eq)]
pub struct DraftLine {
    /// The visit.
    pub visit: VisitId,
    /// The household.
    pub household: HouseholdId,
    /// How the household is called.
    pub household_name: Option<String>,
    /// Its day.
    pub on: NaiveDate,
    /// How many members it has a part for.
    pub parts: usize,
    /// Of how many something is left to do.
    pub open_parts: usize,
    /// The most urgent so far; none before the first answer.
    pub standing: Option<Standing>,
}

hidden!(Today, DraftLine);

impl Siklus {
    /// The first page, with at most `limit` households.
    pub fn today(&self, limit: u32) -> Result<Today, VisitError> {
        // What is counted has no words, so any language will do.
        let drafts = self.open_visits("id")?.iter().map(DraftLine::of).collect();
        let mut households = self.store.households(0, limit.saturating_add(1))?;
        let more = households.len() > limit as usize;
        households.truncate(limit as usize);
        Ok(Today { drafts, households, more })
    }
}

impl DraftLine {
    fn of(visit: &VisitOverview) -> Self {
        Self {
            visit: visit.visit,
            household: visit.household,
            household_name: visit.household_name.clone(),
            on: visit.on,
            parts: visit.parts.len(),
            open_parts: visit.parts.iter().filter(|part| part.is_open()).count(),
            standing: visit.standing(),
        }
    }
}
