//! The check value beside the file: it tells a wrong key from a damaged first page.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::files::sync_folder_of;
use super::{StoreError, StoreKey};

const SALT_BYTES: usize = 16;
const MARK_BYTES: usize = 32;

/// What the check value says of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Right,
    Wrong,
    /// There is no check value, or it is not whole.
    Unknown,
}

/// Where the check value of a store lies.
pub(super) fn path_of(store: &Path) -> PathBuf {
    let mut path = store.as_os_str().to_owned();
    path.push(".key-check");
    path.into()
}

/// Writes the check value: a random salt and the HMAC of it by the key.
pub(super) fn write(store: &Path, key: &StoreKey) -> Result<(), StoreError> {
    let salt = *Uuid::new_v4().as_bytes();
    let path = path_of(store);
    let mut file = File::create(&path)?;
    file.write_all(&salt)?;
    file.write_all(&key.mark(&salt))?;
    file.sync_all()?;
    Ok(sync_folder_of(&path)?)
}

/// Compares a key with the check value.
pub(super) fn check(store: &Path, key: &StoreKey) -> Verdict {
    let Ok(bytes) = fs::read(path_of(store)) else { return Verdict::Unknown };
    match bytes.split_at_checked(SALT_BYTES) {
        Some((salt, mark)) if mark.len() == MARK_BYTES => {
            if key.has_mark(salt, mark) {
                Verdict::Right
            } else {
                Verdict::Wrong
            }
        }
        _ => Verdict::Unknown,
    }
}
