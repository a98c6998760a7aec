//! Who writes, and when.

use chrono::NaiveDate;
use siklus_core::store::{Author, Moment};

use crate::error::SiklusError;
use crate::error::{InvalidField, InvalidRule};

/// A moment. The library reads no clock.
#[derive(Clone, Copy, Debug, uniffi::Record)]
pub struct MomentRequest {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub unix_ms: i64,
    /// What the local time is ahead of UTC, in minutes: 420 in western Indonesia.
    pub utc_offset_min: i16,
}

/// Who writes, of which day, and when.
#[derive(Clone, Debug, uniffi::Record)]
pub struct AuthorRequest {
    /// The id of the cadre, a UUID.
    pub cadre: String,
    /// The local calendar date on which it happened.
    pub happened_on: NaiveDate,
    /// When it is recorded.
    pub moment: MomentRequest,
}

impl MomentRequest {
    pub(super) fn moment(self) -> Moment {
        Moment { unix_ms: self.unix_ms, utc_offset_min: self.utc_offset_min }
    }
}

impl AuthorRequest {
    pub(super) fn author(&self) -> Result<Author, SiklusError> {
        let actor = self.cadre.parse().map_err(|_| no_cadre())?;
        Ok(Author { actor, happened_on: self.happened_on, moment: self.moment.moment() })
    }
}

fn no_cadre() -> SiklusError {
    let field = InvalidField { field: "author.cadre".to_owned(), rule: InvalidRule::Pattern, accepted: "a UUID".to_owned() };
    SiklusError::InvalidInput { fields: vec![field] }
}
