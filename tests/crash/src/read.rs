//! Reads a closed store with plain SQL and CBOR, without the code that wrote it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use minicbor::Decoder;
use minicbor::data::Type;
use rusqlite::{Connection, OpenFlags};
use siklus_core::fact::Number;
use uuid::Uuid;

use crate::line::Changes;

/// The answers about each person at a visit.
pub type Sheets = BTreeMap<Uuid, Changes>;

/// What is in a store.
#[derive(Debug, Default)]
pub struct Content {
    /// The persons of each household.
    pub households: BTreeMap<Uuid, BTreeSet<Uuid>>,
    /// The visits that have not ended.
    pub drafts: BTreeMap<Uuid, Sheets>,
    /// The visits that ended.
    pub completed: BTreeMap<Uuid, Sheets>,
    /// Rows that stand without those that were written in the same transaction.
    pub halves: i64,
}

const HALVES: &str = "SELECT
    (SELECT count(*) FROM visit JOIN draft_visit ON draft_visit.visit = visit.entry)
    + (SELECT count(*) FROM answers WHERE visit NOT IN (SELECT entry FROM visit))
    + (SELECT count(*) FROM part WHERE visit NOT IN (SELECT entry FROM visit))
    + (SELECT count(*) FROM visit WHERE entry NOT IN (SELECT visit FROM part))
    + (SELECT count(*) FROM part WHERE state = 'assessed'
        AND NOT EXISTS (SELECT 1 FROM assessment WHERE assessment.visit = part.visit AND assessment.person = part.person))
    + (SELECT count(*) FROM draft_visit WHERE visit NOT IN (SELECT visit FROM draft_part))
    + (SELECT count(*) FROM household WHERE name IS NULL OR consent IS NULL)
    + (SELECT count(*) FROM person WHERE name IS NULL OR sex IS NULL OR born IS NULL OR household IS NULL)";

impl Content {
    /// Reads a store that nobody has open.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn read(store: &Path, key: u8) -> rusqlite::Result<Self> {
        let connection = Connection::open_with_flags(store, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.execute_batch(&format!("PRAGMA key = \"x'{}'\"", format!("{key:02x}").repeat(32)))?;
        let mut content = Self { halves: connection.query_row(HALVES, [], |row| row.get(0))?, ..Self::default() };
        content.people(&connection)?;
        content.ids(&connection)?;
        content.answers(&connection)?;
        Ok(content)
    }

    fn people(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        each(connection, "SELECT id, household FROM person UNION ALL SELECT NULL, id FROM household", |row| {
            let persons = self.households.entry(id(row, 1)?).or_default();
            if row.get_ref(0)?.as_blob().is_ok() {
                persons.insert(id(row, 0)?);
            }
            Ok(())
        })
    }

    fn ids(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let ids = |query, visits: &mut BTreeMap<Uuid, Sheets>| {
            each(connection, query, |row| {
                visits.entry(id(row, 0)?).or_default();
                Ok(())
            })
        };
        ids("SELECT visit FROM draft_visit", &mut self.drafts)?;
        ids("SELECT entry FROM visit", &mut self.completed)
    }

    fn answers(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        each(connection, "SELECT visit, subject, fact, answer FROM draft_answer WHERE withdrawn = 0", |row| {
            let sheet = self.drafts.entry(id(row, 0)?).or_default().entry(id(row, 1)?).or_default();
            let bytes: Vec<u8> = row.get(3)?;
            sheet.insert(row.get(2)?, answer(&mut Decoder::new(&bytes)).expect("an answer"));
            Ok(())
        })?;
        each(connection, "SELECT visit, subject, sheet FROM answers", |row| {
            let bytes: Vec<u8> = row.get(2)?;
            let sheet = self.completed.entry(id(row, 0)?).or_default().entry(id(row, 1)?).or_default();
            sheet.extend(decode(&bytes).expect("a sheet"));
            Ok(())
        })
    }
}

fn each(connection: &Connection, query: &str, mut of: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<()>) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(query)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        of(row)?;
    }
    Ok(())
}

fn id(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Uuid> {
    row.get::<_, [u8; 16]>(column).map(Uuid::from_bytes)
}

/// A sheet without what was withdrawn.
fn decode(bytes: &[u8]) -> Result<Changes, minicbor::decode::Error> {
    let mut from = Decoder::new(bytes);
    let length = from.map()?.unwrap_or_default();
    let mut sheet = Changes::new();
    for _ in 0..length {
        let fact = from.str()?.to_owned();
        if from.datatype()? == Type::Undefined {
            from.undefined()?;
        } else {
            sheet.insert(fact, answer(&mut from)?);
        }
    }
    Ok(sheet)
}

fn answer(from: &mut Decoder<'_>) -> Result<String, minicbor::decode::Error> {
    Ok(match from.datatype()? {
        Type::Null => from.null().map(|()| "unknown".into())?,
        Type::Bool => from.bool()?.to_string(),
        Type::String => from.str()?.to_owned(),
        Type::Tag => {
            from.tag()?;
            from.array()?;
            let (exponent, mantissa) = (from.i64()?, from.i64()?);
            let scale = u32::try_from(-exponent).expect("digits behind the mark");
            Number::decimal(mantissa, scale).expect("a number").to_string()
        }
        _ => from.i64()?.to_string(),
    })
}
