//! Visits that have not ended, and the first page on which they stand.

use chrono::NaiveDate;
use siklus_core::pack::source::Setting;
use siklus_core::screening::Standing;
use siklus_core::store::PartState;
use siklus_core::visit::{Alarm, DraftLine, PartOverview, Today, VisitOverview};

use super::household::HouseholdLineView;
use super::person::DescribedView;
use super::screen::ProgressView;
use crate::private::hide;

/// A visit that has not ended.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct VisitOverviewView {
    /// The visit.
    pub visit: String,
    /// The household.
    pub household: String,
    /// How the household is called.
    pub household_name: Option<String>,
    /// Where it takes place.
    pub place: Setting,
    /// Its day.
    pub on: NaiveDate,
    /// Whether the family sheet is filled in at it.
    pub family_sheet: bool,
    /// The members, the oldest first.
    pub parts: Vec<PartOverviewView>,
    /// The most urgent of its members so far; none before the first answer.
    pub standing: Option<Standing>,
    /// Every emergency found so far, for the bar that stands on each screen of the visit.
    pub alarms: Vec<AlarmView>,
}

/// A member at a visit that has not ended.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PartOverviewView {
    /// The member.
    pub person: String,
    /// The name.
    pub name: Option<String>,
    /// Age and life stage on the day of the visit; none when sex or birth date is not known.
    pub described: Option<DescribedView>,
    /// What became of the member; none while nobody dealt with it.
    pub state: Option<PartState>,
    /// Why the member was not visited.
    pub reason: Option<String>,
    /// How far the form is; none when sex or birth date is not known.
    pub progress: Option<ProgressView>,
    /// Whether something is left to do.
    pub open: bool,
    /// How the member stands so far; none who is not asked yet, or not at all.
    pub standing: Option<Standing>,
}

/// An emergency found at a visit that has not ended.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct AlarmView {
    /// The member.
    pub person: String,
    /// The name.
    pub name: Option<String>,
    /// What was found.
    pub title: String,
    /// What the cadre says or does.
    pub advice: String,
    /// Whether it tells something that was said alone, and is not for the eyes of the others.
    pub private: bool,
}

/// The first page.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct TodayView {
    /// The visits that have not ended, the latest first.
    pub drafts: Vec<DraftLineView>,
    /// The first households, in the order of their names.
    pub households: Vec<HouseholdLineView>,
    /// Whether more households follow.
    pub more: bool,
}

/// A visit that has not ended, on the first page.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct DraftLineView {
    /// The visit.
    pub visit: String,
    /// The household.
    pub household: String,
    /// How the household is called.
    pub household_name: Option<String>,
    /// Its day.
    pub on: NaiveDate,
    /// How many members it has a part for.
    pub parts: u32,
    /// Of how many something is left to do.
    pub open_parts: u32,
    /// The most urgent so far; none before the first answer.
    pub standing: Option<Standing>,
}

hide!(VisitOverviewView, PartOverviewView, AlarmView, TodayView, DraftLineView);

impl From<VisitOverview> for VisitOverviewView {
    fn from(visit: VisitOverview) -> Self {
        Self {
            standing: visit.standing(),
            visit: visit.visit.to_string(),
            household: visit.household.to_string(),
            household_name: visit.household_name,
            place: visit.place,
            on: visit.on,
            family_sheet: visit.family_sheet,
            parts: visit.parts.into_iter().map(PartOverviewView::from).collect(),
            alarms: visit.alarms.into_iter().map(AlarmView::from).collect(),
        }
    }
}

impl From<PartOverview> for PartOverviewView {
    fn from(part: PartOverview) -> Self {
        Self {
            open: part.is_open(),
            person: part.person.to_string(),
            name: part.name,
            described: part.described.map(DescribedView::from),
            state: part.state,
            reason: part.reason,
            progress: part.progress.map(ProgressView::from),
            standing: part.standing,
        }
    }
}

impl From<Alarm> for AlarmView {
    fn from(alarm: Alarm) -> Self {
        let Alarm { person, name, title, advice, private } = alarm;
        Self { person: person.to_string(), name, title, advice, private }
    }
}

impl From<Today> for TodayView {
    fn from(today: Today) -> Self {
        Self {
            drafts: today.drafts.into_iter().map(DraftLineView::from).collect(),
            households: today.households.into_iter().map(HouseholdLineView::from).collect(),
            more: today.more,
        }
    }
}

impl From<DraftLine> for DraftLineView {
    fn from(line: DraftLine) -> Self {
        let count = |parts: usize| u32::try_from(parts).unwrap_or(u32::MAX);
        Self {
            visit: line.visit.to_string(),
            household: line.household.to_string(),
            household_name: line.household_name,
            on: line.on,
            parts: count(line.parts),
            open_parts: count(line.open_parts),
            standing: line.standing,
        }
    }
}
