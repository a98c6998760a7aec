//! What a screen shows: progress, findings, the questions that matter most, words in both languages.

use super::people::{Filled, at_home, at_posyandu, fact, filled, man, pack, pregnant_girl, woman};
use crate::form::{Given, Kind, Who};
use crate::pack::source::{Action, Setting, Within};

/// Answers every open question of this setting that is visible, with "not known".
fn nothing_known(mut visit: Filled) -> Filled {
    loop {
        let counted = visit.screen.sections.iter().filter(|section| !section.folded);
        let open = counted.flat_map(|section| &section.questions).find(|question| question.open);
        let Some(id) = open.map(|question| question.id.clone()) else { return visit };
        visit = visit.gives(&id, Given::Unknown);
    }
}

#[test]
fn the_whole_form_counts_its_visible_questions() {
    let visit = at_home(pregnant_girl());
    let before = visit.screen.progress;
    let visit = visit.says("headache", "true");
    let progress = visit.screen.progress;
    // The follow-up counts from now on.
    assert_eq!((progress.answered, progress.of), (1, before.of + 1));
    let signs = visit.screen.section("danger_pregnancy_signs").unwrap().progress;
    assert_eq!(signs.answered, 1);
    let visit = visit.says("headache", "false");
    assert_eq!((visit.screen.progress.answered, visit.screen.progress.of), (1, before.of));
}

#[test]
fn folded_sections_do_not_count() {
    let visit = at_home(man());
    let folded = visit.screen.sections.iter().find(|section| section.folded && section.id == "measure_adult");
    assert!(folded.is_some());
    assert_eq!(visit.screen.folded_title.as_deref(), Some("May be filled in too if there are the tools and the time"));
    let before = visit.screen.progress;
    let visit = visit.says("weight_kg", "70");
    assert!(visit.screen.progress == before);
    assert_eq!(visit.screen.section("measure_adult").unwrap().progress.answered, 1);
}

#[test]
fn a_form_in_which_all_is_unknown_is_complete_and_not_clear() {
    let visit = nothing_known(at_home(man()));
    assert!(visit.screen.complete && visit.screen.urgent_open && !visit.screen.clear);
    // Nobody is asked twice what he does not know.
    assert!(visit.screen.ask_next.iter().all(|ask| ask.folded));
}

#[test]
fn findings_stand_in_order_of_urgency() {
    let visit = at_home(pregnant_girl()).says("muac_cm", "22,8").says("smoking", "active").says("convulsion", "true");
    let actions: Vec<_> = visit.screen.findings.iter().map(|found| (std::cmp::Reverse(found.action), found.within)).collect();
    assert!(actions.is_sorted() && actions.len() > 2);
    let first = &visit.screen.findings[0];
    assert_eq!((first.id.as_str(), first.action), ("pregnancy.convulsion", Action::Emergency));
    assert!(!first.title.is_empty() && !first.advice.is_empty());
    let arm = visit.screen.findings.iter().find(|found| found.id == "pregnancy.muac_low").unwrap();
    assert_eq!((arm.within, arm.within_text.is_some()), (Some(Within::Hours24), true));
}

#[test]
fn five_questions_that_matter_most_are_named_danger_signs_first() {
    let visit = at_home(pregnant_girl());
    let asked: Vec<_> = visit.screen.ask_next.iter().map(|ask| ask.id.as_str()).collect();
    // A convulsion alone decides what she fainted for, so that is asked later.
    assert_eq!(asked, ["vaginal_bleeding", "convulsion", "breathless", "chest_pain", "waters_broken"]);
    assert!(visit.screen.ask_next.iter().all(|ask| ask.action == Action::Emergency && !ask.label.is_empty()));
    let visit = visit.says("vaginal_bleeding", "false").gives("convulsion", Given::Unknown);
    let asked: Vec<_> = visit.screen.ask_next.iter().map(|ask| ask.id.as_str()).collect();
    assert_eq!(asked.len(), 5);
    assert!(asked.iter().all(|id| !["vaginal_bleeding", "convulsion"].contains(id)), "{asked:?}");
}

#[test]
fn each_kind_of_question_tells_what_is_accepted() {
    let visit = at_posyandu(woman());
    let Kind::Number { unit, decimals, min, max, integer, .. } = &visit.question("waist_cm").kind else { panic!("no number") };
    assert_eq!((unit.as_deref(), *decimals, *integer), (Some("cm"), 1, false));
    assert!(min.is_some() && max.is_some());
    assert!(matches!(&visit.question("fever_now").kind, Kind::YesNo { yes, no } if yes == "Yes" && no == "No"));
    let Kind::Choice(choices) = &visit.question("smoking").kind else { panic!("no choice") };
    assert_eq!((choices[0].code.as_str(), choices[0].label.as_str()), ("active", "Smokes"));
    assert!(matches!(&visit.question("family_history").kind, Kind::Choices(choices) if choices.len() > 2));
}

#[test]
fn a_screen_speaks_the_language_of_the_reader() {
    let who = |input| Who::Person { input: Box::new(input), member: false };
    let indonesian = filled(who(pregnant_girl()), Setting::HomeVisit, "id").says("headache", "true").says("muac_cm", "22,8");
    let arm = indonesian.question("muac_cm");
    assert_eq!(arm.label, "Lingkar lengan atas (LiLA)");
    let answer = arm.answer.as_ref().unwrap();
    assert_eq!((answer.text.as_str(), answer.typed.as_str()), ("22,8 cm", "22,8"));
    assert_eq!(arm.unknown_label.as_deref(), Some("Tidak tahu"));
    // A language that the pack does not have falls back.
    let other = filled(who(pregnant_girl()), Setting::HomeVisit, "xx");
    assert_eq!(other.question("muac_cm").label, arm.label);
}

#[test]
fn what_is_shown_can_be_typed_again() {
    let visit = at_posyandu(woman()).says("weight_kg", "61,25").says("family_history", "diabetes,hypertension").says("smoking", "none");
    for id in ["weight_kg", "family_history", "smoking"] {
        let answer = visit.question(id).answer.clone().unwrap();
        assert_eq!(pack().dictionary().read_typed(fact(id), &answer.typed).unwrap().value(), Some(&answer.value), "{id}");
    }
}

#[test]
fn every_sentence_of_a_form_is_in_the_pack() {
    let words = &at_home(man()).form.renderer.words;
    let sentences = [
        "error_choice",
        "error_pattern",
        "error_suggestion",
        "error_after_visit",
        "error_pressure_order",
        "error_other",
        "last_answer",
        "confirm_answer",
        "confirm_button",
        "old_answer",
        "answer_withdrawn",
        "answer_no_button",
        "heading_folded",
        "ask_next",
        "yes",
        "no",
        "unknown",
    ];
    for id in sentences {
        assert_ne!(words.say(id), "", "{id}");
    }
}
