//! How the beginning of a pregnancy is known.

use std::fmt;

use chrono::{Days, NaiveDate};

use super::days_between;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::fixtures::day;

    #[test]
    fn the_due_date_lies_280_days_after_the_last_period() {
        let due = PregnancyDate::Edd(day("2026-07-08"));
        assert_eq!(due.lmp(), day("2025-10-01"));
        assert_eq!(PregnancyDate::Lmp(day("2025-10-01")).lmp(), day("2025-10-01"));
    }

    #[test]
    fn gestation_is_counted_in_completed_days() {
        let pregnancy = PregnancyDate::Lmp(day("2025-10-01"));
        assert_eq!(pregnancy.gestation_days(day("2025-10-01")), 0);
        assert_eq!(pregnancy.gestation_days(day("2025-12-31")), 91);
        assert_eq!(pregnancy.gestation_days(day("2025-09-30")), -1);
        assert_eq!(PregnancyDate::Edd(day("2026-07-08")).gestation_days(day("2026-07-08")), 280);
    }

    #[test]
    fn the_calendar_has_an_end() {
        assert_eq!(PregnancyDate::Edd(NaiveDate::MIN).lmp(), NaiveDate::MIN);
    }

    #[test]
    fn debug_shows_no_date() {
        let pregnancy = PregnancyDate::Lmp(day("2025-10-01"));
        assert_eq!(format!("{pregnancy:?}"), "PregnancyDate(lmp)");
    }
}
