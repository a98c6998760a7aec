//! Completing, reading back, judging again, correcting.

use super::fixtures::{Home, on, today};
use crate::form::Given;
use crate::pack::source::Action;
use crate::store::{PartState, Report, ReportWay, StoreError, VisitId};
use crate::visit::{Completion, PersonResult, VisitError};

fn done(completion: Completion) -> Vec<PersonResult> {
    match completion {
        Completion::Done(results) => results,
        Completion::AskFirst(open) => panic!("{} members with urgent questions", open.len()),
    }
}

fn completed(home: &Home, typed: &str) -> VisitId {
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", typed);
    home.answer(visit, home.girl, "vaginal_bleeding", "false");
    home.only(visit, home.girl);
    done(home.siklus.complete_visit(today(), visit, true, "id").unwrap());
    visit
}

fn texts(result: &PersonResult) -> Vec<&str> {
    result.lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn a_visit_is_not_completed_before_every_member_is_dealt_with() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", "22,8");
    let completed = home.siklus.complete_visit(today(), visit, true, "id");
    assert!(matches!(completed, Err(VisitError::PartsOpen { members: 2 })));
}

#[test]
fn open_urgent_questions_are_asked_about_once_and_the_answer_is_recorded() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", "25");
    home.only(visit, home.girl);
    let Completion::AskFirst(open) = home.siklus.complete_visit(today(), visit, false, "id").unwrap() else { panic!("not asked") };
    assert_eq!((open.len(), open[0].person), (1, home.girl));
    assert!((1..=5).contains(&open[0].ask_next.len()));
    assert_eq!(home.siklus.store().drafts().unwrap(), [visit], "nothing was written");
    let results = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap());
    assert!(results[0].open_urgent);
    let record = home.siklus.store().visit(visit).unwrap();
    let left_open = |person| record.parts.iter().find(|part| part.person == person).unwrap().left_open;
    assert!(left_open(home.girl) && !left_open(home.father));
}

#[test]
fn results_are_read_back_after_a_restart_as_they_were() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", "22,8");
    home.only(visit, home.girl);
    let before = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap());
    let home = home.reopened();
    let results = home.siklus.results(visit, "id").unwrap();
    assert!(results == before && results[0].follows);
    let english = home.siklus.result(visit, home.girl, "en").unwrap();
    assert_ne!(texts(&english), texts(&results[0]));
    let household = home.siklus.store().households(0, 1).unwrap().remove(0);
    assert_eq!((household.last_action, household.last_visit_on), (Some(results[0].action), Some(today().happened_on)));
    assert!(matches!(home.siklus.result(visit, home.father, "id"), Err(VisitError::NotAssessed)));
    assert!(home.siklus.store().verify().unwrap().is_whole());
}

#[test]
fn a_correction_supersedes_and_the_person_is_judged_again() {
    let home = Home::new();
    let visit = completed(&home, "22,8");
    let wrong = home.siklus.result(visit, home.girl, "id").unwrap();
    let right = home.siklus.correct_answer(on(3, 5), visit, home.girl, "muac_cm", Given::Typed("25,3"), "id").unwrap();
    assert_ne!(texts(&wrong), texts(&right));
    let home = home.reopened();
    let again = home.siklus.result(visit, home.girl, "id").unwrap();
    assert_eq!(texts(&again), texts(&right));
    assert!(again.follows);
    let rows = home.siklus.store().visit(visit).unwrap();
    assert_eq!(rows.on, today().happened_on);
    assert!(home.siklus.store().verify().unwrap().is_whole());
}

#[test]
fn a_correction_that_is_not_accepted_changes_nothing() {
    let home = Home::new();
    let visit = completed(&home, "22,8");
    let before = home.siklus.result(visit, home.girl, "id").unwrap();
    assert!(home.siklus.correct_answer(today(), visit, home.girl, "muac_cm", Given::Typed("228"), "id").is_err());
    assert!(home.siklus.result(visit, home.girl, "id").unwrap() == before);
}

#[test]
fn an_earlier_result_stays_when_the_person_is_corrected_later() {
    let home = Home::new();
    let visit = completed(&home, "22,8");
    let before = home.siklus.result(visit, home.girl, "id").unwrap();
    let born = [(crate::person::register::PersonField::Born, Some("2009-06-01".to_owned()))];
    home.siklus.correct_person(on(3, 9), home.girl, &born).unwrap();
    let visit_again = home.siklus.result(visit, home.girl, "id").unwrap();
    assert!(visit_again == before && visit_again.follows);
}

#[test]
fn a_report_to_the_health_worker_is_read_back() {
    let home = Home::new();
    let visit = completed(&home, "22,8");
    let report = Report { told_ms: today().moment.unix_ms, told_to: "Bidan Contoh".into(), way: ReportWay::Phone };
    home.siklus.report(today(), visit, home.girl, &report).unwrap();
    assert_eq!(home.siklus.store().reports(home.girl, visit).unwrap(), std::slice::from_ref(&report));
    assert!(matches!(home.siklus.report(today(), visit, home.father, &report), Err(VisitError::NotAssessed)));
}

#[test]
fn a_cancelled_visit_has_no_results() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let before = home.screen(visit, home.girl).findings;
    home.answer(visit, home.girl, "vaginal_bleeding", "true");
    home.siklus.cancel_visit(today(), visit, "salah orang").unwrap();
    assert!(home.siklus.results(visit, "id").unwrap().is_empty());
    let next = home.open_visit(on(3, 9));
    assert!(home.screen(next, home.girl).findings == before);
    assert!(matches!(home.siklus.cancel_visit(today(), visit, "lagi"), Err(VisitError::Store(StoreError::Unknown(_)))));
}

#[test]
fn an_emergency_is_the_last_result_of_person_and_household() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "vaginal_bleeding", "true");
    home.siklus.set_part(visit, home.father, PartState::Refused, None).unwrap();
    home.siklus.set_part(visit, home.grandmother, PartState::NotVisited, Some("dirawat")).unwrap();
    done(home.siklus.complete_visit(today(), visit, true, "id").unwrap());
    let girl = home.siklus.store().person(home.girl).unwrap();
    assert_eq!(girl.last.unwrap().action, Action::Emergency);
    assert_eq!(home.siklus.store().households(0, 9).unwrap()[0].last_action, Some(Action::Emergency));
}

#[test]
fn a_visit_keeps_its_day_when_it_is_completed_later() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", "22,8");
    home.only(visit, home.girl);
    done(home.siklus.complete_visit(on(3, 4), visit, true, "id").unwrap());
    assert_eq!(home.siklus.store().visit(visit).unwrap().on, today().happened_on);
    assert_eq!(home.siklus.store().person(home.girl).unwrap().last.unwrap().on, today().happened_on);
    assert!(home.siklus.result(visit, home.girl, "id").unwrap().follows);
}
