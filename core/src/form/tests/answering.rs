//! Answers that are not accepted are told at their field, and change nothing.

use super::people::{answers, at_home, at_posyandu, fact, filled, pregnant_girl, woman};
use crate::fact::{CodeSet, FactError, Number, Value};
use crate::form::{Draft, FieldError, FieldRule, FormError, Given, Who};
use crate::pack::source::Setting;
use crate::screening::InputRule;

#[track_caller]
fn field(error: FormError) -> FieldError {
    match error {
        FormError::Field(error) => error,
        other => panic!("{other}"),
    }
}

#[test]
fn a_slip_of_the_pen_is_told_with_the_range_and_what_was_meant() {
    let who = Who::Person { input: Box::new(pregnant_girl()), member: false };
    let visit = filled(who, Setting::HomeVisit, "id");
    let error = field(visit.refuses("muac_cm", "228"));
    assert_eq!(error.message, "Angka di luar batas, mohon periksa lagi: 5,0 sampai 60,0 cm.");
    let meant = error.suggestion.clone().unwrap();
    assert_eq!((meant.text.as_str(), meant.typed.as_str()), ("Apakah maksudnya 22,8?", "22.8"));
    let screen = visit.form.screen_with(&visit.draft, &error).unwrap();
    let shown = screen.question(fact("muac_cm")).unwrap();
    assert_eq!(shown.error.as_ref().unwrap().text, error.message);
    assert!(shown.open);
    assert_eq!(visit.says("muac_cm", &meant.typed).question("muac_cm").answer.as_ref().unwrap().text, "22,8 cm");
}

#[test]
fn an_answer_that_is_not_accepted_changes_nothing() {
    let visit = at_home(pregnant_girl()).says("muac_cm", "23,1");
    visit.refuses("muac_cm", "2310");
    assert_eq!(visit.form.screen(&visit.draft).unwrap(), visit.screen);
    assert_eq!(visit.question("muac_cm").answer.as_ref().unwrap().typed, "23.1");
}

#[test]
fn a_date_lies_not_after_the_visit() {
    let visit = at_posyandu(woman()).says("bp_checked_last_year", "true");
    let error = field(visit.refuses("bp_last_checked_on", "2026-03-03"));
    assert_eq!(error.message, "The date can be no later than the day of the visit, 2 March 2026.");
    assert_eq!(error.rule, FieldRule::Visit(InputRule::AfterVisit));
    visit.says("bp_last_checked_on", "2026-03-02");
}

#[test]
fn systolic_lies_above_diastolic_whichever_comes_first() {
    let visit = at_posyandu(woman()).says("diastolic_mmhg", "80");
    let error = field(visit.refuses("systolic_mmhg", "80"));
    assert_eq!((error.fact, error.rule), (fact("systolic_mmhg"), FieldRule::Visit(InputRule::PressureOrder)));
    let visit = visit.says("systolic_mmhg", "120");
    let error = field(visit.refuses("diastolic_mmhg", "120"));
    assert_eq!(error.fact, fact("diastolic_mmhg"));
    assert!(error.message.starts_with("The upper number"));
    visit.says("diastolic_mmhg", "119");
}

#[test]
fn choices_and_texts_are_told_without_codes() {
    let visit = at_posyandu(woman());
    assert_eq!(field(visit.refuses("smoking", "often")).message, "Choose from the list: Smokes, Exposed to smoke, No.");
    let error = field(visit.refuses("finger_count_left_tries", "RX"));
    assert_eq!(error.message, "This is not written as it should be, please check again.");
}

#[test]
fn a_value_is_checked_as_what_is_typed() {
    let visit = at_posyandu(woman());
    let give = |id: &str, value: Value| visit.form.answer(&visit.draft, fact(id), Given::Value(value));
    let number = |text: &str| Value::Number(Number::parse(text).unwrap());
    assert!(give("weight_kg", number("61.5")).is_ok());
    let refused = |id, value| matches!(field(give(id, value).unwrap_err()).rule, FieldRule::Fact(_));
    assert!(refused("weight_kg", number("611")));
    assert!(refused("weight_kg", number("61.555")));
    assert!(refused("systolic_mmhg", number("120.5")));
    assert!(refused("weight_kg", Value::Bool(true)));
    assert!(refused("family_history", Value::Codes(CodeSet::EMPTY.with(63).unwrap())));
    assert!(give("family_history", Value::Codes(CodeSet::EMPTY)).is_ok());
}

#[test]
fn a_draft_from_elsewhere_that_breaks_a_rule_is_refused() {
    let visit = at_posyandu(woman());
    let draft = Draft::new(answers(&[("systolic_mmhg", "80"), ("diastolic_mmhg", "80")]), Vec::new());
    assert!(matches!(visit.form.screen(&draft), Err(FormError::Recorded(faults)) if faults.len() == 1));
}

#[test]
fn no_error_and_no_debug_output_holds_an_answer() {
    let visit = at_posyandu(woman()).says("weight_kg", "73,9").says("tb_on_treatment", "sensitive");
    let error = visit.refuses("weight_kg", "7391");
    let step = visit.form.answer(&visit.draft, fact("height_cm"), Given::Typed("157,3")).unwrap();
    let shown = [
        error.to_string(),
        format!("{error:?}"),
        format!("{:?}", field(error.clone()).suggestion),
        format!("{:?} {step:?} {:?} {:?}", visit.form, visit.screen.sections, Given::Typed("739")),
        format!("{:?}", visit.screen.sections.iter().map(|section| (&section.questions, &section.progress)).collect::<Vec<_>>()),
    ];
    assert!(!shown.concat().contains("73") && !shown.concat().contains("157"), "{shown:?}");
    assert!(!shown.concat().contains("tb_"));
    assert!(matches!(field(error).rule, FieldRule::Fact(error) if matches!(*error, FactError::OutOfRange { .. })));
}
