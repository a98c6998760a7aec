//! Visits that have not ended: answers are saved as they are given, and replaced in place.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use uuid::Uuid;

use super::state::PartState;
use super::used::{keep_pack, keep_settings};
use crate::hidden::hidden;
use crate::pack::source::{Setting, Source};
use crate::store::chain::Hash;
use crate::store::ids::{HouseholdId, PersonId, VisitId};
use crate::store::row::{Author, new_id};
use crate::store::sheet::Sheet;
use crate::store::{Store, StoreError};

/// A visit that has not ended.
#[derive(Clone)]
pub struct Draft {
    /// Its id, which it keeps.
    pub visit: VisitId,
    /// The household.
    pub household: HouseholdId,
    /// Where it takes place.
    pub place: Setting,
    /// Its day.
    pub on: NaiveDate,
    /// SHA-256 of the pack with which it was opened, and with which it is judged.
    pub pack: Hash,
    /// SHA-256 of the settings with which it was opened.
    pub settings: Hash,
    /// Whether the family sheet is filled in at it, and what it asks of each member.
    pub family_sheet: bool,
    /// The members, in the order of their ids.
    pub parts: Vec<DraftPart>,
}

/// A visit to be opened.
pub(crate) struct NewDraft<'a> {
    pub household: HouseholdId,
    pub place: Setting,
    pub members: &'a [PersonId],
    pub family_sheet: bool,
    pub pack: &'a Source,
    pub settings: &'a Sheet,
}

/// A member at a visit that has not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftPart {
    /// The member.
    pub person: PersonId,
    /// What became of the member; none while nobody dealt with it.
    pub state: Option<PartState>,
    /// Why the member was not visited.
    pub reason: Option<String>,
}

/// An answer of a draft.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct DraftAnswer {
    /// The name of the fact.
    pub fact: String,
    /// The answer in bytes.
    pub answer: Vec<u8>,
    /// It no longer applies, and is not part of the visit.
    pub withdrawn: bool,
}

/// What one user action changes in the answers about someone.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum DraftChange {
    /// A new answer, in bytes.
    Answer(Vec<u8>),
    /// It no longer applies.
    Withdraw,
    /// It was taken back.
    Clear,
}

hidden!(Draft);

impl Store {
    /// Opens a visit to a household, with a part for each of its members.
    pub(crate) fn open_draft(&self, author: Author, new: &NewDraft<'_>) -> Result<VisitId, StoreError> {
        let visit = VisitId(new_id(author.moment));
        self.change(|transaction| {
            let pack = keep_pack(transaction, new.pack)?;
            let settings = keep_settings(transaction, new.settings)?;
            let (on, opened_ms) = (author.happened_on.to_string(), author.moment.unix_ms);
            transaction.execute(
                "INSERT INTO draft_visit (visit, household, place, happened_on, pack, settings, opened_ms, family_sheet)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![visit, new.household, new.place.as_str(), on, pack, settings, opened_ms, new.family_sheet],
            )?;
            new.members.iter().try_for_each(|person| add_part(transaction, visit, *person))
        })?;
        Ok(visit)
    }

    /// Adds a member who was registered during the visit.
    pub(crate) fn add_draft_part(&self, visit: VisitId, person: PersonId) -> Result<(), StoreError> {
        self.change(|transaction| add_part(transaction, visit, person))
    }

    /// Says what became of a member.
    pub(crate) fn set_draft_part(&self, visit: VisitId, part: &DraftPart) -> Result<(), StoreError> {
        self.change(|transaction| {
            let update = "UPDATE draft_part SET state = ?3, reason = ?4 WHERE visit = ?1 AND person = ?2";
            let state = part.state.map(PartState::as_str);
            let changed = transaction.prepare_cached(update)?.execute(params![visit, part.person, state, part.reason])?;
            if changed == 1 { Ok(()) } else { Err(StoreError::Unknown("member at this visit")) }
        })
    }

    /// Changes answers about a person, or about the household, in one transaction. Facts go by name. Who is asked is assessed.
    pub(crate) fn change_draft(&self, visit: VisitId, subject: Uuid, changes: &[(&str, DraftChange)]) -> Result<(), StoreError> {
        self.change(|transaction| {
            let assessed = "UPDATE draft_part SET state = 'assessed', reason = NULL
                WHERE visit = ?1 AND person = ?2 AND state IS NOT 'assessed'";
            transaction.prepare_cached(assessed)?.execute(params![visit, subject.as_bytes()])?;
            changes.iter().try_for_each(|(fact, change)| apply(transaction, visit, subject, fact, change))
        })
    }

    /// A visit that has not ended.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is none of this id.
    pub fn draft(&self, visit: VisitId) -> Result<Draft, StoreError> {
        self.read(|connection| draft(connection, visit))
    }

    /// All visits that have not ended, the latest first.
    pub fn drafts(&self) -> Result<Vec<VisitId>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT visit FROM draft_visit ORDER BY opened_ms DESC, visit")?;
            Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
        })
    }

    /// The visit to a household that has not ended.
    pub(crate) fn draft_of(&self, household: HouseholdId) -> Result<Option<VisitId>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT visit FROM draft_visit WHERE household = ?1 LIMIT 1")?;
            Ok(statement.query_row([household], |row| row.get(0)).optional()?)
        })
    }

    /// The answers about someone at a visit that has not ended, by the names of their facts; those withdrawn too.
    pub(crate) fn draft_answers(&self, visit: VisitId, subject: Uuid) -> Result<Vec<DraftAnswer>, StoreError> {
        self.read(|connection| answers(connection, visit, subject))
    }
}

fn add_part(transaction: &Transaction<'_>, visit: VisitId, person: PersonId) -> Result<(), StoreError> {
    transaction.prepare_cached("INSERT OR IGNORE INTO draft_part (visit, person) VALUES (?1, ?2)")?.execute(params![visit, person])?;
    Ok(())
}

fn apply(transaction: &Transaction<'_>, visit: VisitId, subject: Uuid, fact: &str, change: &DraftChange) -> Result<(), StoreError> {
    let subject = subject.as_bytes();
    match change {
        DraftChange::Answer(answer) => transaction
            .prepare_cached("INSERT OR REPLACE INTO draft_answer (visit, subject, fact, answer, withdrawn) VALUES (?1, ?2, ?3, ?4, 0)")?
            .execute(params![visit, subject, fact, answer])?,
        DraftChange::Withdraw => transaction
            .prepare_cached("UPDATE draft_answer SET withdrawn = 1 WHERE visit = ?1 AND subject = ?2 AND fact = ?3")?
            .execute(params![visit, subject, fact])?,
        DraftChange::Clear => transaction
            .prepare_cached("DELETE FROM draft_answer WHERE visit = ?1 AND subject = ?2 AND fact = ?3")?
            .execute(params![visit, subject, fact])?,
    };
    Ok(())
}

fn draft(connection: &Connection, visit: VisitId) -> Result<Draft, StoreError> {
    let query = "SELECT household, place, happened_on, pack, settings, family_sheet FROM draft_visit WHERE visit = ?1";
    let mut statement = connection.prepare_cached(query)?;
    let found = statement.query_row([visit], |row| {
        let (place, on): (String, String) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, place, on, row.get(3)?, row.get(4)?, row.get(5)?))
    });
    let (household, place, on, pack, settings, family_sheet) = found.optional()?.ok_or(StoreError::Unknown("visit"))?;
    let place = Setting::ALL.iter().copied().find(|setting| setting.as_str() == place).ok_or(StoreError::Damaged)?;
    let on = on.parse().map_err(|_| StoreError::Damaged)?;
    Ok(Draft { visit, household, place, on, pack, settings, family_sheet, parts: parts(connection, visit)? })
}

fn parts(connection: &Connection, visit: VisitId) -> Result<Vec<DraftPart>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT person, state, reason FROM draft_part WHERE visit = ?1 ORDER BY person")?;
    let mut rows = statement.query([visit])?;
    let mut parts = Vec::new();
    while let Some(row) = rows.next()? {
        let state: Option<String> = row.get(1)?;
        let state = state.map(|state| state.parse().map_err(|_| StoreError::Damaged)).transpose()?;
        parts.push(DraftPart { person: row.get(0)?, state, reason: row.get(2)? });
    }
    Ok(parts)
}

fn answers(connection: &Connection, visit: VisitId, subject: Uuid) -> Result<Vec<DraftAnswer>, StoreError> {
    let query = "SELECT fact, answer, withdrawn FROM draft_answer WHERE visit = ?1 AND subject = ?2 ORDER BY fact";
    let mut statement = connection.prepare_cached(query)?;
    let rows = statement.query_map(params![visit, subject.as_bytes()], |row| {
        Ok(DraftAnswer { fact: row.get(0)?, answer: row.get(1)?, withdrawn: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
