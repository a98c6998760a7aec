//! The card of services: shown, saved, corrected, refused.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::card_fixtures::{BORN, BY_THE_BOOK, child, day, entries};
use super::fixtures::{Home, today};
use crate::person::register::PersonField;
use crate::schedule::Status;
use crate::store::{Consent, ConsentState, PersonId, StoreError};
use crate::visit::{CardEntry, CardFault, CardGiven, CardRule, CardService, ServiceCard, VisitError};

fn save(home: &Home, person: PersonId, given: &[(&str, &str)]) -> Result<ServiceCard, VisitError> {
    home.siklus.save_service_card(today(), person, today().happened_on, &entries(given), "id")
}

fn card(home: &Home, person: PersonId) -> ServiceCard {
    home.siklus.service_card(person, today().happened_on, "id").unwrap()
}

fn service<'c>(card: &'c ServiceCard, code: &str) -> Option<&'c CardService> {
    card.groups.iter().flat_map(|group| &group.services).find(|service| service.code == code)
}

fn status(card: &ServiceCard, code: &str) -> Option<Status> {
    service(card, code).and_then(|service| service.line.as_ref()).map(|line| line.due.status)
}

/// Each dose of a service as text, whether it counts, and the remark.
fn doses(card: &ServiceCard, code: &str) -> Vec<(String, bool, Option<String>)> {
    let doses = service(card, code).map(|service| service.doses.clone()).unwrap_or_default();
    doses.into_iter().map(|dose| (dose.text, dose.counts, dose.remark)).collect()
}

fn faults(saved: Result<ServiceCard, VisitError>) -> Vec<(usize, CardRule)> {
    match saved {
        Err(VisitError::Card(faults)) => faults.into_iter().map(|CardFault { entry, rule, .. }| (entry, rule)).collect(),
        Err(other) => panic!("{other:?}"),
        Ok(_) => Vec::new(),
    }
}

fn rows(home: &Home) -> i64 {
    home.siklus.store().read(|connection| Ok(connection.query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?)).unwrap()
}

#[test]
fn an_empty_card_has_what_applies_under_its_headings_with_words_and_a_plan() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let card = card(&home, baby);
    let titles: Vec<_> = card.groups.iter().map(|group| group.title.as_str()).collect();
    assert_eq!(titles, ["Bayi baru lahir", "Imunisasi", "Vitamin A dan obat cacing", "Pemeriksaan"]);
    assert_eq!((card.name.as_deref(), card.described.age.as_str(), card.on), (Some("Bayi Contoh"), "5 bulan", today().happened_on));
    assert_eq!((status(&card, "bcg"), status(&card, "mr.1")), (Some(Status::Overdue), Some(Status::Upcoming)));
    let bcg = service(&card, "bcg").unwrap();
    let line = bcg.line.as_ref().unwrap();
    assert_eq!((bcg.name.as_str(), line.status_text.as_str(), bcg.doses.len(), bcg.again), ("BCG", "terlambat", 0, false));
    assert!(line.when.as_ref().unwrap().starts_with("Waktunya mulai 1 Oktober 2025"));
    assert!(service(&card, "vitamin_a.blue").unwrap().again && service(&card, "anc.k1").is_none());
    assert_eq!(card.calendar.plan[0].on, today().happened_on);
    assert!(card.calendar.plan.iter().all(|planned| planned.on <= day("2027-03-02")) && !card.calendar.note.is_empty());
    let now = card.due_today.as_ref().unwrap();
    assert_eq!(now.together.iter().map(|due| &due.name).collect::<BTreeSet<_>>(), card.calendar.plan[0].services.iter().collect());
    assert_eq!((now.on, now.note.as_str()), (card.on, "Nakes yang memutuskan apa yang diberikan."));
    let english = home.siklus.service_card(baby, today().happened_on, "en").unwrap();
    assert_eq!(english.groups[1].title, "Immunisation");
}

#[test]
fn services_that_do_not_apply_are_shown_when_recorded_and_offered_beside_the_others() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let offered = |card: &ServiceCard, code: &str| card.groups.iter().any(|group| group.others.iter().any(|other| other.code == code));
    let empty = card(&home, baby);
    assert!(service(&empty, "hexavalent.1").is_none() && offered(&empty, "hexavalent.1") && !offered(&empty, "anc.k1"));
    let saved = save(&home, baby, &[("hexavalent.1", "2025-12-01")]).unwrap();
    assert!(status(&saved, "hexavalent.1") == Some(Status::Done) && !offered(&saved, "hexavalent.1"));
    assert_eq!(doses(&saved, "hexavalent.1"), [("1 Desember 2025".to_owned(), true, None)]);
    let adult = card(&home, home.father);
    assert_eq!(adult.groups.iter().map(|group| group.title.as_str()).collect::<Vec<_>>(), ["Pemeriksaan"]);
    let girl = card(&home, home.girl);
    assert_eq!(girl.groups[0].title, "Kehamilan dan nifas");
    assert_eq!(status(&girl, "anc.k1"), Some(Status::Overdue));
}

#[test]
fn a_whole_card_is_saved_read_back_after_a_restart_and_in_the_chain() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let saved = save(&home, baby, &BY_THE_BOOK).unwrap();
    assert!(saved.groups.iter().flat_map(|group| &group.services).flat_map(|service| &service.doses).all(|dose| dose.counts));
    let home = home.reopened();
    assert!(card(&home, baby) == saved);
    assert_eq!(home.siklus.store().service_records(baby).unwrap().len(), BY_THE_BOOK.len());
    assert_eq!(status(&saved, "bcg"), Some(Status::Done));
    assert!(home.siklus.store().verify().unwrap().is_whole());
}

#[test]
fn each_dose_says_whether_it_counts_and_why_not() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let given = [("opv.1", "2025-10-05"), ("opv.2", "2025-11-26"), ("dpt_hb_hib.1", "2025-11-26"), ("dpt_hb_hib.2", "?"), ("bcg", "?")];
    let saved = save(&home, baby, &given).unwrap();
    let early = Some("Terlalu dini, jadi belum dihitung. Tanyakan nakes.".to_owned());
    assert_eq!(doses(&saved, "opv.1"), [("5 Oktober 2025".to_owned(), true, None)]);
    assert_eq!(doses(&saved, "opv.2"), [("26 November 2025".to_owned(), false, early.clone())], "four days of grace end the day after");
    assert_eq!(doses(&saved, "bcg"), [("Sudah, tanggalnya tidak diketahui".to_owned(), true, None)]);
    let saved = save(&home, baby, &[("opv.2", "2025-11-27")]).unwrap();
    assert_eq!(doses(&saved, "opv.2"), [("27 November 2025".to_owned(), true, None)]);
    let again = save(&home, baby, &[("bcg", "2025-10-05"), ("bcg", "2025-11-05")]).unwrap();
    let counts: Vec<_> = doses(&again, "bcg").into_iter().map(|(_, counts, remark)| (counts, remark.is_some())).collect();
    assert_eq!(counts, [(true, false), (false, true)], "a second one of what is given once");
}

#[test]
fn what_is_given_again_counts_each_time() {
    let home = Home::new();
    let toddler = child(&home, "2023-10-01");
    let saved = save(&home, toddler, &[("vitamin_a.red", "2025-02-10"), ("vitamin_a.red", "2025-08-12"), ("vitamin_a.red", "2026-02-09")]);
    let counts: Vec<_> = doses(&saved.unwrap(), "vitamin_a.red").into_iter().map(|(_, counts, remark)| (counts, remark)).collect();
    assert_eq!(counts, [(true, None), (true, None), (true, None)]);
}

#[test]
fn only_what_differs_is_written() {
    let home = Home::new();
    let baby = child(&home, BORN);
    save(&home, baby, &BY_THE_BOOK).unwrap();
    let ids = |code: &str| service(&card(&home, baby), code).unwrap().doses.iter().map(|dose| dose.id).collect::<Vec<_>>();
    let (before, hb0) = (rows(&home), ids("hb0"));
    save(&home, baby, &BY_THE_BOOK).unwrap();
    assert_eq!(rows(&home), before);
    save(&home, baby, &[("hb0", "2025-10-02")]).unwrap();
    assert_eq!((rows(&home), ids("hb0")), (before + 1, hb0), "corrected, and the same record");
    save(&home, baby, &[("bcg", "?")]).unwrap();
    let without = save(&home, baby, &[("opv.1", "-"), ("opv.1", "-")]).unwrap();
    assert!(rows(&home) == before + 3 && doses(&without, "opv.1").is_empty(), "withdrawn once");
    assert_eq!(doses(&without, "rv.1").len(), 1, "a service without an entry stays");
    save(&home, baby, &[("opv.1", "2025-10-06"), ("opv.1", "-")]).unwrap();
    assert_eq!((rows(&home), doses(&card(&home, baby), "opv.1").len()), (before + 4, 1));
    assert!(home.siklus.store().verify().unwrap().is_whole());
}

#[test]
fn one_of_several_is_corrected_added_and_withdrawn_by_itself() {
    let home = Home::new();
    let toddler = child(&home, "2023-10-01");
    let days = |given: &[&str]| {
        let given: Vec<_> = given.iter().map(|day| ("vitamin_a.red", *day)).collect();
        let saved = save(&home, toddler, &given).unwrap();
        service(&saved, "vitamin_a.red").unwrap().doses.iter().map(|dose| (dose.id, dose.on)).collect::<Vec<_>>()
    };
    let two = days(&["2025-02-10", "2025-08-12"]);
    let three = days(&["2025-08-12", "2026-02-09", "2025-02-10"]);
    assert_eq!(three[..2], two);
    let moved = days(&["2025-02-11", "2025-08-12", "2026-02-09"]);
    assert_eq!((moved[0], &moved[1..]), ((two[0].0, Some(day("2025-02-11"))), &three[1..]));
    assert_eq!(days(&["2025-02-11", "2026-02-09"]), [moved[0], moved[2]]);
}

#[test]
fn every_entry_that_is_not_accepted_is_told_at_once_and_nothing_is_written() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let before = rows(&home);
    let given = [
        ("hb0", "2025-09-30"),
        ("bcg", "2026-03-03"),
        ("opv.1", "2025-10-05"),
        ("opv.1", "2025-10-05"),
        ("vaccine_of_2049", "2026-01-01"),
        ("vaccine_of_2049", "-"),
        ("rv.1", "2025-12-01"),
    ];
    use CardRule::{AfterVisit, BeforeBirth, Twice, UnknownService};
    let expected = [(0, BeforeBirth), (1, AfterVisit), (3, Twice), (4, UnknownService), (5, UnknownService)];
    assert_eq!(faults(save(&home, baby, &given)), expected);
    assert!(rows(&home) == before && home.siklus.store().service_records(baby).unwrap().is_empty());
}

#[test]
fn the_limits_of_a_day_are_the_day_of_birth_and_the_day_of_the_card() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let one = |given| faults(save(&home, baby, &[("weighing", given)]));
    assert_eq!(one("2025-09-30"), [(0, CardRule::BeforeBirth)]);
    assert_eq!(one("2025-10-01"), []);
    assert_eq!(one("2026-03-02"), []);
    assert_eq!(one("2026-03-03"), [(0, CardRule::AfterVisit)]);
    let of_a_month = child(&home, "2025-10");
    let one = |given| faults(save(&home, of_a_month, &[("weighing", given)]));
    assert_eq!((one("2025-09-30"), one("2025-10-01")), (vec![(0, CardRule::BeforeBirth)], vec![]));
    assert_eq!(faults(save(&home, baby, &[("bcg", "?"), ("bcg", "?"), ("hb0", "2025-10-01"), ("bcg", "2025-10-01")])), []);
}

#[test]
fn what_is_wrong_is_said_in_the_language_without_date_or_code() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let wrong = entries(&[("hb0", "2025-09-30"), ("vaccine_of_2049", "-")]);
    let message = |language: &str| match home.siklus.save_service_card(today(), baby, today().happened_on, &wrong, language) {
        Err(error @ VisitError::Card(_)) => {
            let printed = format!("{error:?} {error} {:?}", (&wrong, &wrong[0].given));
            assert!(!printed.contains("hb0") && !printed.contains("2049") && !printed.contains("2025"), "{printed}");
            let VisitError::Card(faults) = error else { unreachable!() };
            faults.into_iter().map(|fault| fault.message).collect::<Vec<_>>()
        }
        _ => panic!("accepted"),
    };
    assert_eq!(message("id")[0], "Tanggalnya sebelum lahir. Isi hari lahir atau sesudahnya.");
    assert_eq!(message("en")[1], "There is no such service in the list. Please choose one of the list.");
}

#[test]
fn a_code_of_another_pack_stays_is_shown_and_can_be_corrected() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let change = crate::store::ServiceChange::Add { service: "vaccine_of_2049".into(), on: Some(day("2026-01-01")) };
    home.siklus.store().change_services(today(), baby, &[change]).unwrap();
    let shown = card(&home, baby);
    let last = shown.groups.last().unwrap();
    assert_eq!((last.title.as_str(), last.services.len()), ("Layanan lain", 1));
    let unknown = &last.services[0];
    assert_eq!((unknown.name.as_str(), unknown.line.is_none(), unknown.doses[0].counts), ("vaccine_of_2049", true, false));
    assert!(unknown.doses[0].remark.is_some());
    let saved = save(&home, baby, &[("vaccine_of_2049", "2026-01-02"), ("hb0", "2025-10-01")]).unwrap();
    assert_eq!(doses(&saved, "vaccine_of_2049")[0].0, "2 Januari 2026");
    assert_eq!(faults(save(&home, home.girl, &[("vaccine_of_2049", "2026-01-02")])), [(0, CardRule::UnknownService)]);
}

#[test]
fn a_card_of_an_earlier_day_neither_shows_nor_touches_what_came_later() {
    let home = Home::new();
    let baby = child(&home, BORN);
    save(&home, baby, &[("hb0", "2025-10-01"), ("weighing", "2026-03-02")]).unwrap();
    let earlier = day("2026-03-01");
    let shown = home.siklus.service_card(baby, earlier, "id").unwrap();
    assert!(doses(&shown, "weighing").is_empty() && doses(&shown, "hb0").len() == 1);
    home.siklus.save_service_card(today(), baby, earlier, &entries(&[("weighing", "-")]), "id").unwrap();
    assert_eq!(doses(&card(&home, baby), "weighing").len(), 1);
}

#[test]
fn a_birth_date_that_is_corrected_later_leaves_what_was_received_to_be_looked_at() {
    let home = Home::new();
    let baby = child(&home, BORN);
    save(&home, baby, &[("hb0", "2025-10-01"), ("bcg", "2025-10-20")]).unwrap();
    home.siklus.correct_person(today(), baby, &[(PersonField::Born, Some("2025-10-05".into()))]).unwrap();
    let shown = card(&home, baby);
    let (_, counts, remark) = doses(&shown, "hb0").remove(0);
    assert!(!counts && remark.unwrap().starts_with("Tanggalnya sebelum lahir"));
    assert_eq!(doses(&shown, "bcg")[0].2, None);
    let visit = home.open_visit(today());
    home.screen(visit, baby);
    assert_eq!(faults(save(&home, baby, &[("hb0", "2025-10-01")])), [(0, CardRule::BeforeBirth)]);
}

#[test]
fn without_consent_nothing_is_written_and_who_is_unknown_has_no_card() {
    let home = Home::new();
    let baby = child(&home, BORN);
    save(&home, baby, &[("hb0", "2025-10-01")]).unwrap();
    let withdrawn = Consent { state: ConsentState::Withdrawn, ..super::fixtures::agreed() };
    home.siklus.record_consent(today(), home.household, &withdrawn).unwrap();
    assert!(matches!(save(&home, baby, &[("hb0", "-")]), Err(VisitError::NoConsent)));
    assert_eq!(doses(&card(&home, baby), "hb0").len(), 1);
    let nobody = PersonId(uuid::Uuid::nil());
    let unknown = home.siklus.service_card(nobody, today().happened_on, "id");
    assert!(matches!(unknown, Err(VisitError::Store(StoreError::Unknown("person")))));
}

#[test]
fn the_card_of_who_died_ends_with_that_day() {
    let home = Home::new();
    let baby = child(&home, BORN);
    home.siklus.correct_person(today(), baby, &[(PersonField::DiedOn, Some("2026-02-01".into()))]).unwrap();
    assert_eq!(card(&home, baby).on, day("2026-02-01"));
    assert_eq!(faults(save(&home, baby, &[("weighing", "2026-02-02")])), [(0, CardRule::AfterVisit)]);
    assert_eq!(faults(save(&home, baby, &[("weighing", "2026-02-01")])), []);
}

fn given() -> impl Strategy<Value = (usize, u8)> {
    (0..BY_THE_BOOK.len(), 0..90_u8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn saving_the_same_card_twice_writes_nothing_and_what_is_saved_is_what_is_shown(
        cards in prop::collection::vec(prop::collection::btree_set(given(), 0..20), 1..5),
    ) {
        let home = Home::new();
        let baby = child(&home, BORN);
        for given in cards {
            // A day of the first three months; from 80 on "not known".
            let on = |number: u8| day(BORN) + chrono::Days::new(u64::from(number));
            let entries: Vec<_> = given.iter().map(|(place, number)| CardEntry {
                service: BY_THE_BOOK[*place].0.to_owned(),
                given: if *number < 80 { CardGiven::On(on(*number)) } else { CardGiven::DateNotKnown },
            }).collect();
            let save = || home.siklus.save_service_card(today(), baby, today().happened_on, &entries, "id").unwrap();
            let saved = save();
            let before = rows(&home);
            prop_assert!(save() == saved && rows(&home) == before);
            for service in entries.iter().map(|entry| entry.service.as_str()) {
                let mut wanted: Vec<_> = entries.iter().filter(|entry| entry.service == service).map(|entry| match entry.given {
                    CardGiven::On(day) => Some(day),
                    _ => None,
                }).collect();
                wanted.sort_by_key(|day| (day.is_none(), *day));
                let shown: Vec<_> = super::service_card::service(&saved, service).unwrap().doses.iter().map(|dose| dose.on).collect();
                prop_assert_eq!(shown, wanted);
            }
        }
        prop_assert!(home.siklus.store().verify().unwrap().is_whole());
    }
}
