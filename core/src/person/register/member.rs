//! The fields of a person.

use chrono::NaiveDate;

use super::household::past_date;
use super::text::{plain, whole};
use super::{FieldFault, FieldRule, Relation, birth_text, read_typed_birth};
use crate::names::names;
use crate::person::{Nik, Sex};

/// A field of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonField {
    /// The name.
    Name,
    /// `female` or `male`.
    Sex,
    /// The birth date as far as it is known: "1995-03-15", "1995-03", "1995"; entered also as "~45", about 45 years.
    Born,
    /// What the person is to the head of the household.
    Relation,
    /// The national number (NIK). A newborn has none yet.
    Nik,
    /// The weight at birth in grams, 300 to 7,000.
    BirthWeightG,
    /// Completed weeks of gestation at birth, 20 to 45.
    BirthGestationWeeks,
    /// The day on which the person left the household.
    LeftOn,
    /// The day of death.
    DiedOn,
}

const LONGEST_NAME: usize = 100;
/// The limits are those of an assessment.
const BIRTH_WEIGHT_G: (i64, i64) = (300, 7_000);
const BIRTH_GESTATION_WEEKS: (i64, i64) = (20, 45);

names! {
    PersonField {
        Name = "name",
        Sex = "sex",
        Born = "born",
        Relation = "relation",
        Nik = "nik",
        BirthWeightG = "birth_weight_g",
        BirthGestationWeeks = "birth_gestation_weeks",
        LeftOn = "left_on",
        DiedOn = "died_on",
    }
}

impl PersonField {
    /// Whether a person cannot be registered without it.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::Name | Self::Sex | Self::Born)
    }

    /// The canonical text of what is entered on a day.
    ///
    /// # Errors
    /// What is wrong with it; the fault does not hold it.
    pub fn read(self, text: &str, on: NaiveDate) -> Result<String, FieldFault> {
        let number = |(least, most)| whole(text, least, most).map(|number| number.to_string());
        let word = text.trim();
        let read = match self {
            Self::Name => plain(text, LONGEST_NAME),
            Self::Sex => word.parse::<Sex>().map(|sex| sex.as_str().to_owned()).map_err(|_| FieldRule::OneOf(&["female", "male"])),
            Self::Born => read_typed_birth(text, on).map(birth_text),
            Self::Relation => {
                let relation = word.parse::<Relation>().map_err(|_| FieldRule::OneOf(Relation::NAMES));
                relation.map(|relation| relation.as_str().to_owned())
            }
            Self::Nik => Nik::parse(text).map(|nik| nik.digits().to_owned()).map_err(FieldRule::Number),
            Self::BirthWeightG => number(BIRTH_WEIGHT_G),
            Self::BirthGestationWeeks => number(BIRTH_GESTATION_WEEKS),
            Self::LeftOn | Self::DiedOn => past_date(text, on),
        };
        read.map_err(|rule| FieldFault { field: self.as_str(), rule })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::IdentityError;
    use crate::person::fixtures::day;

    fn read(field: PersonField, text: &str) -> Result<String, FieldRule> {
        field.read(text, day("2026-03-02")).map_err(|fault| fault.rule)
    }

    #[test]
    fn every_field_has_its_name() {
        for field in PersonField::ALL {
            assert_eq!(field.as_str().parse(), Ok(field));
        }
        assert!("height".parse::<PersonField>().is_err());
    }

    #[test]
    fn fields_are_read_as_they_are_kept() {
        assert_eq!(read(PersonField::Sex, " female ").unwrap(), "female");
        assert_eq!(read(PersonField::Born, "~17").unwrap(), "2008");
        assert_eq!(read(PersonField::Relation, "child").unwrap(), "child");
        assert_eq!(read(PersonField::Nik, " 6299995503950001").unwrap(), "6299995503950001");
    }

    #[test]
    fn limits_hold_from_both_sides() {
        assert_eq!(read(PersonField::BirthWeightG, "300").unwrap(), "300");
        assert_eq!(read(PersonField::BirthWeightG, "299"), Err(FieldRule::WholeNumber { least: 300, most: 7_000 }));
        assert_eq!(read(PersonField::BirthWeightG, "7000").unwrap(), "7000");
        assert_eq!(read(PersonField::BirthWeightG, "7001"), Err(FieldRule::WholeNumber { least: 300, most: 7_000 }));
        assert_eq!(read(PersonField::BirthGestationWeeks, "45").unwrap(), "45");
        assert_eq!(read(PersonField::BirthGestationWeeks, "46"), Err(FieldRule::WholeNumber { least: 20, most: 45 }));
    }

    #[test]
    fn faults_name_the_rule() {
        assert_eq!(read(PersonField::Sex, "F"), Err(FieldRule::OneOf(&["female", "male"])));
        assert!(matches!(read(PersonField::Relation, "uncle"), Err(FieldRule::OneOf(_))));
        assert_eq!(read(PersonField::Nik, "6299995503950000"), Err(FieldRule::Number(IdentityError::SerialZero)));
        assert_eq!(read(PersonField::DiedOn, "2026-03-03"), Err(FieldRule::AfterToday));
    }
}
