//! The file of a ring: a new one takes the place of the old one whole, or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

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

/// Writes a file beside the old one and gives it its place. One that was left half-written is written over; nobody reads it.
pub(super) fn replace(disk: &mut impl Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = beside(path, ".new");
    disk.write(&new, bytes)?;
    disk.sync(&new)?;
    disk.rename(&new, path)?;
    disk.sync_folder_of(path)
}
