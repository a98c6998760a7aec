//! A birth date and how exactly it is known.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::month_start;
use crate::names::names;

/// Which part of a birth date counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The day is known.
    #[default]
    Day,
    /// The month and the year are known.
    Month,
    /// Only the year is known.
    Year,
}

names! { Precision { Day = "day", Month = "month", Year = "year", } }

/// A birth date. Older people often know only the year of theirs: ages are then counted from the middle of the period.
///
/// Its `Debug` shows the precision alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BirthDate {
    effective: NaiveDate,
    precision: Precision,
}

impl BirthDate {
    /// A birth date of which only the part that `precision` names counts.
    pub fn new(date: NaiveDate, precision: Precision) -> Self {
        let effective = match precision {
            Precision::Day => Some(date),
            Precision::Month => date.with_day(15),
            Precision::Year => NaiveDate::from_ymd_opt(date.year(), 7, 1),
        };
        Self { effective: effective.unwrap_or(date), precision }
    }

    /// The day from which ages are counted: the day itself, the 15th of the month, or 1 July of the year.
    pub const fn effective(self) -> NaiveDate {
        self.effective
    }

    /// The first day on which the person can have been born. It tells whether the whole period lies after a visit.
    pub fn earliest(self) -> NaiveDate {
        match self.precision {
            Precision::Day => self.effective,
            Precision::Month => month_start(self.effective),
            Precision::Year => month_start(self.effective).with_month(1).unwrap_or(self.effective),
        }
    }

    /// How exactly the date is known.
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// Whether ages counted from it are estimates. Growth cannot be assessed then.
    pub fn is_estimated(self) -> bool {
        self.precision != Precision::Day
    }
}

impl fmt::Debug for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BirthDate({})", self.precision.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::fixtures::day;

    fn born(iso: &str, precision: Precision) -> BirthDate {
        BirthDate::new(day(iso), precision)
    }

    #[test]
    fn ages_are_counted_from_the_middle_of_the_period() {
        assert_eq!(born("1950-11-23", Precision::Day).effective(), day("1950-11-23"));
        assert_eq!(born("1950-11-23", Precision::Month).effective(), day("1950-11-15"));
        assert_eq!(born("1950-11-23", Precision::Year).effective(), day("1950-07-01"));
    }

    #[test]
    fn only_the_known_part_counts() {
        assert_eq!(born("1950-02-03", Precision::Year), born("1950-12-31", Precision::Year));
        assert_eq!(born("1950-02-01", Precision::Month), born("1950-02-28", Precision::Month));
        assert_ne!(born("1950-07-01", Precision::Year), born("1950-07-01", Precision::Day));
    }

    #[test]
    fn the_earliest_day_is_the_first_of_the_period() {
        assert_eq!(born("1952-02-29", Precision::Day).earliest(), day("1952-02-29"));
        assert_eq!(born("1952-02-29", Precision::Month).earliest(), day("1952-02-01"));
        assert_eq!(born("1952-02-29", Precision::Year).earliest(), day("1952-01-01"));
    }

    #[test]
    fn only_a_known_day_is_no_estimate() {
        assert!(!born("1950-11-23", Precision::Day).is_estimated());
        assert!(born("1950-11-23", Precision::Month).is_estimated());
        assert!(born("1950-11-23", Precision::Year).is_estimated());
    }

    #[test]
    fn debug_shows_no_date() {
        assert_eq!(format!("{:?}", born("1950-11-23", Precision::Day)), "BirthDate(day)");
    }

    #[test]
    fn a_precision_is_read_by_its_name() {
        for precision in [Precision::Day, Precision::Month, Precision::Year] {
            assert_eq!(precision.as_str().parse(), Ok(precision));
        }
        let error = "week".parse::<Precision>().unwrap_err();
        assert_eq!(error.to_string(), "not one of: day, month, year");
    }
}
