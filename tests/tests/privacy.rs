//! No error, no fault and no `Debug` output holds what was entered: tried with values that stand nowhere else.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Debug;

use siklus_cli::args::PackFolders;
use siklus_cli::case::{self, CaseFile};
use siklus_cli::engine::Engine;
use siklus_core::fact::{FactKind, Raw, Value};
use siklus_core::person::{BirthDate, KkNumber, Nik, Precision, PregnancyDate, Sex};
use siklus_core::screening::render::Renderer;
use siklus_core::screening::{BirthData, EarlierVisit, Input, Subject, assess};
use siklus_tests::answers::day;
use siklus_tests::packs::embedded;
use siklus_tests::rng::Rng;
use siklus_tests::{Person, files};

/// What was entered, and how it might be written in an output.
const MARKERS: &[&str] = &["Rahasia", "4711", "47.11", "471.1", "1847-11-17", "1987-06-13", "2025-07-19", "2077-09-23"];

fn is_silent(what: &str, output: &str) -> Option<String> {
    let marker = MARKERS.iter().find(|marker| output.contains(**marker))?;
    Some(format!("{what} holds {marker}"))
}

fn debug(what: &str, of: &impl Debug) -> Option<String> {
    is_silent(what, &format!("{of:?}")).or_else(|| is_silent(what, &format!("{of:#?}")))
}

/// Born on 13 June 1987, pregnant since 19 July 2025, 47.11 kg.
fn woman() -> Person {
    let woman = Person::woman().born(1987, 6, 13).pregnant_since(2025, 7, 19).fact("weight_kg", "47.11").fact("height_cm", "147.1");
    let woman = woman.fact("tb_pmo_name", "Rahasia").fact("school_name", "Rahasia").fact("last_period_on", "2025-07-19");
    woman.earlier(2025, 12, 1, &[("weight_kg", "47.11"), ("tb_pmo_name", "Rahasia"), ("last_period_on", "2025-07-19")])
}

#[test]
fn nothing_about_a_person_is_shown_by_debug() {
    let woman = woman();
    let subject = woman.subject(embedded());
    let input = woman.input(embedded());
    let assessment = assess(embedded(), &subject);
    assert!(!assessment.findings.is_empty() && !assessment.undetermined.is_empty());
    let delivered = Input { pregnancy: None, delivery: Some(day(2025, 7, 19)), ..input.clone() };
    let born = BirthDate::new(day(1987, 6, 13), Precision::Day);
    let lines = Renderer::new(embedded(), "en").result(&subject, &assessment, None);
    assert!(lines.iter().any(|line| line.text.contains("47.11")));
    let shown = [
        debug("Line", &lines),
        debug("Input", &input),
        debug("Input of a delivery", &delivered),
        debug("Subject", &subject),
        debug("Assessment", &assessment),
        debug("BirthDate", &born),
        debug("PregnancyDate", &PregnancyDate::Edd(day(2025, 7, 19))),
        debug("BirthData", &BirthData { weight_g: Some(4711), gestation_weeks: None }),
        debug("EarlierVisit", &EarlierVisit { on: day(2025, 12, 1), facts: input.facts.clone() }),
        debug("Nik", &Nik::parse("3401015306874711").map(|nik| nik.digits().len())),
        debug("Value", &input.facts.iter().map(|(_, answer)| answer.clone()).collect::<Vec<_>>()),
        debug("Value of a date", &Value::Date(day(2025, 7, 19))),
        debug("Raw", &[Raw::Text("Rahasia"), Raw::Decimal("47.11"), Raw::Integer(4711), Raw::List(vec!["Rahasia"])]),
    ];
    let found: Vec<_> = shown.into_iter().flatten().collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_registration_number_shows_no_birth_date() {
    let nik = Nik::parse("3401015306870815").expect("a NIK");
    let kk = KkNumber::parse("3401011306870815").expect("a number of a family card");
    for shown in [format!("{nik:?}{nik}"), format!("{kk:?}{kk}"), format!("{:?}", Nik::parse("340101530687"))] {
        assert!(!shown.contains("530687") && !shown.contains("130687"), "{shown}");
    }
}

#[test]
fn a_refused_subject_shows_nothing() {
    let pack = embedded();
    let no_such_number = |input: &mut Input| {
        let muac = pack.dictionary().find("muac_cm").expect("muac_cm");
        input.facts.push((muac, siklus_core::fact::Answer::Known(Value::Text("Rahasia".into()))));
    };
    type Change<'c> = (&'static str, &'c dyn Fn(&mut Input));
    let changes: [Change<'_>; 13] = [
        ("born after the visit", &|input| input.born = BirthDate::new(day(2077, 9, 23), Precision::Day)),
        ("born long ago", &|input| input.born = BirthDate::new(day(1847, 11, 17), Precision::Day)),
        ("a pregnant man", &|input| input.sex = Sex::Male),
        ("a pregnancy to come", &|input| input.pregnancy = Some(PregnancyDate::Lmp(day(2077, 9, 23)))),
        ("a due date far away", &|input| input.pregnancy = Some(PregnancyDate::Edd(day(2077, 9, 23)))),
        ("a delivery to come", &|input| input.delivery = Some(day(2077, 9, 23))),
        ("a birth weight", &|input| input.birth.weight_g = Some(471_147)),
        ("a gestation at birth", &|input| input.birth.gestation_weeks = Some(4711)),
        ("a fact twice", &|input| input.facts.push(input.facts[0].clone())),
        ("a visit before birth", &|input| input.history[0].on = day(1847, 11, 17)),
        ("a visit to come", &|input| input.history[0].on = day(2077, 9, 23)),
        ("a visit twice", &|input| input.history.push(input.history[0].clone())),
        ("a text in place of a number", &no_such_number),
    ];
    let mut found = Vec::new();
    for (what, change) in changes {
        let mut input = woman().input(pack);
        change(&mut input);
        let faults = Subject::new(pack, &input).expect_err(what);
        found.extend(debug(what, &faults));
        found.extend(faults.iter().filter_map(|fault| is_silent(what, &fault.to_string())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_refused_answer_shows_nothing() {
    let dictionary = embedded().dictionary();
    let typed = ["Rahasia", "4711471", "47.114711", "-4711", "47,11,47", "1847-11-17", "1847-11-47", "Rahasia, Rahasia", "true Rahasia"];
    let raw = || {
        let date = Raw::Date(day(1847, 11, 17));
        [Raw::Integer(471_147), Raw::Decimal("47.114711"), Raw::Text("Rahasia"), Raw::List(vec!["Rahasia"]), date]
    };
    let mut found = Vec::new();
    let mut refused = 0;
    for (id, fact) in dictionary.iter() {
        // A text may be anything.
        let answers = typed.iter().map(|text| dictionary.read_typed(id, text)).chain(raw().into_iter().map(|raw| dictionary.read(id, raw)));
        for error in answers.filter_map(Result::err) {
            refused += 1;
            let outputs = [error.message("id"), error.message("en"), error.to_string(), format!("{error:?}")];
            found.extend(outputs.iter().filter_map(|output| is_silent(&fact.id, output)));
        }
    }
    assert!(refused > 10 * dictionary.iter().filter(|(_, fact)| !matches!(fact.kind, FactKind::Text { .. })).count());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Values in place of those of real case files, right and wrong ones.
const ENTERED: &[&str] = &[
    "\"Rahasia\"",
    "Rahasia",
    "\"Rahasia",
    "'Rahasia",
    "\"Rahasia\\q\"",
    "4711",
    "4711.4711",
    "47114711471147114711",
    "04711",
    "4711x",
    "1847-11-17",
    "1847-11-47",
    "2077-09-23",
    "\"1847-11-17\"",
    "[\"Rahasia\", 4711]",
    "[4711",
    "\"\"\"Rahasia",
    "4711 4711",
    "",
    "1847-11-17T04:47:11Z",
];

#[test]
fn a_refused_case_file_shows_nothing() {
    let engine = Engine::load(&PackFolders::default()).expect("the pack that is built in");
    let cases: Vec<_> =
        files::files("tests/cases", "toml").iter().chain(&files::files("tests/household", "toml")).map(|path| files::text(path)).collect();
    let mut rng = Rng::new(7);
    let mut found = Vec::new();
    for round in 0..3000 {
        let text = with_a_value(rng.pick(&cases).expect("a case"), &mut rng);
        let reading = case::read(&text, &engine.vocabulary());
        let person = match &reading.case {
            Some(CaseFile::Person(file)) => engine.subject(&file.person).err(),
            Some(CaseFile::Household(file)) => file.members.first().and_then(|member| engine.subject(&member.person).err()),
            None => None,
        };
        for fault in reading.faults.iter().chain(person.iter().flatten()) {
            let shown = is_silent("a fault", &fault.to_string()).or_else(|| debug("the Debug of a fault", fault));
            found.extend(shown.map(|shown| format!("round {round}: {shown}: {fault}")));
        }
    }
    found.truncate(5);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A case with another value in one place.
fn with_a_value(text: &str, rng: &mut Rng) -> String {
    let places: Vec<_> = text.match_indices(" = ").map(|(at, _)| at + 3).collect();
    let Some(at) = rng.pick(&places).copied() else { return text.to_owned() };
    let rest = &text[at..];
    let end = rest.find([',', '\n', '}']).unwrap_or(rest.len());
    format!("{}{}{}", &text[..at], rng.pick(ENTERED).copied().unwrap_or_default(), &rest[end..])
}
