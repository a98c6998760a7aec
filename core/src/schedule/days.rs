//! The days of limits.

use chrono::NaiveDate;

use crate::pack::lang::plan::Window;
use crate::pack::source::{AgeUnit, Clock};
use crate::person::add_months;
use crate::schedule::Person;

/// The days of a window.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub from: Option<NaiveDate>,
    pub due_until: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl Limits {
    /// None of them where the clock of the window does not run for a person.
    pub(super) fn of(window: &Window, person: &Person) -> Self {
        let start = match window.clock {
            Clock::Birth => Some(person.born),
            Clock::Gestation => person.lmp,
            Clock::Delivery => person.delivery,
            Clock::Previous => None,
        };
        let first = |number: Option<i32>| start.zip(number).and_then(|(start, number)| first_day(start, window.unit, number));
        let last = |number: Option<i32>| start.zip(number).and_then(|(start, number)| last_day(start, window.unit, number));
        Self { from: first(window.from), due_until: last(window.due_until), until: last(window.until) }
    }
}

/// The first day on which so many days or months are complete.
fn first_day(start: NaiveDate, unit: AgeUnit, number: i32) -> Option<NaiveDate> {
    match unit {
        AgeUnit::Days => plus_days(start, number),
        AgeUnit::Months => add_months(start, number),
        AgeUnit::Years => add_months(start, number.checked_mul(12)?),
    }
}

/// The last day on which no more than so many are complete.
fn last_day(start: NaiveDate, unit: AgeUnit, number: i32) -> Option<NaiveDate> {
    first_day(start, unit, number.checked_add(1)?)?.pred_opt()
}

pub(super) fn plus_days(day: NaiveDate, days: i32) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::days(days.into()))
}
