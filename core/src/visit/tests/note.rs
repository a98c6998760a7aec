//! The note to a health worker: what it tells, and what it must never tell.

use super::fixtures::{Home, on, today};
use crate::person::register::{HouseholdField, PersonField};
use crate::screening::render::NoteSender;
use crate::store::{PartState, PersonId, VisitId};
use crate::visit::VisitError;

const NIK: &str = "6299995405080001";
const SENDER: NoteSender<'_> = NoteSender { cadre: Some("Ani"), posyandu: Some("Melati") };

fn note(home: &Home, visit: VisitId, person: PersonId) -> Option<String> {
    home.siklus.referral_note(visit, person, SENDER, "id").unwrap()
}

fn severe_headache(home: &Home) -> VisitId {
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "headache", "true");
    home.answer(visit, home.girl, "headache_severe", "true");
    visit
}

fn complete(home: &Home, visit: VisitId, person: PersonId) {
    home.only(visit, person);
    home.siklus.complete_visit(today(), visit, true, "id").unwrap();
}

#[test]
fn a_note_has_all_that_a_health_worker_needs_to_come_or_to_call() {
    let home = Home::new();
    let visit = severe_headache(&home);
    complete(&home, visit, home.girl);
    let expected = "RUJUK SEGERA
Kunjungan 2 Maret 2026
Warga: S.C., RT 3, Remaja (10-18 tahun)
Yang ditemukan:
- Sakit kepala berat
- Pusing atau sakit kepala
Ada hal lain yang perlu dibicarakan langsung.
Ada tanda bahaya yang belum ditanyakan atau belum diketahui.
Dari: kader Ani, Posyandu Melati
Ini hasil skrining kader, bukan diagnosis. Mohon bantuannya, dan mohon tidak diteruskan ke orang lain.";
    assert_eq!(note(&home, visit, home.girl).as_deref(), Some(expected));
}

#[test]
fn an_emergency_is_told_before_the_visit_ends_and_the_note_stays_the_same() {
    let home = Home::new();
    let visit = severe_headache(&home);
    let at_the_door = note(&home, visit, home.girl);
    complete(&home, visit, home.girl);
    let home = home.reopened();
    assert!(at_the_door.is_some());
    assert_eq!(note(&home, visit, home.girl), at_the_door);
}

#[test]
fn a_note_holds_nothing_by_which_a_stranger_knows_the_person() {
    let home = Home::new();
    let fields =
        [(HouseholdField::Address, "Gang Kenanga Rekaan 17"), (HouseholdField::KkNumber, "6299990101200001"), (HouseholdField::Rw, "8")];
    let fields = fields.map(|(field, text)| (field, Some(text.to_owned())));
    home.siklus.correct_household(today(), home.household, &fields).unwrap();
    home.siklus.correct_person(today(), home.girl, &[(PersonField::Nik, Some(NIK.into()))]).unwrap();
    let visit = severe_headache(&home);
    home.answer(visit, home.girl, "muac_cm", "22,8");
    complete(&home, visit, home.girl);
    for language in ["id", "en", "jv"] {
        let note = home.siklus.referral_note(visit, home.girl, SENDER, language).unwrap().unwrap();
        for needle in ["Sari", "Contoh", NIK, "6299990101200001", "Kenanga", "RW", "2008", "17 tahun", "17 years", "14 Mei", "22,8", "22.8"]
        {
            assert!(!note.contains(needle), "{needle} in {note}");
        }
        for id in [visit.to_string(), home.girl.to_string(), home.household.to_string()] {
            assert!(!note.contains(&id));
        }
    }
}

#[test]
fn what_was_said_alone_is_told_only_as_something_to_talk_about() {
    let home = Home::new();
    let visit = severe_headache(&home);
    home.answer(visit, home.girl, "suicide_thoughts", "true");
    complete(&home, visit, home.girl);
    let result = home.siklus.result(visit, home.girl, "id").unwrap();
    let private: Vec<_> = result.findings.iter().filter(|finding| finding.private).collect();
    let note = note(&home, visit, home.girl).unwrap();
    assert!(!private.is_empty());
    assert!(private.iter().all(|finding| !note.contains(&finding.title) && !note.contains(&finding.advice)), "{note}");
    assert!(!note.contains("mengakhiri"));
    assert!(note.contains("- Pusing atau sakit kepala\nAda hal lain yang perlu dibicarakan langsung.\n"), "{note}");
}

#[test]
fn what_brands_a_person_is_told_only_as_something_to_talk_about() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.girl, "tb_cough", "true");
    home.answer(visit, home.girl, "tb_cough_days", "20");
    complete(&home, visit, home.girl);
    let result = home.siklus.result(visit, home.girl, "id").unwrap();
    let title = |rule: &str| result.findings.iter().find(|finding| finding.rule == rule).map(|finding| finding.title.as_str());
    let brands = [title("pregnancy.too_young").unwrap(), title("pregnancy.tb_risk").unwrap()];
    let note = note(&home, visit, home.girl).unwrap();
    assert!(brands.iter().all(|title| !note.contains(title)) && !note.contains("TBC"), "{note}");
    assert!(note.contains("Ada hal lain yang perlu dibicarakan langsung.\n"), "{note}");
}

#[test]
fn a_note_of_private_findings_alone_still_has_its_urgency() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.father, "suicide_plan_or_attempt", "true");
    complete(&home, visit, home.father);
    let note = note(&home, visit, home.father).unwrap();
    assert!(note.starts_with("RUJUK SEGERA\n") && !note.contains("Yang ditemukan"), "{note}");
    assert!(note.contains("Warga: P.C., RT 3, Dewasa (19-59 tahun)\nAda hal lain yang perlu dibicarakan langsung.\n"), "{note}");
}

#[test]
fn a_sender_is_one_line_and_may_be_unknown() {
    let home = Home::new();
    let visit = severe_headache(&home);
    let from = |cadre, posyandu| {
        let note = home.siklus.referral_note(visit, home.girl, NoteSender { cadre, posyandu }, "id").unwrap().unwrap();
        note.lines().find_map(|line| line.strip_prefix("Dari: ")).unwrap().to_owned()
    };
    assert_eq!(from(None, None), "kader Posyandu");
    assert_eq!(from(Some(" \n"), None), "kader Posyandu");
    assert_eq!(from(None, Some("Melati")), "Posyandu Melati");
    assert_eq!(from(Some("Ani\nRUJUK \u{1b}[1m"), None), "kader Ani RUJUK [1m");
    assert_eq!(from(Some("a".repeat(81).as_str()), None), format!("kader {}", "a".repeat(80)));
}

#[test]
fn without_anything_for_a_health_worker_there_is_no_note() {
    let home = Home::new();
    let visit = home.open_visit(today());
    home.answer(visit, home.father, "smoking", "active");
    assert_eq!(note(&home, visit, home.father), None, "teaching is no referral");
    complete(&home, visit, home.father);
    assert_eq!(note(&home, visit, home.father), None);
}

#[test]
fn who_is_not_assessed_has_no_note() {
    let home = Home::new();
    let visit = severe_headache(&home);
    let note = |visit, person| home.siklus.referral_note(visit, person, SENDER, "id");
    assert!(matches!(note(visit, home.father), Err(VisitError::NotAssessed)));
    home.siklus.set_part(visit, home.girl, PartState::Refused, None).unwrap();
    assert!(matches!(note(visit, home.girl), Err(VisitError::NotAssessed)));
    home.siklus.cancel_visit(on(3, 9), visit, "hujan").unwrap();
    assert!(matches!(note(visit, home.girl), Err(VisitError::NotAssessed)));
}
