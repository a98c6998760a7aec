//! How old a child is, as exactly as it is known.

use chrono::NaiveDate;

use crate::fact::Number;
use crate::hidden::hidden;
use crate::person::{Age, BirthDate, days_between};

/// Steps in a day. In ten-billionths of a day every age of ten decimals in days and of six in months is whole.
const DAY: i64 = 10_000_000_000;
/// Steps in a month of the WHO: 30.4375 days, a twelfth of 365.25.
const MONTH: i64 = 304_375_000_000;
/// Birthday with which the growth reference ends, for whom a birth date is known.
pub(crate) const LAST_BIRTHDAY: i32 = 19;

/// An age in days or in months of 30.4375 days, whichever it was given in.
///
/// ```
/// use siklus_core::fact::Number;
/// use siklus_core::growth::ExactAge;
///
/// let two_years = ExactAge::from_months(Number::integer(24)).unwrap();
/// assert_eq!(two_years.days(), 731);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExactAge {
    steps: i64,
    grown_up: bool,
}

impl ExactAge {
    /// An age in whole days; the day of birth is day 0.
    pub const fn from_days(days: i32) -> Self {
        Self { steps: (days as i64).saturating_mul(DAY), grown_up: false }
    }

    /// An age in days that may have decimals; `None` beyond what can be counted.
    pub fn from_decimal_days(days: Number) -> Option<Self> {
        Self::from_units(days, DAY)
    }

    /// An age in months of 30.4375 days; `None` beyond what can be counted.
    pub fn from_months(months: Number) -> Option<Self> {
        Self::from_units(months, MONTH)
    }

    /// The age on a day. `None` when the day of birth is not known: growth cannot be assessed then.
    pub fn on(born: BirthDate, on: NaiveDate) -> Option<Self> {
        if born.is_estimated() {
            return None;
        }
        let born = born.effective();
        let age = Self::from_days(days_between(born, on));
        Some(Self { grown_up: Age::on(born, on).years >= LAST_BIRTHDAY, ..age })
    }

    /// The age in days, rounded half up: the row of a table by day.
    pub const fn days(self) -> i64 {
        self.steps.div_euclid(DAY) + (self.steps.rem_euclid(DAY) >= DAY / 2) as i64
    }

    /// The completed months of 30.4375 days.
    pub const fn months(self) -> i64 {
        self.steps.div_euclid(MONTH)
    }

    /// The completed days, and what lies beyond them as a part of a day.
    pub(super) fn day_and_part(self) -> (i64, f64) {
        (self.steps.div_euclid(DAY), self.steps.rem_euclid(DAY) as f64 / DAY as f64)
    }

    /// What lies beyond the completed months, as a part of a month.
    pub(super) fn part_of_month(self) -> f64 {
        self.steps.rem_euclid(MONTH) as f64 / MONTH as f64
    }

    /// Whether the age, unrounded, is below so many months.
    pub(super) const fn is_under_months(self, months: i64) -> bool {
        self.steps < months * MONTH
    }

    /// Whether the age, unrounded, is above so many months, or the growth reference has ended with a birthday.
    pub(super) const fn is_over_months(self, months: i64) -> bool {
        self.grown_up || self.steps > months * MONTH
    }

    fn from_units(value: Number, unit: i64) -> Option<Self> {
        let steps = value.mul(Number::integer(unit))?.round_half_up(Number::ONE)?.to_integer()?;
        Some(Self { steps, grown_up: false })
    }
}

hidden!(ExactAge);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::fixtures::{day, number};
    use crate::person::Precision;

    fn months(text: &str) -> ExactAge {
        ExactAge::from_months(number(text)).unwrap()
    }

    #[test]
    fn months_become_days_rounded_half_up() {
        assert_eq!(months("24").days(), 731);
        assert_eq!(months("23.99").days(), 730);
        assert_eq!(months("0").days(), 0);
        assert_eq!(ExactAge::from_decimal_days(number("730.5")).unwrap().days(), 731);
        assert_eq!(ExactAge::from_decimal_days(number("730.4999")).unwrap().days(), 730);
    }

    #[test]
    fn limits_in_months_look_at_the_unrounded_age() {
        assert!(months("59.999999").is_under_months(60) && !months("60").is_under_months(60));
        assert!(ExactAge::from_days(1826).is_under_months(60) && !ExactAge::from_days(1827).is_under_months(60));
        assert!(!months("228").is_over_months(228) && months("228.000001").is_over_months(228));
        assert!(ExactAge::from_days(273).is_under_months(9) && !ExactAge::from_days(274).is_under_months(9));
    }

    #[test]
    fn an_age_in_days_lies_between_two_months() {
        let age = ExactAge::from_days(1842);
        assert_eq!(age.months(), 60);
        assert_eq!(age.part_of_month(), 15.75 / 30.4375);
        assert_eq!(ExactAge::from_days(-1).months(), -1);
    }

    #[test]
    fn a_birth_date_gives_an_age_when_its_day_is_known() {
        let born = |precision| BirthDate::new(day("2024-03-01"), precision);
        let on = day("2026-03-02");
        assert_eq!(ExactAge::on(born(Precision::Day), on), Some(ExactAge::from_days(731)));
        assert_eq!(ExactAge::on(born(Precision::Month), on), None);
        assert_eq!(ExactAge::on(born(Precision::Year), on), None);
    }

    /// 228 months are 6939.75 days: of those who turn 19 on day 6939 one more day would be scored.
    #[test]
    fn a_person_with_a_birth_date_grows_until_the_day_before_the_19th_birthday() {
        let born = BirthDate::new(day("2000-03-01"), Precision::Day);
        let last = ExactAge::on(born, day("2019-02-28")).unwrap();
        let birthday = ExactAge::on(born, day("2019-03-01")).unwrap();
        assert_eq!((last.days(), birthday.days()), (6938, 6939));
        assert!(!last.is_over_months(228) && birthday.is_over_months(228));
        assert!(!ExactAge::from_days(6939).is_over_months(228));
    }

    #[test]
    fn an_age_beyond_counting_is_none() {
        assert_eq!(ExactAge::from_months(Number::integer(i64::MAX)), None);
        assert!(ExactAge::from_days(i32::MAX).days() > 0 && ExactAge::from_days(i32::MIN).days() < 0);
    }
}
