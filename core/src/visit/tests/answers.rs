//! The answers of a person at a visit with what became of them.

use uuid::Uuid;

use super::fixtures::{Home, on, today};
use crate::form::{Given, Kind};
use crate::store::{ActorId, Author, EpisodeField, VisitId, Written};
use crate::visit::{AnswerSheet, EarlierAnswer, VisitError, WithdrawnAnswer, WrittenAnswer};

fn sheet(home: &Home, visit: VisitId) -> AnswerSheet {
    home.siklus.answer_sheet(visit, home.girl, "id").unwrap()
}

fn answer<'s>(sheet: &'s AnswerSheet, fact: &str) -> Option<&'s WrittenAnswer> {
    sheet.sections.iter().flat_map(|section| &section.answers).find(|answer| answer.question.id == fact)
}

fn is_open(sheet: &AnswerSheet, fact: &str) -> bool {
    sheet.sections.iter().flat_map(|section| &section.open).any(|question| question.id == fact)
}

fn withdrawn<'s>(sheet: &'s AnswerSheet, fact: &str) -> Option<&'s WithdrawnAnswer> {
    sheet.withdrawn.iter().find(|answer| answer.fact == fact)
}

fn written(author: Author) -> Option<Written> {
    Some(Written { by: author.actor, at: author.moment })
}

fn other_cadre(author: Author) -> Author {
    Author { actor: ActorId(Uuid::from_u128(7)), ..author }
}

fn begun(home: &Home) -> VisitId {
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "muac_cm", "22,8");
    home.answer(visit, home.girl, "headache", "true");
    home.answer(visit, home.girl, "headache_severe", "true");
    home.siklus.answer(visit, crate::visit::WhoseForm::Member(home.girl), "fever_over_2_days", Given::Unknown, "id").unwrap();
    visit
}

fn complete(home: &Home, visit: VisitId) -> VisitId {
    home.only(visit, home.girl);
    home.siklus.complete_visit(today(), visit, true, "id").unwrap();
    visit
}

fn correct(home: &Home, author: Author, visit: VisitId, fact: &str, typed: &str) {
    home.siklus.correct_answer(author, visit, home.girl, fact, Given::Typed(typed), "id").unwrap();
}

#[test]
fn each_answer_stands_in_its_section_in_words_with_who_wrote_it_and_when() {
    let home = Home::new();
    let visit = complete(&home, begun(&home));
    let sheet = sheet(&home, visit);
    assert_eq!((sheet.name.as_deref(), sheet.on, sheet.in_progress), (Some("Sari Contoh"), today().happened_on, false));
    assert_eq!(sheet.described.as_ref().unwrap().stage, "Ibu hamil 21 minggu 5 hari");
    let arm = answer(&sheet, "muac_cm").unwrap();
    assert_eq!((arm.text.as_str(), arm.written, arm.earlier.len()), ("22,8 cm", written(today()), 0));
    assert_eq!(answer(&sheet, "headache_severe").unwrap().text, "ya");
    assert_eq!(answer(&sheet, "fever_over_2_days").unwrap().text, "tidak tahu");
    assert!(answer(&sheet, "vaginal_bleeding").is_none() && is_open(&sheet, "vaginal_bleeding"));
    assert_eq!(sheet.sections[0].title, "Bahaya yang harus segera ditolong");
    assert!(sheet.sections.iter().all(|section| section.asked) && sheet.withdrawn.is_empty());
}

#[test]
fn an_english_sheet_has_english_words() {
    let home = Home::new();
    let visit = complete(&home, begun(&home));
    let sheet = home.siklus.answer_sheet(visit, home.girl, "en").unwrap();
    assert_eq!(answer(&sheet, "muac_cm").unwrap().text, "22.8 cm");
    assert_eq!(answer(&sheet, "headache_severe").unwrap().text, "yes");
}

#[test]
fn a_corrected_answer_has_all_earlier_ones_the_latest_first() {
    let home = Home::new();
    let visit = complete(&home, begun(&home));
    let (second, third) = (other_cadre(on(3, 5)), on(3, 9));
    correct(&home, second, visit, "muac_cm", "23,1");
    correct(&home, third, visit, "muac_cm", "25,3");
    let home = home.reopened();
    let sheet = sheet(&home, visit);
    let arm = answer(&sheet, "muac_cm").unwrap();
    assert_eq!((arm.text.as_str(), arm.written), ("25,3 cm", written(third)));
    let earlier = |text: &str, author| EarlierAnswer { text: Some(text.into()), written: written(author) };
    assert!(arm.earlier == [earlier("23,1 cm", second), earlier("22,8 cm", today())]);
    assert_eq!(answer(&sheet, "headache").unwrap().written, written(today()), "the others stay as they were");
}

#[test]
fn what_a_correction_made_inapplicable_keeps_its_value_and_who_withdrew_it() {
    let home = Home::new();
    let visit = complete(&home, begun(&home));
    let second = other_cadre(on(3, 5));
    correct(&home, second, visit, "headache", "false");
    let after = sheet(&home, visit);
    assert!(answer(&after, "headache_severe").is_none());
    let severe = withdrawn(&after, "headache_severe").unwrap();
    assert_eq!((severe.text.as_deref(), severe.written, severe.asked), (Some("ya"), written(second), false));
    assert!(severe.label.starts_with("Sakit kepala"), "{}", severe.label);
    correct(&home, on(3, 9), visit, "headache", "true");
    let again = sheet(&home, visit);
    assert!(withdrawn(&again, "headache_severe").unwrap().asked && is_open(&again, "headache_severe"));
    correct(&home, on(3, 9), visit, "headache_severe", "false");
    let answered = sheet(&home, visit);
    let severe = answer(&answered, "headache_severe").unwrap();
    let texts: Vec<_> = severe.earlier.iter().map(|earlier| earlier.text.as_deref()).collect();
    assert_eq!((severe.text.as_str(), texts), ("tidak", vec![None, Some("ya")]));
    assert!(answered.withdrawn.is_empty());
}

#[test]
fn what_was_withdrawn_before_the_visit_ended_has_its_value_only_until_then() {
    let home = Home::new();
    let visit = begun(&home);
    home.answer(visit, home.girl, "headache", "false");
    let before = sheet(&home, visit);
    assert!(before.in_progress);
    assert_eq!(withdrawn(&before, "headache_severe").unwrap().text.as_deref(), Some("ya"));
    assert_eq!((answer(&before, "headache").unwrap().written, withdrawn(&before, "headache_severe").unwrap().written), (None, None));
    let after = sheet(&home, complete(&home, visit));
    let severe = withdrawn(&after, "headache_severe").unwrap();
    assert_eq!((severe.text.as_deref(), severe.written), (None, written(today())));
}

#[test]
fn a_sheet_has_what_the_field_of_a_correction_is_drawn_from() {
    let home = Home::new();
    let visit = complete(&home, begun(&home));
    let sheet = sheet(&home, visit);
    let question = &answer(&sheet, "muac_cm").unwrap().question;
    let Kind::Number { unit, min, max, decimals, .. } = &question.kind else { panic!("no number") };
    assert_eq!((unit.as_deref(), *decimals), (Some("cm"), 1));
    assert_eq!((min.unwrap().to_string(), max.unwrap().to_string()), ("5".into(), "60".into()));
    assert_eq!(question.answer.as_ref().unwrap().typed, "22,8");
    assert_eq!(question.unknown_label.as_deref(), Some("Tidak tahu"));
}

#[test]
fn what_is_asked_alone_is_marked() {
    let home = Home::new();
    let visit = begun(&home);
    home.answer(visit, home.girl, "suicide_thoughts", "false");
    let sheet = sheet(&home, complete(&home, visit));
    assert!(answer(&sheet, "suicide_thoughts").unwrap().private && !answer(&sheet, "muac_cm").unwrap().private);
    assert!(sheet.sections.iter().any(|section| section.private && !section.answers.is_empty()));
}

#[test]
fn what_the_form_no_longer_asks_for_stays_to_be_read_and_cannot_be_corrected() {
    let home = Home::new();
    let visit = begun(&home);
    home.answer(visit, home.girl, "vaginal_bleeding", "false");
    complete(&home, visit);
    let episode = home.siklus.store().episodes(home.girl).unwrap().remove(0).id;
    home.siklus.change_pregnancy(on(3, 9), home.girl, episode, EpisodeField::LostOn, Some("2026-01-05")).unwrap();
    let sheet = sheet(&home, visit);
    let last = sheet.sections.last().unwrap();
    assert_eq!((last.title.as_str(), last.asked, last.open.len()), ("Tidak ditanyakan lagi", false, 0));
    assert!(last.answers.iter().any(|answer| answer.question.id == "vaginal_bleeding" && answer.text == "tidak"));
    let corrected = home.siklus.correct_answer(on(3, 9), visit, home.girl, "vaginal_bleeding", Given::Typed("true"), "id");
    assert!(matches!(corrected, Err(VisitError::Form(crate::form::FormError::NotAsked { .. }))));
}

#[test]
fn who_was_not_assessed_has_no_sheet() {
    let home = Home::new();
    let visit = complete(&home, begun(&home));
    assert!(matches!(home.siklus.answer_sheet(visit, home.father, "id"), Err(VisitError::NotAssessed)));
    let cancelled = home.open_visit(on(3, 9));
    home.siklus.cancel_visit(on(3, 9), cancelled, "hujan").unwrap();
    assert!(matches!(home.siklus.answer_sheet(cancelled, home.girl, "id"), Err(VisitError::NotAssessed)));
}
