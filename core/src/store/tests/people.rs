//! Households, persons, pregnancies and consent.

use chrono::NaiveDate;

use super::fixtures::{Folder, author, created, opened};
use crate::person::Sex;
use crate::person::register::{HouseholdField, PersonField, Relation};
use crate::store::{Consent, ConsentState, ConsentWay, EpisodeField, HouseholdId, PersonId, Store, StoreError};

fn agreed() -> Consent {
    Consent { state: ConsentState::Agreed, notice: "2026-1".into(), way: ConsentWay::Spoken, given_by: Some("Bu Contoh".into()) }
}

fn household(store: &Store, name: &str) -> HouseholdId {
    let fields = [(HouseholdField::Name, Some(name.to_owned())), (HouseholdField::Rt, Some("3".to_owned()))];
    store.add_household(author(), &agreed(), &fields).unwrap()
}

fn person(store: &Store, household: HouseholdId, name: &str, sex: &str, born: &str) -> PersonId {
    let fields = [(PersonField::Name, name), (PersonField::Sex, sex), (PersonField::Born, born)];
    let fields = fields.map(|(field, text)| (field, Some(text.to_owned())));
    store.add_person(author(), household, &fields).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_household_is_read_back_with_its_members_the_oldest_first() {
    let folder = Folder::new();
    let store = created(&folder);
    let id = household(&store, "Pak Contoh");
    person(&store, id, "Sari Contoh", "female", "2009-03-05");
    person(&store, id, "Pak Contoh", "male", "1981");
    store.close().unwrap();
    let store = opened(&folder).unwrap();
    let household = store.household(id).unwrap();
    assert_eq!((household.name.as_deref(), household.rt.as_deref(), household.rw.as_deref()), (Some("Pak Contoh"), Some("3"), None));
    assert_eq!(household.consent, Some(ConsentState::Agreed));
    let names: Vec<_> = household.members.iter().map(|member| member.name.as_deref().unwrap()).collect();
    assert_eq!(names, ["Pak Contoh", "Sari Contoh"]);
    assert_eq!(household.members[1].sex, Some(Sex::Female));
    assert!(store.verify().unwrap().is_whole());
}

#[test]
fn a_field_is_superseded_by_itself() {
    let folder = Folder::new();
    let store = created(&folder);
    let id = household(&store, "Pak Contoh");
    let sari = person(&store, id, "Sari", "female", "2009-03-05");
    store
        .set_person(author(), sari, &[(PersonField::Name, Some("Sari Contoh".into())), (PersonField::Relation, Some("child".into()))])
        .unwrap();
    let found = store.person(sari).unwrap();
    assert_eq!((found.name.as_deref(), found.relation, found.sex), (Some("Sari Contoh"), Some(Relation::Child), Some(Sex::Female)));
    store.set_person(author(), sari, &[(PersonField::Relation, None)]).unwrap();
    assert_eq!(store.person(sari).unwrap().relation, None);
    let superseding = "SELECT count(*) FROM entry WHERE supersedes IS NOT NULL AND kind = 'person_field'";
    let count: i64 = store.read(|connection| Ok(connection.query_row(superseding, [], |row| row.get(0))?)).unwrap();
    assert_eq!(count, 2, "the name, and the withdrawn relation");
}

#[test]
fn a_household_that_refuses_has_nothing_kept_but_the_refusal() {
    let folder = Folder::new();
    let store = created(&folder);
    let refused = Consent { state: ConsentState::Refused, ..agreed() };
    let id = store.add_household(author(), &refused, &[(HouseholdField::Name, Some("Pak Contoh".into()))]).unwrap();
    let household = store.household(id).unwrap();
    assert_eq!((household.name, household.consent), (None, Some(ConsentState::Refused)));
    assert!(store.households(0, 10).unwrap().is_empty());
    let names = "SELECT count(*) FROM consent WHERE given_by IS NOT NULL";
    assert_eq!(store.read(|connection| Ok(connection.query_row(names, [], |row| row.get::<_, i64>(0))?)).unwrap(), 0);
}

#[test]
fn consent_can_be_withdrawn() {
    let folder = Folder::new();
    let store = created(&folder);
    let id = household(&store, "Pak Contoh");
    store.set_consent(author(), id, &Consent { state: ConsentState::Withdrawn, ..agreed() }).unwrap();
    assert_eq!(store.household(id).unwrap().consent, Some(ConsentState::Withdrawn));
}

#[test]
fn pregnancies_are_read_back_with_their_ends() {
    let folder = Folder::new();
    let store = created(&folder);
    let id = household(&store, "Pak Contoh");
    let sari = person(&store, id, "Sari", "female", "2009-03-05");
    let first = store.add_episode(author(), sari, EpisodeField::Lmp, day("2024-01-01")).unwrap();
    store.set_episode(author(), first, sari, &[(EpisodeField::LostOn, Some(day("2024-03-01")))]).unwrap();
    store.add_episode(author(), sari, EpisodeField::Edd, day("2026-07-08")).unwrap();
    let episodes = store.episodes(sari).unwrap();
    assert_eq!(episodes.len(), 2);
    assert_eq!(episodes[0].ended_on(), Some(day("2024-03-01")));
    assert_eq!(episodes[1].date().unwrap().lmp(), day("2025-10-01"));
    assert_eq!(episodes[1].ended_on(), None);
}

#[test]
fn the_list_of_households_goes_by_name_page_by_page() {
    let folder = Folder::new();
    let store = created(&folder);
    for name in ["Pak Budi", "Bu Ani", "Pak Joko"] {
        let id = household(&store, name);
        person(&store, id, "Anak", "male", "2020");
    }
    let names = |offset, limit| -> Vec<_> { store.households(offset, limit).unwrap().into_iter().map(|line| line.name.unwrap()).collect() };
    assert_eq!(names(0, 2), ["Bu Ani", "Pak Budi"]);
    assert_eq!(names(2, 2), ["Pak Joko"]);
    assert_eq!(store.households(0, 1).unwrap()[0].members, 1);
}

#[test]
fn a_name_is_found_by_the_beginning_of_each_word() {
    let folder = Folder::new();
    let store = created(&folder);
    let id = household(&store, "Pak Joko Santoso");
    let sari = person(&store, id, "Siti Nur'aini", "female", "2009");
    let hits = |text: &str| store.search(text, 10).unwrap();
    assert_eq!(hits("nura si")[0].person, Some(sari));
    assert_eq!(hits("NURAINI").len(), 1);
    assert_eq!(hits("nuraini")[0].household_name.as_deref(), Some("Pak Joko Santoso"));
    assert_eq!(hits("san jo")[0].person, None);
    assert!(hits("aini").is_empty(), "only beginnings of words");
    assert!(hits("siti santoso").is_empty(), "all words of one name");
    assert!(hits("  ").is_empty() && hits("'%").is_empty());
    store.set_person(author(), sari, &[(PersonField::Name, Some("Élise 😀".into()))]).unwrap();
    assert!(hits("siti").is_empty());
    assert_eq!(hits("él")[0].name, "Élise 😀");
}

#[test]
fn a_person_can_move_into_another_household() {
    let folder = Folder::new();
    let store = created(&folder);
    let (first, second) = (household(&store, "Pak Contoh"), household(&store, "Bu Contoh"));
    let sari = person(&store, first, "Sari", "female", "2009");
    store.move_person(author(), sari, second).unwrap();
    assert!(store.household(first).unwrap().members.is_empty());
    assert_eq!(store.household(second).unwrap().members.len(), 1);
    let hit = store.search("sari", 5).unwrap().remove(0);
    assert_eq!((hit.household, hit.household_name.as_deref()), (second, Some("Bu Contoh")));
}

#[test]
fn what_is_made_from_rows_can_be_made_again() {
    let folder = Folder::new();
    let store = created(&folder);
    let id = household(&store, "Pak Contoh");
    let sari = person(&store, id, "Sari", "female", "2009-03-05");
    store.set_person(author(), sari, &[(PersonField::Name, Some("Sari Contoh".into()))]).unwrap();
    store.set_household(author(), id, &[(HouseholdField::Rt, None), (HouseholdField::Rw, Some("7".into()))]).unwrap();
    let seen = || (store.household(id).unwrap(), store.households(0, 9).unwrap(), store.search("sar con", 9).unwrap());
    let before = seen();
    store.rebuild_lists().unwrap();
    assert!(seen() == before);
}

#[test]
fn what_is_not_there_is_unknown() {
    let folder = Folder::new();
    let store = created(&folder);
    let nobody = PersonId(uuid::Uuid::from_u128(1));
    assert_eq!(store.person(nobody).unwrap_err(), StoreError::Unknown("person"));
    assert_eq!(store.household(HouseholdId(nobody.0)).unwrap_err(), StoreError::Unknown("household"));
}
