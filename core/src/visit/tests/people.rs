//! Registering and correcting.

use super::fixtures::{Home, agreed, texts, today};
use crate::pack::source::Setting;
use crate::person::register::{FieldFault, FieldRule, HouseholdField, PersonField};
use crate::store::{Consent, ConsentState, EpisodeField};
use crate::visit::{NewVisit, RegisterWarning, VisitError};

fn faults<T: std::fmt::Debug>(done: Result<T, VisitError>) -> Vec<(&'static str, FieldRule)> {
    match done.unwrap_err() {
        VisitError::Fields(faults) => faults.into_iter().map(|FieldFault { field, rule }| (field, rule)).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn all_faults_of_a_person_are_told_at_once_and_nothing_is_written() {
    let home = Home::new();
    let fields = texts(&[(PersonField::Sex, "F"), (PersonField::Born, "2026-03-03"), (PersonField::Nik, "123")]);
    let found = faults(home.siklus.register_person(today(), home.household, &fields));
    assert_eq!(found.iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["sex", "born", "nik", "name"]);
    assert_eq!(found[3].1, FieldRule::Empty);
    assert_eq!(home.siklus.store().household(home.household).unwrap().members.len(), 3);
}

#[test]
fn a_nik_that_disagrees_is_kept_with_a_warning() {
    let home = Home::new();
    let nik = vec![(PersonField::Nik, Some("6299991503950001".to_owned()))];
    let registered = home.siklus.correct_person(today(), home.girl, &nik).unwrap();
    assert_eq!(registered.warnings, [RegisterWarning::NikOfOtherSex, RegisterWarning::NikOfOtherBirthDate]);
    assert_eq!(home.siklus.store().person(home.girl).unwrap().nik.as_deref(), Some("6299991503950001"));
}

#[test]
fn a_nik_belongs_to_one_person_and_is_no_family_card() {
    let home = Home::new();
    let nik = vec![(PersonField::Nik, Some("6299995405080001".to_owned()))];
    assert!(home.siklus.correct_person(today(), home.girl, &nik).unwrap().warnings.is_empty());
    assert!(home.siklus.correct_person(today(), home.girl, &nik).is_ok(), "her own");
    assert_eq!(faults(home.siklus.correct_person(today(), home.grandmother, &nik)), [("nik", FieldRule::NikTaken)]);
    let card = vec![(HouseholdField::KkNumber, Some("6299990101200001".to_owned()))];
    home.siklus.correct_household(today(), home.household, &card).unwrap();
    let slip = vec![(PersonField::Nik, Some("6299990101200001".to_owned()))];
    assert!(matches!(faults(home.siklus.correct_person(today(), home.father, &slip))[0], ("nik", FieldRule::Number(_))));
}

#[test]
fn a_required_field_cannot_be_taken_back() {
    let home = Home::new();
    assert_eq!(faults(home.siklus.correct_person(today(), home.girl, &[(PersonField::Name, None)])), [("name", FieldRule::Empty)]);
    let unnamed = [(HouseholdField::Name, None)];
    assert_eq!(faults(home.siklus.correct_household(today(), home.household, &unnamed)), [("name", FieldRule::Empty)]);
}

#[test]
fn a_household_without_consent_takes_nothing() {
    let home = Home::new();
    let withdrawn = Consent { state: ConsentState::Withdrawn, ..agreed() };
    home.siklus.record_consent(today(), home.household, &withdrawn).unwrap();
    let fields = texts(&[(PersonField::Name, "Bayi"), (PersonField::Sex, "male"), (PersonField::Born, "2026-03-01")]);
    assert!(matches!(home.siklus.register_person(today(), home.household, &fields), Err(VisitError::NoConsent)));
    let new = NewVisit { household: home.household, place: Setting::HomeVisit, family_sheet: false };
    assert!(matches!(home.siklus.open_visit(today(), new), Err(VisitError::NoConsent)));
}

#[test]
fn a_pregnancy_is_that_of_a_woman_one_at_a_time_and_in_her_life() {
    let home = Home::new();
    let begin = |person, field, date| faults(home.siklus.begin_pregnancy(today(), person, field, date));
    assert_eq!(begin(home.father, EpisodeField::Lmp, "2026-01-01"), [("lmp", FieldRule::OfAMan)]);
    assert_eq!(begin(home.girl, EpisodeField::Edd, "2026-09-01"), [("edd", FieldRule::PregnantAlready)]);
    assert_eq!(begin(home.grandmother, EpisodeField::Lmp, "2026-03-03"), [("lmp", FieldRule::AfterToday)]);
    assert_eq!(begin(home.grandmother, EpisodeField::Edd, "2026-12-08"), [("edd", FieldRule::AfterToday)]);
    assert_eq!(begin(home.grandmother, EpisodeField::Lmp, "1900-01-01"), [("lmp", FieldRule::BeforeBirth)]);
    assert_eq!(begin(home.grandmother, EpisodeField::Lmp, "soon"), [("lmp", FieldRule::Date)]);
    assert!(home.siklus.begin_pregnancy(today(), home.grandmother, EpisodeField::Edd, "2026-12-07").is_ok());
}

#[test]
fn a_pregnancy_does_not_end_before_it_begins() {
    let home = Home::new();
    let episode = home.siklus.store().episodes(home.girl).unwrap()[0].id;
    let end = |date| home.siklus.change_pregnancy(today(), home.girl, episode, EpisodeField::DeliveredOn, Some(date));
    assert_eq!(faults(end("2025-09-30")), [("delivered_on", FieldRule::BeforePregnancy)]);
    end("2026-03-01").unwrap();
    assert!(home.siklus.begin_pregnancy(today(), home.girl, EpisodeField::Lmp, "2026-03-02").is_ok(), "the last one has ended");
}
