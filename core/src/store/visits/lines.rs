//! Visits that ended, a line each: those of a household and those of a person.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::record::{AssessmentRecord, parsed, place, read_assessment};
use super::state::{PartState, VisitState};
use crate::hidden::hidden;
use crate::pack::source::Setting;
use crate::store::ids::{HouseholdId, PersonId, VisitId};
use crate::store::{Store, StoreError};

/// A visit in the list of a household.
#[derive(Clone, PartialEq, Eq)]
pub struct VisitLine {
    /// The visit.
    pub visit: VisitId,
    /// Its day.
    pub on: NaiveDate,
    /// Where it took place.
    pub place: Setting,
    /// How it ended.
    pub state: VisitState,
}

/// A completed visit in the list of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonVisitLine {
    /// The visit.
    pub visit: VisitId,
    /// Its day.
    pub on: NaiveDate,
    /// Where it took place.
    pub place: Setting,
    /// What became of the person at it.
    pub state: PartState,
    /// How the person was judged; none when not assessed.
    pub judged: Option<AssessmentRecord>,
    /// Whether answers were corrected afterwards.
    pub corrected: bool,
    /// Whether the result was told to the health worker.
    pub reported: bool,
}

hidden!(VisitLine, PersonVisitLine);

impl Store {
    /// The visits of a household that ended, the latest first, at most `limit`.
    pub fn visit_lines(&self, household: HouseholdId, limit: u32) -> Result<Vec<VisitLine>, StoreError> {
        self.read(|connection| {
            let query = "SELECT entry, happened_on, place, state FROM visit JOIN entry ON entry.id = visit.entry WHERE household = ?1
                ORDER BY happened_on DESC, clock DESC LIMIT ?2";
            let mut statement = connection.prepare_cached(query)?;
            let mut rows = statement.query(params![household, limit])?;
            let mut lines = Vec::new();
            while let Some(row) = rows.next()? {
                lines.push(VisitLine { visit: row.get(0)?, on: parsed(row, 1)?, place: place(row, 2)?, state: parsed(row, 3)? });
            }
            Ok(lines)
        })
    }

    /// The completed visits at which a person had a part, the latest first, at most `limit`.
    pub fn visits_of_person(&self, person: PersonId, limit: u32) -> Result<Vec<PersonVisitLine>, StoreError> {
        self.read(|connection| {
            let query = "SELECT part.visit, ended.happened_on, visit.place, part.state,
                    (SELECT count(*) > 1 FROM answers WHERE subject = part.person AND visit = part.visit),
                    EXISTS (SELECT 1 FROM report WHERE person = part.person AND visit = part.visit)
                FROM part JOIN visit ON visit.entry = part.visit JOIN entry AS ended ON ended.id = visit.entry
                WHERE part.person = ?1 ORDER BY ended.happened_on DESC, ended.clock DESC LIMIT ?2";
            let mut statement = connection.prepare_cached(query)?;
            let mut rows = statement.query(params![person, limit])?;
            let mut lines = Vec::new();
            while let Some(row) = rows.next()? {
                let judged = latest_assessment(connection, person, row.get(0)?)?;
                lines.push(read_line(row, judged)?);
            }
            Ok(lines)
        })
    }
}

pub(super) fn latest_assessment(connection: &Connection, person: PersonId, visit: VisitId) -> Result<Option<AssessmentRecord>, StoreError> {
    let query = "SELECT pack, settings, action, open_urgent, complete, result, clock FROM assessment
        JOIN entry ON entry.id = assessment.entry WHERE person = ?1 AND visit = ?2 ORDER BY clock DESC LIMIT 1";
    let mut statement = connection.prepare_cached(query)?;
    statement.query_row(params![person, visit], |row| Ok(read_assessment(row))).optional()?.transpose()
}

fn read_line(row: &Row<'_>, judged: Option<AssessmentRecord>) -> Result<PersonVisitLine, StoreError> {
    Ok(PersonVisitLine {
        visit: row.get(0)?,
        on: parsed(row, 1)?,
        place: place(row, 2)?,
        state: parsed(row, 3)?,
        judged,
        corrected: row.get(4)?,
        reported: row.get(5)?,
    })
}
