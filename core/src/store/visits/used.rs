//! The packs and the settings that visits were judged with.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::pack::source::Source;
use crate::store::chain::Hash;
use crate::store::row::{Author, Kind};
use crate::store::sheet::{self, Entry, Sheet};
use crate::store::{Store, StoreError};

impl Store {
    /// The settings of the area as they are recorded; what is not recorded has the default of the pack.
    pub(crate) fn settings(&self) -> Result<Sheet, StoreError> {
        self.read(|connection| {
            let query = "SELECT fact, value FROM setting JOIN entry ON entry.id = setting.entry ORDER BY clock, device";
            let mut statement = connection.prepare_cached(query)?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, Option<Vec<u8>>>(1)?)))?;
            let mut settings = Sheet::new();
            for row in rows {
                let (fact, value) = row?;
                settings = sheet::superseded(settings, vec![(fact, value.map_or(Entry::Withdrawn, Entry::Answered))]);
            }
            settings.retain(|(_, entry)| *entry != Entry::Withdrawn);
            Ok(settings)
        })
    }

    /// Records settings of the area; a withdrawn one has the default of the pack again.
    pub(crate) fn set_settings(&self, author: Author, changes: &Sheet) -> Result<(), StoreError> {
        self.append(author, |writer| {
            for (fact, entry) in changes {
                let value = match entry {
                    Entry::Answered(answer) => rusqlite::types::Value::Blob(answer.clone()),
                    Entry::Withdrawn => rusqlite::types::Value::Null,
                };
                let before = "SELECT entry FROM setting JOIN entry ON entry.id = setting.entry WHERE fact = ?1 ORDER BY clock DESC LIMIT 1";
                let supersedes = writer.latest(before, [fact])?;
                writer.append(Kind::SETTING, vec![rusqlite::types::Value::Text(fact.clone()), value], supersedes)?;
            }
            Ok(())
        })
    }

    /// A pack that was used.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when it is not kept, [`StoreError::Damaged`] when it cannot be read.
    pub(crate) fn pack(&self, sha256: &Hash) -> Result<Source, StoreError> {
        let text: Option<Vec<u8>> = self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT text FROM pack WHERE sha256 = ?1")?;
            Ok(statement.query_row([sha256], |row| row.get(0)).optional()?)
        })?;
        Source::stored(&text.ok_or(StoreError::Unknown("pack"))?, sha256).map_err(|_| StoreError::Damaged)
    }

    /// Settings that were used.
    pub(crate) fn settings_of(&self, sha256: &Hash) -> Result<Sheet, StoreError> {
        let sheet: Option<Vec<u8>> = self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT sheet FROM settings WHERE sha256 = ?1")?;
            Ok(statement.query_row([sha256], |row| row.get(0)).optional()?)
        })?;
        sheet::decode(&sheet.ok_or(StoreError::Unknown("settings"))?)
    }
}

/// Keeps a pack once, compressed.
pub(super) fn keep_pack(connection: &Connection, source: &Source) -> Result<Hash, StoreError> {
    let hash = source.hash;
    let is_kept = connection.prepare_cached("SELECT 1 FROM pack WHERE sha256 = ?1")?.exists([hash])?;
    if !is_kept {
        connection.execute("INSERT INTO pack (sha256, text) VALUES (?1, ?2)", params![hash, source.compressed()])?;
    }
    Ok(hash)
}

/// Keeps settings once.
pub(super) fn keep_settings(connection: &Connection, settings: &Sheet) -> Result<Hash, StoreError> {
    let sheet = sheet::encode(settings);
    let hash: Hash = Sha256::digest(&sheet).into();
    let mut statement = connection.prepare_cached("INSERT OR IGNORE INTO settings (sha256, sheet) VALUES (?1, ?2)")?;
    statement.execute(params![hash, sheet])?;
    Ok(hash)
}
