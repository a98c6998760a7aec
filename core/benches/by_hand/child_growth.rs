//! The rules of growth among those of the child.

use chrono::NaiveDate;
use siklus_core::fact::Number;
use siklus_core::growth::{Index, Measure};
use siklus_core::person::{Age, add_months, month_start};

use super::answer::Answer;
use super::child::Child;
use super::results::{Reason, Results, Value, open};
use super::told::Told;

/// A weighing at a visit.
pub struct Weighing {
    on: NaiveDate,
    weight: Number,
    age_months: i32,
    oedema: bool,
}

/// The weighings of the child, newest first.
pub fn weighings(told: &Told<'_>) -> Vec<Weighing> {
    let born = told.input.born.effective();
    let today = told.number("weight_kg").known().map(|weight| (told.input.on, weight));
    let oedema = told.days_of_yes("oedema_both_feet");
    let weighed = today.into_iter().chain(told.earlier("weight_kg"));
    weighed.map(|(on, weight)| Weighing { on, weight, age_months: Age::on(born, on).months, oedema: oedema.contains(&on) }).collect()
}

pub fn implausible(child: &Child, results: &mut Results) {
    const RULE: &str = "growth.implausible";
    const INDICES: [(Index, &str); 5] = [
        (Index::WeightForAge, "wfa"),
        (Index::LengthForAge, "lhfa"),
        (Index::WeightForLength, "wflh"),
        (Index::BmiForAge, "bfa"),
        (Index::HeadForAge, "hcfa"),
    ];
    let mut because = Vec::new();
    let mut is_open = false;
    for (index, name) in INDICES {
        match child.growth.index(index) {
            Ok(score) if score.flagged => {
                because.extend(score.z.to_number().map(|z| Reason::input(name, Value::Number(z))));
                inputs_of(child, index, &mut because);
            }
            Err(reason) => is_open |= reason.is_open(),
            Ok(_) => {}
        }
    }
    if !because.is_empty() {
        return results.found(RULE, because);
    }
    if is_open {
        // With oedema the weight is of no use.
        let weight = if child.oedema_both_feet == Answer::Known(true) { Answer::NotApplicable } else { child.weight_kg };
        let head = ("head_circumference_cm", child.head_circumference_cm);
        let measures = [("weight_kg", weight), ("height_cm", child.height_cm), head];
        let mut open_facts = open(&measures);
        open_facts.extend(child.oedema_both_feet.is_open().then_some("oedema_both_feet"));
        let missing = open_facts.iter().take(1).copied().collect();
        results.waits(RULE, open_facts, missing);
    }
}

pub fn stunted(child: &Child, results: &mut Results) {
    const RULE: &str = "growth.stunted";
    match child.growth.lhfa {
        Ok(score) if !score.flagged => {
            let (z, least, limit) = (score.z.to_number(), Number::integer(-3), Number::integer(-2));
            if let Some(z) = z.filter(|z| *z >= least && *z < limit) {
                let compared = |limit| Reason::compared("length_for_age", Value::Number(z), Value::Number(limit));
                let mut because = vec![compared(least)];
                inputs_of(child, Index::LengthForAge, &mut because);
                because.push(compared(limit));
                results.found(RULE, because);
            }
        }
        Err(reason) if reason.is_open() => results.waits(RULE, vec!["height_cm"], vec!["height_cm"]),
        _ => {}
    }
}

/// The measures of an index that no reason has told yet.
fn inputs_of(child: &Child, index: Index, because: &mut Vec<Reason>) {
    let mut tell = |of, value: Option<Value>| {
        if let Some(value) = value
            && because.iter().all(|told| told.of != of)
        {
            because.push(Reason::input(of, value));
        }
    };
    for measure in index.measures() {
        let (of, answer) = match measure {
            Measure::Weight => ("weight_kg", child.weight_kg),
            Measure::Length => ("height_cm", child.height_cm),
            _ => ("head_circumference_cm", child.head_circumference_cm),
        };
        tell(of, answer.known().map(Value::Number));
    }
    tell("measured_position", child.measured_position.known().map(Value::Code));
}

pub fn not_rising_for_three_months(child: &Child, results: &mut Results) {
    const RULE: &str = "growth.weight_not_rising_3t";
    if child.oedema_both_feet == Answer::Known(true) || child.growth.wfa.is_ok_and(|score| score.flagged) {
        return;
    }
    let last_of = |months_ago: i32| {
        let month = add_months(month_start(child.on), -months_ago);
        child.weighings.iter().find(|weighing| Some(month_start(weighing.on)) == month)
    };
    let (Some(second), Some(third)) = (last_of(1), last_of(2)) else { return };
    let mut earlier = Vec::with_capacity(8);
    let were_too_little = [(second, Some(third)), (third, last_of(3))]
        .into_iter()
        .all(|(weighing, before)| !weighing.oedema && gained_too_little(child, weighing, before, &mut earlier));
    if !were_too_little {
        return;
    }
    let Some(first) = last_of(0) else { return results.waits(RULE, vec!["weight_kg"], vec!["weight_kg"]) };
    let mut because = Vec::with_capacity(8);
    if gained_too_little(child, first, Some(second), &mut because) {
        because.append(&mut earlier);
        results.found(RULE, because);
    }
}

/// Whether the weight rose too little since the weighing of the month before, or since birth; with reasons if so.
fn gained_too_little(child: &Child, weighing: &Weighing, before: Option<&Weighing>, because: &mut Vec<Reason>) -> bool {
    let at_birth = child.birth_weight_kg.filter(|_| weighing.age_months == 1);
    let (since, weight) = match before {
        Some(before) => (Reason { on: Some(before.on), ..Reason::input("weight_kg", Value::Number(before.weight)) }, before.weight),
        None => match at_birth {
            Some(weight) => (Reason::input("birth.weight_kg", Value::Number(weight)), weight),
            None => return false,
        },
    };
    let least = least_gain(weighing.age_months, child.is_male);
    let Some((gain, least)) = weighing.weight.sub(weight).zip(least).filter(|(gain, least)| gain < least) else { return false };
    let on = (weighing.on != child.on).then_some(weighing.on);
    because.push(Reason { on, ..Reason::compared("weight_gain", Value::Number(gain), Value::Number(least)) });
    if on.is_none() {
        because.push(Reason::input("weight_kg", Value::Number(weighing.weight)));
    }
    because.push(since);
    true
}

/// The least gain since the month before at an age in months, in kg.
fn least_gain(age_months: i32, is_male: bool) -> Option<Number> {
    let tenths = match age_months {
        1 | 3 => 8,
        2 => 9,
        4 => 6,
        5 => 5,
        6 => 4,
        7 if is_male => 4,
        7..=10 => 3,
        11 if is_male => 3,
        11..=60 => 2,
        _ => return None,
    };
    Number::decimal(tenths, 1)
}
