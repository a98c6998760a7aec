//! Persons with defaults, so that a test states only what matters to it.

use chrono::NaiveDate;
use siklus_core::fact::{Answer, Dictionary, FactId, Raw};
use siklus_core::pack::Pack;
use siklus_core::person::{BirthDate, Precision, PregnancyDate, Sex};
use siklus_core::screening::{Assessment, Dose, EarlierVisit, Input, Subject, assess};
use std::fmt;

use super::id_of;

/// A woman born on 1 January 1990, visited on 2 March 2026, of whom nothing else is known.
#[derive(Clone)]
pub struct Person {
    pub input: Input,
    facts: String,
    earlier: Vec<(NaiveDate, String)>,
    doses: Vec<(String, NaiveDate)>,
}

/// What a rule says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    Fires,
    /// Neither a finding nor open.
    No,
    Open,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fires => "yes",
            Self::No => "no",
            Self::Open => "open",
        })
    }
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

impl Person {
    pub fn new() -> Self {
        let born = BirthDate::new(date("1990-01-01"), Precision::Day);
        Self { input: Input::new(date("2026-03-02"), Sex::Female, born), facts: String::new(), earlier: Vec::new(), doses: Vec::new() }
    }

    pub fn on(mut self, day: &str) -> Self {
        self.input.on = date(day);
        self
    }

    pub fn born(mut self, day: &str) -> Self {
        self.input.born = BirthDate::new(date(day), Precision::Day);
        self
    }

    pub fn male(mut self) -> Self {
        self.input.sex = Sex::Male;
        self
    }

    pub fn lmp(mut self, day: &str) -> Self {
        self.input.pregnancy = Some(PregnancyDate::Lmp(date(day)));
        self
    }

    pub fn delivered(mut self, day: &str) -> Self {
        self.input.delivery = Some(date(day));
        self
    }

    /// Facts of this visit, as `n = 5, color = 'red', p = unknown`.
    pub fn with(mut self, facts: &str) -> Self {
        self.facts = if self.facts.is_empty() { facts.into() } else { format!("{}, {facts}", self.facts) };
        self
    }

    /// An earlier visit with its facts.
    pub fn earlier(mut self, day: &str, facts: &str) -> Self {
        self.earlier.push((date(day), facts.into()));
        self
    }

    /// A service that was received, as `opv.1 on 2026-01-20`.
    pub fn dose(mut self, received: &str) -> Self {
        let (service, day) = received.split_once(" on ").unwrap_or_else(|| panic!("`{received}` is no `service on day`"));
        self.doses.push((service.to_owned(), date(day)));
        self
    }

    #[track_caller]
    pub fn subject(&self, pack: &Pack) -> Subject<'static> {
        let mut input = self.input.clone();
        input.facts = answers(pack.dictionary(), &self.facts);
        let history = self.earlier.iter().map(|(on, facts)| EarlierVisit { on: *on, facts: answers(pack.dictionary(), facts) });
        input.history = history.collect();
        let service = |code: &str| pack.find_service(code).unwrap_or_else(|| panic!("there is no service {code}"));
        input.doses = self.doses.iter().map(|(code, on)| Dose { service: service(code), on: Some(*on) }).collect();
        Subject::new(pack, input).unwrap_or_else(|faults| panic!("{faults:?}"))
    }

    #[track_caller]
    pub fn assess(&self, pack: &Pack) -> Assessment {
        assess(pack, &self.subject(pack))
    }
}

/// What an assessment says of a rule.
#[track_caller]
pub fn outcome(pack: &Pack, assessment: &Assessment, rule: &str) -> Outcome {
    let rule = id_of(pack, rule);
    if assessment.findings.iter().any(|finding| finding.rule == rule) {
        Outcome::Fires
    } else if assessment.undetermined.iter().any(|open| open.rule == rule) {
        Outcome::Open
    } else {
        Outcome::No
    }
}

#[track_caller]
fn answers(dictionary: &Dictionary, facts: &str) -> Vec<(FactId, Answer)> {
    assignments(facts).into_iter().map(|(id, value)| answer(dictionary, id, value)).collect()
}

#[track_caller]
fn answer(dictionary: &Dictionary, id: &str, value: &str) -> (FactId, Answer) {
    let fact = dictionary.find(id).unwrap_or_else(|| panic!("there is no fact {id}"));
    let read = dictionary.read(fact, raw(value));
    (fact, read.unwrap_or_else(|error| panic!("{id} = {value}: {error}")))
}

/// `a = 1, b = ['x', 'y']` in its parts.
fn assignments(facts: &str) -> Vec<(&str, &str)> {
    let mut depth = 0;
    let comma = |c: char| {
        depth += i32::from(c == '[') - i32::from(c == ']');
        c == ',' && depth == 0
    };
    let parts = facts.split(comma).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.split_once(" = ").unwrap_or_else(|| panic!("`{part}` is no `fact = value`"))).collect()
}

fn raw(value: &str) -> Raw<'_> {
    let quoted = |text: &str| text.len() >= 2 && text.starts_with(['\'', '"']) && text.ends_with(['\'', '"']);
    let bare = |text| -> &str { if quoted(text) { &text[1..text.len() - 1] } else { text } };
    match value {
        "true" | "yes" => return Raw::Bool(true),
        "false" | "no" => return Raw::Bool(false),
        "unknown" => return Raw::Text("unknown"),
        _ => {}
    }
    if let Some(items) = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return Raw::List(items.split(',').map(str::trim).filter(|item| !item.is_empty()).map(bare).collect());
    }
    if quoted(value) {
        return Raw::Text(bare(value));
    }
    match (value.parse::<NaiveDate>(), value.parse::<i64>()) {
        (Ok(day), _) => Raw::Date(day),
        (_, Ok(number)) => Raw::Integer(number),
        _ => Raw::Decimal(value),
    }
}
