//! What is looked at before a file is opened for writing. Whatever comes out, the main file and its WAL keep every byte.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::files::{SideFiles, beside};
use super::mark::Verdict;
use super::{StoreError, StoreKey, connection, mark, migrations};

/// The smallest page of SQLite: a file below it holds nothing.
const SMALLEST_PAGE: u64 = 512;

/// Whether the check value beside the file must be written again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NeedsMark(pub bool);

/// Checks that the file is there, that the key is its own, and that its schema is known.
pub(super) fn probe(path: &Path, key: &StoreKey) -> Result<NeedsMark, StoreError> {
    if fs::metadata(path)?.len() < SMALLEST_PAGE {
        return Err(StoreError::Damaged);
    }
    let verdict = mark::check(path, key);
    match read_schema(&connection::immutable(path, key)?) {
        Ok(()) => match schema_version_through_wal(path, key) {
            // On a full disk there is no room for the memory that connections share. The store's own connection needs none, and looks itself.
            Err(StoreError::NoSpace) => {}
            looked => looked?,
        },
        // A power cut while the WAL was moved into the main file tears pages there, the first one too. The WAL has them whole.
        Err(StoreError::Damaged) if has_wal(path) => schema_version_through_wal(path, key).map_err(|error| blame(error, verdict))?,
        Err(error) => return Err(blame(error, verdict)),
    }
    Ok(NeedsMark(verdict != Verdict::Right))
}

fn has_wal(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).is_ok_and(|wal| wal.len() > 0)
}

/// A first page that cannot be read is damaged when the key is right, and another key's otherwise.
fn blame(error: StoreError, verdict: Verdict) -> StoreError {
    match (error, verdict) {
        (StoreError::Damaged, Verdict::Wrong | Verdict::Unknown) => StoreError::WrongKey,
        (error, _) => error,
    }
}

fn schema_version_through_wal(path: &Path, key: &StoreKey) -> Result<(), StoreError> {
    let side_files = SideFiles::missing_of(path);
    let checked = {
        let connection = connection::read_only(path, key)?;
        connection::leave_wal(&connection)?;
        read_schema(&connection).and_then(|()| migrations::check_version(&connection))
    };
    side_files.remove()?;
    checked
}

fn read_schema(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?)
}
