//! A birth date as text: "1995-03-15", "1995-03", "1995", or "~45" for about 45 years.

use chrono::{Datelike, NaiveDate};

use super::FieldRule;
use crate::person::{BirthDate, Precision};

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
    if born.effective().year() < on.year() - OLDEST {
        return Err(FieldRule::TooLongAgo { years: OLDEST });
    }
    Ok(born)
}

/// The year of birth of someone of about so many years: the one whose middle is nearest.
fn about(years: &str, on: NaiveDate) -> Option<BirthDate> {
    let years = Some(years).filter(|years| years.len() <= 3 && years.bytes().all(|byte| byte.is_ascii_digit()))?;
    let born = on.with_day(1)?.with_year(on.year().checked_sub(years.parse().ok()?)?)?;
    Some(BirthDate::new(born, Precision::Year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::fixtures::day;

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
        assert_eq!(typed("~45").unwrap(), "1981");
        assert_eq!(typed("~0").unwrap(), "2026");
        assert_eq!(typed("~"), Err(FieldRule::BirthDate));
        assert_eq!(typed("~-4"), Err(FieldRule::BirthDate));
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
    }
}
