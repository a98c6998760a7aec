//! Which questions are visible, and what is withdrawn when they no longer are.

use proptest::prelude::*;

use super::people::{any_answer, anybody, at_home, at_posyandu, fact, man, pack, pregnant_girl, woman};
use crate::fact::{Answer, FactId, Value};
use crate::form::{Draft, FormError, Given};
use crate::screening::Input;

#[test]
fn a_gate_that_is_open_hides_what_is_behind_it() {
    let visit = at_home(pregnant_girl());
    assert!(!visit.shows("headache_severe"));
    let visit = visit.gives("headache", Given::Unknown);
    assert!(!visit.shows("headache_severe"));
    let visit = visit.says("headache", "true");
    assert!(visit.question("headache_severe").open);
}

#[test]
fn a_gate_on_a_setting_of_the_area_is_met_by_what_is_given() {
    assert!(!at_posyandu(woman()).shows("srq29_trauma"));
    let mut input = woman();
    input.facts = super::people::answers(&[("district_srq29", "true")]);
    assert!(at_posyandu(input).shows("srq29_trauma"));
}

#[test]
fn what_an_answer_makes_inapplicable_is_withdrawn_with_its_follow_ups() {
    let visit = at_posyandu(woman()).says("tb_on_treatment", "sensitive").says("tb_has_pmo", "true").says("tb_pmo_name", "Rina");
    let visit = visit.says("tb_on_treatment", "none");
    let withdrawn: Vec<_> = visit.screen.withdrawn.iter().map(|it| (it.id.as_str(), it.answer.as_ref().unwrap().text.as_str())).collect();
    assert_eq!(withdrawn, [("tb_has_pmo", "yes"), ("tb_pmo_name", "Rina")]);
    let text = "Has a treatment supporter: the answer \"yes\" was withdrawn, because it need no longer be asked.";
    assert_eq!(visit.screen.withdrawn[0].text, text);
    assert!(visit.screen.withdrawn.iter().all(|it| !it.private));
    assert_eq!(visit.draft.answer(fact("tb_pmo_name")), None);
    assert!(!visit.shows("tb_has_pmo"));
    // It is told once.
    assert!(visit.says("tb_cough", "false").screen.withdrawn.is_empty());
}

#[test]
fn what_was_asked_alone_is_marked_where_it_is_withdrawn_or_found() {
    let visit = at_posyandu(woman()).says("contraception_now", "pill").says("pill_missed_days", "3");
    let visit = visit.says("suicide_thoughts", "true").says("smoking", "active");
    assert!(visit.screen.findings.iter().any(|found| found.private) && visit.screen.findings.iter().any(|found| !found.private));
    let withdrawn = &visit.says("contraception_now", "none").screen.withdrawn;
    assert!(withdrawn.len() == 1 && withdrawn[0].id == "pill_missed_days" && withdrawn[0].private);
}

#[test]
fn switching_back_restores_nothing_and_shows_the_old_answer() {
    let visit = at_home(pregnant_girl()).says("headache", "true").says("headache_severe", "true");
    assert!(visit.findings().contains(&"pregnancy.headache_severe"));
    let visit = visit.says("headache", "false");
    assert!(!visit.findings().contains(&"pregnancy.headache_severe"));
    let visit = visit.says("headache", "true");
    let question = visit.question("headache_severe");
    assert!(question.open && question.answer.is_none());
    assert_eq!(question.old.as_ref().unwrap().text, "Answered before: yes");
    // A new answer takes the place of the old one.
    let visit = visit.says("headache_severe", "false");
    assert_eq!(visit.question("headache_severe").old, None);
}

#[test]
fn an_answer_behind_a_gate_that_becomes_unknown_does_not_count_unseen() {
    let visit = at_home(pregnant_girl()).says("headache", "true").says("headache_severe", "true");
    let visit = visit.gives("headache", Given::Unknown);
    assert_eq!(visit.screen.withdrawn[0].id, "headache_severe");
    assert!(visit.screen.urgent_open);
}

#[test]
fn an_answer_may_be_taken_away() {
    let before = at_home(pregnant_girl());
    let visit = at_home(pregnant_girl()).says("convulsion", "true").gives("convulsion", Given::Cleared);
    assert_eq!((visit.draft, visit.screen), (before.draft, before.screen));
}

#[test]
fn what_a_corrected_person_is_not_asked_is_withdrawn() {
    let visit = at_home(pregnant_girl()).says("vaginal_bleeding", "true").says("tb_cough", "true");
    let corrected = at_home(Input { pregnancy: None, ..pregnant_girl() });
    let step = corrected.form.take_over(&visit.draft).unwrap();
    assert_eq!(step.screen.withdrawn[0].label, "Bleeding from the birth canal");
    assert!(step.screen.findings.iter().all(|found| found.id != "pregnancy.bleeding"));
    assert_eq!(step.draft.answers().len(), 1);
}

#[test]
fn only_what_the_form_asks_and_shows_is_taken() {
    let visit = at_home(man());
    let refused = visit.refuses("vaginal_bleeding", "true");
    assert_eq!(refused.to_string(), "`vaginal_bleeding` is not asked in this form");
    let refused = visit.refuses("tb_cough_days", "20");
    assert_eq!(refused, FormError::Hidden { fact: "tb_cough_days".into() });
}

#[test]
fn a_draft_that_was_kept_goes_on_where_it_was() {
    let visit = at_home(pregnant_girl()).says("headache", "true").says("headache_severe", "true").says("headache", "false");
    let kept = Draft::new(visit.draft.answers().to_vec(), visit.draft.withdrawn().to_vec());
    let step = visit.form.answer(&kept, fact("headache"), Given::Value(Value::Bool(true))).unwrap();
    assert!(step.screen.question(fact("headache_severe")).unwrap().old.is_some());
    assert_eq!(step.draft.answer(fact("headache")), Some(&Answer::Known(Value::Bool(true))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_recorded_is_visible_whatever_is_answered_in_which_order(
        input in anybody(), answers in prop::collection::vec((any::<prop::sample::Index>(), any::<u32>()), 40)
    ) {
        let visit = at_posyandu(input);
        // Questions with gates, and gates, come up more often.
        let gated = |id: &FactId| !pack().dictionary().get(*id).gates.is_empty();
        let asked: Vec<_> = visit.form.layout().iter().flat_map(|section| section.facts.clone()).collect();
        let gates = asked.iter().filter(|id| gated(id)).flat_map(|id| pack().dictionary().get(*id).gates.iter().map(|gate| gate.fact));
        let pool: Vec<_> = gates.chain(asked.iter().copied().filter(gated)).collect();
        let mut draft = visit.draft.clone();
        for (index, seed) in answers {
            let fact = if pool.is_empty() { *index.get(&asked) } else { *index.get(&pool) };
            let given = match any_answer(fact, seed) {
                Answer::Known(value) => Given::Value(value),
                Answer::Unknown => Given::Unknown,
            };
            let before = draft.clone();
            let Ok(step) = visit.form.answer(&draft, fact, given) else { continue };
            draft = step.draft;
            for (recorded, _) in draft.answers() {
                prop_assert!(visit.form.is_visible(&draft, *recorded), "{}", pack().dictionary().get(*recorded).id);
                prop_assert!(draft.withdrawn().iter().all(|(withdrawn, _)| withdrawn != recorded));
            }
            // Nothing is lost: what was recorded still is, or was withdrawn and told.
            for (recorded, answer) in before.answers().iter().filter(|(recorded, _)| *recorded != fact) {
                let told = step.screen.withdrawn.iter().any(|it| it.fact == *recorded);
                prop_assert_eq!(draft.answer(*recorded) == Some(answer), !told);
            }
        }
    }
}
