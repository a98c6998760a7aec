//! Ids cross as texts.

use std::str::FromStr;

use siklus_core::store::{EpisodeId, HouseholdId, PersonId, VisitId};

use crate::error::SiklusError;

pub(super) fn household(id: &str) -> Result<HouseholdId, SiklusError> {
    read(id, "household")
}

pub(super) fn person(id: &str) -> Result<PersonId, SiklusError> {
    read(id, "person")
}

pub(super) fn pregnancy(id: &str) -> Result<EpisodeId, SiklusError> {
    read(id, "pregnancy")
}

pub(super) fn visit(id: &str) -> Result<VisitId, SiklusError> {
    read(id, "visit")
}

/// A text that is no id is the id of nothing.
fn read<T: FromStr>(id: &str, what: &str) -> Result<T, SiklusError> {
    id.parse().map_err(|_| SiklusError::NotFound { what: what.to_owned() })
}
