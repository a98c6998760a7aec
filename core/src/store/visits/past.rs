//! What was answered at visits that were completed.

use chrono::NaiveDate;
use rusqlite::params;
use uuid::Uuid;

use crate::hidden::hidden;
use crate::store::ids::VisitId;
use crate::store::sheet::{self, Sheet};
use crate::store::{Store, StoreError};

/// What was answered about someone at a completed visit, with all corrections.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct PastVisit {
    /// The visit.
    pub visit: VisitId,
    /// Its day.
    pub on: NaiveDate,
    pub(crate) sheet: Sheet,
}

hidden!(PastVisit);

/// Later than any clock.
const NOW: i64 = i64::MAX;

impl Store {
    /// The completed visits at which something was answered about a household or about a person who was assessed, the earliest first.
    pub(crate) fn past_visits(&self, subject: Uuid) -> Result<Vec<PastVisit>, StoreError> {
        self.past_visits_as_of(subject, NOW)
    }

    /// The same as it was known at a time of the clock: as a visit was judged then.
    pub(crate) fn past_visits_as_of(&self, subject: Uuid, clock: i64) -> Result<Vec<PastVisit>, StoreError> {
        self.read(|connection| {
            let query = "SELECT answers.visit, ended.happened_on, answers.sheet
                FROM answers JOIN entry ON entry.id = answers.entry
                    JOIN visit ON visit.entry = answers.visit JOIN entry AS ended ON ended.id = visit.entry
                WHERE answers.subject = ?1 AND visit.state = 'completed' AND entry.clock <= ?2
                    AND NOT EXISTS (SELECT 1 FROM part
                        WHERE part.visit = answers.visit AND part.person = answers.subject AND part.state <> 'assessed')
                ORDER BY ended.happened_on, ended.clock, entry.clock, entry.device";
            let mut statement = connection.prepare_cached(query)?;
            let mut rows = statement.query(params![subject.as_bytes(), clock])?;
            let mut visits: Vec<PastVisit> = Vec::new();
            while let Some(row) = rows.next()? {
                let (visit, on) = (row.get(0)?, row.get::<_, String>(1)?.parse().map_err(|_| StoreError::Damaged)?);
                let sheet = sheet::decode(row.get_ref(2)?.as_blob().map_err(|_| StoreError::Damaged)?)?;
                match visits.last_mut().filter(|last| last.visit == visit) {
                    Some(last) => last.sheet = sheet::superseded(std::mem::take(&mut last.sheet), sheet),
                    None => visits.push(PastVisit { visit, on, sheet }),
                }
            }
            Ok(visits)
        })
    }
}
