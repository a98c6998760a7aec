//! A row as a child. A fault names the column and what would be right, never what stands there.

use chrono::NaiveDate;
use csv::ByteRecord;
use siklus_core::fact::Number;
use siklus_core::growth::{Child, ExactAge, Length, Position, Weight};
use siklus_core::person::{BirthDate, Precision, Sex};
use thiserror::Error;

use super::header::Header;

/// Decimals that are read of a number; further ones change no z-score.
const DECIMALS: usize = 8;
/// The smallest step of a measure in its unit.
const STEP: i64 = 10_000;

/// Why a row cannot be read.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("{column}: expected {expected}")]
pub struct Fault {
    column: &'static str,
    expected: &'static str,
}

/// The fields of one row.
pub struct Fields<'a> {
    pub header: &'a Header,
    pub record: &'a ByteRecord,
}

impl Fields<'_> {
    /// The child of the row. What is empty is not known; a measure of zero or less is missing.
    pub fn child(&self) -> Result<Child, Fault> {
        if self.record.len() != self.header.len() {
            return Err(Fault { column: "row", expected: "as many fields as there are columns" });
        }
        Ok(Child {
            sex: self.one_of("sex", "M or F", &[("m", Sex::Male), ("male", Sex::Male), ("f", Sex::Female), ("female", Sex::Female)])?,
            age: self.age()?,
            weight: self.measure("weight_kg", "a weight in kg, as 9.5", Weight::from_kg)?,
            length: self.measure("lenhei_cm", LENGTH, Length::from_cm)?,
            position: self.one_of("measure", "l (lying) or h (standing)", &[("l", Position::Lying), ("h", Position::Standing)])?,
            head: self.measure("headc_cm", LENGTH, Length::from_cm)?,
            arm: self.measure("muac_cm", LENGTH, Length::from_cm)?,
            oedema: self.one_of("oedema", "y or n", &[("y", true), ("n", false)])?.unwrap_or_default(),
        })
    }

    /// Days go before months, and both before the two dates.
    fn age(&self) -> Result<Option<ExactAge>, Fault> {
        let days = self.number("age_days", "days, as 400", ExactAge::from_decimal_days)?;
        let months = self.number("age_months", "months, as 13.5", ExactAge::from_months)?;
        let born = self.date("born")?;
        let on = self.date("on")?;
        if born.zip(on).is_some_and(|(born, on)| on < born) {
            return Err(Fault { column: "on", expected: "a date that is not before born" });
        }
        let by_dates = born.zip(on).and_then(|(born, on)| ExactAge::on(BirthDate::new(born, Precision::Day), on));
        Ok(days.or(months).or(by_dates))
    }

    fn measure<T>(&self, column: &'static str, expected: &'static str, read: impl Fn(Number) -> Option<T>) -> Result<Option<T>, Fault> {
        let Some(number) = self.number(column, expected, Some)?.filter(|number| *number > Number::ZERO) else { return Ok(None) };
        let rounded = Number::ratio(1, STEP).and_then(|step| number.round_half_up(step)).filter(|number| *number > Number::ZERO);
        rounded.map(|number| read(number).ok_or(Fault { column, expected })).transpose()
    }

    fn number<T>(&self, column: &'static str, expected: &'static str, read: impl Fn(Number) -> Option<T>) -> Result<Option<T>, Fault> {
        match self.header.field(self.record, column) {
            [] => Ok(None),
            field => number(field).and_then(read).map(Some).ok_or(Fault { column, expected }),
        }
    }

    fn date(&self, column: &'static str) -> Result<Option<NaiveDate>, Fault> {
        let fault = Fault { column, expected: "a date, as 2026-03-02" };
        match self.header.field(self.record, column) {
            [] => Ok(None),
            field => std::str::from_utf8(field).ok().and_then(|field| field.parse().ok()).map(Some).ok_or(fault),
        }
    }

    fn one_of<T: Copy>(&self, column: &'static str, expected: &'static str, words: &[(&str, T)]) -> Result<Option<T>, Fault> {
        match self.header.field(self.record, column) {
            [] => Ok(None),
            field => {
                let word = words.iter().find(|(word, _)| field.eq_ignore_ascii_case(word.as_bytes()));
                word.map(|(_, value)| Some(*value)).ok_or(Fault { column, expected })
            }
        }
    }
}

const LENGTH: &str = "a length in cm, as 75.2";

/// A plain decimal; decimals beyond those that matter are cut, as spreadsheets write many.
fn number(field: &[u8]) -> Option<Number> {
    let text = std::str::from_utf8(field).ok()?;
    match text.split_once('.') {
        Some((whole, decimals)) if decimals.len() > DECIMALS && decimals.bytes().all(|byte| byte.is_ascii_digit()) => {
            Number::parse(&format!("{whole}.{}", decimals.get(..DECIMALS)?))
        }
        _ => Number::parse(text),
    }
}
