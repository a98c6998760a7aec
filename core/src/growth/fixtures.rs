//! Values for the tests of this module.

use chrono::NaiveDate;

use super::{Length, Weight};
use crate::fact::Number;

/// The number of a plain decimal.
pub fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

/// A weight in kilograms.
pub fn kg(text: &str) -> Option<Weight> {
    Some(Weight::from_kg(number(text)).unwrap())
}

/// A length in centimetres.
pub fn cm(text: &str) -> Option<Length> {
    Some(Length::from_cm(number(text)).unwrap())
}

/// The day of an ISO date.
pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}
