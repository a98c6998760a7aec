//! One tap answers a section with "no".

use proptest::prelude::*;

use super::people::{any_answer, anybody, at_home, at_posyandu, fact, filled, man, pack, person, pregnant_girl, woman};
use crate::fact::{Answer, Value};
use crate::form::{Draft, Form, FormError, Given, Who};
use crate::pack::source::Setting;
use crate::person::Sex;

#[test]
fn fetal_movement_is_asked_singly() {
    let visit = at_home(pregnant_girl()).says("vomiting_persistent", "true").gives("palpitations", Given::Unknown);
    let step = visit.form.answer_no(&visit.draft, "danger_pregnancy_signs").unwrap();
    let section = step.screen.section("danger_pregnancy_signs").unwrap();
    let open: Vec<_> = section.questions.iter().filter(|question| question.open).map(|question| question.id.as_str()).collect();
    assert_eq!(open, ["fetal_movement_felt"]);
    // What was answered stays as it is.
    assert_eq!(step.draft.answer(fact("vomiting_persistent")), Some(&Answer::Known(Value::Bool(true))));
    assert_eq!(step.draft.answer(fact("palpitations")), Some(&Answer::Unknown));
    assert_eq!(step.screen.findings, visit.screen.findings);
    assert_eq!(section.answer_no, None);
}

#[test]
fn the_button_stands_where_it_would_answer_something() {
    let visit = at_home(pregnant_girl());
    let button = |id: &str| visit.screen.section(id).unwrap().answer_no.as_deref();
    assert_eq!(button("danger_pregnancy_now"), Some("All that is open: No"));
    assert_eq!(button("measure_pregnancy_arm"), None);
}

#[test]
fn the_form_has_only_its_own_sections() {
    let visit = at_home(man());
    let refused = visit.form.answer_no(&visit.draft, "danger_pregnancy_now").unwrap_err();
    assert_eq!(refused, FormError::NoSection { section: "danger_pregnancy_now".into() });
}

#[test]
fn a_no_that_may_fire_something_is_never_among_them() {
    for id in [
        "fetal_movement_felt",
        "ht_medicine_taken_24h",
        "iron_tablets_daily",
        "still_breastfed",
        "srq_01",
        "plate_fruit",
        "tb_has_pmo",
        "tb_cough",
    ] {
        assert!(!pack().is_quiet_no(fact(id)), "{id}");
    }
    for id in ["vaginal_bleeding", "convulsion", "headache", "stroke_face_droop", "danger_unconscious_or_fits", "bp_nosebleed", "lethargic"]
    {
        assert!(pack().is_quiet_no(fact(id)), "{id}");
    }
}

/// Answers that are given to some of the visible questions, in the order of the form.
fn some_answers(form: &Form<'_>, seeds: &[u32]) -> Draft {
    let mut draft = Draft::default();
    let facts = form.layout().iter().flat_map(|section| &section.facts);
    for (fact, seed) in facts.zip(seeds.iter().cycle()) {
        if seed.is_multiple_of(3) || !form.is_visible(&draft, *fact) {
            continue;
        }
        if let Answer::Known(value) = any_answer(*fact, seed / 3) {
            let mut next = draft.next();
            if form.read(&draft, *fact, Given::Value(value.clone())).is_ok() {
                next.record(*fact, Answer::Known(value));
                draft = next;
            }
        } else if !pack().dictionary().get(*fact).is_setting() {
            let mut next = draft.next();
            next.record(*fact, Answer::Unknown);
            draft = next;
        }
    }
    draft
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_to_a_section_never_adds_a_finding(
        input in anybody(), home in any::<bool>(), member in any::<bool>(), seeds in prop::collection::vec(any::<u32>(), 97)
    ) {
        let setting = if home { Setting::HomeVisit } else { Setting::Posyandu };
        let form = filled(Who::Person { input: Box::new(input), member }, setting, "en").form;
        let mut draft = some_answers(&form, &seeds);
        let mut before = form.screen(&draft).unwrap();
        for section in before.sections.clone() {
            let step = form.answer_no(&draft, &section.id).unwrap();
            for found in &step.screen.findings {
                prop_assert!(before.findings.iter().any(|it| it.rule == found.rule), "{} by {}", found.id, section.id);
            }
            (draft, before) = (step.draft, step.screen);
        }
    }
}

#[test]
fn no_from_the_first_tap_adds_nothing_either() {
    for input in [man(), woman(), pregnant_girl(), person(Sex::Male, "1950-03-01"), person(Sex::Male, "2023-01-10")] {
        let visit = at_posyandu(input);
        let mut draft = visit.draft.clone();
        for section in visit.sections() {
            draft = visit.form.answer_no(&draft, section).unwrap().draft;
        }
        let found = visit.form.screen(&draft).unwrap().findings;
        let before: Vec<_> = visit.findings();
        assert!(found.iter().all(|found| before.contains(&found.id.as_str())));
    }
}
