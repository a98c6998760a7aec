//! What can go wrong with a store. No message holds a path, a key or anything of a person.

use rusqlite::ffi;
use thiserror::Error;

/// Why a store could not be created, opened, read or written. What was written before stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// There is no store at this place; [`super::Store::create`] makes one.
    #[error("there is no store here")]
    NotFound,
    /// There is a file at this place already; it is left as it is.
    #[error("there is a store here already")]
    AlreadyThere,
    /// The file is another key's.
    #[error("the key is not that of this store")]
    WrongKey,
    /// The key is right, but the file cannot be read as it was written.
    #[error("the store is damaged; what can be read of it is left as it is")]
    Damaged,
    /// A later version of the library wrote the file.
    #[error("the store is of version {found}; this library knows up to {known}")]
    NewerSchema {
        /// The version of the file.
        found: u32,
        /// The latest version that this library knows.
        known: u32,
    },
    /// The file or its folder cannot be written.
    #[error("the store can be read, but not written")]
    ReadOnly,
    /// The disk is full. Once there is room, writing goes on.
    #[error("there is no space left to write to")]
    NoSpace,
    /// Another process has it open.
    #[error("another program has this store open")]
    Locked,
    /// SQLCipher is not part of this program: nothing is written without encryption.
    #[error("this program was built without encryption")]
    NotEncrypted,
    /// It was closed.
    #[error("the store is closed")]
    Closed,
    /// What was asked for is not in the store.
    #[error("there is no such {0} in the store")]
    Unknown(&'static str),
    /// What was to be written breaks a rule of the store.
    #[error("a value breaks a rule of the store (SQLite's code {code})")]
    Refused {
        /// SQLite's extended code.
        code: i32,
    },
    /// The operating system refused.
    #[error("the file could not be read or written (SQLite's code {code})")]
    Io {
        /// SQLite's extended code; 0 when the file was not read through SQLite.
        code: i32,
    },
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(error, _) => Self::of_code(error.extended_code),
            // Columns of another type than the schema says.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..) => Self::Damaged,
            rusqlite::Error::QueryReturnedNoRows => Self::Unknown("row"),
            error => Self::Refused { code: error.sqlite_error().map_or(ffi::SQLITE_MISUSE, |error| error.extended_code) },
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            _ => Self::Damaged,
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{AlreadyExists, FileTooLarge, NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull};
        match error.kind() {
            NotFound => Self::NotFound,
            AlreadyExists => Self::AlreadyThere,
            PermissionDenied | ReadOnlyFilesystem => Self::ReadOnly,
            StorageFull | FileTooLarge => Self::NoSpace,
            _ => Self::Io { code: 0 },
        }
    }
}

impl StoreError {
    /// The low byte of an extended code is the code itself.
    fn of_code(code: i32) -> Self {
        match (code & 0xff, code) {
            // A full disk is reported in many ways: by its own code, as a write that failed when the limit is one of the process, or as no
            // room for the memory that connections share.
            (ffi::SQLITE_FULL, _) => Self::NoSpace,
            (_, ffi::SQLITE_IOERR_WRITE | ffi::SQLITE_IOERR_SHMSIZE | ffi::SQLITE_IOERR_SHMOPEN) => Self::NoSpace,
            // SQLite has no code for a page that SQLCipher refuses to decrypt, and says that there is no memory; Rust ends without memory.
            (ffi::SQLITE_NOTADB | ffi::SQLITE_CORRUPT | ffi::SQLITE_NOMEM, _) => Self::Damaged,
            (ffi::SQLITE_IOERR, ffi::SQLITE_IOERR_SHORT_READ | ffi::SQLITE_IOERR_CORRUPTFS) => Self::Damaged,
            (ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED, _) => Self::Locked,
            (ffi::SQLITE_READONLY | ffi::SQLITE_PERM, _) => Self::ReadOnly,
            (ffi::SQLITE_IOERR | ffi::SQLITE_CANTOPEN, _) => Self::Io { code },
            _ => Self::Refused { code },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_of_sqlite_has_its_error() {
        let cases = [
            (ffi::SQLITE_FULL, StoreError::NoSpace),
            (ffi::SQLITE_IOERR_WRITE, StoreError::NoSpace),
            (ffi::SQLITE_IOERR_SHMSIZE, StoreError::NoSpace),
            (ffi::SQLITE_NOTADB, StoreError::Damaged),
            (ffi::SQLITE_CORRUPT_INDEX, StoreError::Damaged),
            (ffi::SQLITE_NOMEM, StoreError::Damaged),
            (ffi::SQLITE_BUSY_RECOVERY, StoreError::Locked),
            (ffi::SQLITE_READONLY_DIRECTORY, StoreError::ReadOnly),
            (ffi::SQLITE_IOERR_FSYNC, StoreError::Io { code: ffi::SQLITE_IOERR_FSYNC }),
            (ffi::SQLITE_CONSTRAINT_CHECK, StoreError::Refused { code: ffi::SQLITE_CONSTRAINT_CHECK }),
        ];
        for (code, expected) in cases {
            assert_eq!(StoreError::of_code(code), expected, "code {code}");
        }
    }
}
