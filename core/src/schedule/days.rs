//! The days of limits.

use chrono::NaiveDate;

use crate::pack::lang::plan::Window;
use crate::pack::source::{AgeUnit, Clock};
use crate::person::add_months;
use crate::schedule::Reckoner;

/// The days of a window.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub from: Option<NaiveDate>,
    pub due_until: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl Reckoner<'_> {
    /// The days of a window; none of them where its clock does not run for the person.
    pub(super) fn limits(&mut self, window: &Window) -> Limits {
        let mut first = |number: Option<i32>| number.and_then(|number| self.first_day(window, number));
        let last = |next: Option<NaiveDate>| next.and_then(|next| next.pred_opt());
        let after = |number: Option<i32>| number.and_then(|number| number.checked_add(1));
        Limits { from: first(window.from), due_until: last(first(after(window.due_until))), until: last(first(after(window.until))) }
    }

    /// The first day of a window.
    pub(super) fn begins(&mut self, window: &Window) -> Option<NaiveDate> {
        window.from.and_then(|number| self.first_day(window, number))
    }

    /// The first day on which so many days or months are complete.
    fn first_day(&mut self, window: &Window, number: i32) -> Option<NaiveDate> {
        let start = match window.clock {
            Clock::Birth if window.unit == AgeUnit::Months => return self.month_of_life(number),
            Clock::Birth => self.person.born,
            Clock::Gestation => self.person.lmp?,
            Clock::Delivery => self.person.delivery?,
            Clock::Previous => return None,
        };
        match window.unit {
            AgeUnit::Days => plus_days(start, number),
            AgeUnit::Months => add_months(start, number),
            AgeUnit::Years => add_months(start, number.checked_mul(12)?),
        }
    }
}

pub(super) fn plus_days(day: NaiveDate, days: i32) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::days(days.into()))
}
