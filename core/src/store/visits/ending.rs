//! The end of a visit: its rows are appended and its draft goes, in one transaction.

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::draft::Draft;
use super::state::{PartState, VisitState};
use crate::pack::source::Action;
use crate::store::chain::Hash;
use crate::store::ids::{PersonId, RowId, VisitId};
use crate::store::row::{Author, Kind, Writer};
use crate::store::sheet::{self, Entry, Sheet};
use crate::store::{Store, StoreError, actions};

/// How a visit ends.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Ended {
    /// Completed, with what became of each member.
    Completed(Vec<EndedPart>),
    /// Cancelled for this reason.
    Cancelled(String),
}

/// What became of a member.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct EndedPart {
    /// The member.
    pub person: PersonId,
    /// What became of the member.
    pub state: PartState,
    /// Why the member was not visited.
    pub reason: Option<String>,
    /// The cadre was asked, and left urgent questions open.
    pub left_open: bool,
    /// How the member was judged; there exactly when assessed.
    pub judged: Option<Judged>,
}

/// How a person was judged.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Judged {
    /// The most urgent action.
    pub action: Action,
    /// Whether something urgent could not be judged.
    pub open_urgent: bool,
    /// Whether every question of the form was answered, and the day of birth known where growth needs it.
    pub complete: bool,
    /// Findings and undetermined rules, in bytes.
    pub result: Vec<u8>,
}

impl Store {
    /// Ends a visit.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when it is no draft, as one that ended already.
    pub(crate) fn end_visit(&self, author: Author, draft: &Draft, ended: &Ended) -> Result<(), StoreError> {
        self.append(author, |writer| {
            let sheets = sheets(writer.transaction(), draft.visit)?;
            remove(writer.transaction(), draft.visit)?;
            let (state, reason) = match ended {
                Ended::Completed(_) => (VisitState::Completed, Value::Null),
                Ended::Cancelled(reason) => (VisitState::Cancelled, Value::Text(reason.clone())),
            };
            let place = Value::Text(draft.place.as_str().into());
            let family_sheet = Value::Integer(draft.family_sheet.into());
            let values = vec![draft.household.into(), place, family_sheet, Value::Text(state.as_str().into()), reason];
            writer.append_as(RowId(draft.visit.0), Kind::VISIT, values, None)?;
            sheets.iter().try_for_each(|(subject, sheet)| append_sheet(writer, draft.visit, *subject, sheet, None))?;
            match ended {
                Ended::Completed(parts) => parts.iter().try_for_each(|part| end_part(writer, draft, part)),
                Ended::Cancelled(_) => Ok(()),
            }
        })
    }

    /// Corrects answers of a visit that ended, and how the person is judged by it now: rows that supersede what they correct.
    pub(crate) fn correct(
        &self,
        author: Author,
        visit: VisitId,
        subject: Uuid,
        changes: &Sheet,
        judged: Option<(&Judged, [Hash; 2])>,
    ) -> Result<(), StoreError> {
        self.append(author, |writer| {
            let before = "SELECT entry FROM answers JOIN entry ON entry.id = answers.entry
                WHERE subject = ?1 AND visit = ?2 ORDER BY clock DESC LIMIT 1";
            let supersedes = writer.latest(before, params![subject.as_bytes(), visit])?;
            append_sheet(writer, visit, subject, changes, supersedes)?;
            match judged {
                Some((judged, hashes)) => {
                    let before = "SELECT entry FROM assessment JOIN entry ON entry.id = assessment.entry
                        WHERE person = ?1 AND visit = ?2 ORDER BY clock DESC LIMIT 1";
                    let supersedes = writer.latest(before, params![subject.as_bytes(), visit])?;
                    append_judged(writer, visit, PersonId(subject), (judged, hashes), supersedes)
                }
                None => Ok(()),
            }
        })
    }
}

/// The answers about each member and about the household, withdrawn ones too.
fn sheets(connection: &Connection, visit: VisitId) -> Result<Vec<(Uuid, Sheet)>, StoreError> {
    let query = "SELECT subject, fact, answer, withdrawn FROM draft_answer WHERE visit = ?1 ORDER BY subject, fact";
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query([visit])?;
    let mut sheets: Vec<(Uuid, Sheet)> = Vec::new();
    while let Some(row) = rows.next()? {
        let PersonId(subject) = row.get(0)?;
        let entry = if row.get(3)? { Entry::Withdrawn } else { Entry::Answered(row.get(2)?) };
        let answer = (row.get(1)?, entry);
        match sheets.last_mut().filter(|(last, _)| *last == subject) {
            Some((_, sheet)) => sheet.push(answer),
            None => sheets.push((subject, vec![answer])),
        }
    }
    Ok(sheets)
}

fn append_sheet(
    writer: &mut Writer<'_>,
    visit: VisitId,
    subject: Uuid,
    sheet: &Sheet,
    supersedes: Option<RowId>,
) -> Result<(), StoreError> {
    let values = vec![visit.into(), PersonId(subject).into(), Value::Blob(sheet::encode(sheet))];
    writer.append(Kind::ANSWERS, values, supersedes)
}

fn end_part(writer: &mut Writer<'_>, draft: &Draft, part: &EndedPart) -> Result<(), StoreError> {
    let reason = part.reason.clone().map_or(Value::Null, Value::Text);
    let values = vec![
        draft.visit.into(),
        part.person.into(),
        Value::Text(part.state.as_str().into()),
        reason,
        Value::Integer(part.left_open.into()),
    ];
    writer.append(Kind::PART, values, None)?;
    match &part.judged {
        Some(judged) => append_judged(writer, draft.visit, part.person, (judged, [draft.pack, draft.settings]), None),
        None => Ok(()),
    }
}

fn append_judged(
    writer: &mut Writer<'_>,
    visit: VisitId,
    person: PersonId,
    (judged, [pack, settings]): (&Judged, [Hash; 2]),
    supersedes: Option<RowId>,
) -> Result<(), StoreError> {
    let values = vec![
        visit.into(),
        person.into(),
        Value::Blob(pack.to_vec()),
        Value::Blob(settings.to_vec()),
        Value::Integer(actions::number(judged.action)),
        Value::Integer(judged.open_urgent.into()),
        Value::Integer(judged.complete.into()),
        Value::Blob(judged.result.clone()),
    ];
    writer.append(Kind::ASSESSMENT, values, supersedes)
}

fn remove(connection: &Connection, visit: VisitId) -> Result<(), StoreError> {
    match connection.prepare_cached("DELETE FROM draft_visit WHERE visit = ?1")?.execute([visit])? {
        1 => Ok(()),
        _ => Err(StoreError::Unknown("visit")),
    }
}
