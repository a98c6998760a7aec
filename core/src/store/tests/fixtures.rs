//! What the tests of the store share: a folder of its own for each, a key, a moment, a cadre.

use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use rusqlite::types::Value;
use uuid::Uuid;

use crate::store::row::{Author, Kind, Writer};
use crate::store::{ActorId, HouseholdId, Moment, Options, Store, StoreError, StoreKey};

/// A folder of its own for a test, removed at its end.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("siklus-store-{}", Uuid::new_v4()));
        fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    pub fn store(&self) -> PathBuf {
        self.0.join("keluarga.db")
    }

    /// All files with their bytes.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let files = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = files.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect();
        files.sort();
        files
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub fn key(byte: u8) -> StoreKey {
    StoreKey::new([byte; StoreKey::BYTES])
}

pub const MOMENT: Moment = Moment { unix_ms: 1_772_445_600_000, utc_offset_min: 420 };

pub fn author() -> Author {
    Author { actor: ActorId(Uuid::from_u128(7)), happened_on: NaiveDate::from_ymd_opt(2026, 3, 2).unwrap(), moment: MOMENT }
}

pub fn created(folder: &Folder) -> Store {
    Store::create(&folder.store(), &key(1), Options::default(), MOMENT).unwrap()
}

pub fn opened(folder: &Folder) -> Result<Store, StoreError> {
    Store::open(&folder.store(), &key(1), Options::default())
}

pub fn name(writer: &mut Writer<'_>, household: u128, name: &str) -> Result<(), StoreError> {
    let values = vec![HouseholdId(Uuid::from_u128(household)).into(), Value::Text("name".into()), Value::Text(name.into())];
    writer.append(Kind::HOUSEHOLD_FIELD, values, None)
}

pub fn write(store: &Store, count: u128) -> Result<(), StoreError> {
    store.append(author(), |writer| (0..count).try_for_each(|household| name(writer, household, "Contoh")))
}

pub fn rows(store: &Store) -> i64 {
    store.read(|connection| Ok(connection.query_row("SELECT count(*) FROM household_field", [], |row| row.get(0))?)).unwrap()
}
