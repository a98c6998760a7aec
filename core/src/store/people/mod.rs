//! Households, persons, pregnancies and consent, as they are kept.

mod consent;
mod episode;
mod household;
mod list;
mod person;

pub use consent::{Consent, ConsentState, ConsentWay};
pub use episode::{Episode, EpisodeField};
pub use household::Household;
pub use list::{HouseholdLine, NameHit};
pub use person::{LastResult, Person};

use rusqlite::{OptionalExtension, Params};

use super::StoreError;
use super::ids::RowId;
use super::row::Writer;

/// The latest row of one field, which the next one supersedes.
fn latest(writer: &Writer<'_>, query: &str, of: impl Params) -> Result<Option<RowId>, StoreError> {
    let mut statement = writer.transaction().prepare_cached(query)?;
    Ok(statement.query_row(of, |row| row.get(0)).optional()?)
}

/// A date in a column.
fn date(text: Option<String>) -> Result<Option<chrono::NaiveDate>, StoreError> {
    text.map(|text| text.parse().map_err(|_| StoreError::Damaged)).transpose()
}

/// A word in a column.
fn word<T: std::str::FromStr>(text: Option<String>) -> Result<Option<T>, StoreError> {
    text.map(|text| text.parse().map_err(|_| StoreError::Damaged)).transpose()
}
