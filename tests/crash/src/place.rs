//! Where a store of a test lies, its key, its cadre and its pack.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use siklus_core::pack::Pack;
use siklus_core::store::{ActorId, Author, Moment, Options, StoreError, StoreKey};
use siklus_core::visit::Siklus;
use uuid::Uuid;

/// The name of the store in its folder.
pub const NAME: &str = "keluarga.db";

/// The day of all visits.
const DAY: (i32, u32, u32) = (2026, 3, 2);

static PACK: LazyLock<Arc<Pack>> = LazyLock::new(|| Arc::new(Pack::embedded().unwrap_or_else(|faults| panic!("{faults}"))));

/// The pack that is built in, loaded once.
pub fn pack() -> Arc<Pack> {
    Arc::clone(&PACK)
}

/// A key; that of every store of these tests is of 1.
pub fn key(byte: u8) -> StoreKey {
    StoreKey::new([byte; StoreKey::BYTES])
}

/// The cadre of all visits.
pub fn author() -> Author {
    let happened_on = NaiveDate::from_ymd_opt(DAY.0, DAY.1, DAY.2).expect("a day of the calendar");
    let moment = Moment { unix_ms: 1_772_445_600_000, utc_offset_min: 420 };
    Author { actor: ActorId(Uuid::from_u128(99)), happened_on, moment }
}

/// A folder of its own for a store, removed when it is dropped.
pub struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        // SQLite tells the file system the real path, without links.
        let parent = fs::canonicalize(std::env::temp_dir()).expect("a folder for temporary files");
        let folder = parent.join(format!("siklus-crash-{}", Uuid::new_v4()));
        fs::create_dir(&folder).expect("a new folder");
        Self(folder)
    }

    /// A new folder with a new store in it, which is closed.
    pub fn with_store() -> Self {
        let folder = Self::new();
        let siklus = Siklus::create(&folder.store(), &key(1), Options::default(), author().moment, pack()).expect("a new store");
        siklus.store().close().expect("closing");
        folder
    }

    /// A new folder with the same files, but for the shared memory, which no other process and no later start of the phone has.
    pub fn copy(&self) -> Self {
        let copy = Self::new();
        for (name, bytes) in self.files() {
            fs::write(copy.0.join(name), bytes).expect("a copy");
        }
        copy
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where the store lies.
    pub fn store(&self) -> PathBuf {
        self.0.join(NAME)
    }

    /// All files by name, with their bytes, but for the shared memory.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(&self.0).expect("the folder").map(|entry| entry.expect("an entry").path());
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut files: Vec<_> = entries
            .filter(|path| !name(path).ends_with("-shm"))
            .map(|path| (name(&path), fs::read(&path).expect("the bytes of a file")))
            .collect();
        files.sort();
        files
    }

    /// Opens the store.
    ///
    /// # Errors
    /// As [`Siklus::open`].
    pub fn open(&self, options: Options) -> Result<Siklus, StoreError> {
        Siklus::open(&self.store(), &key(1), options, pack())
    }
}
