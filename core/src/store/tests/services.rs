//! Services that a person received.

use chrono::NaiveDate;
use uuid::Uuid;

use super::fixtures::{Folder, author, created, opened};
use crate::store::{PersonId, ServiceChange, ServiceRecord, Store, StoreError};

const BABY: PersonId = PersonId(Uuid::from_u128(21));
const OTHER: PersonId = PersonId(Uuid::from_u128(22));

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

fn change(store: &Store, change: ServiceChange) {
    store.change_services(author(), BABY, &[change]).unwrap();
}

fn add(store: &Store, service: &str, on: Option<NaiveDate>) {
    change(store, ServiceChange::Add { service: service.into(), on });
}

fn of(store: &Store, person: PersonId) -> Vec<(String, Option<NaiveDate>)> {
    let mut records: Vec<_> = store.service_records(person).unwrap().into_iter().map(|record| (record.service, record.on)).collect();
    records.sort();
    records
}

fn only(store: &Store) -> ServiceRecord {
    let mut records = store.service_records(BABY).unwrap();
    assert_eq!(records.len(), 1);
    records.remove(0)
}

fn count(store: &Store, of: &str) -> i64 {
    let query = format!("SELECT count(*) FROM entry JOIN service_record ON service_record.entry = entry.id WHERE {of}");
    store.read(|connection| Ok(connection.query_row(&query, [], |row| row.get(0))?)).unwrap()
}

#[test]
fn what_was_received_is_read_back_with_and_without_a_day_and_whatever_its_code() {
    let folder = Folder::new();
    let store = created(&folder);
    add(&store, "hb0", day("2026-01-05"));
    add(&store, "bcg", None);
    add(&store, "vaccine_of_2049", day("2026-02-01"));
    store.close().unwrap();
    let store = opened(&folder).unwrap();
    let expected = [("bcg", None), ("hb0", day("2026-01-05")), ("vaccine_of_2049", day("2026-02-01"))];
    assert_eq!(of(&store, BABY), expected.map(|(service, on)| (service.to_owned(), on)));
    assert!(of(&store, OTHER).is_empty());
    assert!(store.verify().unwrap().is_whole());
}

#[test]
fn a_correction_supersedes_and_keeps_the_id() {
    let folder = Folder::new();
    let store = created(&folder);
    add(&store, "hb0", day("2026-01-05"));
    let first = only(&store);
    change(&store, ServiceChange::Correct(ServiceRecord { on: day("2026-01-06"), ..first.clone() }));
    change(&store, ServiceChange::Correct(ServiceRecord { on: None, ..first.clone() }));
    let last = only(&store);
    assert!(last.id == first.id && last.on.is_none());
    assert_eq!((count(&store, "1"), count(&store, "supersedes IS NOT NULL")), (3, 2));
    let in_a_row = "supersedes IS NULL OR supersedes = (SELECT id FROM entry AS before WHERE before.position = entry.position - 1)";
    assert_eq!(count(&store, in_a_row), 3, "each supersedes the one before it");
    assert!(store.verify().unwrap().is_whole());
}

#[test]
fn what_is_withdrawn_is_a_row_and_can_be_recorded_again() {
    let folder = Folder::new();
    let store = created(&folder);
    add(&store, "hb0", day("2026-01-05"));
    change(&store, ServiceChange::Withdraw(only(&store)));
    assert!(of(&store, BABY).is_empty());
    assert_eq!(count(&store, "withdrawn = 1 AND supersedes IS NOT NULL"), 1);
    add(&store, "hb0", day("2026-01-05"));
    assert_eq!(of(&store, BABY), [("hb0".to_owned(), day("2026-01-05"))]);
    assert!(store.verify().unwrap().is_whole());
}

#[test]
fn what_is_not_recorded_cannot_be_corrected_and_nothing_else_is_written_then() {
    let folder = Folder::new();
    let store = created(&folder);
    add(&store, "hb0", day("2026-01-05"));
    let record = only(&store);
    let changes = [ServiceChange::Add { service: "bcg".into(), on: None }, ServiceChange::Withdraw(record)];
    assert_eq!(store.change_services(author(), OTHER, &changes).unwrap_err(), StoreError::Unknown("service record"));
    assert_eq!((count(&store, "1"), of(&store, OTHER).len()), (1, 0));
}

#[test]
fn the_store_refuses_what_is_no_day() {
    let folder = Folder::new();
    let store = created(&folder);
    add(&store, "hb0", day("2026-01-05"));
    let spoil = "UPDATE service_record SET received_on = 'soon'";
    let refused = store.change(|transaction| Ok(transaction.execute(spoil, []).map(|_| ())?));
    assert!(matches!(refused, Err(StoreError::Refused { .. })));
}

#[test]
fn a_row_that_was_changed_behind_the_back_breaks_the_chain() {
    let folder = Folder::new();
    let store = created(&folder);
    add(&store, "hb0", day("2026-01-05"));
    store.change(|transaction| Ok(transaction.execute("UPDATE service_record SET service = 'bcg'", []).map(|_| ())?)).unwrap();
    assert_eq!(store.verify().unwrap().broken_links, 1);
}
