//! Calendar dates cross as ISO text.

use chrono::NaiveDate;

use crate::error::SiklusError;

uniffi::custom_type!(NaiveDate, String, {
    remote,
    lower: |date| date.to_string(),
    try_lift: |text| text.parse().map_err(|_| SiklusError::not_a_date().into()),
});
