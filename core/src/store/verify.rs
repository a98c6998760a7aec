//! Looks through the whole file: each page, each index, the chain of each device.

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::StoreError;
use super::chain::{Hash, Link};
use super::ids::{DeviceId, RowId};
use super::row::{ENTRY_COLUMNS, Kind};

/// What a look through the whole file found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// Faults of pages that SQLCipher cannot authenticate.
    pub damaged_pages: u64,
    /// Faults of tables, indexes and references between rows.
    pub damaged_tables: u64,
    /// Rows whose hash does not follow from the row and the hash before it.
    pub broken_links: u64,
    /// How many rows were looked at; none when pages are damaged that they need.
    pub rows: u64,
}

impl Verification {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.damaged_pages == 0 && self.damaged_tables == 0 && self.broken_links == 0
    }
}

pub(super) fn verify(connection: &Connection) -> Result<Verification, StoreError> {
    // The pages first: SQLCipher reads none any more after one that it cannot authenticate.
    let damaged_pages = count_rows(connection, "PRAGMA cipher_integrity_check")?;
    match look_through(connection) {
        Ok(found) => Ok(Verification { damaged_pages, ..found }),
        Err(StoreError::Damaged) if damaged_pages > 0 => Ok(Verification { damaged_pages, ..Verification::default() }),
        Err(error) => Err(error),
    }
}

fn look_through(connection: &Connection) -> Result<Verification, StoreError> {
    let (rows, broken_links) = check_chains(connection)?;
    let damaged_tables = faults_of_tables(connection)? + count_rows(connection, "PRAGMA foreign_key_check")?;
    Ok(Verification { damaged_pages: 0, damaged_tables, broken_links, rows })
}

fn count_rows(connection: &Connection, pragma: &str) -> Result<u64, StoreError> {
    let mut statement = connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while rows.next()?.is_some() {
        count += 1;
    }
    Ok(count)
}

/// SQLite answers "ok", or a line for each fault.
fn faults_of_tables(connection: &Connection) -> Result<u64, StoreError> {
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    let faults = lines.filter(|line| line.as_ref().is_ok_and(|line| line != "ok"));
    Ok(faults.count() as u64)
}

/// How many rows there are, and how many do not follow from the one before.
fn check_chains(connection: &Connection) -> Result<(u64, u64), StoreError> {
    let columns = ENTRY_COLUMNS.join(", ");
    let mut statement = connection.prepare(&format!("SELECT id, {columns} FROM entry ORDER BY device, position"))?;
    let mut rows = statement.query([])?;
    let (mut count, mut broken) = (0, 0);
    let (mut device, mut position, mut before) = (DeviceId(Uuid::nil()), 0, Hash::default());
    while let Some(row) = rows.next()? {
        let of: DeviceId = row.get(1)?;
        if of != device {
            (device, position, before) = (of, 0, Hash::default());
        }
        let header = (0..ENTRY_COLUMNS.len()).map(|column| row.get(column)).collect::<Result<Vec<Value>, _>>()?;
        let kept: Hash = row.get(ENTRY_COLUMNS.len())?;
        let kind = Kind::named(&row.get::<_, String>(ENTRY_COLUMNS.len() - 1)?).ok_or(StoreError::Damaged)?;
        let body = body_of(connection, kind, row.get(0)?)?;
        let follows = body.is_some_and(|body| Link { before: &before, header: &header, body: &body }.hash() == kept);
        if !follows || row.get::<_, i64>(2)? != position + 1 {
            broken += 1;
        }
        (position, before, count) = (row.get(2)?, kept, count + 1);
    }
    Ok((count, broken))
}

pub(super) fn body_of(connection: &Connection, kind: Kind, id: RowId) -> Result<Option<Vec<Value>>, StoreError> {
    let query = format!("SELECT {} FROM {} WHERE entry = ?1", kind.columns.join(", "), kind.table);
    let mut statement = connection.prepare_cached(&query)?;
    let mut rows = statement.query(params![id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let values = (0..kind.columns.len()).map(|column| row.get(column)).collect::<Result<_, _>>()?;
    Ok(Some(values))
}
