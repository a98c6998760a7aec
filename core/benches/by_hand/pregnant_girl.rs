//! Every seventeenth rule that concerns the pregnant girl.

use siklus_core::fact::Number;

use super::answer::{Answer, Truth};
use super::results::{Reason, Results, Value, answered, any, open};
use super::told::Told;
use super::{Person, Rule};

pub struct PregnantGirl {
    age_years: i32,
    gestation_days: Option<i32>,
    active_30_min_daily: Answer<bool>,
    active_60_min_days: Answer<Number>,
    antenatal_class_attended: Answer<bool>,
    blurred_vision: Answer<bool>,
    breathless: Answer<bool>,
    contraception_complaint: Answer<bool>,
    contraception_now: Answer<&'static str>,
    dengue_shock_sign: Answer<bool>,
    diastolic_mmhg: Answer<Number>,
    diastolic_repeat_mmhg: Answer<Number>,
    dm_diagnosed: Answer<bool>,
    dm_stopped_or_herbs: Answer<bool>,
    epds_total: Answer<Number>,
    epigastric_pain: Answer<bool>,
    fever_days: Answer<Number>,
    fever_now: Answer<bool>,
    headache: Answer<bool>,
    headache_severe: Answer<bool>,
    months_since_measured: Answer<Number>,
    period_days: Answer<Number>,
    period_pain_severe: Answer<bool>,
    started_menses: Answer<bool>,
    swelling_face_or_hands: Answer<bool>,
    systolic_mmhg: Answer<Number>,
    systolic_repeat_mmhg: Answer<Number>,
    tb_medicine_at_home: Answer<bool>,
    tb_on_treatment: Answer<&'static str>,
    temperature_c: Answer<Number>,
    tetanus_status_is_unknown: bool,
}

pub const RULES: [Rule<PregnantGirl>; 12] = [
    ("adherence.dm_stopped", |girl, results| {
        let stopped = ("dm_stopped_or_herbs", girl.dm_stopped_or_herbs);
        results.both("adherence.dm_stopped", ("dm_diagnosed", girl.dm_diagnosed), stopped, true);
    }),
    ("adolescent.period_problem", period_problem),
    ("family_planning.complaint", contraception_complaint),
    ("infection.dengue_emergency", dengue_emergency),
    ("lifestyle.too_little_activity", too_little_activity),
    ("pregnancy.antenatal_class_benefit", |girl, results| {
        let attended = ("antenatal_class_attended", girl.antenatal_class_attended);
        results.yes_no("pregnancy.antenatal_class_benefit", attended, false);
    }),
    ("pregnancy.epds_high", |girl, results| {
        results.number("pregnancy.epds_high", ("epds_total", girl.epds_total), Number::integer(13), Number::ge);
    }),
    ("pregnancy.hypertension_with_sign", hypertension_with_sign),
    ("pregnancy.past_42_weeks", past_42_weeks),
    ("pregnancy.tetanus_unknown", |girl, results| {
        if girl.tetanus_status_is_unknown {
            results.found("pregnancy.tetanus_unknown", vec![Reason::input("tetanus_status", Value::Code("unknown"))]);
        }
    }),
    ("school_age.measuring_due", |girl, results| {
        let months = ("months_since_measured", girl.months_since_measured);
        results.number("school_age.measuring_due", months, Number::integer(6), Number::gt);
    }),
    ("tb_adult.patient_no_medicine", |girl, results| no_tb_medicine(girl.tb_on_treatment, girl.tb_medicine_at_home, results)),
];

impl Person for PregnantGirl {}

impl PregnantGirl {
    pub fn new(told: &Told<'_>) -> Self {
        Self {
            age_years: told.age.years,
            gestation_days: told.gestation_days,
            active_30_min_daily: told.yes_no("active_30_min_daily"),
            active_60_min_days: told.number("active_60_min_days"),
            antenatal_class_attended: told.yes_no("antenatal_class_attended"),
            blurred_vision: told.yes_no("blurred_vision"),
            breathless: told.yes_no("breathless"),
            contraception_complaint: told.yes_no("contraception_complaint"),
            contraception_now: told.code("contraception_now", &[]),
            dengue_shock_sign: told.yes_no("dengue_shock_sign"),
            diastolic_mmhg: told.number("diastolic_mmhg"),
            diastolic_repeat_mmhg: told.number("diastolic_repeat_mmhg"),
            dm_diagnosed: told.yes_no("dm_diagnosed"),
            dm_stopped_or_herbs: told.yes_no("dm_stopped_or_herbs"),
            epds_total: told.number("epds_total"),
            epigastric_pain: told.yes_no("epigastric_pain"),
            fever_days: told.number("fever_days"),
            fever_now: told.yes_no("fever_now"),
            headache: told.yes_no("headache"),
            headache_severe: told.yes_no("headache_severe"),
            months_since_measured: told.number("months_since_measured"),
            period_days: told.number("period_days"),
            period_pain_severe: told.yes_no("period_pain_severe"),
            started_menses: told.yes_no("started_menses"),
            swelling_face_or_hands: told.yes_no("swelling_face_or_hands"),
            systolic_mmhg: told.number("systolic_mmhg"),
            systolic_repeat_mmhg: told.number("systolic_repeat_mmhg"),
            tb_medicine_at_home: told.yes_no("tb_medicine_at_home"),
            tb_on_treatment: told.code("tb_on_treatment", &["sensitive", "resistant"]),
            temperature_c: told.number("temperature_c"),
            tetanus_status_is_unknown: told.is_unknown("tetanus_status"),
        }
    }
}

fn period_problem(girl: &PregnantGirl, results: &mut Results) {
    const RULE: &str = "adolescent.period_problem";
    let week = Number::integer(7);
    let long = girl.period_days.is(|days| days > week);
    match girl.period_pain_severe.is_answered(true).or(long) {
        Truth::Yes => {
            let mut because = answered(&[("period_pain_severe", girl.period_pain_severe)], true);
            if let (Truth::Yes, Answer::Known(days)) = (long, girl.period_days) {
                because.push(Reason::compared("period_days", Value::Number(days), Value::Number(week)));
            }
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = open(&[("started_menses", girl.started_menses), ("period_pain_severe", girl.period_pain_severe)]);
            open_facts.extend(girl.period_days.is_open().then_some("period_days"));
            // That she has no periods settles it.
            let missing = open_facts.iter().take(1).copied().collect();
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn contraception_complaint(girl: &PregnantGirl, results: &mut Results) {
    const RULE: &str = "family_planning.complaint";
    match girl.contraception_complaint.is_answered(true) {
        Truth::Yes => results.found(RULE, answered(&[("contraception_complaint", girl.contraception_complaint)], true)),
        Truth::Open => {
            let mut open_facts = open(&[("contraception_now", girl.contraception_now)]);
            open_facts.push("contraception_complaint");
            let missing = open_facts.iter().take(1).copied().collect();
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn dengue_emergency(girl: &PregnantGirl, results: &mut Results) {
    const RULE: &str = "infection.dengue_emergency";
    let (limit, two) = (Number::decimal(375, 1).unwrap_or(Number::ZERO), Number::integer(2));
    let warm = girl.temperature_c.is(|temperature| temperature >= limit);
    let days = girl.fever_days.is(|days| days >= two);
    let fever = girl.fever_now.is_answered(true).or(warm).or(days);
    let shock = girl.dengue_shock_sign.is_answered(true);
    match fever.and(shock) {
        Truth::Yes => {
            let mut because = answered(&[("fever_now", girl.fever_now)], true);
            for (truth, fact, answer, limit) in
                [(warm, "temperature_c", girl.temperature_c, limit), (days, "fever_days", girl.fever_days, two)]
            {
                if let (Truth::Yes, Answer::Known(value)) = (truth, answer) {
                    because.push(Reason::compared(fact, Value::Number(value), Value::Number(limit)));
                }
            }
            because.extend(answered(&[("dengue_shock_sign", girl.dengue_shock_sign)], true));
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = Vec::with_capacity(4);
            if fever == Truth::Open {
                open_facts.extend(open(&[("fever_now", girl.fever_now)]));
                open_facts.extend(open(&[("fever_days", girl.fever_days)]));
            }
            open_facts.extend(open(&[("dengue_shock_sign", girl.dengue_shock_sign)]));
            if fever == Truth::Open {
                open_facts.extend(open(&[("temperature_c", girl.temperature_c)]));
            }
            let missing = match shock {
                Truth::Open => vec!["dengue_shock_sign"],
                _ => open_facts.iter().take(1).copied().collect(),
            };
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn too_little_activity(girl: &PregnantGirl, results: &mut Results) {
    const RULE: &str = "lifestyle.too_little_activity";
    let age = |limit: i64| {
        let (years, limit) = (Number::integer(girl.age_years.into()), Number::integer(limit));
        Reason::compared("age_years", Value::Number(years), Value::Number(limit))
    };
    if girl.age_years > 18 {
        match girl.active_30_min_daily {
            Answer::Known(false) => results.found(RULE, vec![age(18), Reason::answered("active_30_min_daily", false)]),
            Answer::Open => results.waits(RULE, vec!["active_30_min_daily"], vec!["active_30_min_daily"]),
            _ => {}
        }
        return;
    }
    let week = Number::integer(7);
    match girl.active_60_min_days {
        Answer::Known(days) if days < week => {
            let active = Reason::compared("active_60_min_days", Value::Number(days), Value::Number(week));
            results.found(RULE, vec![age(18), active]);
        }
        Answer::Open => results.waits(RULE, vec!["active_60_min_days"], vec!["active_60_min_days"]),
        _ => {}
    }
}

fn hypertension_with_sign(girl: &PregnantGirl, results: &mut Results) {
    const RULE: &str = "pregnancy.hypertension_with_sign";
    let (systolic, diastolic) = (Number::integer(140), Number::integer(90));
    let numbers = [
        [("systolic_mmhg", girl.systolic_mmhg, systolic), ("diastolic_mmhg", girl.diastolic_mmhg, diastolic)],
        [("systolic_repeat_mmhg", girl.systolic_repeat_mmhg, systolic), ("diastolic_repeat_mmhg", girl.diastolic_repeat_mmhg, diastolic)],
    ];
    let is_there = |reading: &&[(_, Answer<Number>, _); 2]| reading.iter().any(|(_, answer, _)| answer.known().is_some());
    let readings: Vec<_> = if numbers.iter().any(|reading| is_there(&reading)) {
        numbers.iter().filter(is_there).flatten().collect()
    } else {
        // None was taken: the first is waited for.
        numbers.iter().take(1).flatten().collect()
    };
    let high = readings.iter().fold(Truth::No, |any, (_, answer, limit)| any.or(answer.is(|value| value >= *limit)));
    let signs = [
        ("breathless", girl.breathless),
        ("headache", girl.headache),
        ("headache_severe", girl.headache_severe),
        ("blurred_vision", girl.blurred_vision),
        ("epigastric_pain", girl.epigastric_pain),
        ("swelling_face_or_hands", girl.swelling_face_or_hands),
    ];
    let sign = any(&signs);
    match high.and(sign) {
        Truth::Yes => {
            let mut because = Vec::new();
            for (fact, answer, limit) in readings {
                if let Some(value) = answer.known().filter(|value| value >= limit) {
                    because.push(Reason::compared(fact, Value::Number(value), Value::Number(*limit)));
                }
            }
            because.extend(answered(&signs, true));
            results.found(RULE, because);
        }
        Truth::Open => {
            let open_signs = if sign == Truth::Open { open(&signs) } else { Vec::new() };
            let mut open_numbers = Vec::new();
            if high == Truth::Open {
                open_numbers.extend(readings.iter().filter(|(_, answer, _)| answer.is_open()).map(|(fact, ..)| *fact));
            }
            let missing = match (sign, high) {
                (Truth::Open, Truth::Open) if open_numbers.len() == 1 => open_numbers.clone(),
                (Truth::Open, Truth::Open) if open_signs.len() == 1 => open_signs.clone(),
                _ => open_signs.iter().take(1).chain(open_numbers.iter().take(1)).copied().collect(),
            };
            let mut open_facts = open_signs;
            open_facts.extend(open_numbers);
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn past_42_weeks(girl: &PregnantGirl, results: &mut Results) {
    const WEEKS_42: i32 = 42 * 7;
    let Some(days) = girl.gestation_days.filter(|days| *days >= WEEKS_42) else { return };
    let number = |days: i32| Value::Number(Number::integer(days.into()));
    results.found("pregnancy.past_42_weeks", vec![Reason::compared("gestation", number(days), number(WEEKS_42))]);
}

/// Without medicine during a treatment of tuberculosis.
pub fn no_tb_medicine(treatment: Answer<&'static str>, at_home: Answer<bool>, results: &mut Results) {
    const RULE: &str = "tb_adult.patient_no_medicine";
    match treatment.is(|treatment| !treatment.is_empty()).and(at_home.is_answered(false)) {
        Truth::Yes => {
            let code = Value::Code(treatment.known().unwrap_or_default());
            results.found(RULE, vec![Reason::input("tb_on_treatment", code), Reason::answered("tb_medicine_at_home", false)]);
        }
        Truth::Open => {
            let mut open_facts = open(&[("tb_on_treatment", treatment)]);
            open_facts.extend(open(&[("tb_medicine_at_home", at_home)]));
            let missing = open_facts.iter().take(1).copied().collect();
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}
