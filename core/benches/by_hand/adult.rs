//! Every twelfth rule that concerns the adult.

use siklus_core::fact::Number;

use super::answer::{Answer, Truth};
use super::pregnant_girl::no_tb_medicine;
use super::results::{Fact, Reason, Results, Value, answered, any, open};
use super::told::Told;
use super::{Person, Rule};

pub struct Adult {
    is_male: bool,
    age_years: i32,
    bp_headache_blurred_sight: Answer<bool>,
    bp_little_urine: Answer<bool>,
    bp_nosebleed: Answer<bool>,
    breathless_now: Answer<bool>,
    confused_now: Answer<bool>,
    danger_chest_pain: Answer<bool>,
    danger_severe_breathless: Answer<bool>,
    danger_unconscious_or_fits: Answer<bool>,
    dm_deep_breathing: Answer<bool>,
    dm_drowsy: Answer<bool>,
    dm_vomiting: Answer<bool>,
    /// How many illnesses of the family.
    family_history: Answer<usize>,
    fever_now: Answer<bool>,
    glucose_fasting_mg_dl: Answer<Number>,
    glucose_meter_mark: Answer<&'static str>,
    glucose_random_mg_dl: Answer<Number>,
    ht_diagnosed: Answer<bool>,
    ht_medicine_at_home: Answer<bool>,
    malaria_exposure: Answer<bool>,
    odgj_restless_or_threatening: Answer<bool>,
    painful_red_eye: Answer<bool>,
    /// Systolic and diastolic.
    pressures: [[Answer<Number>; 2]; 3],
    srq_17: Answer<bool>,
    stool_blood: Answer<bool>,
    stroke_one_sided_weakness: Answer<bool>,
    stroke_slurred_speech: Answer<bool>,
    stroke_sudden_vision_loss: Answer<bool>,
    suicide_thoughts: Answer<bool>,
    tb_medicine_at_home: Answer<bool>,
    tb_on_treatment: Answer<&'static str>,
    temperature_c: Answer<Number>,
    violence_signs: Answer<bool>,
    waist_cm: Answer<Number>,
    white_pupil: Answer<bool>,
}

pub const RULES: [Rule<Adult>; 12] = [
    ("adherence.ht_no_medicine", |adult, results| {
        let at_home = ("ht_medicine_at_home", adult.ht_medicine_at_home);
        results.both("adherence.ht_no_medicine", ("ht_diagnosed", adult.ht_diagnosed), at_home, false);
    }),
    ("adult.family_history", family_history),
    ("blood_pressure.crisis", crisis),
    ("bmi.central_obesity", |adult, results| {
        let limit = Number::integer(if adult.is_male { 90 } else { 80 });
        results.number("bmi.central_obesity", ("waist_cm", adult.waist_cm), limit, Number::gt);
    }),
    ("cancer.stool_blood", |adult, results| results.yes_no("cancer.stool_blood", ("stool_blood", adult.stool_blood), true)),
    ("danger.violence_signs", |adult, results| {
        results.yes_no("danger.violence_signs", ("violence_signs", adult.violence_signs), true);
    }),
    ("glucose.very_high_danger", very_high_sugar_with_danger),
    ("infection.malaria_suspected", malaria_suspected),
    ("mental_health.odgj_emergency", |adult, results| {
        let restless = ("odgj_restless_or_threatening", adult.odgj_restless_or_threatening);
        results.yes_no("mental_health.odgj_emergency", restless, true);
    }),
    ("mental_health.suicide_risk", suicide_risk),
    ("tb_adult.patient_no_medicine", |adult, results| no_tb_medicine(adult.tb_on_treatment, adult.tb_medicine_at_home, results)),
    ("vision.urgent_sign", |adult, results| {
        let eyes = [("white_pupil", adult.white_pupil), ("painful_red_eye", adult.painful_red_eye)];
        let [white, red] = eyes;
        results.any("vision.urgent_sign", &[("stroke_sudden_vision_loss", adult.stroke_sudden_vision_loss), white, red]);
    }),
];

impl Person for Adult {}

impl Adult {
    pub fn new(told: &Told<'_>) -> Self {
        let pressure = |systolic, diastolic| [told.number(systolic), told.number(diastolic)];
        Self {
            is_male: told.is_male(),
            age_years: told.age.years,
            bp_headache_blurred_sight: told.yes_no("bp_headache_blurred_sight"),
            bp_little_urine: told.yes_no("bp_little_urine"),
            bp_nosebleed: told.yes_no("bp_nosebleed"),
            breathless_now: told.yes_no("breathless_now"),
            confused_now: told.yes_no("confused_now"),
            danger_chest_pain: told.yes_no("danger_chest_pain"),
            danger_severe_breathless: told.yes_no("danger_severe_breathless"),
            danger_unconscious_or_fits: told.yes_no("danger_unconscious_or_fits"),
            dm_deep_breathing: told.yes_no("dm_deep_breathing"),
            dm_drowsy: told.yes_no("dm_drowsy"),
            dm_vomiting: told.yes_no("dm_vomiting"),
            family_history: told.chosen("family_history"),
            fever_now: told.yes_no("fever_now"),
            glucose_fasting_mg_dl: told.number("glucose_fasting_mg_dl"),
            glucose_meter_mark: told.code("glucose_meter_mark", &["hi", "lo"]),
            glucose_random_mg_dl: told.number("glucose_random_mg_dl"),
            ht_diagnosed: told.yes_no("ht_diagnosed"),
            ht_medicine_at_home: told.yes_no("ht_medicine_at_home"),
            malaria_exposure: told.yes_no("malaria_exposure"),
            odgj_restless_or_threatening: told.yes_no("odgj_restless_or_threatening"),
            painful_red_eye: told.yes_no("painful_red_eye"),
            pressures: [
                pressure("systolic_mmhg", "diastolic_mmhg"),
                pressure("systolic_2_mmhg", "diastolic_2_mmhg"),
                pressure("systolic_3_mmhg", "diastolic_3_mmhg"),
            ],
            srq_17: told.yes_no("srq_17"),
            stool_blood: told.yes_no("stool_blood"),
            stroke_one_sided_weakness: told.yes_no("stroke_one_sided_weakness"),
            stroke_slurred_speech: told.yes_no("stroke_slurred_speech"),
            stroke_sudden_vision_loss: told.yes_no("stroke_sudden_vision_loss"),
            suicide_thoughts: told.yes_no("suicide_thoughts"),
            tb_medicine_at_home: told.yes_no("tb_medicine_at_home"),
            tb_on_treatment: told.code("tb_on_treatment", &["sensitive", "resistant"]),
            temperature_c: told.number("temperature_c"),
            violence_signs: told.yes_no("violence_signs"),
            waist_cm: told.number("waist_cm"),
            white_pupil: told.yes_no("white_pupil"),
        }
    }
}

fn family_history(adult: &Adult, results: &mut Results) {
    const RULE: &str = "adult.family_history";
    match adult.family_history {
        Answer::Known(count) if count > 0 => {
            let count = Number::integer(i64::try_from(count).unwrap_or(i64::MAX));
            results.found(RULE, vec![Reason::compared("family_history", Value::Number(count), Value::Number(Number::ZERO))]);
        }
        Answer::Open => results.waits(RULE, vec!["family_history"], vec!["family_history"]),
        _ => {}
    }
}

fn crisis(adult: &Adult, results: &mut Results) {
    const RULE: &str = "blood_pressure.crisis";
    const NAMES: [[&str; 2]; 3] =
        [["systolic_mmhg", "diastolic_mmhg"], ["systolic_2_mmhg", "diastolic_2_mmhg"], ["systolic_3_mmhg", "diastolic_3_mmhg"]];
    let limits = [Number::integer(180), Number::integer(120)];
    let mut because = Vec::new();
    let mut some = false;
    for (names, answers) in NAMES.iter().zip(&adult.pressures) {
        let [Answer::Known(systolic), Answer::Known(diastolic)] = *answers else { continue };
        some = true;
        for ((name, value), limit) in names.iter().zip([systolic, diastolic]).zip(limits) {
            if value >= limit {
                because.push(Reason::compared(name, Value::Number(value), Value::Number(limit)));
            }
        }
    }
    let lacking = if some { None } else { NAMES.iter().zip(&adult.pressures).find(|(_, answers)| answers.contains(&Answer::Open)) };
    let high = match (because.is_empty(), lacking) {
        (false, _) => Truth::Yes,
        (true, Some(_)) => Truth::Open,
        (true, None) => Truth::No,
    };
    let signs = [
        ("danger_unconscious_or_fits", adult.danger_unconscious_or_fits),
        ("confused_now", adult.confused_now),
        ("danger_severe_breathless", adult.danger_severe_breathless),
        ("breathless_now", adult.breathless_now),
        ("danger_chest_pain", adult.danger_chest_pain),
        ("stroke_one_sided_weakness", adult.stroke_one_sided_weakness),
        ("stroke_slurred_speech", adult.stroke_slurred_speech),
        ("bp_headache_blurred_sight", adult.bp_headache_blurred_sight),
        ("bp_nosebleed", adult.bp_nosebleed),
        ("bp_little_urine", adult.bp_little_urine),
    ];
    let sign = any(&signs);
    match high.and(sign) {
        Truth::Yes => {
            because.extend(answered(&signs, true));
            results.found(RULE, because);
        }
        Truth::Open => {
            let (names, answers) = lacking.unwrap_or((&["", ""], &[Answer::NotApplicable; 2]));
            let numbers = names.iter().zip(answers).filter(|(_, answer)| answer.is_open()).map(|(name, _)| *name);
            let numbers: Vec<_> = numbers.collect();
            // The pressure stands between the signs in the form.
            let [first @ .., sight, nosebleed, urine] = &signs;
            let mut open_facts = Vec::with_capacity(12);
            if sign == Truth::Open {
                open_facts.extend(open(first));
            }
            open_facts.extend(&numbers);
            if sign == Truth::Open {
                open_facts.extend(open(&[*sight, *nosebleed, *urine]));
            }
            let missing = match (high, sign) {
                (Truth::Open, Truth::Open) if signs.iter().filter(|(_, answer)| answer.is_open()).count() < numbers.len() => open(&signs),
                (Truth::Open, _) => numbers,
                _ => open(&signs).into_iter().take(1).collect(),
            };
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn very_high_sugar_with_danger(adult: &Adult, results: &mut Results) {
    const RULE: &str = "glucose.very_high_danger";
    let limit = Number::integer(300);
    let sugars = [("glucose_random_mg_dl", adult.glucose_random_mg_dl), ("glucose_fasting_mg_dl", adult.glucose_fasting_mg_dl)];
    let mark = ("glucose_meter_mark", adult.glucose_meter_mark);
    let high = sugars.iter().any(|(_, sugar)| sugar.is(|sugar| sugar >= limit) == Truth::Yes) || mark.1 == Answer::Known("hi");
    let none = sugars.iter().all(|(_, sugar)| sugar.known().is_none()) && mark.1.known().is_none();
    let waited_for = if none { open(&sugars).into_iter().chain(open(&[mark])).next() } else { None };
    let truth = match (high, waited_for) {
        (true, _) => Truth::Yes,
        (false, Some(_)) => Truth::Open,
        (false, None) => Truth::No,
    };
    let signs: [Fact<bool>; 3] =
        [("dm_vomiting", adult.dm_vomiting), ("dm_deep_breathing", adult.dm_deep_breathing), ("dm_drowsy", adult.dm_drowsy)];
    let sign = any(&signs);
    match truth.and(sign) {
        Truth::Yes => {
            let values = sugars.iter().filter_map(|(fact, sugar)| Some((fact, sugar.known().filter(|sugar| *sugar >= limit)?)));
            let mut because: Vec<_> =
                values.map(|(fact, sugar)| Reason::compared(fact, Value::Number(sugar), Value::Number(limit))).collect();
            if mark.1 == Answer::Known("hi") {
                because.push(Reason::compared(mark.0, Value::Code("hi"), Value::Code("hi")));
            }
            because.extend(answered(&signs, true));
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = if sign == Truth::Open { open(&signs) } else { Vec::new() };
            open_facts.extend(waited_for);
            let missing = vec![waited_for.or(open_facts.first().copied()).unwrap_or_default()];
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn malaria_suspected(adult: &Adult, results: &mut Results) {
    const RULE: &str = "infection.malaria_suspected";
    let limit = Number::decimal(375, 1).unwrap_or(Number::ZERO);
    let warm = adult.temperature_c.is(|temperature| temperature >= limit);
    let exposure = adult.malaria_exposure.is_answered(true);
    let fever = adult.fever_now.is_answered(true).or(warm);
    match exposure.and(fever) {
        Truth::Yes => {
            let mut because = answered(&[("malaria_exposure", adult.malaria_exposure), ("fever_now", adult.fever_now)], true);
            if let (Truth::Yes, Answer::Known(temperature)) = (warm, adult.temperature_c) {
                because.push(Reason::compared("temperature_c", Value::Number(temperature), Value::Number(limit)));
            }
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = Vec::with_capacity(3);
            open_facts.extend((fever == Truth::Open && adult.fever_now.is_open()).then_some("fever_now"));
            open_facts.extend((exposure == Truth::Open).then_some("malaria_exposure"));
            open_facts.extend((fever == Truth::Open && adult.temperature_c.is_open()).then_some("temperature_c"));
            let missing = match exposure {
                Truth::Open => vec!["malaria_exposure"],
                _ => open_facts.iter().take(1).copied().collect(),
            };
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn suicide_risk(adult: &Adult, results: &mut Results) {
    const RULE: &str = "mental_health.suicide_risk";
    let by_age = adult.age_years >= 19;
    let srq_17 = if by_age { adult.srq_17 } else { Answer::NotApplicable };
    let thoughts = [("srq_17", srq_17), ("suicide_thoughts", adult.suicide_thoughts)];
    if srq_17 != Answer::Known(true) {
        return results.any(RULE, &thoughts);
    }
    let (years, limit) = (Number::integer(adult.age_years.into()), Number::integer(19));
    let mut because = vec![Reason::compared("age_years", Value::Number(years), Value::Number(limit))];
    because.extend(answered(&thoughts, true));
    results.found(RULE, because);
}
