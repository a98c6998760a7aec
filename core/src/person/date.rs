//! The arithmetic of ages and calendar months.
//!
//! A calendar month is complete on the same day of a later month, or on the last day of a month that lacks that day: whoever is born on
//! 31 January is one month old on 28 (or 29) February, and the birthday of 29 February is 28 February in other years.

use chrono::{Datelike, Months, NaiveDate};

/// Months in a year.
const YEAR: i32 = 12;

/// A completed age, counted in three ways. The day of birth is day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Age {
    /// Completed days.
    pub days: i32,
    /// Completed calendar months.
    pub months: i32,
    /// Completed years: twelve completed months each.
    pub years: i32,
}

impl Age {
    /// The age on a day. A day before `born` counts as the day of birth, since the middle of the period that stands for an estimated
    /// birth date can lie a little after the visit.
    pub fn on(born: NaiveDate, on: NaiveDate) -> Self {
        let on = on.max(born);
        let months = months_between(born, on);
        Self { days: days_between(born, on), months, years: months / YEAR }
    }
}

/// The day `n` calendar months later (earlier when negative), clipped to the end of its month; `None` beyond the calendar of `chrono`.
pub fn add_months(day: NaiveDate, n: i32) -> Option<NaiveDate> {
    let months = Months::new(n.unsigned_abs());
    if n < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
}

/// Completed calendar months from one day to another. When `to` lies before `from` it is the negative of the way back, so that
/// `months_between(a, b) == -months_between(b, a)`.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> i32 {
    if to < from {
        return -months_between(to, from);
    }
    let months = month_number(to) - month_number(from);
    let incomplete = to.day() < from.day() && !is_last_of_month(to);
    months - i32::from(incomplete)
}

/// The first day of the calendar month of `day`.
pub fn month_start(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The day on which `n` months of life are completed: the first day from `born` on with `months_between(born, day) >= n`. `None` for a
/// negative `n`, and beyond the calendar of `chrono`.
pub fn first_day_of_age_months(born: NaiveDate, n: i32) -> Option<NaiveDate> {
    if n < 0 { None } else { add_months(born, n) }
}

/// Days from one day to another, negative when `to` lies before `from`.
pub(super) fn days_between(from: NaiveDate, to: NaiveDate) -> i32 {
    to.num_days_from_ce() - from.num_days_from_ce()
}

fn month_number(day: NaiveDate) -> i32 {
    day.year() * YEAR + day.month0() as i32
}

fn is_last_of_month(day: NaiveDate) -> bool {
    day.succ_opt().is_none_or(|next| next.day() == 1)
}
