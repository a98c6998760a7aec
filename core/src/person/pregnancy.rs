//! How the beginning of a pregnancy is known.

use std::fmt;

use chrono::{Days, NaiveDate};

use super::date::days_between;

/// Days from the first day of the last menstrual period to the due date.
const TERM_DAYS: u64 = 280;

/// The date from which gestation is counted. Its `Debug` shows no date.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum PregnancyDate {
    /// First day of the last menstrual period (HPHT).
    Lmp(NaiveDate),
    /// Estimated date of delivery (HPL).
    Edd(NaiveDate),
}

impl PregnancyDate {
    /// The first day of the last menstrual period, stated or counted back 280 days from the due date.
    pub fn lmp(self) -> NaiveDate {
        match self {
            Self::Lmp(day) => day,
            Self::Edd(day) => day.checked_sub_days(Days::new(TERM_DAYS)).unwrap_or(NaiveDate::MIN),
        }
    }

    /// Completed days of gestation: "13w0d" is day 91. Negative before the first day; it is for the reader to say from which day on a
    /// gestation counts as not known.
    pub fn gestation_days(self, on: NaiveDate) -> i32 {
        days_between(self.lmp(), on)
    }
}

impl fmt::Debug for PregnancyDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lmp(_) => "PregnancyDate(lmp)",
            Self::Edd(_) => "PregnancyDate(edd)",
        })
    }
}
