//! A birth date as text: "1995-03-15", "1995-03", "1995", or "~45" for about 45 years.

use chrono::{Datelike, NaiveDate};

use super::FieldRule;
use crate::person::{BirthDate, Precision, add_months};

/// Nobody is older, in years.
const OLDEST: i32 = 130;

/// The canonical text of a birth date: as much of it as is known.
pub fn birth_text(born: BirthDate) -> String {
    let date = born.effective();
    match born.precision() {
        Precision::Day => date.to_string(),
        Precision::Month => date.format("%Y-%m").to_string(),
        Precision::Year => date.format("%Y").to_string(),
    }
}

/// Reads a canonical text.
pub fn read_birth(text: &str) -> Option<BirthDate> {
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    let (year, month, day, precision) = match parts.as_slice() {
        [year] if digits(year, 4) => (year, "01", "01", Precision::Year),
        [year, month] if digits(year, 4) && digits(month, 2) => (year, *month, "01", Precision::Month),
        [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => (year, *month, *day, Precision::Day),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some(BirthDate::new(date, precision))
}

/// Reads what is entered on a day: a canonical text, or "~N" for a person of about N years.
///
/// # Errors
/// When it is no date, lies after that day, or more than 130 years before it.
pub fn read_typed_birth(text: &str, on: NaiveDate) -> Result<BirthDate, FieldRule> {
    let text = text.trim();
    let born = match text.strip_prefix('~') {
        Some(years) => about(years.trim(), on),
        None => read_birth(text),
    };
    let born = born.ok_or(FieldRule::BirthDate)?;
    if born.earliest() > on {
        return Err(FieldRule::AfterToday);
    }
    if add_months(on, -12 * OLDEST).is_some_and(|oldest| born.effective() < oldest) {
        return Err(FieldRule::TooLongAgo { years: OLDEST });
    }
    Ok(born)
}

/// The year of birth of someone of about so many years: the one whose middle, which stands for it, makes the person just as old on that day.
fn about(years: &str, on: NaiveDate) -> Option<BirthDate> {
    let years = Some(years).filter(|years| years.len() <= 3 && years.bytes().all(|byte| byte.is_ascii_digit()))?;
    let born_in = |year| Some(BirthDate::new(NaiveDate::from_ymd_opt(year, 1, 1)?, Precision::Year));
    let is_past_middle = born_in(on.year())?.effective() <= on;
    born_in(on.year().checked_sub(years.parse().ok()?)? - i32::from(!is_past_middle))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::person::Age;
    use crate::person::fixtures::{any_day, day};

    const ON: &str = "2026-03-02";

    fn typed(text: &str) -> Result<String, FieldRule> {
        read_typed_birth(text, day(ON)).map(birth_text)
    }

    #[test]
    fn a_date_is_kept_as_far_as_it_is_known() {
        for text in ["1995-03-15", "1995-03", "1995", "2026-03-02"] {
            assert_eq!(typed(text).unwrap(), text);
        }
    }

    #[test]
    fn an_age_becomes_a_year() {
        assert_eq!(typed("~45").unwrap(), "1980");
        assert_eq!(typed("~0").unwrap(), "2025");
        assert_eq!(typed("~"), Err(FieldRule::BirthDate));
        assert_eq!(typed("~-4"), Err(FieldRule::BirthDate));
    }

    #[test]
    fn the_middle_of_the_year_stands_for_the_birthday() {
        for (on, year) in [("2026-06-30", "1980"), ("2026-07-01", "1981"), ("2026-12-31", "1981"), ("2027-01-01", "1981")] {
            assert_eq!(read_typed_birth("~45", day(on)).map(birth_text).unwrap(), year, "{on}");
        }
    }

    proptest! {
        #[test]
        fn who_is_about_so_old_is_just_as_old_on_that_day(on in any_day(), years in 0..OLDEST) {
            let born = read_typed_birth(&format!("~{years}"), on).unwrap();
            prop_assert_eq!(Age::on(born.effective(), on).years, years);
            prop_assert_eq!(born.precision(), Precision::Year);
            prop_assert!(born.effective() <= on);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "15-03-1995", "1995-13", "1995-02-29", "95", "1995-3-5", "+995"] {
            assert_eq!(typed(text), Err(FieldRule::BirthDate), "{text}");
        }
    }

    #[test]
    fn nobody_is_born_tomorrow_or_older_than_130() {
        assert_eq!(typed("2026-03-03"), Err(FieldRule::AfterToday));
        assert_eq!(typed("2026-04"), Err(FieldRule::AfterToday));
        assert_eq!(typed("2026-03").unwrap(), "2026-03");
        assert_eq!(typed("1896").unwrap(), "1896");
        assert_eq!(typed("1895"), Err(FieldRule::TooLongAgo { years: OLDEST }));
        assert_eq!(typed("1896-03-02").unwrap(), "1896-03-02");
        assert_eq!(typed("1896-03-01"), Err(FieldRule::TooLongAgo { years: OLDEST }));
        assert_eq!(typed("~129").unwrap(), "1896");
        assert_eq!(typed("~130"), Err(FieldRule::TooLongAgo { years: OLDEST }));
    }
}
