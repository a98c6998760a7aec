//! What Kotlin relies on, called as Kotlin calls it. Helpers of tests fail by panicking.
#![allow(clippy::unwrap_used, clippy::panic)]

use chrono::NaiveDate;
use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::Source;
use siklus_core::person::{Precision, Sex};
use siklus_ffi::{
    BirthRequest, BornRequest, CaseRequest, DoseRequest, EarlierVisitRequest, FactAnswer, InvalidRule, PregnancyRequest, RecordedFact,
    RulePack, SiklusError,
};

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn fact(fact: &str, answer: FactAnswer) -> RecordedFact {
    RecordedFact { fact: fact.to_owned(), answer }
}

fn number(digits: &str) -> FactAnswer {
    FactAnswer::Number { digits: digits.to_owned() }
}

/// A woman of 27, five months pregnant.
fn woman(facts: Vec<RecordedFact>) -> CaseRequest {
    CaseRequest {
        on: day("2026-03-02"),
        sex: Sex::Female,
        born: BornRequest { date: day("1998-05-01"), precision: Precision::Day },
        pregnancy: Some(PregnancyRequest::Lmp { on: day("2025-10-01") }),
        delivered_on: None,
        birth: BirthRequest { weight_g: None, gestation_weeks: None },
        facts,
        history: Vec::new(),
        doses: Vec::new(),
    }
}

fn broken(case: &CaseRequest) -> Vec<(String, InvalidRule)> {
    match RulePack::embedded().unwrap().assess(case, "en") {
        Err(SiklusError::InvalidInput { fields }) => fields.into_iter().map(|invalid| (invalid.field, invalid.rule)).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_person_is_judged_in_the_language_asked_for() {
    let pack = RulePack::embedded().unwrap();
    let case = woman(vec![fact("muac_cm", number("22.4"))]);
    let titles = ["id", "en", "xx"].map(|language| {
        let view = pack.assess(&case, language).unwrap();
        view.findings.iter().find(|finding| finding.rule == "pregnancy.muac_low").unwrap().title.clone()
    });
    assert_ne!(titles[0], titles[1]);
    assert_eq!(titles[0], titles[2]);
}

#[test]
fn every_fact_that_is_refused_is_told_with_its_visit() {
    let mut case = woman(vec![fact("muac_cm", number("1e1")), fact("nothing", FactAnswer::Unknown)]);
    case.history = vec![EarlierVisitRequest { on: day("2026-01-26"), facts: vec![fact("muac_cm", number("22.44"))] }];
    case.doses = vec![DoseRequest { service: "nothing".into(), on: None }];
    let expected = [
        ("facts.muac_cm", InvalidRule::WrongType),
        ("facts.nothing", InvalidRule::NoSuchFact),
        ("history[0].facts.muac_cm", InvalidRule::OffStep),
        ("doses[0].service", InvalidRule::NoSuchService),
    ];
    assert_eq!(broken(&case), expected.map(|(field, rule)| (field.to_owned(), rule)));
}

#[test]
fn a_text_of_the_wrong_form_and_a_setting_that_is_unknown_are_refused() {
    let tries = FactAnswer::Text { text: "RX".into() };
    assert_eq!(broken(&woman(vec![fact("finger_count_right_tries", tries)]))[0].1, InvalidRule::Pattern);
    let pack = siklus_core::pack::Pack::embedded().unwrap();
    let setting = pack.dictionary().iter().find(|(_, fact)| fact.is_setting()).map(|(_, fact)| fact.id.to_string()).unwrap();
    assert_eq!(broken(&woman(vec![fact(&setting, FactAnswer::Unknown)]))[0].1, InvalidRule::UnknownForSetting);
}

#[test]
fn a_fact_that_stands_twice_is_refused() {
    let twice = vec![fact("muac_cm", number("22.4")), fact("muac_cm", number("22.5"))];
    assert_eq!(broken(&woman(twice)), [("facts.muac_cm".to_owned(), InvalidRule::Twice)]);
}

#[test]
fn nothing_of_a_person_is_printed() {
    let case = woman(vec![fact("muac_cm", number("22.4"))]);
    let pack = RulePack::embedded().unwrap();
    let view = pack.assess(&case, "id").unwrap();
    assert_eq!(format!("{case:?} {:?} {view:?}", case.facts), "CaseRequest [RecordedFact] AssessmentView");
    assert_eq!(format!("{:?} {:?}", view.findings[0], view.undetermined[0]), "FindingView UndeterminedView");
}

#[test]
fn the_pack_tells_its_identity() {
    let info = RulePack::embedded().unwrap().info();
    let pack = siklus_core::pack::Pack::embedded().unwrap();
    assert_eq!((info.id, info.version), (pack.source().meta.id.clone(), pack.source().meta.version.clone()));
    assert_eq!(info.sha256.len(), 64);
    assert_eq!(info.languages[..2], ["id", "en"]);
}

#[test]
fn a_pack_with_faults_tells_each_with_its_place() {
    let files = vec![SourceFile::new("a.toml", "[pack]\nid = \"a\"\nversion = 1\n")];
    let error = SiklusError::from(Source::read(files).unwrap_err());
    let SiklusError::PackFaulty { faults } = &error else { panic!("{error:?}") };
    assert!(faults.iter().all(|fault| fault.starts_with("a.toml:")), "{faults:?}");
    assert_eq!(error.to_string(), format!("the rule pack has {} faults", faults.len()));
}
