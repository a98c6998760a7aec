//! Visits, as they are opened and as they are read back.

use chrono::NaiveDate;
use siklus_core::pack::source::Setting;
use siklus_core::store::{PartRecord, PartState, VisitRecord, VisitState};

use crate::private::hide;

/// A visit to be opened.
#[derive(Clone, Debug, uniffi::Record)]
pub struct NewVisitRequest {
    /// The household.
    pub household: String,
    /// Where it takes place.
    pub place: Setting,
    /// Whether the family sheet is filled in at it, and what it asks of each member.
    pub family_sheet: bool,
}

/// A visit that ended.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct VisitView {
    /// The visit.
    pub visit: String,
    /// The household.
    pub household: String,
    /// Where it took place.
    pub place: Setting,
    /// Its day.
    pub on: NaiveDate,
    /// Whether the family sheet was filled in at it.
    pub family_sheet: bool,
    /// How it ended.
    pub state: VisitState,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// What became of each member.
    pub parts: Vec<PartView>,
}

/// What became of a member at a visit that ended.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PartView {
    /// The member.
    pub person: String,
    /// What became of the member.
    pub state: PartState,
    /// Why the member was not visited.
    pub reason: Option<String>,
    /// The cadre was asked, and left urgent questions open.
    pub left_open: bool,
}

hide!(VisitView, PartView);

impl From<VisitRecord> for VisitView {
    fn from(visit: VisitRecord) -> Self {
        Self {
            visit: visit.visit.to_string(),
            household: visit.household.to_string(),
            place: visit.place,
            on: visit.on,
            family_sheet: visit.family_sheet,
            state: visit.state,
            reason: visit.reason,
            parts: visit.parts.into_iter().map(PartView::from).collect(),
        }
    }
}

impl From<PartRecord> for PartView {
    fn from(part: PartRecord) -> Self {
        Self { person: part.person.to_string(), state: part.state, reason: part.reason, left_open: part.left_open }
    }
}
