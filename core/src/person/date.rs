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
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i32 {
    to.num_days_from_ce() - from.num_days_from_ce()
}

fn month_number(day: NaiveDate) -> i32 {
    day.year() * YEAR + day.month0() as i32
}

fn is_last_of_month(day: NaiveDate) -> bool {
    day.succ_opt().is_none_or(|next| next.day() == 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::person::fixtures::{any_day, day};

    fn months(from: &str, to: &str) -> i32 {
        months_between(day(from), day(to))
    }

    #[test]
    fn a_month_completes_on_the_same_day_or_at_the_end_of_a_shorter_month() {
        assert_eq!(months("2025-01-31", "2025-02-27"), 0);
        assert_eq!(months("2025-01-31", "2025-02-28"), 1);
        assert_eq!(months("2024-01-31", "2024-02-28"), 0);
        assert_eq!(months("2024-01-31", "2024-02-29"), 1);
        assert_eq!(months("2025-01-31", "2025-03-30"), 1);
        assert_eq!(months("2025-01-31", "2025-03-31"), 2);
        assert_eq!(months("2025-01-31", "2025-04-30"), 3);
        assert_eq!(months("2025-02-28", "2025-03-28"), 1);
        assert_eq!(months("2025-01-15", "2025-02-14"), 0);
        assert_eq!(months("2025-01-15", "2025-02-15"), 1);
    }

    #[test]
    fn whoever_is_born_on_29_february_has_the_birthday_on_28_february() {
        let born = day("2020-02-29");
        assert_eq!(Age::on(born, day("2021-02-27")).years, 0);
        assert_eq!(Age::on(born, day("2021-02-28")).years, 1);
        assert_eq!(Age::on(born, day("2024-02-28")).years, 3);
        assert_eq!(Age::on(born, day("2024-02-29")).years, 4);
        let six = Age::on(born, day("2026-02-28"));
        assert_eq!((six.months, six.years), (72, 6));
    }

    #[test]
    fn the_end_of_a_month_is_clipped_both_ways() {
        assert_eq!(add_months(day("2025-01-31"), 1), Some(day("2025-02-28")));
        assert_eq!(add_months(day("2023-11-30"), 3), Some(day("2024-02-29")));
        assert_eq!(add_months(day("2025-03-31"), -1), Some(day("2025-02-28")));
        assert_eq!(add_months(NaiveDate::MAX, 1), None);
        assert_eq!(add_months(NaiveDate::MIN, i32::MIN), None);
    }

    #[test]
    fn the_last_days_of_february_are_not_within_one_month_before_31_march() {
        assert_eq!(add_months(day("2025-02-28"), 1), Some(day("2025-03-28")));
    }

    #[test]
    fn a_day_before_birth_counts_as_the_day_of_birth() {
        let age = Age::on(day("2026-07-01"), day("2026-03-02"));
        assert_eq!(age, Age { days: 0, months: 0, years: 0 });
    }

    #[test]
    fn the_day_of_birth_is_day_0() {
        assert_eq!(Age::on(day("2026-03-02"), day("2026-03-02")).days, 0);
        assert_eq!(Age::on(day("2026-02-27"), day("2026-03-01")).days, 2);
    }

    #[test]
    fn a_month_starts_on_its_first_day() {
        assert_eq!(month_start(day("2024-02-29")), day("2024-02-01"));
        assert_eq!(month_start(day("2024-02-01")), day("2024-02-01"));
    }

    #[test]
    fn days_before_are_negative() {
        assert_eq!(days_between(day("2024-02-28"), day("2024-03-01")), 2);
        assert_eq!(days_between(day("2024-03-01"), day("2024-02-28")), -2);
    }

    #[test]
    fn there_is_no_negative_age() {
        assert_eq!(first_day_of_age_months(day("2024-02-29"), -1), None);
    }

    proptest! {
        #[test]
        fn month_n_completes_on_its_first_day(born in any_day(), n in 0..1600_i32) {
            let first = first_day_of_age_months(born, n).unwrap();
            prop_assert_eq!(months_between(born, first), n);
            prop_assert!(n == 0 || months_between(born, first.pred_opt().unwrap()) == n - 1);
        }

        #[test]
        fn completed_months_are_the_most_that_fit(from in any_day(), to in any_day()) {
            let (from, to) = (from.min(to), from.max(to));
            let months = months_between(from, to);
            prop_assert!(add_months(from, months).unwrap() <= to);
            prop_assert!(add_months(from, months + 1).unwrap() > to);
        }

        #[test]
        fn months_back_are_the_negative_of_months_forth(a in any_day(), b in any_day()) {
            prop_assert_eq!(months_between(a, b), -months_between(b, a));
        }

        #[test]
        fn ages_never_decrease(born in any_day(), after in 0..45_000_i32) {
            let on = born + chrono::Days::new(after.unsigned_abs().into());
            let (today, tomorrow) = (Age::on(born, on), Age::on(born, on.succ_opt().unwrap()));
            prop_assert_eq!(today.days, after);
            prop_assert_eq!(tomorrow.days, after + 1);
            prop_assert!(today.months <= tomorrow.months && tomorrow.months <= today.months + 1);
            prop_assert!(today.years <= tomorrow.years && tomorrow.years <= today.years + 1);
        }

        #[test]
        fn a_year_is_twelve_months(born in any_day(), years in 0..120_i32) {
            let birthday = first_day_of_age_months(born, years * 12).unwrap();
            prop_assert_eq!(Age::on(born, birthday).years, years);
            let eve = birthday.pred_opt().unwrap();
            prop_assert!(years == 0 || Age::on(born, eve).years == years - 1);
        }
    }
}
