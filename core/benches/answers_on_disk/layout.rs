//! The three layouts, with the same answers.

use std::path::Path;
use std::sync::LazyLock;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec;
use rusqlite::{Connection, params};
use siklus_core::pack::Pack;

/// How many people there are.
pub const PEOPLE: u64 = 4_000;
/// How many answers a visit has.
pub const ANSWERS: u64 = 60;

/// A way to keep answers.
#[derive(Clone, Copy)]
pub enum Layout {
    /// Each answer is a row with its own id, clock, hash and what else a row has.
    FullRows,
    /// Each answer is a row below the one row of its visit.
    LeanRows,
    /// The answers of a person at a visit are one row with a map, in a table sorted by its id alone.
    SheetsById,
    /// The same in a table with SQLite's own row numbers, whose rows may fill a page.
    Sheets,
    /// The same, each map deflated.
    DeflatedSheets,
}

const ENTRY: &str = "CREATE TABLE entry (id BLOB PRIMARY KEY, device BLOB, position INTEGER, clock INTEGER, actor BLOB, happened_on TEXT,
    recorded_ms INTEGER, utc_offset_min INTEGER, supersedes BLOB, kind TEXT, hash BLOB, UNIQUE (device, position)) STRICT, WITHOUT ROWID;";
const ROWS: &str = "CREATE TABLE answer (entry BLOB, person BLOB, visit BLOB, fact TEXT, answer BLOB, PRIMARY KEY (person, visit, fact))
    STRICT, WITHOUT ROWID;";
const SHEETS: &str = "CREATE TABLE answers (entry BLOB PRIMARY KEY, visit BLOB, person BLOB, sheet BLOB) STRICT;
    CREATE INDEX answers_by_person ON answers (person, visit);";
const SHEETS_BY_ID: &str = "CREATE TABLE answers (entry BLOB PRIMARY KEY, visit BLOB, person BLOB, sheet BLOB) STRICT, WITHOUT ROWID;
    CREATE INDEX answers_by_person ON answers (person, visit);";

impl Layout {
    pub const ALL: [Self; 5] = [Self::Sheets, Self::DeflatedSheets, Self::SheetsById, Self::LeanRows, Self::FullRows];

    pub fn name(self) -> &'static str {
        match self {
            Self::FullRows => "a chained row for each answer",
            Self::LeanRows => "a plain row for each answer",
            Self::Sheets => "a sheet for each person and visit",
            Self::DeflatedSheets => "the same, deflated",
            Self::SheetsById => "the same, in a table without row ids",
        }
    }

    pub fn create(self, file: &Path) -> Connection {
        let connection = Connection::open(file).expect("a new file");
        let key = "PRAGMA key = \"x'0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20'\"";
        connection.execute_batch(key).expect("a key");
        connection
            .execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA temp_store = MEMORY")
            .expect("pragmas");
        connection.execute_batch(ENTRY).expect("a table");
        let tables = match self {
            Self::Sheets | Self::DeflatedSheets => SHEETS,
            Self::SheetsById => SHEETS_BY_ID,
            Self::LeanRows | Self::FullRows => ROWS,
        };
        connection.execute_batch(tables).expect("a table");
        connection
    }

    /// Writes a visit of the next person in turn.
    pub fn save(self, connection: &Connection, visit: u64) {
        let person = id(1, visit % PEOPLE);
        match self {
            Self::Sheets | Self::SheetsById => self.save_sheet(connection, visit, person, &sheet(visit)),
            Self::DeflatedSheets => self.save_sheet(connection, visit, person, &compress_to_vec(&sheet(visit), 6)),
            Self::LeanRows => {
                let entry = entry(connection, visit);
                (0..ANSWERS).for_each(|place| answer(connection, &entry, person, visit, place));
            }
            Self::FullRows => (0..ANSWERS).for_each(|place| {
                let entry = entry(connection, visit * ANSWERS + place);
                answer(connection, &entry, person, visit, place);
            }),
        }
    }

    fn save_sheet(self, connection: &Connection, visit: u64, person: [u8; 16], sheet: &[u8]) {
        let entry = entry(connection, visit);
        let mut insert = connection.prepare_cached("INSERT INTO answers VALUES (?1, ?2, ?3, ?4)").expect("a statement");
        insert.execute(params![entry, id(2, visit), person, sheet]).expect("a row");
    }

    fn count(self, sheet: &[u8]) -> u64 {
        match self {
            Self::DeflatedSheets => count(&decompress_to_vec(sheet).expect("a deflated sheet")),
            _ => count(sheet),
        }
    }

    /// All answers of a person, counted.
    pub fn history(self, connection: &Connection, person: u64) -> u64 {
        let person = id(1, person);
        match self {
            Self::Sheets | Self::SheetsById | Self::DeflatedSheets => {
                let mut statement = connection.prepare_cached("SELECT sheet FROM answers WHERE person = ?1").expect("a statement");
                let sheets = statement.query_map([person], |row| row.get::<_, Vec<u8>>(0)).expect("rows");
                sheets.map(|sheet| self.count(&sheet.expect("a sheet"))).sum()
            }
            _ => {
                let mut statement = connection.prepare_cached("SELECT fact, answer FROM answer WHERE person = ?1").expect("a statement");
                let rows = statement.query_map([person], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))).expect("rows");
                rows.map(|row| u64::from(!row.expect("a row").0.is_empty())).sum()
            }
        }
    }

    /// All answers of all people, counted.
    pub fn scan(self, connection: &Connection) -> u64 {
        match self {
            Self::Sheets | Self::SheetsById | Self::DeflatedSheets => {
                let mut statement = connection.prepare("SELECT sheet FROM answers").expect("a statement");
                let sheets = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).expect("rows");
                sheets.map(|sheet| self.count(&sheet.expect("a sheet"))).sum()
            }
            _ => {
                let mut statement = connection.prepare("SELECT fact, answer FROM answer").expect("a statement");
                let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))).expect("rows");
                rows.map(|row| u64::from(!row.expect("a row").0.is_empty())).sum()
            }
        }
    }
}

/// Sixteen bytes that look like a UUID of version 7: rising, with a random end.
fn id(kind: u8, number: u64) -> [u8; 16] {
    let mut bytes = [kind; 16];
    bytes[..8].copy_from_slice(&(number + (1 << 40)).to_be_bytes());
    bytes[8..].copy_from_slice(&number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    bytes
}

fn entry(connection: &Connection, number: u64) -> [u8; 16] {
    let entry = id(3, number);
    let insert = "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, '2026-03-02', ?6, 420, NULL, 'answers', ?7)";
    let mut insert = connection.prepare_cached(insert).expect("a statement");
    let hash = [id(4, number), id(5, number)].concat();
    let number = i64::try_from(number).expect("a small number");
    insert.execute(params![entry, id(6, 0), number + 1, number << 20, id(7, 0), number, hash]).expect("a row");
    entry
}

fn answer(connection: &Connection, entry: &[u8], person: [u8; 16], visit: u64, place: u64) {
    let mut insert = connection.prepare_cached("INSERT INTO answer VALUES (?1, ?2, ?3, ?4, ?5)").expect("a statement");
    insert.execute(params![entry, person, id(2, visit), fact(place), value(visit, place)]).expect("a row");
}

/// Every ninth fact of the pack.
fn fact(place: u64) -> &'static str {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let pack = Pack::embedded().expect("the pack");
        pack.dictionary().iter().map(|(_, fact)| fact.id.to_string()).step_by(9).collect()
    });
    &NAMES[place as usize]
}

/// Three of four answers are yes or no, the others decimal numbers.
fn value(visit: u64, place: u64) -> Vec<u8> {
    if place.is_multiple_of(4) { vec![0xc4, 0x82, 0x20, 0x18, (visit % 200) as u8 + 24] } else { vec![0xf4 + (visit & 1) as u8] }
}

fn sheet(visit: u64) -> Vec<u8> {
    let mut sheet = vec![0xb8, ANSWERS as u8];
    for place in 0..ANSWERS {
        let name = fact(place);
        sheet.extend(if name.len() < 24 { vec![0x60 + name.len() as u8] } else { vec![0x78, name.len() as u8] });
        sheet.extend_from_slice(name.as_bytes());
        sheet.extend(value(visit, place));
    }
    sheet
}

fn count(sheet: &[u8]) -> u64 {
    let mut decoder = minicbor::Decoder::new(sheet);
    let length = decoder.map().expect("a map").expect("a length");
    for _ in 0..length {
        decoder.str().expect("a name");
        decoder.skip().expect("an answer");
    }
    length
}
