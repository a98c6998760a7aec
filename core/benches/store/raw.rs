//! The yardstick: SQLite alone in a file that the store made, with the same key, pragmas and rows, and nothing that makes or checks them.

use std::path::Path;
use std::sync::Arc;

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use siklus_core::pack::Pack;
use siklus_core::store::Options;
use siklus_core::visit::Siklus;

use crate::copies::{Copies, Row, insert, rows};
use crate::home::{Home, key};
use crate::visit::complete;

const KEY: &str = "PRAGMA key = \"x'0303030303030303030303030303030303030303030303030303030303030303'\"";
/// Where a household with a visit that has not ended lies, each after what it refers to.
const BEGUN: &[&str] = &[
    "entry",
    "household_field",
    "person_field",
    "episode_field",
    "service_record",
    "consent",
    "household",
    "person",
    "name_word",
    "draft_visit",
    "draft_part",
    "draft_answer",
];
/// Where the end of a visit is appended.
const ENDED: &[&str] = &["entry", "visit", "answers", "part", "assessment"];

/// A file with the same households as that of the store.
pub struct Raw {
    connection: Connection,
    copies: Copies,
    begun: Vec<Row>,
    ended: Vec<Row>,
    _home: Home,
}

/// A visit that has not ended, with the rows of its end.
pub struct Begun {
    visit: Value,
    person: Value,
    household: Value,
    ended: Vec<Row>,
}

impl Raw {
    /// Has the store make a file with one visit, and keeps the rows of it for the next ones.
    pub fn new(pack: &Arc<Pack>, durable: bool) -> Self {
        let home = Home::new(pack, false);
        let visit = home.visit();
        home.siklus.close().expect("a closed store");
        let begun = rows(&connect(&home.file(), false), BEGUN);
        let siklus = Siklus::open(&home.file(), &key(), Options { durable: false, ..Options::default() }, Arc::clone(pack));
        let siklus = siklus.expect("the store");
        complete(&siklus, visit);
        siklus.close().expect("a closed store");
        let connection = connect(&home.file(), durable);
        let mut ended = rows(&connection, ENDED);
        ended.retain(|row| !begun.contains(row));
        Self { connection, copies: Copies::new(&ended), begun, ended, _home: home }
    }

    /// Another household with a visit at which the same was answered.
    pub fn begin(&mut self) -> Begun {
        let [begun, ended] = self.copies.of([&self.begun, &self.ended]);
        let transaction = self.connection.unchecked_transaction().expect("a transaction");
        begun.iter().for_each(|row| insert(&transaction, row));
        transaction.commit().expect("a commit");
        let id = |table| begun.iter().find(|row| row.table == table).expect("a row").values[0].clone();
        Begun { visit: id("draft_visit"), person: id("person"), household: id("household"), ended }
    }

    /// One answer, in a transaction of its own.
    pub fn answer(&self, Begun { visit, person, .. }: &Begun, answer: &[u8]) {
        let transaction = self.connection.unchecked_transaction().expect("a transaction");
        run(&transaction, "INSERT OR REPLACE INTO draft_answer VALUES (?1, ?2, 'muac_cm', ?3, 0)", params![visit, person, answer]);
        transaction.commit().expect("a commit");
    }

    /// The end of a visit of one member: its rows appended, person and household as they stand after it, its draft gone.
    pub fn complete(&self, Begun { visit, person, household, ended }: &Begun) {
        let transaction = self.connection.unchecked_transaction().expect("a transaction");
        ended.iter().for_each(|row| insert(&transaction, row));
        let of_person = "UPDATE person SET last_visit = ?2, last_visit_on = '2026-03-02', last_action = 2, last_open_urgent = 1,
            last_complete = 0 WHERE id = ?1";
        run(&transaction, of_person, params![person, visit]);
        let of_household = "UPDATE household SET last_visit_on = '2026-03-02', last_action = 2, last_open_urgent = 1, last_complete = 0
            WHERE id = ?1";
        run(&transaction, of_household, params![household]);
        run(&transaction, "DELETE FROM draft_visit WHERE visit = ?1", params![visit]);
        transaction.commit().expect("a commit");
    }
}

fn run(connection: &Connection, statement: &str, values: impl rusqlite::Params) {
    connection.prepare_cached(statement).expect("a statement").execute(values).expect("a row");
}

fn connect(file: &Path, durable: bool) -> Connection {
    let connection = Connection::open(file).expect("a file");
    connection.execute_batch(KEY).expect("a key");
    let synchronous = if durable { "FULL" } else { "OFF" };
    let pragmas = format!("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous};");
    connection.execute_batch(&pragmas).expect("pragmas");
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;").expect("pragmas");
    connection.set_prepared_statement_cache_capacity(64);
    connection
}
