//! Connections to a file, each with its key and its pragmas.

use std::path::Path;
use std::sync::LazyLock;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use zeroize::Zeroizing;

use super::{Options, StoreError, StoreKey};

/// How long a connection waits for another process, in milliseconds. A cadre's phone has one; a test or a tool may be quick.
const PATIENCE_MS: u64 = 500;

/// A connection that reads the main file as it lies there: no lock, no WAL, no side file, no byte changed.
pub(super) fn immutable(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    keyed(&format!("{}?immutable=1", uri(path)), OpenFlags::SQLITE_OPEN_READ_ONLY, key)
}

/// A connection that reads through the WAL, and writes nothing to the main file or the WAL.
pub(super) fn read_only(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    keyed(&uri(path), OpenFlags::SQLITE_OPEN_READ_ONLY, key)
}

/// The connection of a store. Nobody else reads or writes while it is open, so that no shared memory is needed that a power cut could lose.
pub(super) fn writable(path: &Path, key: &StoreKey, options: Options) -> Result<Connection, StoreError> {
    let connection = keyed(&uri(path), OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    // SQLite opens what it may not write for reading. The lock comes later, and would only say that the file could not be locked.
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    prepare(&connection, options)?;
    Ok(connection)
}

/// The connection of a store that is made now, at a place where nothing lies.
pub(super) fn new(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    let connection = keyed(&uri(path), OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE, key)?;
    prepare(&connection, Options::default())?;
    Ok(connection)
}

/// SQLite counts as initialised before SQLCipher is: of two threads that open their first connection at once, one could go on without
/// encryption. So the first connection of the process is opened alone, before any other.
static READY: LazyLock<Result<(), StoreError>> = LazyLock::new(|| {
    let first = Connection::open_in_memory()?;
    if pragma(&first, "cipher_version")?.is_empty() { Err(StoreError::NotEncrypted) } else { Ok(()) }
});

fn keyed(uri: &str, flags: OpenFlags, key: &StoreKey) -> Result<Connection, StoreError> {
    (*READY)?;
    let flags = flags | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(uri, flags)?;
    // SQLCipher would write what fails, with its file, to the standard error output.
    for setting in ["PRAGMA cipher_log_level = NONE", "PRAGMA cipher_log = off"] {
        run(&connection, setting)?;
    }
    let pragma = Zeroizing::new(format!("PRAGMA key = \"{}\"", *key.as_pragma()));
    run(&connection, &pragma)?;
    if self::pragma(&connection, "cipher_status")? != "1" {
        return Err(StoreError::NotEncrypted);
    }
    connection.busy_timeout(std::time::Duration::from_millis(PATIENCE_MS))?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Sets what every connection must have, and reads it back: a pragma that is not understood is not an error to SQLite.
fn prepare(connection: &Connection, options: Options) -> Result<(), StoreError> {
    let synchronous = if options.durable { ("FULL", "2") } else { ("OFF", "0") };
    let pragmas = [
        ("locking_mode", "EXCLUSIVE", "exclusive"),
        ("journal_mode", "WAL", "wal"),
        ("synchronous", synchronous.0, synchronous.1),
        ("foreign_keys", "ON", "1"),
        ("temp_store", "MEMORY", "2"),
    ];
    for (name, wanted, read_back) in pragmas {
        run(connection, &format!("PRAGMA {name} = {wanted}"))?;
        if pragma(connection, name)? != read_back {
            return Err(StoreError::Refused { code: rusqlite::ffi::SQLITE_MISUSE });
        }
    }
    if let Some(pages) = options.max_pages {
        run(connection, &format!("PRAGMA max_page_count = {pages}"))?;
    }
    Ok(())
}

/// Leaves the WAL where it is at the end: the last connection that closes would move it into the main file otherwise.
pub(super) fn leave_wal(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(())
}

/// Moves all of the WAL into the main file.
pub(super) fn move_wal(connection: &Connection) -> Result<(), StoreError> {
    run(connection, "PRAGMA wal_checkpoint(FULL)")
}

/// What a pragma says; nothing when SQLite does not know it.
pub(super) fn pragma(connection: &Connection, name: &str) -> Result<String, StoreError> {
    let value = connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0)).optional()?;
    Ok(match value.unwrap_or(rusqlite::types::Value::Null) {
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text,
        _ => String::new(),
    })
}

/// Runs a statement that may give rows, and leaves them.
fn run(connection: &Connection, statement: &str) -> Result<(), StoreError> {
    let mut statement = connection.prepare(statement)?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

/// The path as SQLite takes it when options follow. What has a meaning in a URI is written by its code.
fn uri(path: &Path) -> String {
    let path = path.to_string_lossy();
    let mut uri = String::with_capacity(path.len() + 8);
    uri.push_str("file:");
    for letter in path.chars() {
        match letter {
            '%' => uri.push_str("%25"),
            '?' => uri.push_str("%3f"),
            '#' => uri.push_str("%23"),
            letter => uri.push(letter),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_in_a_uri_is_written_by_its_code() {
        assert_eq!(uri(Path::new("/data/50%/apa?#1.db")), "file:/data/50%25/apa%3f%231.db");
    }
}
