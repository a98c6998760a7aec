//! Pregnancies of a person, from their first day to their end.

use chrono::NaiveDate;
use rusqlite::params;
use rusqlite::types::Value;

use crate::hidden::hidden;
use crate::names::names;
use crate::person::PregnancyDate;
use crate::store::ids::{EpisodeId, PersonId};
use crate::store::row::{Author, Kind, Writer};
use crate::store::{Store, StoreError};

/// A field of a pregnancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EpisodeField {
    /// The first day of the last period (HPHT).
    Lmp,
    /// The due date (HPL).
    Edd,
    /// The day of the birth.
    DeliveredOn,
    /// The day on which the pregnancy was lost.
    LostOn,
}

names! { EpisodeField { Lmp = "lmp", Edd = "edd", DeliveredOn = "delivered_on", LostOn = "lost_on", } }

/// A pregnancy as known now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Episode {
    /// Its id.
    pub id: EpisodeId,
    /// The first day of the last period.
    pub lmp: Option<NaiveDate>,
    /// The due date.
    pub edd: Option<NaiveDate>,
    /// The day of the birth.
    pub delivered_on: Option<NaiveDate>,
    /// The day on which it was lost.
    pub lost_on: Option<NaiveDate>,
}

hidden!(Episode);

impl Episode {
    /// From when gestation is counted: the first day of the last period before the due date.
    pub fn date(&self) -> Option<PregnancyDate> {
        self.lmp.map(PregnancyDate::Lmp).or(self.edd.map(PregnancyDate::Edd))
    }

    /// The day on which it ended.
    pub fn ended_on(&self) -> Option<NaiveDate> {
        self.delivered_on.or(self.lost_on)
    }
}

impl Store {
    /// Records the beginning of a pregnancy.
    pub(crate) fn add_episode(
        &self,
        author: Author,
        person: PersonId,
        field: EpisodeField,
        date: NaiveDate,
    ) -> Result<EpisodeId, StoreError> {
        self.append(author, |writer| {
            let episode = EpisodeId(writer.new_id());
            write(writer, episode, person, &[(field, Some(date))])?;
            Ok(episode)
        })
    }

    /// Writes fields of a pregnancy, each superseding its last value; `None` withdraws one.
    pub(crate) fn set_episode(
        &self,
        author: Author,
        episode: EpisodeId,
        person: PersonId,
        fields: &[(EpisodeField, Option<NaiveDate>)],
    ) -> Result<(), StoreError> {
        self.append(author, |writer| write(writer, episode, person, fields))
    }

    /// The pregnancies of a person, the first recorded one first.
    pub fn episodes(&self, person: PersonId) -> Result<Vec<Episode>, StoreError> {
        self.read(|connection| {
            let query = "SELECT episode, field, value FROM episode_field JOIN entry ON entry.id = episode_field.entry
                WHERE person = ?1 ORDER BY clock, device";
            let mut statement = connection.prepare_cached(query)?;
            let mut rows = statement.query([person])?;
            let mut episodes: Vec<Episode> = Vec::new();
            while let Some(row) = rows.next()? {
                let field = row.get::<_, String>(1)?.parse().map_err(|_| StoreError::Damaged)?;
                set_in(&mut episodes, row.get(0)?, field, super::date(row.get(2)?)?);
            }
            Ok(episodes)
        })
    }
}

/// Sets a field of the episode of an id; episodes stand where they were first recorded.
fn set_in(episodes: &mut Vec<Episode>, id: EpisodeId, field: EpisodeField, date: Option<NaiveDate>) {
    if !episodes.iter().any(|episode| episode.id == id) {
        episodes.push(Episode { id, lmp: None, edd: None, delivered_on: None, lost_on: None });
    }
    episodes.iter_mut().filter(|episode| episode.id == id).for_each(|episode| set(episode, field, date));
}

fn set(episode: &mut Episode, field: EpisodeField, date: Option<NaiveDate>) {
    match field {
        EpisodeField::Lmp => episode.lmp = date,
        EpisodeField::Edd => episode.edd = date,
        EpisodeField::DeliveredOn => episode.delivered_on = date,
        EpisodeField::LostOn => episode.lost_on = date,
    }
}

fn write(
    writer: &mut Writer<'_>,
    episode: EpisodeId,
    person: PersonId,
    fields: &[(EpisodeField, Option<NaiveDate>)],
) -> Result<(), StoreError> {
    let before = "SELECT entry FROM episode_field JOIN entry ON entry.id = episode_field.entry
        WHERE person = ?1 AND episode = ?2 AND field = ?3 ORDER BY clock DESC LIMIT 1";
    for (field, date) in fields {
        let supersedes = writer.latest(before, params![person, episode, field.as_str()])?;
        let value = date.map_or(Value::Null, |date| Value::Text(date.to_string()));
        let values = vec![episode.into(), person.into(), Value::Text(field.as_str().into()), value];
        writer.append(Kind::EPISODE_FIELD, values, supersedes)?;
    }
    Ok(())
}
