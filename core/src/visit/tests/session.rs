//! The form of a member, question by question.

use super::fixtures::{Home, on, today};
use crate::form::{FormError, Given};
use crate::pack::source::{Action, Setting};
use crate::person::register::PersonField;
use crate::store::{PartState, PersonId, StoreError};
use crate::visit::{NewVisit, VisitError, WhoseForm};

#[test]
fn every_answer_is_there_after_a_restart() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let before = home.answer(visit, home.girl, "vaginal_bleeding", "true");
    let home = home.reopened();
    assert!(home.screen(visit, home.girl) == before);
    assert_eq!(before.findings[0].action, Action::Emergency);
    assert_eq!(home.siklus.open_visits("id").unwrap().len(), 1);
}

#[test]
fn an_answer_that_is_not_accepted_changes_nothing_and_is_told_at_the_question() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", "22,8");
    let screen = home.answer(visit, home.girl, "muac_cm", "228");
    let arm = home.siklus.pack().dictionary().find("muac_cm").unwrap();
    let question = screen.question(arm).unwrap();
    assert!(question.error.as_ref().unwrap().text.contains("5,0 sampai 60,0 cm"));
    assert!(question.answer.is_some());
    let question = home.screen(visit, home.girl).question(arm).unwrap().clone();
    assert!(question.error.is_none() && question.answer.is_some());
}

#[test]
fn follow_ups_that_no_longer_apply_are_withdrawn_and_the_old_answer_is_kept_beside_the_question() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let (gate, follow_up) = ("mental_screened_last_year", "mental_screening_place");
    home.answer(visit, home.father, gate, "true");
    home.answer(visit, home.father, follow_up, "Puskesmas Contoh");
    let screen = home.answer(visit, home.father, gate, "false");
    assert_eq!(screen.withdrawn.iter().map(|withdrawn| &*withdrawn.id).collect::<Vec<_>>(), [follow_up]);
    let home = home.reopened();
    home.answer(visit, home.father, gate, "true");
    let fact = home.siklus.pack().dictionary().find(follow_up).unwrap();
    let screen = home.screen(visit, home.father);
    let question = screen.question(fact).unwrap();
    assert!(question.open && question.old.is_some(), "shown, and to be asked again");
}

#[test]
fn a_section_is_answered_with_no_in_one_call_but_for_what_is_asked_singly() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let before = home.screen(visit, home.girl).findings;
    let girl = WhoseForm::Member(home.girl);
    let screen = home.siklus.answer_section_no(visit, girl, "danger_pregnancy_signs", "id").unwrap();
    let section = screen.section("danger_pregnancy_signs").unwrap();
    let open: Vec<_> = section.questions.iter().filter(|question| question.open).map(|question| &*question.id).collect();
    assert!(open.contains(&"fetal_movement_felt"), "{open:?}");
    assert!(section.progress.answered > 10 && screen.findings == before);
    let (girl, home) = (home.girl, home.reopened());
    assert!(home.screen(visit, girl) == screen);
}

#[test]
fn a_question_that_is_not_asked_is_refused() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let answer = |person, fact| home.siklus.answer(visit, WhoseForm::Member(person), fact, Given::Typed("true"), "id").unwrap_err();
    assert!(matches!(answer(home.father, "vaginal_bleeding"), VisitError::Form(FormError::NotAsked { .. })));
    assert!(matches!(answer(home.father, "no_such_fact"), VisitError::NoFact));
    let stranger = PersonId(uuid::Uuid::nil());
    assert!(matches!(answer(stranger, "vaginal_bleeding"), VisitError::Store(StoreError::Unknown(_))));
}

#[test]
fn who_is_asked_is_assessed() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.siklus.set_part(visit, home.girl, PartState::NotVisited, Some("di sekolah")).unwrap();
    home.answer(visit, home.girl, "vaginal_bleeding", "false");
    let overview = home.siklus.visit_overview(visit, "id").unwrap();
    let girl = overview.parts.iter().find(|part| part.person == home.girl).unwrap();
    assert_eq!((girl.state, girl.reason.as_deref()), (Some(PartState::Assessed), None));
    assert_eq!(overview.parts[0].person, home.grandmother, "the oldest first");
    assert!(matches!(home.siklus.set_part(visit, home.girl, PartState::NotVisited, Some("  ")), Err(VisitError::NoReason)));
}

#[test]
fn a_household_has_one_visit_at_a_time() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let new = NewVisit { household: home.household, place: Setting::Posyandu, family_sheet: false };
    assert!(matches!(home.siklus.open_visit(today(), new), Err(VisitError::VisitInProgress)));
    assert!(matches!(home.siklus.cancel_visit(today(), visit, " "), Err(VisitError::NoReason)));
    home.siklus.cancel_visit(today(), visit, "salah rumah").unwrap();
    assert!(home.siklus.open_visit(today(), new).is_ok());
}

#[test]
fn a_person_who_is_corrected_during_the_visit_gets_the_right_form() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.father, "confused_now", "false");
    home.siklus.correct_person(today(), home.father, &[(PersonField::Born, Some("2024-03-01".into()))]).unwrap();
    let screen = home.siklus.refresh_form(visit, WhoseForm::Member(home.father), "id").unwrap();
    assert_eq!(screen.withdrawn.iter().map(|withdrawn| &*withdrawn.id).collect::<Vec<_>>(), ["confused_now"]);
}

#[test]
fn what_was_recorded_last_time_is_shown_and_never_taken_over() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", "22,8");
    home.only(visit, home.girl);
    home.siklus.complete_visit(today(), visit, true, "id").unwrap();
    let visit = home.open_visit(on(3, 30));
    let arm = home.siklus.pack().dictionary().find("muac_cm").unwrap();
    let screen = home.screen(visit, home.girl);
    let question = screen.question(arm).unwrap();
    assert!(question.open);
    assert_eq!(question.last.as_ref().unwrap().on, today().happened_on);
}

#[test]
fn the_family_sheet_is_a_form_of_the_household() {
    let home = Home::new();
    let new = NewVisit { household: home.household, place: Setting::HomeVisit, family_sheet: true };
    let visit = home.siklus.open_visit(today(), new).unwrap();
    let sheet = WhoseForm::Household(home.household);
    let screen = home.siklus.answer(visit, sheet, "clean_water", Given::Typed("true"), "id").unwrap();
    assert_eq!(screen.progress.answered, 1);
    assert!(home.reopened().siklus.screen(visit, sheet, "id").unwrap() == screen);
}

#[test]
fn a_setting_of_the_area_is_that_of_later_visits() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let before = home.siklus.store().draft(visit).unwrap().settings;
    home.siklus.change_setting(today(), "district_malaria_endemic", Given::Typed("true"), "id").unwrap();
    let home = home.reopened();
    assert_eq!(home.siklus.store().draft(visit).unwrap().settings, before);
    home.siklus.cancel_visit(today(), visit, "ulang").unwrap();
    let visit = home.open_visit(today());
    assert_ne!(home.siklus.store().draft(visit).unwrap().settings, before);
    let screen = home.siklus.settings_screen(today().happened_on, "id").unwrap();
    let endemic = home.siklus.pack().dictionary().find("district_malaria_endemic").unwrap();
    assert!(screen.question(endemic).unwrap().answer.is_some());
}

#[test]
fn answers_from_several_threads_are_all_kept() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let facts = ["vaginal_bleeding", "convulsion", "fainted", "breathless", "chest_pain", "waters_broken"];
    std::thread::scope(|scope| {
        for fact in facts {
            let home = &home;
            scope.spawn(move || home.answer(visit, home.girl, fact, "false"));
        }
    });
    let screen = home.screen(visit, home.girl);
    let is_answered = |fact| screen.question(home.siklus.pack().dictionary().find(fact).unwrap()).unwrap().answer.is_some();
    assert!(facts.into_iter().all(is_answered));
}

#[test]
fn answers_about_a_member_who_was_not_assessed_in_the_end_count_for_nothing_later() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", "22,8");
    home.answer(visit, home.father, "confused_now", "false");
    home.only(visit, home.father);
    home.siklus.complete_visit(today(), visit, true, "id").unwrap();
    let visit = home.open_visit(on(3, 30));
    let arm = home.siklus.pack().dictionary().find("muac_cm").unwrap();
    assert!(home.screen(visit, home.girl).question(arm).unwrap().last.is_none());
}
