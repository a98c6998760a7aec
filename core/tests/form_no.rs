//! One tap that answers a section with "no" fires no rule, whatever the rule says: random conditions, alone and in a ladder.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests")]

mod common;

use common::random::{Parts, Words, condition};
use common::{BASE, Person, rule};
use proptest::prelude::*;
use proptest::test_runner::Config;
use siklus_core::fact::{Answer, FactId};
use siklus_core::form::{Draft, Form, FormError, Given, Screen, Who};
use siklus_core::pack::Pack;
use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::{Setting, Source};

const ALL: Words = Words { conditions: &["p", "q", "r"], amounts: &["n", "m"], codes: &["color"], parts: Parts::All };
const WITHOUT_FILTER: Words = Words { parts: Parts::WithoutFilter, ..ALL };

/// What the section asks: each gate before what it opens.
const FACTS: [&str; 12] = ["ask_p", "p", "ask_q", "q", "ask_r", "r", "ask_n", "n", "ask_m", "m", "ask_color", "color"];

/// Beside its random part a rule reads conditions that are decided, and those that are certain.
const FRAMES: [&str; 6] =
    ["{}", "!is_true({})", "is_true({})", "at_least(2, [{}, p, q])", "answered(p) && ({})", "sum([p, q, r]) >= 1 || ({})"];

/// What is answered before the tap.
#[derive(Clone, Copy, Debug)]
enum Before {
    Open,
    Unknown,
    Value(u8),
}

fn before() -> impl Strategy<Value = Before> {
    prop_oneof![3 => Just(Before::Open), 1 => Just(Before::Unknown), 2 => (0..12_u8).prop_map(Before::Value)]
}

fn framed(words: Words) -> impl Strategy<Value = String> {
    (condition(words), prop::sample::select(FRAMES.to_vec())).prop_map(|(condition, frame)| frame.replace("{}", &condition))
}

/// A pack that asks [`FACTS`] of adults; nothing where a condition is always the same.
fn load(high: &str, low: &str, ladder: bool) -> Option<Pack> {
    let label = "title = { id = \"-\", en = \"-\" }";
    let form = format!("[section.s]\n{label}\nfacts = {FACTS:?}\n[form.adult]\n{label}\nsections = [\"s\"]\n");
    let ladder = if ladder { "[ladder.l]\norder = [\"t.high\", \"t.low\"]\n" } else { "" };
    let text = format!("{}{}{form}{ladder}", rule("t.high", high), rule("t.low", low));
    let files = vec![SourceFile::new("base.toml", BASE), SourceFile::new("a.toml", text)];
    Source::read(files).and_then(Pack::new).ok()
}

fn form(pack: &Pack) -> Form<'_> {
    let who = Who::Person { input: Box::new(Person::new().input), member: false };
    Form::new(pack, who, Setting::HomeVisit, "en").expect("a person without faults")
}

/// The draft in which these answers were given one by one, where the question was visible.
fn draft(pack: &Pack, form: &Form<'_>, given: &[Before]) -> Result<Draft, FormError> {
    let mut draft = Draft::default();
    for (name, before) in FACTS.iter().zip(given) {
        let fact = pack.dictionary().find(name).expect("a fact of the base");
        if form.is_visible(&draft, fact) {
            draft = match before {
                Before::Open => draft,
                Before::Unknown => form.answer(&draft, fact, Given::Unknown)?.draft,
                Before::Value(value) => form.answer(&draft, fact, Given::Typed(&typed(name, *value)))?.draft,
            };
        }
    }
    Ok(draft)
}

fn typed(fact: &str, value: u8) -> String {
    match fact {
        "n" | "m" => value.to_string(),
        "color" => ["red", "green", "blue"].iter().cycle().nth(value.into()).map_or_else(String::new, |code| (*code).to_owned()),
        _ => value.is_multiple_of(2).to_string(),
    }
}

fn found(screen: &Screen) -> Vec<&str> {
    screen.findings.iter().map(|found| found.id.as_str()).collect()
}

fn check(high: &str, low: &str, ladder: bool, given: &[Before]) -> Result<(), TestCaseError> {
    let Some(pack) = load(high, low, ladder) else { return Err(TestCaseError::reject("always the same")) };
    let form = form(&pack);
    let draft = draft(&pack, &form, given).expect("answers that are accepted");
    let before = form.screen(&draft).expect("a draft without faults");
    let after = form.answer_no(&draft, "s").expect("a section of the form");
    for id in found(&after.screen) {
        prop_assert!(found(&before).contains(&id), "{} fires: high {}, low {}, {:?}", id, high, low, given);
    }
    let kept = |(fact, answer): &(FactId, Answer)| after.draft.answer(*fact) == Some(answer);
    prop_assert!(draft.answers().iter().all(kept));
    Ok(())
}

fn config(cases: u32) -> Config {
    Config { cases, max_global_rejects: 50_000, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn no_fires_nothing(high in framed(WITHOUT_FILTER), low in framed(WITHOUT_FILTER), ladder in any::<bool>(),
                        given in prop::collection::vec(before(), FACTS.len())) {
        check(&high, &low, ladder, &given)?;
    }

    #[test]
    fn no_fires_nothing_where_lists_are_picked_either(when in condition(ALL), given in prop::collection::vec(before(), FACTS.len())) {
        check(&when, "p", false, &given)?;
    }
}

/// The tap would be of no use if every question counted as one that may fire.
#[test]
fn the_tap_answers_what_is_harmless() {
    let pack = load("p && (n > 5 || q)", "!r", false).expect("a pack");
    let form = form(&pack);
    let draft = draft(&pack, &form, &[Before::Value(0), Before::Open, Before::Value(0), Before::Open, Before::Value(0)]).expect("answers");
    let step = form.answer_no(&draft, "s").expect("a section of the form");
    let answered = |name: &&&str| pack.dictionary().find(name).is_some_and(|fact| step.draft.answer(fact).is_some());
    let names: Vec<_> = FACTS.iter().filter(answered).collect();
    assert_eq!(names, [&"ask_p", &"p", &"ask_q", &"q", &"ask_r", &"ask_n"]);
}

#[test]
fn what_is_recorded_behind_a_question_counts_on_the_next_screen_wherever_it_stands() {
    let label = "title = { id = \"-\", en = \"-\" }";
    let sections = format!(
        "[section.gates]\n{label}\nfacts = [\"ask_p\", \"ask_q\"]\n[section.behind]\n{label}\nfacts = [\"p\", \"q\"]\n\
         [form.adult]\n{label}\nsections = [\"gates\", \"behind\"]\n"
    );
    let files = vec![SourceFile::new("base.toml", BASE), SourceFile::new("a.toml", rule("t.both", "p && q") + &sections)];
    let pack = Source::read(files).and_then(Pack::new).unwrap();
    let drawing = form(&pack);
    let has_button = |screen: &Screen| screen.section("gates").unwrap().answer_no.is_some();
    assert!(has_button(&drawing.screen(&Draft::default()).unwrap()));
    // A draft from elsewhere: nothing stands at the gate, and something behind it.
    let behind = pack.dictionary().find("p").unwrap();
    let foreign = Draft::new(vec![(behind, Answer::Known(siklus_core::fact::Value::Bool(true)))], Vec::new());
    let screen = drawing.screen(&foreign).unwrap();
    assert!(!has_button(&screen), "a single question is answered by its own button");
    assert!(screen == form(&pack).screen(&foreign).unwrap());
}
