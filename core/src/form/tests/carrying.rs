//! What was recorded earlier stands beside the question, and counts only when it is confirmed.

use super::people::{at_home, at_posyandu, day, fact, man, person, pregnant_girl, seen_before, woman};
use crate::form::FormError;
use crate::person::{PregnancyDate, Sex};
use crate::screening::Input;

#[test]
fn a_measurement_is_shown_with_its_date_and_never_prefilled() {
    let input = seen_before(woman(), "2026-01-05", &[("weight_kg", "60,5")]);
    let input = seen_before(input, "2026-02-02", &[("weight_kg", "61,2")]);
    let visit = at_posyandu(input);
    let question = visit.question("weight_kg");
    let last = question.last.as_ref().unwrap();
    assert_eq!((last.on, last.text.as_str()), (day("2026-02-02"), "last time 61.2 kg (2 February 2026)"));
    assert!(question.open && last.confirm.is_none());
    assert!(matches!(visit.form.confirm(&visit.draft, fact("weight_kg")), Err(FormError::NothingToConfirm { .. })));
}

#[test]
fn an_answer_that_was_not_known_does_not_hide_an_older_one() {
    let input = seen_before(woman(), "2026-01-05", &[("height_cm", "157,3")]);
    let visit = at_posyandu(seen_before(input, "2026-02-02", &[("height_cm", "unknown")]));
    assert_eq!(visit.question("height_cm").last.as_ref().unwrap().on, day("2026-01-05"));
}

#[test]
fn yes_and_no_of_an_earlier_visit_is_not_shown_unless_the_pack_says_so() {
    let visit = at_home(seen_before(pregnant_girl(), "2026-02-02", &[("vaginal_bleeding", "true")]));
    assert_eq!(visit.question("vaginal_bleeding").last, None);
}

#[test]
fn a_diagnosis_counts_when_it_is_confirmed_and_not_before() {
    let visit = at_posyandu(seen_before(man(), "2026-02-02", &[("ht_diagnosed", "true")]));
    assert!(!visit.shows("ht_medicine_at_home"));
    let last = visit.question("ht_diagnosed").last.as_ref().unwrap();
    assert_eq!(last.confirm.as_deref(), Some("Still the same"));
    assert_eq!(last.text, "Recorded earlier: yes (2 February 2026). Is it still the same?");
    let step = visit.form.confirm(&visit.draft, fact("ht_diagnosed")).unwrap();
    assert!(step.screen.question(fact("ht_medicine_at_home")).is_some());
    let confirmed = step.screen.question(fact("ht_diagnosed")).unwrap();
    assert!(!confirmed.open && confirmed.last.as_ref().unwrap().confirm.is_none());
    assert!(visit.form.confirm(&step.draft, fact("ht_diagnosed")).is_err());
}

#[test]
fn what_was_no_is_asked_anew() {
    let visit = at_posyandu(seen_before(man(), "2026-02-02", &[("ht_diagnosed", "false")]));
    assert_eq!(visit.question("ht_diagnosed").last.as_ref().unwrap().confirm, None);
    assert!(visit.form.confirm(&visit.draft, fact("ht_diagnosed")).is_err());
}

#[test]
fn nothing_of_an_earlier_pregnancy_is_carried_into_another() {
    let facts = [("previous_births", "1"), ("booking_systolic_mmhg", "110"), ("iron_tablets_given", "30")];
    // The day before this pregnancy, and its first day.
    let before = at_posyandu(seen_before(pregnant_girl(), "2025-09-30", &facts));
    let within = at_posyandu(seen_before(pregnant_girl(), "2025-10-01", &facts));
    for (id, _) in facts {
        assert_eq!(before.question(id).last, None, "{id}");
        assert!(within.question(id).last.is_some(), "{id}");
    }
    assert!(within.question("previous_births").last.as_ref().unwrap().confirm.is_some());
    assert!(within.question("iron_tablets_given").last.as_ref().unwrap().confirm.is_none());
    // What is not of a pregnancy alone goes on.
    let weighed = at_posyandu(seen_before(pregnant_girl(), "2025-09-30", &[("weight_kg", "48")]));
    assert!(weighed.question("weight_kg").last.is_some());
}

#[test]
fn after_the_birth_an_episode_begins_with_the_delivery() {
    let mother = Input { delivery: Some(day("2026-02-10")), ..woman() };
    let facts = [("early_breastfeeding_initiation", "true"), ("postpartum_vitamin_a_capsules", "1")];
    let before = at_posyandu(seen_before(mother.clone(), "2026-02-09", &facts));
    let after = at_posyandu(seen_before(mother, "2026-02-10", &facts));
    for (id, _) in facts {
        assert_eq!(before.question(id).last, None, "{id}");
        assert!(after.question(id).last.is_some(), "{id}");
    }
}

#[test]
fn a_birth_measure_is_confirmed_for_the_person() {
    let newborn = person(Sex::Female, "2026-02-20");
    let visit = at_posyandu(seen_before(newborn, "2026-02-22", &[("birth_length_cm", "49"), ("vitamin_k_given", "true")]));
    for id in ["birth_length_cm", "vitamin_k_given"] {
        assert!(visit.question(id).last.as_ref().unwrap().confirm.is_some(), "{id}");
    }
}

#[test]
fn no_measurement_is_to_be_confirmed() {
    use crate::fact::{FactKind, NextVisit};
    let confirmed = super::people::pack().dictionary().iter().filter(|(_, fact)| fact.next_visit == NextVisit::Confirm);
    let numbers: Vec<_> =
        confirmed.filter(|(_, fact)| matches!(fact.kind, FactKind::Number { .. })).map(|(_, fact)| fact.id.to_string()).collect();
    let written_once = [
        "birth_length_cm",
        "booking_diastolic_mmhg",
        "booking_systolic_mmhg",
        "menarche_age_years",
        "pregnancy_number",
        "previous_births",
        "smoking_start_age",
        "weight_before_pregnancy_kg",
    ];
    assert_eq!(numbers, written_once);
}

#[test]
fn a_visit_without_an_episode_carries_nothing_of_one() {
    let input = Input { pregnancy: Some(PregnancyDate::Lmp(day("2025-10-01"))), ..woman() };
    assert!(at_posyandu(seen_before(input, "2026-02-02", &[("twin_pregnancy", "true")])).question("twin_pregnancy").last.is_some());
    let visit = at_posyandu(seen_before(woman(), "2026-02-02", &[("twin_pregnancy", "true")]));
    assert!(!visit.shows("twin_pregnancy"));
}
