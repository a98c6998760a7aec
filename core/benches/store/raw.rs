//! The yardstick: SQLite alone, with the same key, pragmas and rows, and nothing that makes or checks them.

use std::path::PathBuf;

use rusqlite::{Connection, params};

use crate::home::folder;

/// A file with the tables of a visit.
pub struct Raw {
    folder: PathBuf,
    pub connection: Connection,
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

const KEY: &str = "PRAGMA key = \"x'0303030303030303030303030303030303030303030303030303030303030303'\"";
const TABLES: &str = "CREATE TABLE draft_answer (visit BLOB, subject BLOB, fact TEXT, answer BLOB, withdrawn INTEGER,
        PRIMARY KEY (visit, subject, fact)) STRICT, WITHOUT ROWID;
    CREATE TABLE entry (id BLOB PRIMARY KEY, device BLOB, position INTEGER, clock INTEGER, actor BLOB, happened_on TEXT, recorded_ms INTEGER,
        utc_offset_min INTEGER, supersedes BLOB, kind TEXT, hash BLOB, UNIQUE (device, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE row (entry BLOB PRIMARY KEY, visit BLOB, body BLOB) STRICT;
    CREATE INDEX row_by_visit ON row (visit);";

impl Raw {
    pub fn new(durable: bool) -> Self {
        let folder = folder();
        let connection = Connection::open(folder.join("raw.db")).expect("a new file");
        connection.execute_batch(KEY).expect("a key");
        let synchronous = if durable { "FULL" } else { "OFF" };
        let pragmas = format!("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous};");
        connection.execute_batch(&pragmas).expect("pragmas");
        connection.execute_batch(TABLES).expect("tables");
        Self { folder, connection }
    }

    /// One answer of a draft, in a transaction of its own.
    pub fn answer(&self, answer: &[u8]) {
        let transaction = self.connection.unchecked_transaction().expect("a transaction");
        let insert = "INSERT OR REPLACE INTO draft_answer VALUES (?1, ?2, 'muac_cm', ?3, 0)";
        let mut insert = transaction.prepare_cached(insert).expect("a statement");
        insert.execute(params![[1_u8; 16], [2_u8; 16], answer]).expect("a row");
        drop(insert);
        transaction.commit().expect("a commit");
    }

    /// The rows of a visit of one member: visit, answers, part and assessment, each with its entry; and the answers of the draft gone.
    pub fn complete(&self, number: i64, sheet: &[u8], result: &[u8]) {
        let transaction = self.connection.unchecked_transaction().expect("a transaction");
        for (place, body) in [&[0; 40][..], sheet, &[0; 30], result].into_iter().enumerate() {
            let position = number * 4 + place as i64;
            let mut id = [0_u8; 16];
            id[..8].copy_from_slice(&position.to_be_bytes());
            let insert = "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, '2026-03-02', ?6, 420, NULL, 'answers', ?7)";
            let mut insert = transaction.prepare_cached(insert).expect("a statement");
            insert.execute(params![id, [3_u8; 16], position, position << 16, [4_u8; 16], position, [5_u8; 32]]).expect("a row");
            let mut insert = transaction.prepare_cached("INSERT INTO row VALUES (?1, ?2, ?3)").expect("a statement");
            insert.execute(params![id, [1_u8; 16], body]).expect("a row");
        }
        transaction.prepare_cached("DELETE FROM draft_answer").expect("a statement").execute([]).expect("gone");
        transaction.commit().expect("a commit");
    }
}
