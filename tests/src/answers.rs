//! Answers from the texts of tests, and all answers that matter to a fact.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use siklus_core::fact::{Answer, CodeSet, FactId, FactKind, Number, Pattern, Raw, Value};
use siklus_core::pack::{FactRef, Pack};
use siklus_core::person::add_months;
use siklus_core::screening::Input;

use crate::show::answer_text;

/// A day of the calendar.
pub fn day(year: i32, month: u32, of: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, of).expect("a day of the calendar")
}

/// An answer as a case file spells it, a list of codes with commas between them.
pub fn read(pack: &Pack, fact: &str, text: &str) -> (FactId, Answer) {
    let id = pack.dictionary().find(fact).unwrap_or_else(|| panic!("no fact `{fact}`"));
    let raw = raw(&pack.dictionary().get(id).kind, text);
    match pack.dictionary().read(id, raw) {
        Ok(answer) => (id, answer),
        Err(error) => panic!("`{text}` is no answer to `{fact}`: {error}"),
    }
}

fn raw<'t>(kind: &FactKind, text: &'t str) -> Raw<'t> {
    match kind {
        FactKind::Bool => Raw::Bool(text.parse().unwrap_or_else(|_| panic!("`{text}` is neither true nor false"))),
        FactKind::Number { .. } => text.parse().map_or(Raw::Decimal(text), Raw::Integer),
        FactKind::Date { .. } => Raw::Date(text.parse().unwrap_or_else(|_| panic!("`{text}` is no date"))),
        FactKind::Choices(_) => Raw::List(text.split(", ").filter(|code| !code.is_empty()).collect()),
        FactKind::Choice(_) | FactKind::Text { .. } => Raw::Text(text),
    }
}

/// Something that a rule can wait for, in an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// A fact of the dictionary.
    Fact(FactId),
    /// The weight at birth.
    BirthWeight,
    /// The gestation at birth.
    BirthGestation,
}

impl Question {
    /// The question behind a fact that a rule waits for.
    pub fn of(pack: &Pack, fact: FactRef) -> Self {
        match pack.fact_id(fact) {
            Some(fact) => Self::Fact(fact),
            None if pack.fact_name(fact) == "birth.weight_g" => Self::BirthWeight,
            None => Self::BirthGestation,
        }
    }

    /// What it is called.
    pub fn name(self, pack: &Pack) -> &str {
        match self {
            Self::Fact(fact) => &pack.dictionary().get(fact).id,
            Self::BirthWeight => "birth.weight_g",
            Self::BirthGestation => "birth.gestation_weeks",
        }
    }

    /// The answer of today.
    pub fn answer(self, input: &Input) -> Option<Answer> {
        let number = |number: Option<i64>| number.map(|number| Answer::Known(Value::Number(Number::integer(number))));
        match self {
            Self::Fact(wanted) => input.facts.iter().find(|(fact, _)| *fact == wanted).map(|(_, answer)| answer.clone()),
            Self::BirthWeight => number(input.birth.weight_g),
            Self::BirthGestation => number(input.birth.gestation_weeks),
        }
    }

    /// Puts an answer of today in place of the one that is there, or takes it away.
    pub fn put(self, input: &mut Input, answer: Option<Answer>) {
        let number = |answer: Option<Answer>| match answer {
            Some(Answer::Known(Value::Number(number))) => number.to_integer(),
            _ => None,
        };
        match self {
            Self::BirthWeight => input.birth.weight_g = number(answer),
            Self::BirthGestation => input.birth.gestation_weeks = number(answer),
            Self::Fact(fact) => {
                input.facts.retain(|(known, _)| *known != fact);
                input.facts.extend(answer.map(|answer| (fact, answer)));
            }
        }
    }

    /// An answer as a case file spells it.
    pub fn said(self, pack: &Pack, answer: &Answer) -> String {
        let text = match (self, answer) {
            (Self::Fact(fact), answer) => answer_text(pack, fact, answer),
            (_, Answer::Known(Value::Number(number))) => number.to_string(),
            _ => String::new(),
        };
        format!("{} = {text}", self.name(pack))
    }

    /// The answers that can make a difference where these numbers are compared: each choice; for numbers and dates the ends of the range
    /// and what lies at, below and above each limit.
    pub fn candidates(self, pack: &Pack, numbers: &BTreeSet<Number>, on: NaiveDate) -> Vec<Answer> {
        let values = match self {
            Self::Fact(fact) => values_of(&pack.dictionary().get(fact).kind, numbers, on),
            Self::BirthWeight => near(numbers.iter().filter_map(|kg| kg.mul(Number::integer(1000))), Number::ONE, 300, 7_000),
            Self::BirthGestation => near(numbers.iter().copied(), Number::ONE, 20, 45),
        };
        values.into_iter().map(Answer::Known).collect()
    }
}

fn values_of(kind: &FactKind, numbers: &BTreeSet<Number>, on: NaiveDate) -> Vec<Value> {
    match kind {
        FactKind::Bool => vec![Value::Bool(true), Value::Bool(false)],
        FactKind::Choice(choices) => choices.iter().map(|choice| Value::Code(choice.code)).collect(),
        FactKind::Choices(choices) => sets(choices.len()),
        FactKind::Number { step, min, max, .. } => near_in(numbers.iter().copied(), *step, *min, *max),
        FactKind::Date { future } => dates(numbers, on, *future),
        FactKind::Text { pattern } => texts(pattern.as_ref()),
    }
}

/// None, each one alone, and all.
fn sets(choices: usize) -> Vec<Value> {
    let single = (0..choices).filter_map(|place| CodeSet::EMPTY.with(place));
    let all = (0..choices).try_fold(CodeSet::EMPTY, CodeSet::with);
    std::iter::once(CodeSet::EMPTY).chain(single).chain(all).map(Value::Codes).collect()
}

fn near(limits: impl Iterator<Item = Number>, step: Number, min: i64, max: i64) -> Vec<Value> {
    near_in(limits, step, Some(Number::integer(min)), Some(Number::integer(max)))
}

fn near_in(limits: impl Iterator<Item = Number>, step: Number, min: Option<Number>, max: Option<Number>) -> Vec<Value> {
    let beside = |limit: Number| {
        let at = limit.div(step).and_then(|steps| steps.round_half_up(Number::ONE)).and_then(|steps| steps.mul(step));
        at.into_iter().flat_map(move |at| [at.sub(step), Some(at), at.add(step)]).flatten()
    };
    let inside = |number: &Number| min.is_none_or(|min| *number >= min) && max.is_none_or(|max| *number <= max);
    let found: BTreeSet<_> = limits.flat_map(beside).chain(min).chain(max).filter(inside).collect();
    found.into_iter().map(Value::Number).collect()
}

/// Days and months of these numbers before the visit, and the days beside them.
fn dates(numbers: &BTreeSet<Number>, on: NaiveDate, future: bool) -> Vec<Value> {
    let counts = numbers.iter().filter_map(|number| number.to_integer()).filter(|count| (0..=400).contains(count)).chain([0, 7]);
    let mut found = BTreeSet::new();
    for count in counts {
        let signs: &[i64] = if future { &[-1, 1] } else { &[-1] };
        for sign in signs {
            let months = i32::try_from(sign * count).ok().and_then(|months| add_months(on, months));
            let days = on.checked_add_signed(TimeDelta::days(sign * count));
            let beside = |day: NaiveDate| [day.pred_opt(), Some(day), day.succ_opt()];
            found.extend(months.into_iter().chain(days).flat_map(beside).flatten());
        }
    }
    found.into_iter().filter(|day| future || *day <= on).map(Value::Date).collect()
}

/// Texts of up to five letters of those that stand in the pattern.
fn texts(pattern: Option<&Pattern>) -> Vec<Value> {
    let Some(pattern) = pattern else { return vec![Value::Text("x".into())] };
    let letters: BTreeSet<_> = pattern.as_str().chars().filter(|c| c.is_alphanumeric()).collect();
    let mut found = vec![String::new()];
    for length in 0..5 {
        let longest: Vec<_> = found.iter().filter(|text| text.len() == length).cloned().collect();
        found.extend(longest.iter().flat_map(|text| letters.iter().map(move |letter| format!("{text}{letter}"))));
        // Six signs in five places would be too many to try.
        found.truncate(500);
    }
    found.into_iter().filter(|text| pattern.matches(text)).map(|text| Value::Text(text.into())).collect()
}
