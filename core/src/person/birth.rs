//! A birth date and how exactly it is known.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::{UnknownName, add_months, month_start};

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

impl Precision {
    const NAMES: &[&str] = &["day", "month", "year"];

    /// The name in case files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl FromStr for Precision {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        match name {
            "day" => Ok(Self::Day),
            "month" => Ok(Self::Month),
            "year" => Ok(Self::Year),
            _ => Err(UnknownName { allowed: Self::NAMES }),
        }
    }
}

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
            Precision::Year => add_months(self.effective, -6).unwrap_or(self.effective),
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
