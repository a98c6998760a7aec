//! What is read back of a visit that ended: its parts, how each was judged, and to whom it was told.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params};

use super::lines::latest_assessment;
use super::state::{PartState, VisitState};
use crate::hidden::hidden;
use crate::names::names;
use crate::pack::source::{Action, Setting};
use crate::screening::Standing;
use crate::store::chain::Hash;
use crate::store::ids::{HouseholdId, PersonId, VisitId};
use crate::store::row::{Author, Kind};
use crate::store::{Store, StoreError, actions};

/// A visit that ended.
#[derive(Clone, PartialEq, Eq)]
pub struct VisitRecord {
    /// The visit.
    pub visit: VisitId,
    /// The household.
    pub household: HouseholdId,
    /// Where it took place.
    pub place: Setting,
    /// Whether the family sheet was filled in at it, and what it asks of each member.
    pub family_sheet: bool,
    /// Its day.
    pub on: NaiveDate,
    /// How it ended.
    pub state: VisitState,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// What became of each member.
    pub parts: Vec<PartRecord>,
}

/// What became of a member at a visit that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartRecord {
    /// The member.
    pub person: PersonId,
    /// What became of the member.
    pub state: PartState,
    /// Why the member was not visited.
    pub reason: Option<String>,
    /// The cadre was asked, and left urgent questions open.
    pub left_open: bool,
}

/// How a person was judged at a visit: the latest judgement.
#[derive(Clone, PartialEq, Eq)]
pub struct AssessmentRecord {
    /// SHA-256 of the pack.
    pub pack: Hash,
    /// SHA-256 of the settings.
    pub settings: Hash,
    /// The most urgent action.
    pub action: Action,
    /// Whether something urgent could not be judged.
    pub open_urgent: bool,
    /// Whether every question of the form was answered, and the day of birth known where growth needs it.
    pub complete: bool,
    /// The clock of the row: what was written before it was known then.
    pub(crate) clock: i64,
    pub(crate) result: Vec<u8>,
}

/// A result was told to the health worker.
#[derive(Clone, PartialEq, Eq)]
pub struct Report {
    /// When, in milliseconds since 1970-01-01 00:00 UTC.
    pub told_ms: i64,
    /// To whom.
    pub told_to: String,
    /// How.
    pub way: ReportWay,
}

/// How a result was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportWay {
    /// Face to face.
    InPerson,
    /// By phone.
    Phone,
    /// By a message.
    Message,
}

names! { ReportWay { InPerson = "in_person", Phone = "phone", Message = "message", } }

hidden!(VisitRecord, AssessmentRecord, Report);

impl AssessmentRecord {
    /// How the person stands by it.
    pub fn standing(&self) -> Standing {
        Standing::of(self.action, self.open_urgent, self.complete)
    }
}

impl Store {
    /// A visit that ended.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is none of this id.
    pub fn visit(&self, visit: VisitId) -> Result<VisitRecord, StoreError> {
        self.read(|connection| {
            let query = "SELECT household, place, happened_on, state, reason, family_sheet FROM visit
                JOIN entry ON entry.id = visit.entry WHERE visit.entry = ?1";
            let mut statement = connection.prepare_cached(query)?;
            let found = statement.query_row([visit], |row| Ok(read_visit(visit, row))).optional()?;
            let mut record = found.ok_or(StoreError::Unknown("visit"))??;
            let query = "SELECT person, part.state, reason, left_open FROM part JOIN entry ON entry.id = part.entry
                WHERE visit = ?1 ORDER BY clock, device";
            let mut statement = connection.prepare_cached(query)?;
            let mut rows = statement.query([visit])?;
            while let Some(row) = rows.next()? {
                let state = parsed(row, 1)?;
                record.parts.push(PartRecord { person: row.get(0)?, state, reason: row.get(2)?, left_open: row.get(3)? });
            }
            Ok(record)
        })
    }

    /// The visits of a household that ended, the latest first, at most `limit`.
    pub fn visits_of(&self, household: HouseholdId, limit: u32) -> Result<Vec<VisitId>, StoreError> {
        self.read(|connection| {
            let query = "SELECT entry FROM visit JOIN entry ON entry.id = visit.entry WHERE household = ?1
                ORDER BY happened_on DESC, clock DESC LIMIT ?2";
            let mut statement = connection.prepare_cached(query)?;
            Ok(statement.query_map(params![household, limit], |row| row.get(0))?.collect::<Result<_, _>>()?)
        })
    }

    /// How a person was judged at a visit, by the latest judgement; none when the person was not assessed at it.
    pub fn assessment(&self, person: PersonId, visit: VisitId) -> Result<Option<AssessmentRecord>, StoreError> {
        self.read(|connection| latest_assessment(connection, person, visit))
    }

    /// Records that a result was told to the health worker.
    pub(crate) fn add_report(&self, author: Author, visit: VisitId, person: PersonId, report: &Report) -> Result<(), StoreError> {
        self.append(author, |writer| {
            let text = |text: &str| Value::Text(text.to_owned());
            let values =
                vec![visit.into(), person.into(), Value::Integer(report.told_ms), text(&report.told_to), text(report.way.as_str())];
            writer.append(Kind::REPORT, values, None)
        })
    }

    /// To whom the result of a person at a visit was told, the first one first.
    pub fn reports(&self, person: PersonId, visit: VisitId) -> Result<Vec<Report>, StoreError> {
        self.read(|connection| {
            let query = "SELECT told_ms, told_to, way FROM report JOIN entry ON entry.id = report.entry
                WHERE person = ?1 AND visit = ?2 ORDER BY clock, device";
            let mut statement = connection.prepare_cached(query)?;
            let mut rows = statement.query(params![person, visit])?;
            let mut reports = Vec::new();
            while let Some(row) = rows.next()? {
                reports.push(Report { told_ms: row.get(0)?, told_to: row.get(1)?, way: parsed(row, 2)? });
            }
            Ok(reports)
        })
    }
}

fn read_visit(visit: VisitId, row: &Row<'_>) -> Result<VisitRecord, StoreError> {
    Ok(VisitRecord {
        visit,
        household: row.get(0)?,
        place: place(row, 1)?,
        on: parsed(row, 2)?,
        state: parsed(row, 3)?,
        reason: row.get(4)?,
        family_sheet: row.get(5)?,
        parts: Vec::new(),
    })
}

pub(super) fn read_assessment(row: &Row<'_>) -> Result<AssessmentRecord, StoreError> {
    Ok(AssessmentRecord {
        pack: row.get(0)?,
        settings: row.get(1)?,
        action: actions::read(row.get(2)?)?,
        open_urgent: row.get(3)?,
        complete: row.get(4)?,
        result: row.get(5)?,
        clock: row.get(6)?,
    })
}

/// Where a visit takes place, in a column.
pub(super) fn place(row: &Row<'_>, column: usize) -> Result<Setting, StoreError> {
    let place: String = row.get(column)?;
    Setting::ALL.iter().copied().find(|setting| setting.as_str() == place).ok_or(StoreError::Damaged)
}

/// A word or a date in a column.
pub(super) fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: usize) -> Result<T, StoreError> {
    row.get::<_, String>(column)?.parse().map_err(|_| StoreError::Damaged)
}
