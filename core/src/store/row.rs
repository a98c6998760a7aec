//! The kinds of rows, and how a row is appended to the chain of its device.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Params, Transaction, params_from_iter};
use uuid::Uuid;

use super::chain::{Hash, Link};
use super::clock::Clock;
use super::ids::{ActorId, DeviceId, RowId};
use super::{Moment, StoreError, projection};

/// Who writes, of which day, and when.
#[derive(Clone, Copy, Debug)]
pub struct Author {
    /// The cadre.
    pub actor: ActorId,
    /// The local calendar date on which it happened.
    pub happened_on: NaiveDate,
    /// When it is recorded.
    pub moment: Moment,
}

/// A kind of row: its table and the columns of it behind `entry`, in the order of the schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    pub table: &'static str,
    pub columns: &'static [&'static str],
}

macro_rules! kinds {
    ($($name:ident: $table:literal [$($column:literal)*],)*) => {
        impl Kind {
            $(pub(super) const $name: Self = Self { table: $table, columns: &[$($column),*] };)*
            /// All kinds.
            pub(super) const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

kinds! {
    HOUSEHOLD_FIELD: "household_field" ["household" "field" "value"],
    PERSON_FIELD: "person_field" ["person" "field" "value"],
    EPISODE_FIELD: "episode_field" ["episode" "person" "field" "value"],
    SERVICE_RECORD: "service_record" ["record" "person" "service" "received_on" "withdrawn"],
    CONSENT: "consent" ["household" "state" "notice" "way" "given_by"],
    SETTING: "setting" ["fact" "value"],
    VISIT: "visit" ["household" "place" "family_sheet" "state" "reason"],
    PART: "part" ["visit" "person" "state" "reason" "left_open"],
    ANSWERS: "answers" ["visit" "subject" "sheet"],
    ASSESSMENT: "assessment" ["visit" "person" "pack" "settings" "action" "open_urgent" "complete" "result"],
    REPORT: "report" ["visit" "person" "told_ms" "told_to" "way"],
}

impl Kind {
    pub(super) fn named(table: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.table == table)
    }
}

/// Appends rows within one transaction.
pub(crate) struct Writer<'t> {
    transaction: &'t Transaction<'t>,
    author: Author,
    device: DeviceId,
    position: i64,
    clock: Clock,
    last: Hash,
}

impl<'t> Writer<'t> {
    pub(super) fn new(transaction: &'t Transaction<'t>, author: Author) -> Result<Self, StoreError> {
        let device: DeviceId = transaction.prepare_cached("SELECT id FROM device WHERE only_row = 1")?.query_row([], |row| row.get(0))?;
        let end = "SELECT position, clock, hash FROM entry WHERE device = ?1 ORDER BY position DESC LIMIT 1";
        let mut end = transaction.prepare_cached(end)?;
        let end = end.query_row([device], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
        let (position, clock, last) = end.unwrap_or((0, 0, Hash::default()));
        Ok(Self { transaction, author, device, position, clock: Clock(clock), last })
    }

    /// The transaction, for what is made from the rows.
    pub(super) fn transaction(&self) -> &'t Transaction<'t> {
        self.transaction
    }

    /// A new id.
    pub(super) fn new_id(&self) -> Uuid {
        new_id(self.author.moment)
    }

    /// The row that the next one supersedes: the first that a query for entries finds, the latest first.
    pub(super) fn latest(&self, query: &str, of: impl Params) -> Result<Option<RowId>, StoreError> {
        let mut statement = self.transaction.prepare_cached(query)?;
        Ok(statement.query_row(of, |row| row.get(0)).optional()?)
    }

    /// Appends a row, and brings up to date what is made from it; `values` are those of the columns of its kind.
    pub(super) fn append(&mut self, kind: Kind, values: Vec<Value>, supersedes: Option<RowId>) -> Result<(), StoreError> {
        self.append_as(RowId(self.new_id()), kind, values, supersedes)
    }

    /// Appends a row that has an id already.
    pub(super) fn append_as(&mut self, id: RowId, kind: Kind, values: Vec<Value>, supersedes: Option<RowId>) -> Result<(), StoreError> {
        self.position += 1;
        self.clock = self.clock.next(self.author.moment);
        projection::apply(self.transaction, kind, &values, self.author.happened_on)?;
        let header = self.header(id, kind, supersedes);
        let hash = Link { before: &self.last, header: &header, body: &values }.hash();
        self.insert("entry", ENTRY_COLUMNS, header.into_iter().chain([Value::Blob(hash.to_vec())]))?;
        self.insert(kind.table, kind.columns, std::iter::once(id.into()).chain(values))?;
        self.last = hash;
        Ok(())
    }

    fn header(&self, id: RowId, kind: Kind, supersedes: Option<RowId>) -> Vec<Value> {
        let Author { actor, happened_on, moment } = self.author;
        vec![
            id.into(),
            self.device.into(),
            Value::Integer(self.position),
            Value::Integer(self.clock.0),
            actor.into(),
            Value::Text(happened_on.to_string()),
            Value::Integer(moment.unix_ms),
            Value::Integer(moment.utc_offset_min.into()),
            supersedes.map_or(Value::Null, Value::from),
            Value::Text(kind.table.to_owned()),
        ]
    }

    fn insert(&self, table: &str, columns: &[&str], values: impl Iterator<Item = Value>) -> Result<(), StoreError> {
        let marks = vec!["?"; columns.len() + 1].join(", ");
        let mut insert = self.transaction.prepare_cached(&format!("INSERT INTO {table} VALUES ({marks})"))?;
        insert.execute(params_from_iter(values))?;
        Ok(())
    }
}

/// The columns of `entry` between its id and its end, in the order of the schema.
pub(super) const ENTRY_COLUMNS: &[&str] =
    &["device", "position", "clock", "actor", "happened_on", "recorded_ms", "utc_offset_min", "supersedes", "kind", "hash"];

/// A UUID of version 7 of this moment.
pub(crate) fn new_id(moment: Moment) -> Uuid {
    let ms = u64::try_from(moment.unix_ms).unwrap_or_default();
    let (seconds, rest) = (ms / 1_000, u32::try_from(ms % 1_000).unwrap_or_default());
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, rest * 1_000_000))
}
