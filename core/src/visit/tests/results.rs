//! Completing, reading back, judging again, correcting.

use super::fixtures::{Home, on, today};
use crate::form::Given;
use crate::pack::source::Action;
use crate::person::register::PersonField;
use crate::screening::Standing;
use crate::store::{PartState, Report, ReportWay, StoreError, VisitId, VisitState};
use crate::visit::{Completion, PersonResult, VisitError, WhoseForm};

pub fn done(completion: Completion) -> Vec<PersonResult> {
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
    let results = home.siklus.results(visit, "id").unwrap().results;
    assert!(results == before && results[0].follows);
    let english = home.siklus.result(visit, home.girl, "en").unwrap();
    assert_ne!(texts(&english), texts(&results[0]));
    let household = home.siklus.store().households(0, 1).unwrap().remove(0);
    assert_eq!((household.last_action, household.last_visit_on), (Some(results[0].action), Some(today().happened_on)));
    assert!(matches!(home.siklus.result(visit, home.father, "id"), Err(VisitError::NotAssessed)));
    assert!(home.siklus.store().verify().unwrap().is_whole());
}

#[test]
fn a_visit_that_ends_with_its_last_answer_is_judged_as_it_is_read_back() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.only(visit, home.girl);
    home.answer(visit, home.girl, "muac_cm", "25,3");
    let screen = home.siklus.answer(visit, WhoseForm::Member(home.girl), "muac_cm", Given::Typed("22,8"), "id").unwrap();
    let before = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap());
    assert_eq!(Some(before[0].standing), screen.standing);
    let results = home.reopened().siklus.results(visit, "id").unwrap();
    assert!(results.results == before && before[0].follows);
}

#[test]
fn what_is_corrected_after_the_last_answer_counts_when_the_visit_ends() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.only(visit, home.girl);
    home.answer(visit, home.girl, "muac_cm", "22,8");
    home.siklus.correct_person(today(), home.girl, &[(PersonField::Born, Some("1996-05-14".into()))]).unwrap();
    let results = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap());
    assert!(results[0].described.age.starts_with("29 "), "{}", results[0].described.age);
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
fn somebody_who_was_assessed_without_any_answer_can_be_corrected() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.siklus.set_part(visit, home.girl, PartState::Assessed, None).unwrap();
    home.only(visit, home.girl);
    let before = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap()).remove(0);
    let is_thin = |result: &PersonResult| result.findings.iter().any(|finding| finding.rule == "pregnancy.muac_low");
    assert!(!is_thin(&before) && before.open_urgent && !before.complete);
    let right = home.siklus.correct_answer(on(3, 5), visit, home.girl, "muac_cm", Given::Typed("22,8"), "id").unwrap();
    assert!(is_thin(&right) && right.on == today().happened_on);
    let home = home.reopened();
    let again = home.siklus.result(visit, home.girl, "id").unwrap();
    assert!(again == right && again.follows);
    let well = home.siklus.correct_answer(on(3, 6), visit, home.girl, "muac_cm", Given::Typed("25,3"), "id").unwrap();
    assert!(!is_thin(&well) && well == home.siklus.result(visit, home.girl, "id").unwrap());
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
fn the_results_of_a_visit_name_those_who_were_not_assessed_too() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.father, "smoking", "active");
    home.answer(visit, home.girl, "vaginal_bleeding", "true");
    home.siklus.set_part(visit, home.grandmother, PartState::NotVisited, Some("ke sawah")).unwrap();
    done(home.siklus.complete_visit(today(), visit, true, "id").unwrap());
    let came_out = home.siklus.results(visit, "id").unwrap();
    assert_eq!(came_out.results.iter().map(|result| result.person).collect::<Vec<_>>(), [home.girl, home.father], "the most urgent first");
    let [grandmother] = came_out.not_assessed.as_slice() else { panic!("{}", came_out.not_assessed.len()) };
    assert_eq!((grandmother.person, grandmother.name.as_deref()), (home.grandmother, Some("Nenek Contoh")));
    assert_eq!((grandmother.state, grandmother.reason.as_deref()), (PartState::NotVisited, Some("ke sawah")));
    assert_eq!((came_out.household_name.as_deref(), came_out.state), (Some("Pak Contoh"), VisitState::Completed));
}

#[test]
fn a_cancelled_visit_has_no_results() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let before = home.screen(visit, home.girl).findings;
    home.answer(visit, home.girl, "vaginal_bleeding", "true");
    home.siklus.cancel_visit(today(), visit, "salah orang").unwrap();
    let came_out = home.siklus.results(visit, "id").unwrap();
    assert!(came_out.results.is_empty() && came_out.not_assessed.is_empty());
    assert_eq!((came_out.state, came_out.reason.as_deref()), (VisitState::Cancelled, Some("salah orang")));
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

/// Answers everything that the form asks of somebody: "no" where it can, the rest with "not known".
pub fn answer_everything(home: &Home, visit: VisitId, person: crate::store::PersonId) {
    let whose = crate::visit::WhoseForm::Member(person);
    for _ in 0..10 {
        let screen = home.screen(visit, person);
        if screen.complete {
            return;
        }
        for section in screen.sections.iter().filter(|section| !section.folded) {
            let screen = home.siklus.answer_section_no(visit, whose, &section.id, "id").unwrap();
            let open = screen.section(&section.id).map(|section| section.questions.clone()).unwrap_or_default();
            for question in open.iter().filter(|question| question.open) {
                let _ = home.siklus.answer(visit, whose, &question.id, Given::Unknown, "id");
            }
        }
    }
}

#[test]
fn an_incomplete_form_is_called_neither_well_nor_taught_and_stays_so() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let whose = crate::visit::WhoseForm::Member(home.father);
    let section = home.screen(visit, home.father).sections[0].id.clone();
    let screen = home.siklus.answer_section_no(visit, whose, &section, "id").unwrap();
    assert_eq!((screen.complete, screen.standing), (false, Some(Standing::Undecidable)));
    home.only(visit, home.father);
    let result = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap()).remove(0);
    assert!(!result.complete && result.follows);
    assert!(result.action <= Action::Educate, "{:?}", result.action);
    assert_eq!((result.standing, result.headline.as_str()), (Standing::Undecidable, "BELUM BISA DINILAI"));
    let home = home.reopened();
    let store = home.siklus.store();
    assert_eq!(store.person(home.father).unwrap().last.unwrap().standing, Standing::Undecidable);
    assert_eq!(store.households(0, 1).unwrap()[0].standing, Some(Standing::Undecidable));
}

#[test]
fn a_complete_form_is_kept_as_complete() {
    let home = Home::new();
    let visit = home.open_visit(today());
    answer_everything(&home, visit, home.father);
    assert!(home.screen(visit, home.father).complete);
    home.only(visit, home.father);
    let result = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap()).remove(0);
    assert!(result.complete);
    let kept = home.siklus.store().assessment(home.father, visit).unwrap().unwrap();
    assert!(kept.complete && kept.standing() == result.standing);
    assert!(home.siklus.result(visit, home.father, "id").unwrap() == result);
}

#[test]
fn a_result_comes_in_parts_beside_its_lines() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "headache", "true");
    home.answer(visit, home.girl, "headache_severe", "true");
    home.only(visit, home.girl);
    let result = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap()).remove(0);
    assert_eq!(result.name.as_deref(), Some("Sari Contoh"));
    assert_eq!((result.described.age.as_str(), result.described.stage.as_str()), ("17 tahun", "Ibu hamil 21 minggu 5 hari"));
    assert_eq!((result.standing, result.headline.as_str()), (Standing::Emergency, "RUJUK SEGERA"));
    let finding = &result.findings[0];
    assert_eq!(
        (finding.rule.as_str(), finding.action_text.as_str(), finding.private),
        ("pregnancy.headache_severe", "RUJUK SEGERA", false)
    );
    assert!(texts(&result).contains(&finding.advice.as_str()));
    let questions: Vec<_> = result.undetermined.iter().flat_map(|open| &open.questions).collect();
    let screen_sections = |id: &str| crate::visit::tests::fixtures::pack().source().sections.iter().any(|section| section.id.value == id);
    assert!(questions.iter().all(|question| question.section.as_deref().is_none_or(screen_sections)));
    assert!(questions.iter().any(|question| question.private) && questions.iter().any(|question| !question.private));
    assert!(result.undetermined.is_sorted_by_key(|open| std::cmp::Reverse(open.action)));
    assert!(result.notes.iter().any(|note| note.contains("versi")));
}
