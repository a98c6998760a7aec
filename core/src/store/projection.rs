//! The tables that are made from rows: how households and persons stand now. They are brought up to date with each row, and can be made
//! again from all rows in the order of the clock.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Params, params};

use super::StoreError;
use super::row::Kind;
use super::words::words;

/// Brings up to date what is made from a row of a day.
pub(super) fn apply(connection: &Connection, kind: Kind, values: &[Value], on: NaiveDate) -> Result<(), StoreError> {
    match (kind.table, values) {
        ("household_field", [household, Value::Text(field), value]) => household_field(connection, household, field, value),
        ("person_field", [person, Value::Text(field), value]) => person_field(connection, person, field, value),
        ("consent", [household, state, ..]) => {
            run(connection, "INSERT OR IGNORE INTO household (id) VALUES (?1)", [household])?;
            run(connection, "UPDATE household SET consent = ?2 WHERE id = ?1", params![household, state])
        }
        ("assessment", [visit, person, _, _, action, open_urgent, complete, _]) => {
            last_result(connection, person, params![person, visit, on.to_string(), action, open_urgent, complete])
        }
        _ => Ok(()),
    }
}

/// Makes all of them again.
pub(super) fn rebuild(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch("DELETE FROM name_word; DELETE FROM person; DELETE FROM household;")?;
    let mut entries = connection.prepare("SELECT id, kind, happened_on FROM entry ORDER BY clock, device")?;
    let mut rows = entries.query([])?;
    while let Some(row) = rows.next()? {
        let kind = Kind::named(&row.get::<_, String>(1)?).ok_or(StoreError::Damaged)?;
        let body = super::verify::body_of(connection, kind, row.get(0)?)?.ok_or(StoreError::Damaged)?;
        let on = row.get::<_, String>(2)?.parse().map_err(|_| StoreError::Damaged)?;
        apply(connection, kind, &body, on)?;
    }
    Ok(())
}

fn household_field(connection: &Connection, household: &Value, field: &str, value: &Value) -> Result<(), StoreError> {
    run(connection, "INSERT OR IGNORE INTO household (id) VALUES (?1)", [household])?;
    // The name of a field is that of its column; the rows' CHECK knows them all.
    run(connection, &format!("UPDATE household SET {} = ?2 WHERE id = ?1", column(field)?), params![household, value])?;
    if field == "name" { name(connection, household, household, value) } else { Ok(()) }
}

fn person_field(connection: &Connection, person: &Value, field: &str, value: &Value) -> Result<(), StoreError> {
    run(connection, "INSERT OR IGNORE INTO person (id) VALUES (?1)", [person])?;
    if field == "household" {
        let Value::Text(household) = value else { return Ok(()) };
        return moved(connection, person, household);
    }
    run(connection, &format!("UPDATE person SET {} = ?2 WHERE id = ?1", column(field)?), params![person, value])?;
    if field == "name" {
        let household = household_of(connection, person)?.unwrap_or(Value::Null);
        name(connection, &household, person, value)?;
    }
    if matches!(field, "left_on" | "died_on") {
        household_of(connection, person)?.map_or(Ok(()), |household| household_result(connection, &household))?;
    }
    Ok(())
}

fn moved(connection: &Connection, person: &Value, household: &str) -> Result<(), StoreError> {
    let before = household_of(connection, person)?;
    let household = uuid::Uuid::parse_str(household).map_err(|_| StoreError::Damaged)?;
    let household = Value::Blob(household.as_bytes().to_vec());
    run(connection, "UPDATE person SET household = ?2 WHERE id = ?1", params![person, household])?;
    run(connection, "UPDATE name_word SET household = ?2 WHERE owner = ?1", params![person, household])?;
    before.iter().chain([&household]).try_for_each(|household| household_result(connection, household))
}

/// A column has the name of its field; nothing else ever becomes a part of a statement.
fn column(field: &str) -> Result<&str, StoreError> {
    let is_name = field.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if is_name { Ok(field) } else { Err(StoreError::Damaged) }
}

fn name(connection: &Connection, household: &Value, owner: &Value, name: &Value) -> Result<(), StoreError> {
    run(connection, "DELETE FROM name_word WHERE owner = ?1", [owner])?;
    let Value::Text(name) = name else { return Ok(()) };
    words(name).try_for_each(|word| {
        run(connection, "INSERT OR IGNORE INTO name_word (word, household, owner) VALUES (?1, ?2, ?3)", params![word, household, owner])
    })
}

/// The result of the latest visit counts; of a visit that is judged again the latest judgement.
fn last_result(connection: &Connection, person: &Value, result: impl Params) -> Result<(), StoreError> {
    let of_person = "UPDATE person SET last_visit = ?2, last_visit_on = ?3, last_action = ?4, last_open_urgent = ?5,
            last_complete = ?6
        WHERE id = ?1 AND (last_visit_on IS NULL OR last_visit_on <= ?3)";
    run(connection, of_person, result)?;
    household_of(connection, person)?.map_or(Ok(()), |household| household_result(connection, &household))
}

/// A household stands as those who live in it.
fn household_result(connection: &Connection, household: &Value) -> Result<(), StoreError> {
    let of_household = "UPDATE household SET (last_visit_on, last_action, last_open_urgent, last_complete) =
        (SELECT max(last_visit_on), max(last_action), max(last_open_urgent), min(last_complete) FROM person
            WHERE household = ?1 AND left_on IS NULL AND died_on IS NULL)
        WHERE id = ?1";
    run(connection, of_household, [household])
}

fn household_of(connection: &Connection, person: &Value) -> Result<Option<Value>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT household FROM person WHERE id = ?1")?;
    let household: Option<Value> = statement.query_row([person], |row| row.get(0)).optional()?;
    Ok(household.filter(|household| *household != Value::Null))
}

fn run(connection: &Connection, statement: &str, values: impl Params) -> Result<(), StoreError> {
    connection.prepare_cached(statement)?.execute(values)?;
    Ok(())
}
