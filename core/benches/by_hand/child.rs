//! Every ninth rule that concerns the child, from the seventh on.

use chrono::NaiveDate;
use siklus_core::fact::{CodeSet, Number};
use siklus_core::growth::{Child as Measured, Growth, assess};

use super::answer::{Answer, Truth};
use super::child_growth::{Weighing, implausible, not_rising_for_three_months, stunted, weighings};
use super::results::{Limits, Reason, Results, Value, answered, any, open};
use super::told::Told;
use super::{Person, Rule};

pub struct Child {
    pub on: NaiveDate,
    pub is_male: bool,
    pub age_months: i32,
    pub birth_weight_kg: Option<Number>,
    cough: Answer<bool>,
    cough_days: Answer<Number>,
    development_current_complete: Answer<bool>,
    diarrhoea: Answer<bool>,
    fever: Answer<bool>,
    getting_worse: Answer<bool>,
    pub growth: Growth,
    measured: Measured,
    pub head_circumference_cm: Answer<Number>,
    pub height_cm: Answer<Number>,
    lethargic: Answer<bool>,
    meals_last_24h: Answer<Number>,
    pub measured_position: Answer<&'static str>,
    milk_feeds_last_24h: Answer<Number>,
    moaning_or_crying_constantly: Answer<bool>,
    pub oedema_both_feet: Answer<bool>,
    oedema_one_foot: Answer<bool>,
    palm_pallor: Answer<bool>,
    poor_appetite: Answer<bool>,
    reaction_after_immunization: Answer<CodeSet>,
    /// The place of the lump in the armpit among the reactions.
    armpit_lump: usize,
    sits_alone: Answer<bool>,
    still_breastfed: Answer<bool>,
    tb_contact: Answer<&'static str>,
    tb_cough: Answer<bool>,
    tb_cough_days: Answer<Number>,
    temperature_c: Answer<Number>,
    /// Newest first, today's among them.
    pub weighings: Vec<Weighing>,
    pub weight_kg: Answer<Number>,
}

pub const RULES: [Rule<Child>; 13] = [
    ("child.cough_2_weeks", cough_for_two_weeks),
    ("child.diarrhoea_with_problem", diarrhoea_with_problem),
    ("child.lethargic", |child, results| {
        let moaning = ("moaning_or_crying_constantly", child.moaning_or_crying_constantly);
        results.any("child.lethargic", &[("lethargic", child.lethargic), moaning]);
    }),
    ("child.palm_pallor", |child, results| results.yes_no("child.palm_pallor", ("palm_pallor", child.palm_pallor), true)),
    ("development.current_band_incomplete", current_band_incomplete),
    ("development.not_sitting", |child, results| results.yes_no("development.not_sitting", ("sits_alone", child.sits_alone), false)),
    ("growth.implausible", implausible),
    ("growth.oedema_one_foot", oedema_of_one_foot),
    ("growth.stunted", stunted),
    ("growth.weight_not_rising_3t", not_rising_for_three_months),
    ("immunization.reaction_armpit_lump", reaction_armpit_lump),
    ("nutrition.meals_too_few", meals_too_few),
    ("tb.contact_under_5", contact_under_five),
];

impl Person for Child {
    fn begin(&mut self) {
        self.growth = assess(&self.measured);
    }
}

impl Child {
    pub fn new(told: &Told<'_>) -> Self {
        Self {
            on: told.input.on,
            is_male: told.is_male(),
            age_months: told.age.months,
            birth_weight_kg: told.input.birth.weight_g.and_then(|grams| Number::decimal(grams, 3)),
            cough: told.yes_no("cough"),
            cough_days: told.number("cough_days"),
            development_current_complete: told.yes_no("development_current_complete"),
            diarrhoea: told.yes_no("diarrhoea"),
            fever: told.yes_no("fever"),
            getting_worse: told.yes_no("getting_worse"),
            growth: assess(&told.measured()),
            measured: told.measured(),
            head_circumference_cm: told.number("head_circumference_cm"),
            height_cm: told.number("height_cm"),
            lethargic: told.yes_no("lethargic"),
            meals_last_24h: told.number("meals_last_24h"),
            measured_position: told.code("measured_position", &["lying", "standing"]),
            milk_feeds_last_24h: told.number("milk_feeds_last_24h"),
            moaning_or_crying_constantly: told.yes_no("moaning_or_crying_constantly"),
            oedema_both_feet: told.yes_no("oedema_both_feet"),
            oedema_one_foot: told.yes_no("oedema_one_foot"),
            palm_pallor: told.yes_no("palm_pallor"),
            poor_appetite: told.yes_no("poor_appetite"),
            reaction_after_immunization: told.codes("reaction_after_immunization"),
            armpit_lump: told.place("reaction_after_immunization", "large_armpit_lump"),
            sits_alone: told.yes_no("sits_alone"),
            still_breastfed: told.yes_no("still_breastfed"),
            tb_contact: told.code("tb_contact", &["household", "close"]),
            tb_cough: told.yes_no("tb_cough"),
            tb_cough_days: told.number("tb_cough_days"),
            temperature_c: told.number("temperature_c"),
            weighings: weighings(told),
            weight_kg: told.number("weight_kg"),
        }
    }
}

fn cough_for_two_weeks(child: &Child, results: &mut Results) {
    const RULE: &str = "child.cough_2_weeks";
    let limit = Number::integer(14);
    let questions =
        [("cough", child.cough, "cough_days", child.cough_days), ("tb_cough", child.tb_cough, "tb_cough_days", child.tb_cough_days)];
    let long = questions.map(|(_, cough, _, days)| cough.is_answered(true).and(days.is(|days| days >= limit)));
    let of = |truth| questions.iter().zip(long).filter(move |(_, long)| *long == truth).map(|(question, _)| question);
    if long.contains(&Truth::Yes) {
        let mut because = Vec::with_capacity(4);
        for (cough, _, of_days, days) in of(Truth::Yes) {
            because.push(Reason::answered(cough, true));
            because.extend(days.known().map(|days| Reason::compared(of_days, Value::Number(days), Value::Number(limit))));
        }
        return results.found(RULE, because);
    }
    let waiting: Vec<Vec<_>> = of(Truth::Open)
        .map(|(cough, answer, of_days, days)| {
            let parts = [answer.is_open().then_some(*cough), days.is_open().then_some(*of_days)];
            parts.into_iter().flatten().collect()
        })
        .collect();
    // "No" to the only cough that is open settles it; of two, one that lasts.
    let missing = match waiting.as_slice() {
        [] => return,
        [only] => only.iter().take(1).copied().collect(),
        [first, second] if second.len() < first.len() => second.clone(),
        [first, ..] => first.clone(),
    };
    results.waits(RULE, waiting.concat(), missing);
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

/// The last months of the bands of age.
const LAST_MONTHS: [Value; 10] = {
    const fn months(n: i64) -> Value {
        Value::Number(Number::integer(n))
    }
    [months(2), months(5), months(8), months(11), months(17), months(23), months(35), months(47), months(59), months(71)]
};

fn current_band_incomplete(child: &Child, results: &mut Results) {
    const RULE: &str = "development.current_band_incomplete";
    const FACT: &str = "development_current_complete";
    if matches!(child.age_months, 2 | 5 | 8 | 11 | 17 | 23 | 35 | 47 | 59 | 71) {
        return;
    }
    match child.development_current_complete.is_answered(false) {
        Truth::Yes => {
            let age = Reason::input("age_months", Value::Number(Number::integer(child.age_months.into())));
            let before_last = Reason { limits: Limits::Among(&LAST_MONTHS), ..age };
            results.found(RULE, vec![Reason::answered(FACT, false), before_last]);
        }
        Truth::Open => results.waits(RULE, vec![FACT], vec![FACT]),
        Truth::No => {}
    }
}

fn oedema_of_one_foot(child: &Child, results: &mut Results) {
    const RULE: &str = "growth.oedema_one_foot";
    match child.oedema_one_foot.is_answered(true) {
        Truth::Yes => results.found(RULE, vec![Reason::answered("oedema_one_foot", true)]),
        Truth::Open => {
            // Oedema of both feet closes the question.
            let open_facts = open(&[("oedema_both_feet", child.oedema_both_feet), ("oedema_one_foot", child.oedema_one_foot)]);
            let missing = open_facts.iter().take(1).copied().collect();
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn reaction_armpit_lump(child: &Child, results: &mut Results) {
    const RULE: &str = "immunization.reaction_armpit_lump";
    const FACT: &str = "reaction_after_immunization";
    match child.reaction_after_immunization {
        Answer::Known(reactions) if reactions.contains(child.armpit_lump) => {
            results.found(RULE, vec![Reason::input(FACT, Value::Codes(reactions))]);
        }
        Answer::Open => results.waits(RULE, vec![FACT], vec![FACT]),
        _ => {}
    }
}

fn meals_too_few(child: &Child, results: &mut Results) {
    match child.still_breastfed {
        Answer::Known(true) => breastfed_has_too_few(child, results),
        Answer::Known(false) => weaned_has_too_few(child, results),
        Answer::Open => {
            let answers = [("meals_last_24h", child.meals_last_24h), ("milk_feeds_last_24h", child.milk_feeds_last_24h)];
            let open_facts = [vec!["still_breastfed"], open(&answers)].concat();
            let missing = open_facts.iter().take(2).copied().collect();
            results.waits(MEALS, open_facts, missing);
        }
        Answer::NotApplicable => {}
    }
}

const MEALS: &str = "nutrition.meals_too_few";

fn breastfed_has_too_few(child: &Child, results: &mut Results) {
    let limit = Number::integer(if child.age_months <= 8 { 2 } else { 3 });
    match child.meals_last_24h {
        Answer::Known(meals) if meals < limit => {
            let meals = Reason::compared("meals_last_24h", Value::Number(meals), Value::Number(limit));
            results.found(MEALS, vec![Reason::answered("still_breastfed", true), meals]);
        }
        Answer::Open => results.waits(MEALS, vec!["meals_last_24h"], vec!["meals_last_24h"]),
        _ => {}
    }
}

fn weaned_has_too_few(child: &Child, results: &mut Results) {
    let (four, two) = (Number::integer(4), Number::integer(2));
    let (meals, milk) = (child.meals_last_24h, child.milk_feeds_last_24h);
    let sum = meals.known().zip(milk.known()).and_then(|(meals, milk)| meals.add(milk));
    let too_little_milk = milk.known().filter(|milk| *milk < two);
    let too_few = sum.filter(|sum| *sum < four);
    if too_few.is_none() && too_little_milk.is_none() {
        let open_facts = open(&[("meals_last_24h", meals), ("milk_feeds_last_24h", milk)]);
        if let Some(last) = open_facts.last().copied() {
            results.waits(MEALS, open_facts, vec![last]);
        }
        return;
    }
    let mut because = vec![Reason::answered("still_breastfed", false)];
    if let (Some(sum), Some(meals), Some(milk)) = (too_few, meals.known(), milk.known()) {
        because.push(Reason::compared("meals_last_24h + milk_feeds_last_24h", Value::Number(sum), Value::Number(four)));
        because.push(Reason::input("meals_last_24h", Value::Number(meals)));
        because.push(Reason::input("milk_feeds_last_24h", Value::Number(milk)));
    }
    because.extend(too_little_milk.map(|milk| Reason::compared("milk_feeds_last_24h", Value::Number(milk), Value::Number(two))));
    results.found(MEALS, because);
}

fn contact_under_five(child: &Child, results: &mut Results) {
    const RULE: &str = "tb.contact_under_5";
    if child.age_months >= 60 {
        return;
    }
    match child.tb_contact {
        Answer::Known(contact @ ("household" | "close")) => {
            let contact = Reason::input("tb_contact", Value::Code(contact));
            results.found(RULE, vec![Reason { limits: Limits::Among(&[Value::Code("household"), Value::Code("close")]), ..contact }]);
        }
        Answer::Open => results.waits(RULE, vec!["tb_contact"], vec!["tb_contact"]),
        _ => {}
    }
}
