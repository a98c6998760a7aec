//! The file of a ring: never longer than it can be, and a new one takes the place of the old one whole, or not at all.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::AccessError;
use crate::store::files::{beside, sync_folder_of};

/// What replacing a file asks of a disk; the tests have one that fails and loses power.
pub(super) trait Disk {
    /// Makes a file, or empties it, and writes bytes to it.
    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Makes the bytes of a file last.
    fn sync(&mut self, path: &Path) -> io::Result<()>;
    /// Gives a file the place of another.
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()>;
    /// Makes the names in the folder of a file last.
    fn sync_folder_of(&mut self, path: &Path) -> io::Result<()>;
}

/// The disk of this machine.
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        File::create(path)?.write_all(bytes)
    }

    fn sync(&mut self, path: &Path) -> io::Result<()> {
        File::options().write(true).open(path)?.sync_all()
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder_of(&mut self, path: &Path) -> io::Result<()> {
        sync_folder_of(path)
    }
}

/// A ring of some 600 cadres. A longer file is none of ours, and is not read into memory.
const LONGEST: u64 = 1 << 20;

/// The bytes of a ring.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, AccessError> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if is_too_long(&bytes) { Err(AccessError::Damaged) } else { Ok(bytes) }
}

fn is_too_long(bytes: &[u8]) -> bool {
    u64::try_from(bytes.len()).is_ok_and(|length| length > LONGEST)
}

/// Writes a file beside the old one and gives it its place. One that was left half-written is written over; nobody reads it.
pub(super) fn replace(disk: &mut impl Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    if is_too_long(bytes) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let new = beside(path, ".new");
    disk.write(&new, bytes)?;
    disk.sync(&new)?;
    disk.rename(&new, path)?;
    disk.sync_folder_of(path)
}
