//! Households, persons, pregnancies, services received and consent, as they are kept.

mod consent;
mod episode;
mod household;
mod list;
mod person;
mod service;

pub use consent::{Consent, ConsentState, ConsentWay};
pub use episode::{Episode, EpisodeField};
pub use household::Household;
pub use list::{HouseholdLine, NameHit};
pub use person::{LastResult, Person};
pub(crate) use service::ServiceChange;
pub use service::ServiceRecord;

use super::StoreError;

/// A date in a column.
fn date(text: Option<String>) -> Result<Option<chrono::NaiveDate>, StoreError> {
    text.map(|text| text.parse().map_err(|_| StoreError::Damaged)).transpose()
}

/// A word in a column.
fn word<T: std::str::FromStr>(text: Option<String>) -> Result<Option<T>, StoreError> {
    text.map(|text| text.parse().map_err(|_| StoreError::Damaged)).transpose()
}
