//! What came out for a rule, by hand and by the engine, in one form.

use siklus_core::fact::{CodeSet, Value as EngineValue};
use siklus_core::pack::Pack;
use siklus_core::screening::{Assessment, Reason as EngineReason};

use super::results::{Limits, Reason, Results, Value};

/// What came out for a rule.
#[derive(Debug, PartialEq)]
pub enum Outcome {
    Nothing,
    Found(Vec<String>),
    Waits { open: Vec<String>, missing: Vec<String> },
}

pub fn by_hand(rule: &str, results: &Results) -> Outcome {
    if let Some(finding) = results.findings.iter().find(|finding| finding.rule == rule) {
        return Outcome::Found(finding.because.iter().map(told).collect());
    }
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let waits = results.undetermined.iter().find(|waits| waits.rule == rule);
    waits.map_or(Outcome::Nothing, |waits| Outcome::Waits { open: names(&waits.open), missing: names(&waits.missing) })
}

pub fn by_engine(rule: &str, pack: &Pack, assessment: &Assessment) -> Outcome {
    let id = pack.find_rule(rule).expect(rule);
    if let Some(finding) = assessment.findings.iter().find(|finding| finding.rule == id) {
        return Outcome::Found(assessment.because(finding).iter().map(|reason| told_by_engine(pack, reason)).collect());
    }
    let names = |facts: &[_]| facts.iter().map(|fact| pack.fact_name(*fact).to_owned()).collect();
    let waits = assessment.undetermined.iter().find(|waits| waits.rule == id);
    waits.map_or(Outcome::Nothing, |waits| Outcome::Waits { open: names(&waits.open), missing: names(&waits.missing) })
}

fn told(reason: &Reason) -> String {
    let limits: Vec<_> = match &reason.limits {
        Limits::None => Vec::new(),
        Limits::One(limit) => vec![text(*limit)],
        Limits::Among(limits) => limits.iter().copied().map(text).collect(),
    };
    line(reason.of, Some(text(reason.value)), &limits, reason.on, &reason.items)
}

fn told_by_engine(pack: &Pack, reason: &EngineReason) -> String {
    let text = |value: &EngineValue| text_by_engine(pack, value);
    let limits: Vec<_> = reason.limits.iter().map(text).collect();
    let items: Vec<_> = reason.items.iter().map(|item| pack.name(*item)).collect();
    line(pack.name(reason.of), reason.value.as_ref().map(text), &limits, reason.on, &items)
}

fn line(of: &str, value: Option<String>, limits: &[String], on: Option<chrono::NaiveDate>, items: &[&str]) -> String {
    format!("{of} {value:?} {limits:?} {on:?} {items:?}")
}

fn text(value: Value) -> String {
    match value {
        Value::Bool(answer) => answer.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Code(code) => code.to_owned(),
        Value::Codes(codes) => places(codes),
    }
}

fn text_by_engine(pack: &Pack, value: &EngineValue) -> String {
    match value {
        EngineValue::Bool(answer) => answer.to_string(),
        EngineValue::Number(number) => number.to_string(),
        EngineValue::Code(code) => pack.dictionary().code(*code).to_owned(),
        EngineValue::Codes(codes) => places(*codes),
        EngineValue::Date(date) => date.to_string(),
        EngineValue::Text(text) => text.to_string(),
    }
}

fn places(codes: CodeSet) -> String {
    format!("{:?}", codes.iter().collect::<Vec<_>>())
}
