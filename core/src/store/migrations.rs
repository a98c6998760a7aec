//! The schema, step by step. A step that was released is never changed; the next one goes behind it.

use std::sync::LazyLock;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::{StoreError, connection};

const STEPS: [&str; 1] = [include_str!("sql/0001_first.sql")];

static MIGRATIONS: LazyLock<Migrations<'static>> = LazyLock::new(|| Migrations::new(STEPS.map(M::up).to_vec()));

/// The version of the schema that this library writes.
pub(super) const LATEST: u32 = STEPS.len() as u32;

/// Refuses a file of a later version.
pub(super) fn check_version(connection: &Connection) -> Result<(), StoreError> {
    let found = connection::pragma(connection, "user_version")?.parse().map_err(|_| StoreError::Damaged)?;
    if found > LATEST { Err(StoreError::NewerSchema { found, known: LATEST }) } else { Ok(()) }
}

/// Brings the schema to the latest version, in one transaction.
pub(super) fn run(connection: &mut Connection) -> Result<(), StoreError> {
    Ok(MIGRATIONS.to_latest(connection)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_runs() {
        MIGRATIONS.validate().unwrap();
    }
}
