//! A household and its fields.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params};

use super::consent::{self, Consent, ConsentState};
use super::{Person, date, person, word};
use crate::hidden::hidden;
use crate::person::register::HouseholdField;
use crate::store::ids::HouseholdId;
use crate::store::row::{Author, Kind, Writer};
use crate::store::{Store, StoreError};

/// A household as it stands now.
#[derive(Clone, PartialEq, Eq)]
pub struct Household {
    /// Its id.
    pub id: HouseholdId,
    /// How it is called.
    pub name: Option<String>,
    /// Where it lives.
    pub address: Option<String>,
    /// Rukun tetangga.
    pub rt: Option<String>,
    /// Rukun warga.
    pub rw: Option<String>,
    /// The number of the family card.
    pub kk_number: Option<String>,
    /// When it moved away.
    pub moved_on: Option<chrono::NaiveDate>,
    /// Whether it agreed that its data are kept; none when it was not asked.
    pub consent: Option<ConsentState>,
    /// Its members, the oldest first; also those who died or left.
    pub members: Vec<Person>,
}

hidden!(Household);

impl Store {
    /// Registers a household with what it said. One that refuses has nothing kept but the refusal.
    pub(crate) fn add_household(
        &self,
        author: Author,
        consent: &Consent,
        fields: &[(HouseholdField, Option<String>)],
    ) -> Result<HouseholdId, StoreError> {
        self.append(author, |writer| {
            let household = HouseholdId(writer.new_id());
            consent::write(writer, household, consent)?;
            if consent.state == ConsentState::Agreed {
                write(writer, household, fields)?;
            }
            Ok(household)
        })
    }

    /// Writes fields of a household, each superseding its last value; `None` withdraws one. The fields are canonical
    /// ([`HouseholdField::read`]).
    pub(crate) fn set_household(
        &self,
        author: Author,
        household: HouseholdId,
        fields: &[(HouseholdField, Option<String>)],
    ) -> Result<(), StoreError> {
        self.append(author, |writer| write(writer, household, fields))
    }

    /// A household and its members.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is none of this id.
    pub fn household(&self, household: HouseholdId) -> Result<Household, StoreError> {
        self.read(|connection| {
            let query = "SELECT id, name, address, rt, rw, kk_number, moved_on, consent FROM household WHERE id = ?1";
            let mut statement = connection.prepare_cached(query)?;
            let found = statement.query_row([household], |row| Ok(read(row))).optional()?;
            let mut found = found.ok_or(StoreError::Unknown("household"))??;
            found.members = person::of_household(connection, household)?;
            Ok(found)
        })
    }
}

/// Writes the fields of a household that are given.
fn write(writer: &mut Writer<'_>, household: HouseholdId, fields: &[(HouseholdField, Option<String>)]) -> Result<(), StoreError> {
    let before = "SELECT entry FROM household_field JOIN entry ON entry.id = household_field.entry
        WHERE household = ?1 AND field = ?2 ORDER BY clock DESC LIMIT 1";
    for (field, value) in fields {
        let supersedes = writer.latest(before, params![household, field.as_str()])?;
        let value = value.clone().map_or(Value::Null, Value::Text);
        writer.append(Kind::HOUSEHOLD_FIELD, vec![household.into(), Value::Text(field.as_str().into()), value], supersedes)?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Household, StoreError> {
    Ok(Household {
        id: row.get(0)?,
        name: row.get(1)?,
        address: row.get(2)?,
        rt: row.get(3)?,
        rw: row.get(4)?,
        kk_number: row.get(5)?,
        moved_on: date(row.get(6)?)?,
        consent: word(row.get(7)?)?,
        members: Vec::new(),
    })
}
