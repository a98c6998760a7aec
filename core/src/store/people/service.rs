//! The services that a person received, as they stand in the health book: vaccines, visits, checks.

use chrono::NaiveDate;
use rusqlite::params;
use rusqlite::types::Value;

use crate::hidden::hidden;
use crate::store::ids::{PersonId, ServiceRecordId};
use crate::store::row::{Author, Kind, Writer};
use crate::store::{Store, StoreError};

/// A service that a person received, as known now.
#[derive(Clone, PartialEq, Eq)]
pub struct ServiceRecord {
    /// Its id, which stays when it is corrected.
    pub id: ServiceRecordId,
    /// The code of the service in the pack with which it was recorded.
    pub service: String,
    /// The day; none when nobody knows it.
    pub on: Option<NaiveDate>,
}

/// A change of what is recorded of a person.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum ServiceChange {
    /// A service that was received, and when.
    Add { service: String, on: Option<NaiveDate> },
    /// Another day of what is recorded.
    Correct(ServiceRecord),
    /// It was not received after all.
    Withdraw(ServiceRecord),
}

hidden!(ServiceRecord, ServiceChange);

impl Store {
    /// Changes what is recorded of a person: rows that are new, or supersede what they correct or withdraw.
    pub(crate) fn change_services(&self, author: Author, person: PersonId, changes: &[ServiceChange]) -> Result<(), StoreError> {
        self.append(author, |writer| changes.iter().try_for_each(|change| write(writer, person, change)))
    }

    /// The services that a person received, but for those that were withdrawn, in the order of their ids.
    pub fn service_records(&self, person: PersonId) -> Result<Vec<ServiceRecord>, StoreError> {
        self.read(|connection| {
            let query = "SELECT record, service, received_on, withdrawn FROM service_record
                JOIN entry ON entry.id = service_record.entry WHERE person = ?1 ORDER BY record, clock, device";
            let mut statement = connection.prepare_cached(query)?;
            let mut rows = statement.query([person])?;
            let mut records: Vec<(ServiceRecord, bool)> = Vec::new();
            while let Some(row) = rows.next()? {
                let record = ServiceRecord { id: row.get(0)?, service: row.get(1)?, on: super::date(row.get(2)?)? };
                match records.last_mut().filter(|(last, _)| last.id == record.id) {
                    Some(last) => *last = (record, row.get(3)?),
                    None => records.push((record, row.get(3)?)),
                }
            }
            Ok(records.into_iter().filter(|(_, withdrawn)| !withdrawn).map(|(record, _)| record).collect())
        })
    }
}

fn write(writer: &mut Writer<'_>, person: PersonId, change: &ServiceChange) -> Result<(), StoreError> {
    match change {
        ServiceChange::Add { service, on } => {
            let record = ServiceRecord { id: ServiceRecordId(writer.new_id()), service: service.clone(), on: *on };
            writer.append(Kind::SERVICE_RECORD, values(person, &record, false), None)
        }
        ServiceChange::Correct(record) => supersede(writer, person, record, false),
        ServiceChange::Withdraw(record) => supersede(writer, person, record, true),
    }
}

fn supersede(writer: &mut Writer<'_>, person: PersonId, record: &ServiceRecord, withdrawn: bool) -> Result<(), StoreError> {
    let before = "SELECT entry FROM service_record JOIN entry ON entry.id = service_record.entry
        WHERE person = ?1 AND record = ?2 ORDER BY clock DESC LIMIT 1";
    let before = writer.latest(before, params![person, record.id])?;
    writer.append(Kind::SERVICE_RECORD, values(person, record, withdrawn), Some(before.ok_or(StoreError::Unknown("service record"))?))
}

fn values(person: PersonId, record: &ServiceRecord, withdrawn: bool) -> Vec<Value> {
    let on = record.on.map_or(Value::Null, |on| Value::Text(on.to_string()));
    vec![record.id.into(), person.into(), Value::Text(record.service.clone()), on, Value::Integer(withdrawn.into())]
}
