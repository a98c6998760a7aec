//! Services received count in the form, in the result, and in the result that is judged again.

use super::card_fixtures::{BORN, BY_THE_BOOK, child, entries};
use super::fixtures::{Home, on, today};
use super::results::done;
use crate::form::Given;
use crate::schedule::Status;
use crate::screening::render::DueService;
use crate::store::{EpisodeField, PartState, PersonId, VisitId};
use crate::visit::{CardRule, PersonResult, VisitError, WhoseForm};

const OVERDUE: &str = "immunization.overdue";
const FEW_VISITS: &str = "pregnancy.first_visit_late";
const NO_KF1: &str = "postpartum.kf1_missing";

fn save(home: &Home, person: PersonId, given: &[(&str, &str)]) {
    home.siklus.save_service_card(today(), person, today().happened_on, &entries(given), "id").unwrap();
}

fn shows(home: &Home, visit: VisitId, person: PersonId, rule: &str) -> bool {
    home.screen(visit, person).findings.iter().any(|found| found.id == rule)
}

fn found(result: &PersonResult, rule: &str) -> bool {
    result.findings.iter().any(|finding| finding.rule == rule)
}

fn checked(home: &Home, baby: PersonId) -> VisitId {
    let visit = home.open_visit(today());
    home.answer(visit, baby, "service_record_checked", "true");
    visit
}

fn complete(home: &Home, visit: VisitId, baby: PersonId) -> PersonResult {
    for other in [home.father, home.girl, home.grandmother] {
        home.siklus.set_part(visit, other, PartState::Absent, None).unwrap();
    }
    let results = done(home.siklus.complete_visit(today(), visit, true, "id").unwrap());
    results.into_iter().find(|result| result.person == baby).unwrap()
}

#[test]
fn a_form_follows_the_card_at_once() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let visit = checked(&home, baby);
    assert!(shows(&home, visit, baby, OVERDUE));
    save(&home, baby, &BY_THE_BOOK);
    assert!(!shows(&home, visit, baby, OVERDUE));
    let answered = home.answer(visit, baby, "has_health_book", "shown");
    assert!(answered.findings.iter().all(|found| found.id != OVERDUE), "the next answer goes by it too");
    save(&home, baby, &[("bcg", "-")]);
    assert!(shows(&home, visit, baby, OVERDUE));
    assert!(!found(
        &{
            save(&home, baby, &[("bcg", "2025-10-05")]);
            complete(&home, visit, baby)
        },
        OVERDUE
    ));
}

#[test]
fn the_section_of_the_book_leads_to_the_card() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let screen = home.screen(home.open_visit(today()), baby);
    let button = |id: &str| screen.section(id).unwrap().services_button.as_deref();
    assert_eq!(button("child_records"), Some("Catat layanan dari buku"));
    let others = screen.sections.iter().filter(|section| section.id != "child_records");
    assert!(others.into_iter().all(|section| !section.services && section.services_button.is_none()));
}

#[test]
fn the_card_agrees_with_the_form_of_the_day() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let status = |person| {
        let card = home.siklus.service_card(person, today().happened_on, "id").unwrap();
        card.calendar.services.into_iter().find(|line| line.code == "screen.blood_pressure").unwrap().due.status
    };
    assert_eq!(status(home.grandmother), Status::Due);
    home.answer(visit, home.grandmother, "systolic_mmhg", "120");
    home.answer(visit, home.grandmother, "diastolic_mmhg", "80");
    assert_eq!(status(home.grandmother), Status::Done, "measured at the visit that goes on");
    home.only(visit, home.grandmother);
    done(home.siklus.complete_visit(today(), visit, true, "id").unwrap());
    assert_eq!(status(home.grandmother), Status::Done, "measured at a visit of the day");
}

#[test]
fn a_result_tells_what_is_due_and_what_of_it_may_be_given_together() {
    let home = Home::new();
    let baby = child(&home, BORN);
    save(&home, baby, &BY_THE_BOOK);
    save(&home, baby, &[("bcg", "-"), ("rv.3", "-")]);
    let visit = checked(&home, baby);
    let result = complete(&home, visit, baby);
    let due = result.due_today.as_ref().unwrap();
    let told = |services: &[DueService]| services.iter().map(|due| format!("{}: {}", due.name, due.status_text)).collect::<Vec<_>>();
    assert_eq!(told(&due.together), ["BCG: terlambat", "Rotavirus 3: terlambat"]);
    assert_eq!(told(&due.others), ["Penimbangan: sudah waktunya"]);
    save(&home, baby, &[("bcg", "2026-03-02")]);
    assert_eq!(home.siklus.result(visit, baby, "id").unwrap().due_today, result.due_today, "as it was known then");
    let card = home.siklus.service_card(baby, today().happened_on, "id").unwrap();
    assert_eq!(told(&card.due_today.unwrap().together), ["Rotavirus 3: terlambat"]);
}

#[test]
fn a_result_stays_as_it_was_when_the_card_is_corrected_later() {
    let home = Home::new();
    let baby = child(&home, BORN);
    save(&home, baby, &BY_THE_BOOK);
    let visit = checked(&home, baby);
    let before = complete(&home, visit, baby);
    assert!(!found(&before, OVERDUE));
    save(&home, baby, &[("bcg", "-"), ("dpt_hb_hib.1", "-")]);
    let home = home.reopened();
    let again = home.siklus.result(visit, baby, "id").unwrap();
    assert!(again.follows && again == before);
    let corrected = home.siklus.correct_answer(on(3, 5), visit, baby, "has_health_book", Given::Typed("shown"), "id").unwrap();
    assert!(found(&corrected, OVERDUE), "a correction goes by what is known now");
    assert!(home.siklus.result(visit, baby, "id").unwrap().follows);
}

#[test]
fn a_result_without_services_stays_so_when_they_are_copied_later() {
    let home = Home::new();
    let baby = child(&home, BORN);
    let visit = checked(&home, baby);
    let before = complete(&home, visit, baby);
    assert!(found(&before, OVERDUE));
    save(&home, baby, &BY_THE_BOOK);
    let again = home.siklus.result(visit, baby, "id").unwrap();
    assert!(again.follows && again == before);
}

#[test]
fn what_was_received_after_the_day_of_a_visit_does_not_count_for_it() {
    let home = Home::new();
    let baby = child(&home, BORN);
    save(&home, baby, &BY_THE_BOOK);
    save(&home, baby, &[("bcg", "-")]);
    let visit = checked(&home, baby);
    let later = on(3, 9);
    home.siklus.save_service_card(later, baby, later.happened_on, &entries(&[("bcg", "2026-03-03")]), "id").unwrap();
    assert!(shows(&home, visit, baby, OVERDUE));
    home.siklus.save_service_card(later, baby, later.happened_on, &entries(&[("bcg", "2026-03-02")]), "id").unwrap();
    assert!(!shows(&home, visit, baby, OVERDUE));
}

fn anc_k1(home: &Home) -> (Status, usize) {
    let card = home.siklus.service_card(home.girl, today().happened_on, "id").unwrap();
    let service = card.groups.iter().flat_map(|group| &group.services).find(|service| service.code == "anc.k1").unwrap();
    (service.line.as_ref().unwrap().due.status, service.doses.len())
}

#[test]
fn visits_of_an_earlier_pregnancy_are_none_of_this_one_and_stay_recorded() {
    let home = Home::new();
    let visit = home.open_visit(today());
    let earlier = crate::store::ServiceChange::Add { service: "anc.k1".into(), on: Some("2024-06-20".parse().unwrap()) };
    home.siklus.store().change_services(today(), home.girl, &[earlier]).unwrap();
    home.answer(visit, home.girl, "service_record_checked", "true");
    assert_eq!(anc_k1(&home), (Status::Overdue, 0));
    assert!(shows(&home, visit, home.girl, FEW_VISITS));
    save(&home, home.girl, &[("anc.k1", "2025-11-20"), ("anc.k2", "2026-01-20")]);
    assert_eq!(anc_k1(&home), (Status::Done, 1));
    save(&home, home.girl, &[("anc.k1", "-")]);
    let recorded = home.siklus.store().service_records(home.girl).unwrap();
    assert_eq!(recorded.iter().filter(|record| record.service == "anc.k1").count(), 1, "that of the earlier pregnancy");
    let form = home.siklus.screen(visit, WhoseForm::Member(home.girl), "id").unwrap();
    assert!(form.section("pregnancy_records").unwrap().services_button.is_some());
}

#[test]
fn visits_after_an_earlier_birth_do_not_hide_that_this_one_has_none() {
    let home = Home::new();
    let pregnancy = home.siklus.store().episodes(home.girl).unwrap().remove(0).id;
    home.siklus.change_pregnancy(today(), home.girl, pregnancy, EpisodeField::DeliveredOn, Some("2026-02-26")).unwrap();
    let visit = home.open_visit(today());
    let earlier = crate::store::ServiceChange::Add { service: "postpartum.kf1".into(), on: Some("2024-06-20".parse().unwrap()) };
    home.siklus.store().change_services(today(), home.girl, &[earlier]).unwrap();
    home.answer(visit, home.girl, "service_record_checked", "true");
    assert!(shows(&home, visit, home.girl, NO_KF1));
    save(&home, home.girl, &[("postpartum.kf1", "2026-02-26")]);
    assert!(!shows(&home, visit, home.girl, NO_KF1));
}

#[test]
fn a_visit_is_not_before_its_pregnancy_or_birth() {
    let home = Home::new();
    let rules = |given: &[(&str, &str)]| match home.siklus.save_service_card(today(), home.girl, today().happened_on, &entries(given), "id")
    {
        Err(VisitError::Card(faults)) => faults.into_iter().map(|fault| fault.rule).collect(),
        saved => saved.map(|_| Vec::new()).unwrap(),
    };
    assert_eq!(rules(&[("anc.k1", "2025-09-30"), ("td.1", "2025-09-30")]), [CardRule::BeforePregnancy]);
    assert_eq!(rules(&[("anc.k1", "2025-10-01")]), []);
    let pregnancy = home.siklus.store().episodes(home.girl).unwrap().remove(0).id;
    home.siklus.change_pregnancy(today(), home.girl, pregnancy, EpisodeField::DeliveredOn, Some("2026-02-26")).unwrap();
    assert_eq!(rules(&[("postpartum.kf1", "2026-02-25"), ("anc.k1", "2025-09-30")]), [CardRule::BeforeDelivery]);
    assert_eq!(rules(&[("postpartum.kf1", "2026-02-26")]), []);
}
