//! Rows of one household once more for another: the same but for their ids and their places in the chain.

use std::collections::HashMap;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

use crate::home::author;

/// Of `entry`.
const DEVICE: usize = 1;
const POSITION: usize = 2;
const ACTOR: usize = 4;
const ID_BYTES: usize = 16;

/// A row with the values of all columns of its table, in their order.
#[derive(Clone, PartialEq)]
pub struct Row {
    pub table: &'static str,
    pub values: Vec<Value>,
    insert: String,
}

/// Copies rows again and again, each time further on in the chain.
pub struct Copies {
    /// How many places in the chain one copy takes.
    length: i64,
    further: i64,
    /// Those that stay as they are: the device and the cadre.
    kept: [Value; 2],
}

/// All rows of some tables, those of one table in the order in which they were written.
pub fn rows(connection: &Connection, tables: &[&'static str]) -> Vec<Row> {
    let mut all = Vec::new();
    for table in tables {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).expect("a query");
        let columns = statement.column_count();
        let insert = format!("INSERT INTO {table} VALUES ({})", vec!["?"; columns].join(", "));
        let values = statement.query_map([], |row| (0..columns).map(|column| row.get(column)).collect()).expect("rows");
        all.extend(values.map(|values| Row { table, values: values.expect("a row"), insert: insert.clone() }));
    }
    all.sort_by_key(|row| row.position().unwrap_or(i64::MAX));
    all
}

/// Inserts a row.
pub fn insert(connection: &Connection, row: &Row) {
    let mut insert = connection.prepare_cached(&row.insert).expect("a statement");
    insert.execute(params_from_iter(&row.values)).expect("a row");
}

impl Row {
    /// Its place in the chain, if it is an entry.
    fn position(&self) -> Option<i64> {
        match self.values.get(POSITION) {
            Some(Value::Integer(position)) if self.table == "entry" => Some(*position),
            _ => None,
        }
    }
}

impl Copies {
    /// Behind rows whose last entry is the last one of the chain.
    pub fn new(rows: &[Row]) -> Self {
        let last = rows.iter().filter(|row| row.table == "entry").max_by_key(|row| row.position()).expect("an entry");
        let kept = [DEVICE, ACTOR].map(|column| last.values[column].clone());
        Self { length: last.position().expect("a place"), further: 0, kept }
    }

    /// Copies of some rows that belong together.
    pub fn of<const N: usize>(&mut self, groups: [&[Row]; N]) -> [Vec<Row>; N] {
        self.further += self.length;
        let mut ids = HashMap::new();
        groups.map(|rows| rows.iter().map(|row| self.copy(row, &mut ids)).collect())
    }

    fn copy(&self, row: &Row, ids: &mut HashMap<Vec<u8>, Vec<u8>>) -> Row {
        let mut copy = row.clone();
        if let Some(position) = row.position() {
            copy.values[POSITION] = Value::Integer(position + self.further);
        }
        for value in copy.values.iter_mut().filter(|value| !self.kept.contains(value)) {
            if let Value::Blob(id) = value
                && id.len() == ID_BYTES
            {
                *id = ids.entry(id.clone()).or_insert_with(new_id).clone();
            }
        }
        copy
    }
}

fn new_id() -> Vec<u8> {
    let ms = author().moment.unix_ms.unsigned_abs();
    let time = uuid::Timestamp::from_unix(uuid::NoContext, ms / 1_000, (ms % 1_000) as u32 * 1_000_000);
    Uuid::new_v7(time).as_bytes().to_vec()
}
