//! A disk that loses what was not synced, or refuses to write: a thin layer under SQLite, over the system's own files.
//!
//! [`install`] puts it under every connection of the process. It does nothing to files outside the folders that a [`Disk`] watches.

mod disk;
mod image;
mod vfs;

pub use disk::{Disk, Event, Fault, FaultyCall, Watch, watch};
pub use image::Model;
pub use vfs::install;
