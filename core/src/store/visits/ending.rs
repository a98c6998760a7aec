//! The end of a visit: its rows are appended and its draft goes, in one transaction.

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::draft::{self, Draft};
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
    /// Whether every question of the form was answered.
    pub complete: bool,
    /// Findings and undetermined rules, in bytes.
    pub result: Vec<u8>,
}

impl Store {
    /// Ends a visit.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when it is no draft, as one that ended already.
    pub(crate) fn end_visit(&self, author: Author, visit: VisitId, ended: &Ended) -> Result<(), StoreError> {
        self.append(author, |writer| {
            let draft = draft::draft(writer.transaction(), visit)?;
            let (state, reason) = match ended {
                Ended::Completed(_) => (VisitState::Completed, Value::Null),
                Ended::Cancelled(reason) => (VisitState::Cancelled, Value::Text(reason.clone())),
            };
            let place = Value::Text(draft.place.as_str().into());
            let family_sheet = Value::Integer(draft.family_sheet.into());
            let values = vec![visit.into(), draft.household.into(), place, family_sheet, Value::Text(state.as_str().into()), reason];
            writer.append(Kind::VISIT, values, None)?;
            sheets(writer, &draft)?;
            if let Ended::Completed(parts) = ended {
                parts.iter().try_for_each(|part| end_part(writer, &draft, part))?;
            }
            remove(writer.transaction(), visit)
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
                Some((judged, [pack, settings])) => append_judged(writer, visit, PersonId(subject), (pack, settings), judged),
                None => Ok(()),
            }
        })
    }
}

/// The answers about each member and about the household, withdrawn ones too.
fn sheets(writer: &mut Writer<'_>, draft: &Draft) -> Result<(), StoreError> {
    let mut statement =
        writer.transaction().prepare_cached("SELECT DISTINCT subject FROM draft_answer WHERE visit = ?1 ORDER BY subject")?;
    let subjects: Vec<PersonId> = statement.query_map([draft.visit], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for PersonId(subject) in subjects {
        let answers = draft::answers(writer.transaction(), draft.visit, subject)?;
        let entry = |withdrawn, answer| if withdrawn { Entry::Withdrawn } else { Entry::Answered(answer) };
        let sheet = answers.into_iter().map(|given| (given.fact, entry(given.withdrawn, given.answer))).collect();
        append_sheet(writer, draft.visit, subject, &sheet, None)?;
    }
    Ok(())
}

fn append_sheet(
    writer: &mut Writer<'_>,
    visit: VisitId,
    subject: Uuid,
    sheet: &Sheet,
    supersedes: Option<RowId>,
) -> Result<(), StoreError> {
    let values = vec![visit.into(), PersonId(subject).into(), Value::Blob(sheet::encode(sheet))];
    writer.append(Kind::ANSWERS, values, supersedes)?;
    Ok(())
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
        Some(judged) => append_judged(writer, draft.visit, part.person, (draft.pack, draft.settings), judged),
        None => Ok(()),
    }
}

fn append_judged(
    writer: &mut Writer<'_>,
    visit: VisitId,
    person: PersonId,
    (pack, settings): (Hash, Hash),
    judged: &Judged,
) -> Result<(), StoreError> {
    let before = "SELECT entry FROM assessment JOIN entry ON entry.id = assessment.entry
        WHERE person = ?1 AND visit = ?2 ORDER BY clock DESC LIMIT 1";
    let supersedes = writer.latest(before, params![person, visit])?;
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
    writer.append(Kind::ASSESSMENT, values, supersedes)?;
    Ok(())
}

fn remove(connection: &Connection, visit: VisitId) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM draft_visit WHERE visit = ?1")?.execute([visit])?;
    Ok(())
}
