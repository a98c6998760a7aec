//! A danger sign more never makes a result less urgent.

use std::collections::BTreeSet;

use siklus_core::fact::{Answer, FactId, FactKind, Value};
use siklus_core::pack::source::Action;
use siklus_core::screening::{Input, Scratch, Subject, assess_with};
use siklus_tests::answers::Question;
use siklus_tests::packs::embedded;

use super::run::{Fault, for_people};

/// Facts asked among the danger signs whose "no" is the danger, or that are none by themselves.
const NOT_DANGEROUS_WHEN_TRUE: &[&str] = &["fetal_movement_felt", "still_breastfed"];
/// Named lists of signs that are not, or not all, asked in a section of danger signs.
const LISTS: &[&str] = &[
    "bp_danger_signs",
    "breathing_sign",
    "danger_sign_child",
    "danger_sign_pregnancy",
    "danger_sign_young_infant",
    "dehydration_danger",
    "dm_danger_signs",
    "feeding_danger",
    "fever_danger_signs",
    "labour_sign",
    "not_fully_awake",
    "pressure_sign",
    "stroke_signs",
];

#[test]
fn the_action_never_falls_when_a_danger_sign_becomes_true() {
    let signs = danger_signs();
    assert!(signs.len() > 100, "{} danger signs", signs.len());
    let mut scratch = Scratch::new();
    for_people(600, |input, subject, rng| {
        let before = action(subject, &mut scratch);
        let mut absent: Vec<_> = signs.iter().copied().filter(|sign| !is_true(input, *sign)).collect();
        rng.shuffle(&mut absent);
        absent.iter().take(8).find_map(|sign| falls(input, *sign, before, &mut scratch))
    });
}

#[test]
fn what_is_no_danger_sign_is_asked_among_them() {
    let asked = asked_among_danger_signs();
    for name in NOT_DANGEROUS_WHEN_TRUE {
        assert!(asked.contains(name), "{name}");
    }
    for name in LISTS {
        assert!(embedded().source().lists.iter().any(|list| list.id.value == *name), "{name}");
    }
}

fn falls(input: &Input, sign: FactId, before: Action, scratch: &mut Scratch) -> Fault {
    let mut with = input.clone();
    Question::Fact(sign).put(&mut with, Some(Answer::Known(Value::Bool(true))));
    let after = action(&Subject::new(embedded(), &with).ok()?, scratch);
    let name = &embedded().dictionary().get(sign).id;
    (after < before).then(|| format!("{} becomes {} with {name}", before.as_str(), after.as_str()))
}

fn action(subject: &Subject, scratch: &mut Scratch) -> Action {
    assess_with(embedded(), subject, scratch).action(embedded())
}

fn is_true(input: &Input, fact: FactId) -> bool {
    Question::Fact(fact).answer(input) == Some(Answer::Known(Value::Bool(true)))
}

fn danger_signs() -> Vec<FactId> {
    let source = embedded().source();
    let listed = source.lists.iter().filter(|list| LISTS.contains(&list.id.value.as_str())).flat_map(|list| &list.of);
    let names: BTreeSet<_> = asked_among_danger_signs().into_iter().chain(listed.map(|item| item.text.as_str())).collect();
    let dangerous = names.into_iter().filter(|name| !NOT_DANGEROUS_WHEN_TRUE.contains(name));
    let facts = dangerous.filter_map(|name| embedded().dictionary().find(name));
    facts.filter(|fact| embedded().dictionary().get(*fact).kind == FactKind::Bool).collect()
}

fn asked_among_danger_signs() -> BTreeSet<&'static str> {
    let sections = embedded().source().sections.iter().filter(|section| section.danger);
    sections.flat_map(|section| &section.facts).map(|fact| fact.value.as_str()).collect()
}
