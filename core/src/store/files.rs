//! The files of a store beside SQLite's own reading and writing.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;

/// A file beside another one, as `-wal` of SQLite beside the main file.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(ending);
    path.into()
}

/// Makes created and renamed files last: their names are written with their folder.
pub(crate) fn sync_folder_of(path: &Path) -> io::Result<()> {
    // Only Unix opens a folder as a file; elsewhere the system keeps names by itself.
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Side files that were not there before something was tried, and are empty or can be made anew.
pub(super) struct SideFiles {
    made_by_us: Vec<PathBuf>,
}

impl SideFiles {
    /// Notes which side files are missing now.
    pub(super) fn missing_of(store: &Path) -> Self {
        let side_files = ["-wal", "-shm"].map(|ending| beside(store, ending));
        Self { made_by_us: side_files.into_iter().filter(|path| !path.exists()).collect() }
    }

    /// Removes those that came since.
    pub(super) fn remove(&self) -> Result<(), StoreError> {
        self.made_by_us.iter().filter(|path| path.exists()).try_for_each(|path| Ok(fs::remove_file(path)?))
    }
}
