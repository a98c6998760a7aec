//! What holds of every condition: an answer that is still to come never turns what is decided, and what a rule waits for can decide it.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::random::{Parts, Words, condition};
use common::{BASE, Outcome, Person, outcome, rule};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;
use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::Source;
use siklus_core::pack::{FactRef, Pack};

const WORDS: Words = Words { conditions: &["p", "q", "r"], amounts: &["n", "m"], codes: &["color"], parts: Parts::WithoutFilter };

/// The facts of [`WORDS`], each with its gate.
const FACTS: [&str; 6] = ["p", "q", "r", "n", "m", "color"];

/// What may be known of a fact.
#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Value(u8),
    NotAsked,
    Unknown,
    /// Not even its gate was asked.
    GateNotAsked,
    NotApplicable,
}

fn state() -> impl Strategy<Value = State> {
    prop_oneof![
        3 => (0..12_u8).prop_map(State::Value),
        2 => Just(State::NotAsked),
        1 => Just(State::Unknown),
        1 => Just(State::GateNotAsked),
        1 => Just(State::NotApplicable),
    ]
}

/// An answer, or for a fact with an open gate one to that gate.
fn answer() -> impl Strategy<Value = (u8, bool)> {
    (0..12_u8, any::<bool>())
}

impl State {
    fn is_open(self) -> bool {
        matches!(self, Self::NotAsked | Self::Unknown | Self::GateNotAsked)
    }

    /// What is known when nothing is open any more.
    fn answered(self, (value, closed): (u8, bool)) -> Self {
        match self {
            Self::GateNotAsked if closed => Self::NotApplicable,
            Self::NotAsked | Self::Unknown | Self::GateNotAsked => Self::Value(value),
            known => known,
        }
    }

    fn facts(self, fact: &str) -> String {
        let gate = |open: bool| format!("ask_{fact} = {open}");
        match self {
            Self::NotApplicable => gate(false),
            Self::NotAsked => gate(true),
            Self::GateNotAsked => format!("{fact} = unknown"),
            Self::Unknown => format!("{}, {fact} = unknown", gate(true)),
            Self::Value(value) => format!("{}, {fact} = {}", gate(true), written(fact, value)),
        }
    }
}

fn written(fact: &str, value: u8) -> String {
    match fact {
        "n" | "m" => value.to_string(),
        "color" => format!("'{}'", ["red", "green", "blue"][usize::from(value) % 3]),
        _ => value.is_multiple_of(2).to_string(),
    }
}

fn person(states: &[State; 6]) -> Person {
    let facts: Vec<_> = FACTS.iter().zip(states).map(|(fact, state)| state.facts(fact)).collect();
    Person::new().with(&facts.join(", "))
}

/// A pack with one rule; nothing where its condition is always the same.
fn load(when: &str) -> Option<Pack> {
    let files = vec![SourceFile::new("base.toml", BASE), SourceFile::new("a.toml", rule("t.x", when))];
    Source::read(files).and_then(Pack::new).ok()
}

fn names(pack: &Pack, facts: &[FactRef]) -> Vec<String> {
    facts.iter().map(|fact| pack.fact_name(*fact).to_owned()).collect()
}

fn config(cases: u32) -> Config {
    Config { cases, max_global_rejects: 50_000, failure_persistence: None, ..Config::default() }
}

#[test]
fn no_answer_turns_what_is_decided() {
    proptest!(config(500), |(when in condition(WORDS), states in [state(), state(), state(), state(), state(), state()],
                              answers in prop::collection::vec([answer(), answer(), answer(), answer(), answer(), answer()], 4))| {
        let Some(pack) = load(&when) else { return Err(TestCaseError::reject("always the same")) };
        let now = outcome(&pack, &person(&states).assess(&pack), "t.x");
        for answers in answers {
            let mut later = states;
            later.iter_mut().zip(answers).for_each(|(state, answer)| *state = state.answered(answer));
            let found = outcome(&pack, &person(&later).assess(&pack), "t.x");
            prop_assert_ne!(found, Outcome::Open, "{} with {:?}", when, later);
            prop_assert!(now == Outcome::Open || now == found, "{when} is {now} with {states:?} and {found} with {later:?}");
        }
    });
}

#[test]
fn an_open_rule_waits_for_open_facts_and_no_other_answer_decides_it() {
    proptest!(config(500), |(when in condition(WORDS), states in [state(), state(), state(), state(), state(), state()],
                              answers in [answer(), answer(), answer(), answer(), answer(), answer()])| {
        let Some(pack) = load(&when) else { return Err(TestCaseError::reject("always the same")) };
        let assessment = person(&states).assess(&pack);
        let [undetermined] = assessment.undetermined.as_slice() else { return Err(TestCaseError::reject("decided")) };
        let (open, missing) = (names(&pack, &undetermined.open), names(&pack, &undetermined.missing));
        prop_assert!(!missing.is_empty() && missing.iter().all(|fact| open.contains(fact)), "{when}: {open:?}, {missing:?}");
        for (fact, state) in FACTS.iter().zip(states) {
            prop_assert!(state.is_open() || !open.contains(&(*fact).to_owned()), "{when} waits for {fact} in {open:?} with {states:?}");
        }
        // All that it does not wait for may be answered: it stays open.
        let mut later = states;
        for ((fact, state), answer) in FACTS.iter().zip(&mut later).zip(answers) {
            if !open.contains(&(*fact).to_owned()) {
                *state = state.answered(answer);
            }
        }
        let found = outcome(&pack, &person(&later).assess(&pack), "t.x");
        prop_assert_eq!(found, Outcome::Open, "{} waits for {:?} only, with {:?} and {:?}", when, open, states, later);
    });
}

#[test]
fn some_answers_to_what_is_missing_decide_a_rule() {
    let simple = Words { parts: Parts::Simple, ..WORDS };
    proptest!(config(200), |(when in condition(simple), states in [state(), state(), state(), state(), state(), state()])| {
        // Where a fact stands twice, the shortest way may need it to be two things at once.
        prop_assume!(FACTS.iter().all(|fact| words(&when).filter(|word| word == fact).count() <= 1));
        let Some(pack) = load(&when) else { return Err(TestCaseError::reject("always the same")) };
        let assessment = person(&states).assess(&pack);
        let [undetermined] = assessment.undetermined.as_slice() else { return Err(TestCaseError::reject("decided")) };
        let missing = names(&pack, &undetermined.missing);
        prop_assert!(decides(&pack, &states, &missing), "{when}: no answers to {missing:?} decide it with {states:?}");
        // A gate comes with its fact, even where the fact alone would do.
        let comes_along = |fact: &str| missing.iter().any(|other| fact.strip_prefix("ask_") == Some(other));
        for fact in missing.iter().filter(|fact| !comes_along(fact)) {
            let fewer: Vec<_> = missing.iter().filter(|other| *other != fact).cloned().collect();
            prop_assert!(!decides(&pack, &states, &fewer), "{when}: {fewer:?} is enough of {missing:?} with {states:?}");
        }
    });
}

fn words(when: &str) -> impl Iterator<Item = &str> {
    when.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
}

/// Whether some answers to these facts decide the rule. A gate stands before its fact.
fn decides(pack: &Pack, states: &[State; 6], facts: &[String]) -> bool {
    let Some((fact, others)) = facts.split_first() else {
        return outcome(pack, &person(states).assess(pack), "t.x") != Outcome::Open;
    };
    let id = fact.strip_prefix("ask_").unwrap_or(fact);
    let place = FACTS.iter().position(|known| *known == id).expect("a fact of the words");
    let values = || (0..=100).filter(|value| *value < 12 || id == "n" || id == "m").map(State::Value);
    let answers: Vec<_> = match states[place] {
        _ if id != fact => vec![State::NotApplicable, State::NotAsked],
        State::NotApplicable => vec![State::NotApplicable],
        _ => values().collect(),
    };
    answers.into_iter().any(|answer| {
        let mut answered = *states;
        answered[place] = answer;
        decides(pack, &answered, others)
    })
}

#[test]
fn a_fact_that_is_answered_is_not_waited_for() {
    proptest!(config(200), |(when in condition(WORDS), which in any::<Index>(), states in [state(), state(), state(), state(), state(), state()])| {
        let Some(pack) = load(&when) else { return Err(TestCaseError::reject("always the same")) };
        let mut answered = states;
        let place = which.index(FACTS.len());
        answered[place] = State::Value(4);
        let assessment = person(&answered).assess(&pack);
        for undetermined in &assessment.undetermined {
            prop_assert!(!names(&pack, &undetermined.open).contains(&FACTS[place].to_owned()));
        }
    });
}
