//! What the rules find, as the engine tells it: reasons of what fires, and what the others wait for.

use chrono::NaiveDate;
use siklus_core::fact::{CodeSet, Number};

use super::answer::{Answer, Truth};

/// A fact and its answer.
pub type Fact<T> = (&'static str, Answer<T>);

/// What was found, and what waits.
#[derive(Debug, Default)]
pub struct Results {
    pub findings: Vec<Finding>,
    pub undetermined: Vec<Undetermined>,
}

#[derive(Debug)]
pub struct Finding {
    pub rule: &'static str,
    pub because: Vec<Reason>,
}

#[derive(Debug)]
pub struct Reason {
    pub of: &'static str,
    pub value: Value,
    pub limits: Limits,
    pub on: Option<NaiveDate>,
    pub items: Vec<&'static str>,
}

/// What a value was compared with.
#[derive(Clone, Copy, Debug)]
pub enum Limits {
    None,
    One(Value),
    Among(&'static [Value]),
}

#[derive(Clone, Copy, Debug)]
pub enum Value {
    Bool(bool),
    Number(Number),
    Code(&'static str),
    Codes(CodeSet),
}

#[derive(Debug)]
pub struct Undetermined {
    pub rule: &'static str,
    pub open: Vec<&'static str>,
    pub missing: Vec<&'static str>,
}

impl Reason {
    pub fn answered(of: &'static str, answer: bool) -> Self {
        Self { of, value: Value::Bool(answer), limits: Limits::None, on: None, items: Vec::new() }
    }

    pub fn compared(of: &'static str, value: Value, limit: Value) -> Self {
        Self { limits: Limits::One(limit), ..Self::input(of, value) }
    }

    pub fn input(of: &'static str, value: Value) -> Self {
        Self { of, value, limits: Limits::None, on: None, items: Vec::new() }
    }
}

impl Results {
    pub fn found(&mut self, rule: &'static str, because: Vec<Reason>) {
        self.findings.push(Finding { rule, because });
    }

    pub fn waits(&mut self, rule: &'static str, open: Vec<&'static str>, missing: Vec<&'static str>) {
        self.undetermined.push(Undetermined { rule, open, missing });
    }

    /// A rule that asks one yes-or-no question.
    pub fn yes_no(&mut self, rule: &'static str, (fact, answer): Fact<bool>, wanted: bool) {
        match answer.is_answered(wanted) {
            Truth::Yes => self.found(rule, answered(&[(fact, answer)], wanted)),
            Truth::Open => self.waits(rule, vec![fact], vec![fact]),
            Truth::No => {}
        }
    }

    /// A rule that compares one number with a limit.
    pub fn number(&mut self, rule: &'static str, (fact, answer): Fact<Number>, limit: Number, test: fn(&Number, &Number) -> bool) {
        match answer {
            Answer::Known(value) if test(&value, &limit) => {
                self.found(rule, vec![Reason::compared(fact, Value::Number(value), Value::Number(limit))]);
            }
            Answer::Open => self.waits(rule, vec![fact], vec![fact]),
            _ => {}
        }
    }

    /// A rule that needs two answers; of two that are open the first settles it, which the form asks first.
    pub fn both(&mut self, rule: &'static str, first: Fact<bool>, second: Fact<bool>, second_wanted: bool) {
        match first.1.is_answered(true).and(second.1.is_answered(second_wanted)) {
            Truth::Yes => {
                let mut because = answered(&[first], true);
                because.extend(answered(&[second], second_wanted));
                self.found(rule, because);
            }
            Truth::Open => {
                let open = open(&[first, second]);
                let missing = open.iter().take(1).copied().collect();
                self.waits(rule, open, missing);
            }
            Truth::No => {}
        }
    }

    /// A rule that one of several answers makes true; the facts in the order of the form.
    pub fn any(&mut self, rule: &'static str, facts: &[Fact<bool>]) {
        match any(facts) {
            Truth::Yes => self.found(rule, answered(facts, true)),
            Truth::Open => {
                let open = open(facts);
                let missing = open.iter().take(1).copied().collect();
                self.waits(rule, open, missing);
            }
            Truth::No => {}
        }
    }
}

/// Whether one of the answers is "yes".
pub fn any(facts: &[Fact<bool>]) -> Truth {
    facts.iter().fold(Truth::No, |any, (_, answer)| any.or(answer.is_answered(true)))
}

/// A reason for each fact that is answered in this way.
pub fn answered(facts: &[Fact<bool>], wanted: bool) -> Vec<Reason> {
    facts.iter().filter(|(_, answer)| *answer == Answer::Known(wanted)).map(|(fact, _)| Reason::answered(fact, wanted)).collect()
}

/// The facts that are open.
pub fn open<T: Copy>(facts: &[Fact<T>]) -> Vec<&'static str> {
    facts.iter().filter(|(_, answer)| answer.is_open()).map(|(fact, _)| *fact).collect()
}
