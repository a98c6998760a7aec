//! The pages that an app shows, one call each.

use super::fixtures::{Home, on, texts, today};
use crate::form::Given;
use crate::person::register::PersonField;
use crate::screening::Standing;
use crate::store::{EpisodeField, PartState, PersonId, Report, ReportWay, VisitId, VisitState};
use crate::visit::PartOverview;

fn severe_headache(home: &Home, visit: VisitId) {
    home.answer(visit, home.girl, "headache", "true");
    home.answer(visit, home.girl, "headache_severe", "true");
}

fn completed(home: &Home) -> VisitId {
    let visit = home.open_visit(today());
    severe_headache(home, visit);
    home.only(visit, home.girl);
    home.siklus.complete_visit(today(), visit, true, "id").unwrap();
    visit
}

fn part(parts: &[PartOverview], person: PersonId) -> &PartOverview {
    parts.iter().find(|part| part.person == person).unwrap()
}

#[test]
fn an_overview_tells_how_each_member_stands_so_far() {
    let home = Home::new();
    let visit = home.open_visit(today());
    severe_headache(&home, visit);
    home.siklus.set_part(visit, home.father, PartState::Absent, None).unwrap();
    let overview = home.siklus.visit_overview(visit, "id").unwrap();
    let girl = part(&overview.parts, home.girl);
    assert_eq!((girl.state, girl.standing, girl.is_open()), (Some(PartState::Assessed), Some(Standing::Emergency), true));
    let words = girl.described.as_ref().unwrap();
    assert_eq!((words.age.as_str(), words.stage.as_str()), ("17 tahun", "Ibu hamil 21 minggu 5 hari"));
    let progress = home.screen(visit, home.girl).progress;
    assert!(girl.progress.unwrap() == progress && progress.answered == 2);
    let grandmother = part(&overview.parts, home.grandmother);
    assert_eq!((grandmother.standing, grandmother.is_open()), (None, true));
    assert!(grandmother.described.as_ref().unwrap().is_estimated);
    assert!(!part(&overview.parts, home.father).is_open());
    assert_eq!(overview.standing(), Some(Standing::Emergency));
}

#[test]
fn an_emergency_rings_on_every_screen_of_the_visit_and_in_its_language() {
    let home = Home::new();
    let visit = home.open_visit(today());
    assert!(home.siklus.visit_overview(visit, "id").unwrap().alarms.is_empty());
    severe_headache(&home, visit);
    let alarms = home.siklus.visit_overview(visit, "en").unwrap().alarms;
    assert_eq!((alarms.len(), alarms[0].person, alarms[0].name.as_deref()), (1, home.girl, Some("Sari Contoh")));
    assert!(alarms[0].title.contains("headache") && !alarms[0].advice.is_empty() && !alarms[0].private);
    home.siklus.set_part(visit, home.girl, PartState::Refused, None).unwrap();
    let overview = home.siklus.visit_overview(visit, "en").unwrap();
    assert!(overview.alarms.is_empty() && part(&overview.parts, home.girl).standing.is_none(), "who is not assessed counts for nothing");
}

#[test]
fn what_was_said_alone_rings_as_private() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.father, "suicide_plan_or_attempt", "true");
    let alarms = home.siklus.visit_overview(visit, "id").unwrap().alarms;
    assert!(alarms.len() == 1 && alarms[0].private);
}

#[test]
fn the_first_page_has_drafts_and_households() {
    let home = Home::new();
    let page = home.siklus.today(5).unwrap();
    assert!(page.drafts.is_empty() && page.households.len() == 1 && !page.more);
    assert_eq!(page.households[0].standing, None);
    assert!(home.siklus.today(0).unwrap().more);
    let visit = home.open_visit(today());
    severe_headache(&home, visit);
    home.siklus.set_part(visit, home.father, PartState::Absent, None).unwrap();
    let draft = home.siklus.today(5).unwrap().drafts.remove(0);
    assert_eq!((draft.visit, draft.parts, draft.open_parts, draft.standing), (visit, 3, 2, Some(Standing::Emergency)));
    home.only(visit, home.girl);
    home.siklus.complete_visit(today(), visit, true, "id").unwrap();
    let page = home.siklus.today(5).unwrap();
    assert!(page.drafts.is_empty());
    assert_eq!(page.households[0].standing, Some(Standing::Emergency));
}

#[test]
fn the_page_of_a_household_has_members_and_visits() {
    let home = Home::new();
    let visit = completed(&home);
    let open = home.open_visit(on(3, 9));
    let page = home.siklus.household_page(home.household, on(3, 9).happened_on, 10, "id").unwrap();
    let girl = page.members.iter().find(|member| member.person == home.girl).unwrap();
    assert_eq!((girl.standing, page.standing, page.open_visit), (Some(Standing::Emergency), Some(Standing::Emergency), Some(open)));
    assert_eq!(girl.described.as_ref().unwrap().stage, "Ibu hamil 22 minggu 5 hari");
    assert_eq!((page.visits.len(), page.visits[0].visit, page.visits[0].state), (1, visit, VisitState::Completed));
    assert_eq!(page.visits[0].on, today().happened_on);
}

#[test]
fn who_left_counts_for_the_household_no_longer() {
    let home = Home::new();
    completed(&home);
    let left = [(PersonField::LeftOn, Some("2026-03-04".to_owned()))];
    home.siklus.correct_person(on(3, 5), home.girl, &left).unwrap();
    let page = home.siklus.household_page(home.household, on(3, 9).happened_on, 10, "id").unwrap();
    assert_eq!(page.standing, None);
    assert_eq!(home.siklus.today(1).unwrap().households[0].standing, None);
    let before = home.siklus.today(1).unwrap();
    home.siklus.correct_person(on(3, 6), home.girl, &[(PersonField::LeftOn, None)]).unwrap();
    assert_eq!(home.siklus.today(1).unwrap().households[0].standing, Some(Standing::Emergency));
    assert!(home.siklus.today(1).unwrap() != before);
}

#[test]
fn the_page_of_a_person_has_pregnancies_and_visits() {
    let home = Home::new();
    let visit = completed(&home);
    let page = || home.siklus.person_page(home.girl, on(3, 9).happened_on, 10, "en").unwrap();
    let first = page();
    assert_eq!((first.person.id, first.standing), (home.girl, Some(Standing::Emergency)));
    assert_eq!(first.pregnancies[0].gestation.as_deref(), Some("22 weeks 5 days"));
    let line = &first.visits[0];
    assert_eq!((line.visit, line.state, line.standing), (visit, PartState::Assessed, Some(Standing::Emergency)));
    assert_eq!(line.pack_version.as_deref(), Some(home.siklus.pack().source().meta.version.as_str()));
    assert!(!line.corrected && !line.reported);
    home.siklus.correct_answer(on(3, 5), visit, home.girl, "headache_severe", Given::Typed("false"), "id").unwrap();
    let report = Report { told_ms: today().moment.unix_ms, told_to: "Bidan Contoh".into(), way: ReportWay::Phone };
    home.siklus.report(on(3, 5), visit, home.girl, &report).unwrap();
    let line = &page().visits[0];
    assert!(line.corrected && line.reported && line.standing != Some(Standing::Emergency));
    let father = home.siklus.person_page(home.father, on(3, 9).happened_on, 10, "id").unwrap();
    assert_eq!((father.visits[0].state, father.visits[0].standing), (PartState::Absent, None));
}

#[test]
fn a_pregnancy_is_offered_to_a_living_woman_of_an_age_that_the_pack_names() {
    let home = Home::new();
    let register = |name, sex, born| {
        let fields = texts(&[(PersonField::Name, name), (PersonField::Sex, sex), (PersonField::Born, born)]);
        home.siklus.register_person(today(), home.household, &fields).unwrap().person
    };
    let offers = |person| home.siklus.person_page(person, today().happened_on, 1, "id").unwrap().offers_pregnancy;
    let woman = register("Bu Contoh", "female", "1985-04-01");
    assert!(offers(woman) && !offers(register("Paman Contoh", "male", "1985-04-01")));
    assert!(!offers(home.grandmother), "too old");
    assert!(!offers(register("Anak Contoh", "female", "2016-03-03")) && offers(register("Kakak Contoh", "female", "2016-03-02")));
    assert!(!offers(home.girl), "she is pregnant");
    let pregnancy = home.siklus.store().episodes(home.girl).unwrap().remove(0).id;
    home.siklus.change_pregnancy(today(), home.girl, pregnancy, EpisodeField::DeliveredOn, Some("2026-03-01")).unwrap();
    assert!(offers(home.girl));
    home.siklus.correct_person(today(), woman, &[(PersonField::DiedOn, Some("2026-03-01".to_owned()))]).unwrap();
    assert!(!offers(woman), "she died");
}
