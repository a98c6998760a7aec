//! A person and the person's fields.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{date, word};
use crate::hidden::hidden;
use crate::pack::source::Action;
use crate::person::register::{PersonField, Relation, read_birth};
use crate::person::{BirthDate, Sex};
use crate::screening::Standing;
use crate::store::ids::{HouseholdId, PersonId, VisitId};
use crate::store::row::{Author, Kind, Writer};
use crate::store::{Store, StoreError, actions};

/// A person as known now.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// The id, which stays when a NIK arrives.
    pub id: PersonId,
    /// The household that the person belongs to.
    pub household: Option<HouseholdId>,
    /// The name.
    pub name: Option<String>,
    /// The sex.
    pub sex: Option<Sex>,
    /// The birth date, as far as it is known.
    pub born: Option<BirthDate>,
    /// What the person is to the head of the household.
    pub relation: Option<Relation>,
    /// The national number.
    pub nik: Option<String>,
    /// The weight at birth in grams.
    pub birth_weight_g: Option<i64>,
    /// Completed weeks of gestation at birth.
    pub birth_gestation_weeks: Option<i64>,
    /// When the person left the household.
    pub left_on: Option<chrono::NaiveDate>,
    /// When the person died.
    pub died_on: Option<chrono::NaiveDate>,
    /// The last visit at which the person was assessed, and how it came out.
    pub last: Option<LastResult>,
}

/// How a person's last visit came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastResult {
    /// The visit.
    pub visit: VisitId,
    /// Its day.
    pub on: chrono::NaiveDate,
    /// The most urgent action.
    pub action: Action,
    /// Whether something urgent could not be judged.
    pub open_urgent: bool,
    /// How the person stands after it.
    pub standing: Standing,
}

hidden!(Person);

const COLUMNS: &str = "id, household, name, sex, born, relation, nik, birth_weight_g, birth_gestation_weeks, left_on, died_on, last_visit,
    last_visit_on, last_action, last_open_urgent, last_complete";

impl Store {
    /// Writes fields of a person, each superseding its last value; `None` withdraws one. The fields are canonical ([`PersonField::read`]).
    pub(crate) fn set_person(&self, author: Author, person: PersonId, fields: &[(PersonField, Option<String>)]) -> Result<(), StoreError> {
        self.append(author, |writer| write(writer, person, fields))
    }

    /// Registers a person in a household.
    pub(crate) fn add_person(
        &self,
        author: Author,
        household: HouseholdId,
        fields: &[(PersonField, Option<String>)],
    ) -> Result<PersonId, StoreError> {
        self.append(author, |writer| {
            let person = PersonId(writer.new_id());
            write_field(writer, person, "household", Some(household.to_string()))?;
            write(writer, person, fields)?;
            Ok(person)
        })
    }

    /// Moves a person into another household.
    pub(crate) fn move_person(&self, author: Author, person: PersonId, household: HouseholdId) -> Result<(), StoreError> {
        self.append(author, |writer| write_field(writer, person, "household", Some(household.to_string())))
    }

    /// A person.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is none of this id.
    pub fn person(&self, person: PersonId) -> Result<Person, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM person WHERE id = ?1"))?;
            statement.query_row([person], |row| Ok(read(row))).optional()?.ok_or(StoreError::Unknown("person"))?
        })
    }

    /// Who has this NIK.
    pub(crate) fn persons_with_nik(&self, nik: &str) -> Result<Vec<PersonId>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT id FROM person WHERE nik = ?1")?;
            Ok(statement.query_map([nik], |row| row.get(0))?.collect::<Result<_, _>>()?)
        })
    }
}

pub(super) fn of_household(connection: &Connection, household: HouseholdId) -> Result<Vec<Person>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM person WHERE household = ?1 ORDER BY born, id"))?;
    let mut rows = statement.query([household])?;
    let mut persons = Vec::new();
    while let Some(row) = rows.next()? {
        persons.push(read(row)?);
    }
    Ok(persons)
}

fn write(writer: &mut Writer<'_>, person: PersonId, fields: &[(PersonField, Option<String>)]) -> Result<(), StoreError> {
    fields.iter().try_for_each(|(field, value)| write_field(writer, person, field.as_str(), value.clone()))
}

fn write_field(writer: &mut Writer<'_>, person: PersonId, field: &str, value: Option<String>) -> Result<(), StoreError> {
    let before = "SELECT entry FROM person_field JOIN entry ON entry.id = person_field.entry
        WHERE person = ?1 AND field = ?2 ORDER BY clock DESC LIMIT 1";
    let supersedes = writer.latest(before, params![person, field])?;
    let value = value.map_or(Value::Null, Value::Text);
    writer.append(Kind::PERSON_FIELD, vec![person.into(), Value::Text(field.into()), value], supersedes)?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Person, StoreError> {
    let born: Option<String> = row.get(4)?;
    Ok(Person {
        id: row.get(0)?,
        household: row.get(1)?,
        name: row.get(2)?,
        sex: word(row.get(3)?)?,
        born: born.map(|born| read_birth(&born).ok_or(StoreError::Damaged)).transpose()?,
        relation: word(row.get(5)?)?,
        nik: row.get(6)?,
        birth_weight_g: word(row.get(7)?)?,
        birth_gestation_weeks: word(row.get(8)?)?,
        left_on: date(row.get(9)?)?,
        died_on: date(row.get(10)?)?,
        last: last(row)?,
    })
}

fn last(row: &Row<'_>) -> Result<Option<LastResult>, StoreError> {
    let Some(visit) = row.get(11)? else { return Ok(None) };
    let on = date(row.get(12)?)?.ok_or(StoreError::Damaged)?;
    let (action, open_urgent) = (actions::read(row.get(13)?)?, row.get(14)?);
    Ok(Some(LastResult { visit, on, action, open_urgent, standing: Standing::of(action, open_urgent, row.get(15)?) }))
}
