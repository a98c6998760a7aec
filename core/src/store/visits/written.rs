//! What was written about somebody at one visit, row by row: who wrote what and when.

use rusqlite::params;
use uuid::Uuid;

use crate::hidden::hidden;
use crate::store::ids::{ActorId, VisitId};
use crate::store::sheet::{self, Sheet};
use crate::store::{Moment, Store, StoreError};

/// Who wrote something, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// The cadre.
    pub by: ActorId,
    /// When it was recorded.
    pub at: Moment,
}

/// The answers of one row.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct WrittenSheet {
    pub written: Written,
    pub sheet: Sheet,
}

hidden!(WrittenSheet);

impl Store {
    /// The rows about a person or a household at a visit that ended, the first one first.
    pub(crate) fn written_sheets(&self, visit: VisitId, subject: Uuid) -> Result<Vec<WrittenSheet>, StoreError> {
        self.read(|connection| {
            let query = "SELECT actor, recorded_ms, utc_offset_min, sheet FROM answers JOIN entry ON entry.id = answers.entry
                WHERE subject = ?1 AND visit = ?2 ORDER BY clock, device";
            let mut statement = connection.prepare_cached(query)?;
            let mut rows = statement.query(params![subject.as_bytes(), visit])?;
            let mut sheets = Vec::new();
            while let Some(row) = rows.next()? {
                let at = Moment { unix_ms: row.get(1)?, utc_offset_min: row.get(2)? };
                let sheet = sheet::decode(row.get_ref(3)?.as_blob().map_err(|_| StoreError::Damaged)?)?;
                sheets.push(WrittenSheet { written: Written { by: row.get(0)?, at }, sheet });
            }
            Ok(sheets)
        })
    }
}
