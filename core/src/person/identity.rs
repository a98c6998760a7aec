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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::NikWarning::{BirthDateMismatch, SexMismatch};
    use super::*;
    use crate::person::fixtures::day;

    /// No living person has a number of the place 629999.
    const WOMAN: &str = "6299995503950001";

    fn warnings(nik: &str, sex: Sex, born: &str, precision: Precision) -> Vec<NikWarning> {
        Nik::parse(nik).unwrap().check(sex, BirthDate::new(day(born), precision))
    }

    #[test]
    fn the_test_vectors_of_the_dossier() {
        assert_eq!(warnings(WOMAN, Sex::Female, "1995-03-15", Precision::Day), []);
        assert_eq!(warnings("6299991503950001", Sex::Female, "1995-03-15", Precision::Day), [SexMismatch]);
        assert_eq!(warnings("6299992902040003", Sex::Male, "2004-02-29", Precision::Day), []);
        let refused = [
            ("6299993002010002", IdentityError::InvalidDate),
            ("6299992902030003", IdentityError::InvalidDate),
            ("0099991503950001", IdentityError::RegionOutOfRange),
            ("6299991503950000", IdentityError::SerialZero),
            ("629999150395001", IdentityError::Length),
            ("6299997203950001", IdentityError::InvalidDate),
        ];
        for (nik, error) in refused {
            assert_eq!(Nik::parse(nik), Err(error), "{nik}");
        }
    }

    #[test]
    fn the_borders_of_a_number() {
        let refused = [
            ("", IdentityError::Length),
            ("62999915039500011", IdentityError::Length),
            ("629999150395000a", IdentityError::NotDigits),
            ("6299 9915 0395 0001", IdentityError::NotDigits),
            ("1099991503950001", IdentityError::RegionOutOfRange),
            ("9799991503950001", IdentityError::RegionOutOfRange),
            ("6299990003950001", IdentityError::InvalidDate),
            ("6299993203950001", IdentityError::InvalidDate),
            ("6299994003950001", IdentityError::InvalidDate),
            ("6299991500950001", IdentityError::InvalidDate),
            ("6299991513950001", IdentityError::InvalidDate),
        ];
        for (nik, error) in refused {
            assert_eq!(Nik::parse(nik), Err(error), "{nik}");
        }
        for nik in ["1199990101950001", "9699993112959999", "6299994101950001", "6299997112950001"] {
            assert!(Nik::parse(nik).is_ok(), "{nik}");
        }
        assert_eq!(Nik::parse(" 6299995503950001 ").unwrap().digits(), WOMAN);
    }

    #[test]
    fn a_birth_date_is_compared_as_far_as_it_is_known() {
        let check = |born, precision| warnings(WOMAN, Sex::Female, born, precision);
        assert_eq!(check("1995-03-16", Precision::Day), [BirthDateMismatch]);
        assert_eq!(check("1995-03-01", Precision::Month), []);
        assert_eq!(check("1995-04-15", Precision::Month), [BirthDateMismatch]);
        assert_eq!(check("1995-11-01", Precision::Year), []);
        assert_eq!(check("1996-03-15", Precision::Year), [BirthDateMismatch]);
        assert_eq!(warnings(WOMAN, Sex::Male, "1994-03-15", Precision::Day), [SexMismatch, BirthDateMismatch]);
    }

    #[test]
    fn a_year_belongs_to_the_latest_century_that_is_not_in_the_future() {
        let birth_date = |nik: &str, on| Nik::parse(nik).unwrap().birth_date(day(on));
        let nik = "6299991503260001";
        assert_eq!(birth_date(nik, "2026-03-15"), Some(day("2026-03-15")));
        assert_eq!(birth_date(nik, "2026-03-14"), Some(day("1926-03-15")));
        assert_eq!(birth_date("6299992902040003", "2003-01-01"), Some(day("1904-02-29")));
        assert_eq!(birth_date("6299992902000003", "1999-01-01"), None);
    }

    #[test]
    fn the_number_of_the_family_card_is_no_nik() {
        let (nik, same) = (Nik::parse(WOMAN).unwrap(), KkNumber::parse(WOMAN).unwrap());
        let other = KkNumber::parse("6299991503200007").unwrap();
        assert_eq!(nik.check_kk(&same), Err(IdentityError::SameAsKk));
        assert_eq!(nik.check_kk(&other), Ok(()));
    }

    #[test]
    fn a_family_card_has_16_digits_and_a_region() {
        assert_eq!(KkNumber::parse("6299999999990000").unwrap().digits(), "6299999999990000");
        assert_eq!(KkNumber::parse("629999150320000"), Err(IdentityError::Length));
        assert_eq!(KkNumber::parse("0099991503200007"), Err(IdentityError::RegionOutOfRange));
    }

    #[test]
    fn neither_number_is_shown() {
        let (nik, kk) = (Nik::parse(WOMAN).unwrap(), KkNumber::parse(WOMAN).unwrap());
        assert_eq!(format!("{nik} {kk}"), "************0001 ************0001");
        assert_eq!(format!("{nik:?} {kk:?}"), "Nik(hidden) KkNumber(hidden)");
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in ".{0,20}") {
            let _ = (Nik::parse(&text), KkNumber::parse(&text));
        }

        #[test]
        fn every_living_person_can_have_a_number(days in 0..46_000_u64, woman: bool, serial in 1..10_000) {
            let born = day("1900-01-01") + chrono::Days::new(days);
            let sex = if woman { Sex::Female } else { Sex::Male };
            let offset = if woman { 40 } else { 0 };
            let date = format!("{:02}{}", born.day() + offset, born.format("%m%y"));
            let nik = Nik::parse(&format!("629999{date}{serial:04}")).unwrap();
            prop_assert_eq!(nik.check(sex, BirthDate::new(born, Precision::Day)), []);
            prop_assert_eq!(nik.sex(), sex);
            prop_assert_eq!(nik.birth_date(born), Some(born));
        }
    }
}
