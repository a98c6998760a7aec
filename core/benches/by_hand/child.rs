//! Every sixth rule that concerns the child.

use chrono::{Datelike, Months, NaiveDate};
use siklus_core::fact::Number;

use super::Rule;
use super::answer::{Answer, Truth};
use super::results::{Reason, Results, Value, answered, any, open};
use super::told::Told;

pub struct Child {
    on: NaiveDate,
    age_months: i32,
    belly_pain: Answer<bool>,
    breaths_per_minute: Answer<Number>,
    complementary_food_started: Answer<bool>,
    diarrhoea: Answer<bool>,
    fever: Answer<bool>,
    fever_days: Answer<Number>,
    fever_over_2_days: Answer<bool>,
    getting_worse: Answer<bool>,
    kpsp_score: Answer<Number>,
    last_weighed_on: Answer<NaiveDate>,
    oedema_both_feet: Answer<bool>,
    palm_pallor: Answer<bool>,
    poor_appetite: Answer<bool>,
    rash_measles_like: Answer<bool>,
    sits_alone: Answer<bool>,
    supplementary_food_finished: Answer<bool>,
    supplementary_food_received: Answer<bool>,
    temperature_c: Answer<Number>,
    vomiting_repeated: Answer<bool>,
    weak_when_fever_falls: Answer<bool>,
    weight_kg: Answer<Number>,
    /// The weighings before, newest first.
    weighings: Vec<(NaiveDate, Number)>,
}

pub const RULES: [Rule<Child>; 13] = [
    ("child.breathing_fast", breathing_fast),
    ("child.dengue_warning", dengue_warning),
    ("child.diarrhoea_with_problem", diarrhoea_with_problem),
    ("child.fever_over_2_days", |child, results| {
        results.yes_no("child.fever_over_2_days", ("fever_over_2_days", child.fever_over_2_days), true);
    }),
    ("child.measles_report", |child, results| {
        results.yes_no("child.measles_report", ("rash_measles_like", child.rash_measles_like), true);
    }),
    ("child.palm_pallor", |child, results| results.yes_no("child.palm_pallor", ("palm_pallor", child.palm_pallor), true)),
    ("child.vomiting", |child, results| results.yes_no("child.vomiting", ("vomiting_repeated", child.vomiting_repeated), true)),
    ("development.kpsp_deviation", |child, results| {
        results.number("development.kpsp_deviation", ("kpsp_score", child.kpsp_score), Number::integer(6), Number::le);
    }),
    ("development.not_sitting", |child, results| results.yes_no("development.not_sitting", ("sits_alone", child.sits_alone), false)),
    ("growth.not_weighed", not_weighed),
    ("growth.weight_loss_5_percent", weight_loss_5_percent),
    ("nutrition.complementary_food_teach", |child, results| {
        let started = ("complementary_food_started", child.complementary_food_started);
        results.yes_no("nutrition.complementary_food_teach", started, false);
    }),
    ("nutrition.supplementary_food_not_finished", |child, results| {
        let received = ("supplementary_food_received", child.supplementary_food_received);
        let finished = ("supplementary_food_finished", child.supplementary_food_finished);
        results.both("nutrition.supplementary_food_not_finished", received, finished, false);
    }),
];

impl Child {
    pub fn new(told: &Told<'_>) -> Self {
        Self {
            on: told.input.on,
            age_months: told.age.months,
            belly_pain: told.yes_no("belly_pain"),
            breaths_per_minute: told.number("breaths_per_minute"),
            complementary_food_started: told.yes_no("complementary_food_started"),
            diarrhoea: told.yes_no("diarrhoea"),
            fever: told.yes_no("fever"),
            fever_days: told.number("fever_days"),
            fever_over_2_days: told.yes_no("fever_over_2_days"),
            getting_worse: told.yes_no("getting_worse"),
            kpsp_score: told.number("kpsp_score"),
            last_weighed_on: told.date("last_weighed_on"),
            oedema_both_feet: told.yes_no("oedema_both_feet"),
            palm_pallor: told.yes_no("palm_pallor"),
            poor_appetite: told.yes_no("poor_appetite"),
            rash_measles_like: told.yes_no("rash_measles_like"),
            sits_alone: told.yes_no("sits_alone"),
            supplementary_food_finished: told.yes_no("supplementary_food_finished"),
            supplementary_food_received: told.yes_no("supplementary_food_received"),
            temperature_c: told.number("temperature_c"),
            vomiting_repeated: told.yes_no("vomiting_repeated"),
            weak_when_fever_falls: told.yes_no("weak_when_fever_falls"),
            weight_kg: told.number("weight_kg"),
            weighings: told.earlier("weight_kg"),
        }
    }
}

fn breathing_fast(child: &Child, results: &mut Results) {
    const RULE: &str = "child.breathing_fast";
    const FACT: &str = "breaths_per_minute";
    let limit = Number::integer(match child.age_months {
        ..12 => 50,
        12..60 => 40,
        _ => 30,
    });
    let most = Number::integer(150);
    match child.breaths_per_minute {
        Answer::Known(breaths) if breaths >= limit && breaths <= most => {
            let compared = |limit| Reason::compared(FACT, Value::Number(breaths), Value::Number(limit));
            results.found(RULE, vec![compared(limit), compared(most)]);
        }
        Answer::Open => results.waits(RULE, vec![FACT], vec![FACT]),
        _ => {}
    }
}

fn dengue_warning(child: &Child, results: &mut Results) {
    const RULE: &str = "child.dengue_warning";
    let (two, seven) = (Number::integer(2), Number::integer(7));
    let days = child.fever_days.is(|days| days >= two && days <= seven);
    let vomiting = ("vomiting_repeated", child.vomiting_repeated);
    let signs = [("belly_pain", child.belly_pain), vomiting, ("weak_when_fever_falls", child.weak_when_fever_falls)];
    let sign = any(&signs);
    match days.and(sign) {
        Truth::Yes => {
            let days = child.fever_days.known().map(Value::Number);
            let limits = [two, seven].into_iter().map(Value::Number);
            let mut because: Vec<_> = limits.filter_map(|limit| Some(Reason::compared("fever_days", days?, limit))).collect();
            because.extend(answered(&signs, true));
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = Vec::with_capacity(4);
            if sign == Truth::Open && child.vomiting_repeated.is_open() {
                open_facts.push("vomiting_repeated");
            }
            if days == Truth::Open {
                open_facts.push("fever_days");
            }
            if sign == Truth::Open {
                open_facts
                    .extend(signs.iter().filter(|(fact, answer)| *fact != "vomiting_repeated" && answer.is_open()).map(|(fact, _)| fact));
            }
            // No fever of these days, or of one sign that it is there.
            let missing = if days == Truth::Open { vec!["fever_days"] } else { open_facts.iter().take(1).copied().collect() };
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn diarrhoea_with_problem(child: &Child, results: &mut Results) {
    const RULE: &str = "child.diarrhoea_with_problem";
    let limit = Number::decimal(375, 1).unwrap_or(Number::ZERO);
    let warm = child.temperature_c.is(|temperature| temperature >= limit);
    let diarrhoea = child.diarrhoea.is_answered(true);
    let problems = [("getting_worse", child.getting_worse), ("fever", child.fever), ("poor_appetite", child.poor_appetite)];
    let problem = any(&problems).or(warm);
    match diarrhoea.and(problem) {
        Truth::Yes => {
            let mut because = answered(&[("diarrhoea", child.diarrhoea), ("fever", child.fever)], true);
            if let (Truth::Yes, Answer::Known(temperature)) = (warm, child.temperature_c) {
                because.push(Reason::compared("temperature_c", Value::Number(temperature), Value::Number(limit)));
            }
            because.extend(answered(&[("getting_worse", child.getting_worse), ("poor_appetite", child.poor_appetite)], true));
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = open(&[("diarrhoea", child.diarrhoea)]);
            if problem == Truth::Open {
                open_facts.extend(open(&problems));
                open_facts.extend(child.temperature_c.is_open().then_some("temperature_c"));
            }
            let missing = open_facts.iter().take(1).copied().collect();
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn not_weighed(child: &Child, results: &mut Results) {
    const RULE: &str = "growth.not_weighed";
    let today = matches!(child.weight_kg, Answer::Known(_)).then_some(child.on);
    let recorded = today.or(child.weighings.first().map(|(on, _)| *on));
    let last = match (recorded, child.last_weighed_on) {
        (Some(recorded), Answer::Known(told)) => Answer::Known(recorded.max(told)),
        (Some(recorded), _) => Answer::Known(recorded),
        (None, told) => told,
    };
    let this_month = month_start(child.on);
    let (due, limit) = match child.age_months {
        ..6 => (last.is(|last| last < this_month), Some(this_month)),
        6..60 => {
            let limit = this_month.checked_sub_months(Months::new(1));
            (last.is(|last| limit.is_some_and(|limit| last < limit)), limit)
        }
        _ => (last.is(|last| last.checked_add_months(Months::new(6)).is_some_and(|until| until < child.on)), Some(child.on)),
    };
    match (due, last, limit) {
        (Truth::Yes, Answer::Known(last), Some(limit)) => {
            let reason = Reason::compared("last_weighed", Value::Date(last), Value::Date(limit));
            results.found(RULE, vec![reason, Reason::input("last_weighed_on", Value::Date(last))]);
        }
        (Truth::Open, ..) => results.waits(RULE, vec!["last_weighed_on"], vec!["last_weighed_on"]),
        _ => {}
    }
}

fn weight_loss_5_percent(child: &Child, results: &mut Results) {
    const RULE: &str = "growth.weight_loss_5_percent";
    if !(1..=60).contains(&child.age_months) || child.oedema_both_feet == Answer::Known(true) {
        return;
    }
    let last_month = month_start(child.on).checked_sub_months(Months::new(1));
    let Some((on, before)) = child.weighings.iter().find(|(on, _)| Some(month_start(*on)) == last_month) else { return };
    let Some(limit) = Number::ratio(95, 100).and_then(|part| before.mul(part)) else { return };
    match child.weight_kg {
        Answer::Known(weight) if weight <= limit => {
            let reason = Reason::compared("weight_kg", Value::Number(weight), Value::Number(limit));
            let input = Reason { on: Some(*on), ..Reason::input("weight_kg", Value::Number(*before)) };
            results.found(RULE, vec![reason, input]);
        }
        Answer::Open => results.waits(RULE, vec!["weight_kg"], vec!["weight_kg"]),
        _ => {}
    }
}

fn month_start(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}
