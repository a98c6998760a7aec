//! The national numbers of a person (NIK, nomor induk kependudukan) and of a family card (nomor KK).
//!
//! A NIK is `PPKKCC` + `DDMMYY` + `SSSS`: the place of the first registration, the birth date (of a woman with 40 added to the day) and a
//! serial number. It has no check digit. The place is not that of residence, so it is never compared with an address. Errors in the civil
//! registry exist, so a NIK that disagrees with the stated sex or birth date is a warning, never a refusal.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{BirthDate, IdentityError, Precision, Sex};

const DIGITS: usize = 16;
/// Digits at the end that are shown; those before hold the birth date.
const SHOWN_DIGITS: usize = 4;
/// What is added to the day of birth of a woman.
const WOMAN_DAY_OFFSET: u32 = 40;
/// The two digits of a year are ambiguous; nobody alive was born in another century.
const CENTURIES: [i32; 2] = [1900, 2000];

/// The number of a person. `Display` and `Debug` hide the birth date in it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Nik(Box<str>);

/// The number of a family card. `Display` and `Debug` hide all but its last digits.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct KkNumber(Box<str>);

/// In what a NIK disagrees with what is stated of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NikWarning {
    /// It is that of the other sex.
    SexMismatch,
    /// It holds another birth date.
    BirthDateMismatch,
}

impl Nik {
    /// Reads a NIK of 16 digits; spaces around it do not count.
    pub fn parse(text: &str) -> Result<Self, IdentityError> {
        let digits = sixteen_digits(text)?;
        let nik = Self(digits.into());
        if !CENTURIES.iter().any(|century| nik.date_in(*century).is_some()) {
            return Err(IdentityError::InvalidDate);
        }
        if digits.ends_with("0000") {
            return Err(IdentityError::SerialZero);
        }
        Ok(nik)
    }

    /// The number itself, for storage and for the registers only.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The sex that the number states.
    pub fn sex(&self) -> Sex {
        if self.number(6) > WOMAN_DAY_OFFSET { Sex::Female } else { Sex::Male }
    }

    /// The birth date that the number states, in the latest century in which it does not lie after the day `on`.
    pub fn birth_date(&self, on: NaiveDate) -> Option<NaiveDate> {
        let dates = CENTURIES.iter().filter_map(|century| self.date_in(*century));
        dates.filter(|date| *date <= on).max()
    }

    /// In what the number disagrees with the stated sex and the known part of the stated birth date.
    pub fn check(&self, sex: Sex, born: BirthDate) -> Vec<NikWarning> {
        let mut warnings = Vec::new();
        if self.sex() != sex {
            warnings.push(NikWarning::SexMismatch);
        }
        if !self.agrees_with(born) {
            warnings.push(NikWarning::BirthDateMismatch);
        }
        warnings
    }

    /// Refuses a NIK that is the number of the family card, a common slip.
    pub fn check_kk(&self, kk: &KkNumber) -> Result<(), IdentityError> {
        if self.0 == kk.0 { Err(IdentityError::SameAsKk) } else { Ok(()) }
    }

    fn agrees_with(&self, born: BirthDate) -> bool {
        let stated = born.effective();
        let year = self.number(10) == stated.year().rem_euclid(100).unsigned_abs();
        let month = self.number(8) == stated.month();
        let day = self.day() == stated.day();
        match born.precision() {
            Precision::Day => day && month && year,
            Precision::Month => month && year,
            Precision::Year => year,
        }
    }

    fn date_in(&self, century: i32) -> Option<NaiveDate> {
        let year = century.checked_add_unsigned(self.number(10))?;
        NaiveDate::from_ymd_opt(year, self.number(8), self.day())
    }

    fn day(&self) -> u32 {
        let day = self.number(6);
        day.checked_sub(WOMAN_DAY_OFFSET).filter(|day| *day > 0).unwrap_or(day)
    }

    fn number(&self, at: usize) -> u32 {
        two_digits(&self.0, at)
    }
}

impl KkNumber {
    /// Reads a number of 16 digits; spaces around it do not count. The date in it is that of the issue of the card and is not checked.
    pub fn parse(text: &str) -> Result<Self, IdentityError> {
        sixteen_digits(text).map(|digits| Self(digits.into()))
    }

    /// The number itself, for storage and for the registers only.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

fn sixteen_digits(text: &str) -> Result<&str, IdentityError> {
    let text = text.trim();
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(IdentityError::NotDigits);
    }
    if text.len() != DIGITS {
        return Err(IdentityError::Length);
    }
    // Provinces from 11 (Aceh) to 96 (Papua Barat Daya).
    if !(11..=96).contains(&two_digits(text, 0)) {
        return Err(IdentityError::RegionOutOfRange);
    }
    Ok(text)
}

fn two_digits(digits: &str, at: usize) -> u32 {
    digits.get(at..at + 2).and_then(|two| two.parse().ok()).unwrap_or(0)
}

fn masked(digits: &str) -> String {
    let shown = digits.get(DIGITS - SHOWN_DIGITS..).unwrap_or_default();
    format!("{}{shown}", "*".repeat(DIGITS - SHOWN_DIGITS))
}

impl fmt::Display for Nik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&masked(&self.0))
    }
}

impl fmt::Debug for Nik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nik(hidden)")
    }
}

impl fmt::Display for KkNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&masked(&self.0))
    }
}

impl fmt::Debug for KkNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KkNumber(hidden)")
    }
}
