//! What is personal stands in the encrypted file alone: not in its bytes, not beside it, in no error and no `Debug` output.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::fixtures::{Home, on, texts, today};
use crate::form::Given;
use crate::person::register::{HouseholdField, PersonField};
use crate::store::{Report, ReportWay, StoreError, VisitId};
use crate::visit::{CardEntry, CardGiven, WhoseForm};

const NIK: &str = "6299995405080001";
const ADDRESS: &str = "Gang Kenanga Rekaan 17";
const PLACE: &str = "Puskesmas Rekaan Jaya";
const REASON: &str = "sedang bekerja di kebun rekaan";
const TOLD_TO: &str = "Bidan Rekaan";
const SERVICE: &str = "td.3";
const RECEIVED: &str = "2019-11-23";
const NAMES: [&str; 4] = ["Sari Contoh", "Nenek Contoh", "Pak Contoh", "Élise Rekaan"];

/// All that must stay hidden.
fn needles() -> Vec<&'static str> {
    NAMES.into_iter().chain([NIK, ADDRESS, PLACE, REASON, TOLD_TO, "2008-05-14", SERVICE, RECEIVED]).collect()
}

/// A whole run; gives what it printed with `Debug` and `Display` on the way.
fn run(home: &Home) -> (VisitId, String) {
    let siklus = &home.siklus;
    let mut printed = String::new();
    let mut see = |thing: &dyn std::fmt::Debug| printed.push_str(&format!("{thing:?}\n"));
    see(&siklus.correct_household(today(), home.household, &[(HouseholdField::Address, Some(ADDRESS.into()))]));
    see(&siklus.correct_person(today(), home.girl, &[(PersonField::Nik, Some(NIK.into()))]));
    let fields = texts(&[(PersonField::Name, "Élise Rekaan"), (PersonField::Sex, "female"), (PersonField::Born, "1990")]);
    let elise = siklus.register_person(today(), home.household, &fields).unwrap().person;
    see(&siklus.register_person(today(), home.household, &texts(&[(PersonField::Nik, NIK)])));
    see(&siklus.correct_person(today(), elise, &[(PersonField::Nik, Some(NIK.into()))]));
    let visit = home.open_visit(today());
    home.answer(visit, home.father, "mental_screened_last_year", "true");
    see(&home.answer(visit, home.father, "mental_screening_place", PLACE));
    see(&siklus.answer(visit, WhoseForm::Member(home.girl), "mental_screening_place", Given::Typed(PLACE), "id"));
    see(&siklus.answer(visit, WhoseForm::Member(home.girl), "muac_cm", Given::Typed(ADDRESS), "id"));
    home.only(visit, home.father);
    siklus.set_part(visit, elise, crate::store::PartState::NotVisited, Some(REASON)).unwrap();
    see(&siklus.visit_overview(visit, "id"));
    see(&siklus.complete_visit(today(), visit, true, "id"));
    let report = Report { told_ms: today().moment.unix_ms, told_to: TOLD_TO.into(), way: ReportWay::Phone };
    see(&(&report, siklus.report(today(), visit, home.father, &report)));
    see(&siklus.correct_answer(on(3, 4), visit, home.father, "temperature_c", Given::Typed(PLACE), "id"));
    see(&(siklus.store().household(home.household), siklus.store().households(0, 9), siklus.store().search("sari", 9)));
    see(&(siklus.store().visit(visit), siklus.results(visit, "id"), siklus.store().episodes(home.girl)));
    see(&(siklus.today(9), siklus.household_page(home.household, on(3, 9).happened_on, 9, "id")));
    see(&(siklus.answer_sheet(visit, home.father, "id"), siklus.answer_sheet(visit, home.girl, "id")));
    see(&siklus.person_page(home.girl, on(3, 9).happened_on, 9, "id"));
    see(&siklus.growth_chart(home.girl, on(3, 9).happened_on, None, "id"));
    let day = today().happened_on;
    let given = |on: &str| vec![CardEntry { service: SERVICE.into(), given: CardGiven::On(on.parse().unwrap()) }];
    see(&(given(RECEIVED), siklus.save_service_card(today(), home.girl, day, &given(RECEIVED), "id")));
    see(&siklus.save_service_card(today(), home.girl, day, &[given(RECEIVED), given("2000-01-01")].concat(), "id"));
    see(&(siklus.service_card(home.girl, day, "id"), siklus.store().service_records(home.girl)));
    see(&siklus.begin_pregnancy(today(), elise, crate::store::EpisodeField::Lmp, ADDRESS));
    see(&siklus);
    (visit, printed)
}

/// How often each needle stands in some bytes.
fn counts(bytes: &[u8]) -> Vec<(&'static str, usize)> {
    needles().into_iter().map(|needle| (needle, bytes.windows(needle.len()).filter(|part| *part == needle.as_bytes()).count())).collect()
}

fn bytes_of(folder: &Path) -> Vec<u8> {
    fs::read_dir(folder).unwrap().flat_map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect()
}

/// Every value of every table, one behind the other.
fn plain_export(connection: &Connection) -> Result<Vec<u8>, StoreError> {
    let mut statement = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'")?;
    let tables: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut bytes = Vec::new();
    for table in tables {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                bytes.extend_from_slice(row.get_ref(column)?.as_bytes_or_null().ok().flatten().unwrap_or_default());
            }
        }
    }
    Ok(bytes)
}

#[test]
fn nothing_personal_stands_in_the_files_and_all_of_it_in_a_plain_export() {
    let home = Home::new();
    run(&home);
    let sealed = counts(&bytes_of(home.folder()));
    assert!(sealed.iter().all(|(_, count)| *count == 0), "{sealed:?}");
    let found = counts(&home.siklus.store().read(plain_export).unwrap());
    assert!(found.iter().all(|(_, count)| *count > 0), "the needles are those of this run: {found:?}");
}

#[test]
fn nothing_personal_stands_in_errors_and_debug_output() {
    let home = Home::new();
    let (_, printed) = run(&home);
    let found = counts(printed.as_bytes());
    assert!(found.iter().all(|(_, count)| *count == 0), "{found:?}");
    assert!(printed.contains("NikTaken") && printed.contains("Screen(hidden)"), "the run printed what it should");
}

#[test]
fn an_open_store_leaves_no_file_but_its_own() {
    let home = Home::new();
    run(&home);
    let mut names: Vec<_> = fs::read_dir(home.folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["s.db", "s.db-wal", "s.db.key-check"]);
}
