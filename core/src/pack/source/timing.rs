//! When a service is given, as the text of a pack says it.

use chrono::NaiveDate;

use super::basics::{AgeUnit, Confidence, Expr, Located};
use crate::fact::LocalText;
use crate::person::add_months;

/// `[schedule.x]`: what services of one kind share.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScheduleSource {
    /// Its name.
    pub id: Located<String>,
    /// How the days of its services are reckoned.
    pub kind: ScheduleKind,
    /// Whom its services concern; everybody if absent.
    pub who: Option<Expr>,
    /// Of windows: what their limits count from.
    pub clock: Option<Clock>,
    /// Of windows: what their limits count in, completed days or months.
    pub unit: AgeUnit,
    /// How many days before a limit a dose still counts.
    pub grace_days: i32,
    /// Whether a dose counts whose day is not known.
    pub undated_counts: bool,
    /// Whether a dose counts only after a dose before it that counts.
    pub in_order: bool,
    /// Of campaigns: the months of the year in which they are held.
    pub campaign_months: Vec<i64>,
    /// Of a course: how many doses the card says.
    pub card: Option<Expr>,
    /// Of schools: the class.
    pub class: Option<Expr>,
}

/// How the days of a service are reckoned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScheduleKind {
    /// Once, between limits on a clock: a vaccine, a visit in pregnancy.
    Window,
    /// In certain months of the year, within limits of age: vitamin A.
    Campaign,
    /// Again and again: a check every year.
    Check,
    /// In a month of a class at school.
    School,
    /// The next dose of a course whose earlier doses may stand on a card.
    Course,
}

impl ScheduleKind {
    pub(super) const ALL: [Self; 5] = [Self::Window, Self::Campaign, Self::Check, Self::School, Self::Course];

    /// The word in packs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Campaign => "campaign",
            Self::Check => "check",
            Self::School => "school",
            Self::Course => "course",
        }
    }
}

/// What the limits of a window count from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Clock {
    /// The day of birth.
    Birth,
    /// The first day of the last period.
    Gestation,
    /// The day of the delivery.
    Delivery,
    /// The dose before it; there are no other limits.
    Previous,
}

impl Clock {
    pub(super) const ALL: [Self; 4] = [Self::Birth, Self::Gestation, Self::Delivery, Self::Previous];

    /// The word in packs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Birth => "birth",
            Self::Gestation => "gestation",
            Self::Delivery => "delivery",
            Self::Previous => "previous",
        }
    }
}

/// A length of time: days, or calendar months.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Interval {
    /// So many days.
    Days(i32),
    /// So many calendar months, clipped to the end of a shorter month.
    Months(i32),
}

impl Interval {
    /// The day so long after another; none beyond the calendar.
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_add_signed(chrono::TimeDelta::days(days.into())),
            Self::Months(months) => add_months(day, months),
        }
    }
}

/// When one service is given. Which of these are there follows from the kind of its schedule.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TimingSource {
    /// Whom it concerns beside what the schedule says.
    pub who: Option<Expr>,
    /// Whether it is given in the area.
    pub in_use: Option<Expr>,
    /// The first day or completed month.
    pub from: Option<i32>,
    /// The last one that is recommended.
    pub due_until: Option<i32>,
    /// The last one at all.
    pub until: Option<i32>,
    /// The dose that must come first.
    pub after: Option<Located<String>>,
    /// How long after it.
    pub min_interval: Option<Interval>,
    /// From this interval on a dose counts that was given too early.
    pub accept_interval: Option<Interval>,
    /// Another interval for a series that began late.
    pub late_start: Option<LateStart>,
    /// Completed months at the first dose of the series from which it is not needed.
    pub not_needed_if_started_from: Option<i32>,
    /// Of a campaign: once recorded it is done for ever, and above its age it is missed.
    pub once: bool,
    /// Of a campaign: services that do as well.
    pub or: Vec<Located<String>>,
    /// Of a check: how long it holds.
    pub every: Option<Interval>,
    /// Of a check: another length where a condition holds.
    pub every_where: Option<EveryWhere>,
    /// Of a check: whether it still holds on the day on which that time is over.
    pub holds_on_last_day: bool,
    /// Of a check: completed months of age up to which a record holds for its calendar month.
    pub calendar_month_until: Option<i32>,
    /// Of a check: a fact whose value at a visit is a record of that day.
    pub recorded_by: Option<Located<String>>,
    /// Of a check: what also shows that it is done.
    pub done_if: Option<Expr>,
    /// Of schools: the class.
    pub class: Option<i32>,
    /// Of schools: the month of the year.
    pub month: Option<i32>,
    /// Of schools: higher classes in which those without it get it.
    pub catch_up_classes: Vec<i64>,
    /// Of schools: on visits before this day it has no status.
    pub introduced: Option<NaiveDate>,
}

/// The interval of a series that began late.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LateStart {
    /// Completed months at the first dose.
    pub from: i32,
    /// The interval then.
    pub min_interval: Interval,
}

/// How long a check holds where a condition is true.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EveryWhere {
    /// The condition.
    pub when: Expr,
    /// How long.
    pub every: Interval,
}

/// `[spacing.x]`: services of which two on different days need so many days between them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SpacingSource {
    /// Its name.
    pub id: Located<String>,
    /// The services.
    pub of: Vec<Located<String>>,
    /// How many days.
    pub days: i32,
}

/// `[completeness.x]`: services that together are called complete.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CompletenessSource {
    /// Its name.
    pub id: Located<String>,
    /// What a person is called who has all of them.
    pub title: LocalText,
    /// Completed months of age before which they are to be there.
    pub by_months: i32,
    /// The services.
    pub of: Vec<Located<String>>,
    /// Rows or sections of the dossier.
    pub dossier: Vec<String>,
    /// Documents and sections that it follows.
    pub source: Located<String>,
    /// How well it is founded.
    pub confidence: Confidence,
}

/// `[series.x]`: a vaccine that another one may stand in for, in one series by date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeriesSource {
    /// Its name.
    pub id: Located<String>,
    /// The doses in order; the places of the series.
    pub places: Vec<Located<String>>,
    /// The doses of the other vaccine, for the first places.
    pub substitutes: Vec<Located<String>>,
    /// After all substitutes these are done too.
    pub also_done: Vec<Located<String>>,
}
