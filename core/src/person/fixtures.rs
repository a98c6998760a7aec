//! Days for the tests of this module.

use chrono::NaiveDate;
use proptest::prelude::*;

/// The day of an ISO date.
pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// Any day of 1900 to 2100.
pub fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..73_414_u64).prop_map(|days| day("1900-01-01") + chrono::Days::new(days))
}
