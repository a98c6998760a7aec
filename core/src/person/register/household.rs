//! The fields of a household.

use chrono::NaiveDate;

use super::text::{neighbourhood, plain};
use super::{FieldFault, FieldRule};
use crate::names::names;
use crate::person::KkNumber;

/// A field of a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HouseholdField {
    /// How it is called: mostly the name of its head.
    Name,
    /// Street, house or landmark.
    Address,
    /// Rukun tetangga, the neighbourhood.
    Rt,
    /// Rukun warga, several neighbourhoods.
    Rw,
    /// The number of the family card (nomor KK).
    KkNumber,
    /// The day on which it moved away.
    MovedOn,
}

const LONGEST_NAME: usize = 100;
const LONGEST_ADDRESS: usize = 200;

names! {
    HouseholdField {
        Name = "name",
        Address = "address",
        Rt = "rt",
        Rw = "rw",
        KkNumber = "kk_number",
        MovedOn = "moved_on",
    }
}

impl HouseholdField {
    /// The canonical text of what is entered on a day.
    ///
    /// # Errors
    /// What is wrong with it; the fault does not hold it.
    pub fn read(self, text: &str, on: NaiveDate) -> Result<String, FieldFault> {
        let read = match self {
            Self::Name => plain(text, LONGEST_NAME),
            Self::Address => plain(text, LONGEST_ADDRESS),
            Self::Rt | Self::Rw => neighbourhood(text),
            Self::KkNumber => KkNumber::parse(text).map(|number| number.digits().to_owned()).map_err(FieldRule::Number),
            Self::MovedOn => past_date(text, on),
        };
        read.map_err(|rule| FieldFault { field: self.as_str(), rule })
    }
}

/// A date that has come.
pub(super) fn past_date(text: &str, on: NaiveDate) -> Result<String, FieldRule> {
    let date: NaiveDate = text.trim().parse().map_err(|_| FieldRule::Date)?;
    if date > on { Err(FieldRule::AfterToday) } else { Ok(date.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::fixtures::day;

    fn read(field: HouseholdField, text: &str) -> Result<String, FieldRule> {
        field.read(text, day("2026-03-02")).map_err(|fault| fault.rule)
    }

    #[test]
    fn every_field_has_its_name() {
        assert!(HouseholdField::ALL.map(HouseholdField::as_str).iter().eq(HouseholdField::NAMES));
        assert_eq!("rt".parse(), Ok(HouseholdField::Rt));
        assert!("colour".parse::<HouseholdField>().is_err());
    }

    #[test]
    fn fields_are_read_as_they_are_kept() {
        assert_eq!(read(HouseholdField::Name, " Pak  Contoh ").unwrap(), "Pak Contoh");
        assert_eq!(read(HouseholdField::Rt, "003").unwrap(), "3");
        assert_eq!(read(HouseholdField::KkNumber, "6299990101200001").unwrap(), "6299990101200001");
        assert_eq!(read(HouseholdField::MovedOn, "2026-03-02").unwrap(), "2026-03-02");
    }

    #[test]
    fn faults_name_the_rule() {
        assert_eq!(read(HouseholdField::Name, "x".repeat(101).as_str()), Err(FieldRule::TooLong { most: 100 }));
        assert!(matches!(read(HouseholdField::KkNumber, "12"), Err(FieldRule::Number(_))));
        assert_eq!(read(HouseholdField::MovedOn, "2026-03-03"), Err(FieldRule::AfterToday));
        assert_eq!(read(HouseholdField::MovedOn, "besok"), Err(FieldRule::Date));
    }
}
