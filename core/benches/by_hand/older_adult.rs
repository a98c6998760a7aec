//! Every fourteenth rule that concerns the older adult.

use siklus_core::fact::Number;

use super::answer::{Answer, Truth};
use super::results::{Fact, Reason, Results, Value, answered, any, open};
use super::told::Told;
use super::{Person, Rule};

const SRQ: [&str; 20] = [
    "srq_01", "srq_02", "srq_03", "srq_04", "srq_05", "srq_06", "srq_07", "srq_08", "srq_09", "srq_10", "srq_11", "srq_12", "srq_13",
    "srq_14", "srq_15", "srq_16", "srq_17", "srq_18", "srq_19", "srq_20",
];

pub struct OlderAdult {
    is_male: bool,
    danger_fall_cannot_stand: Answer<bool>,
    dm_diagnosed: Answer<bool>,
    dm_medicine_at_home: Answer<bool>,
    dm_medicine_taken_24h: Answer<bool>,
    glucose_fasting_mg_dl: Answer<Number>,
    glucose_meter_mark: Answer<&'static str>,
    glucose_random_mg_dl: Answer<Number>,
    height_cm: Answer<Number>,
    joint_attack: Answer<bool>,
    near_e_correct: Answer<Number>,
    odgj_known: Answer<bool>,
    odgj_medicine_at_home: Answer<bool>,
    odgj_medicine_taken_24h: Answer<bool>,
    /// Whether the medicine was missed at the visits before that tell it, newest first.
    odgj_missed_before: Vec<bool>,
    /// Systolic and diastolic.
    pressures: [[Answer<Number>; 2]; 3],
    skilas_date_correct: Answer<bool>,
    skilas_place_correct: Answer<bool>,
    skilas_words_recalled: Answer<Number>,
    smoking: Answer<&'static str>,
    srq: [Answer<bool>; 20],
    swollen_leg_or_scrotum: Answer<bool>,
    tb_daily_visit_missed: Answer<bool>,
    tb_on_treatment: Answer<&'static str>,
    uric_acid_meter_mark: Answer<&'static str>,
    uric_acid_mg_dl: Answer<Number>,
    weight_kg: Answer<Number>,
}

pub const RULES: [Rule<OlderAdult>; 13] = [
    ("adherence.dm_not_taken", dm_not_taken),
    ("adherence.odgj_not_taken_twice", odgj_not_taken_twice),
    ("adult.uric_acid_joint_attack", uric_acid_joint_attack),
    ("blood_pressure.isolated_systolic", isolated_systolic),
    ("bmi.very_thin", very_thin),
    ("danger.fall_cannot_stand", |woman, results| {
        results.yes_no("danger.fall_cannot_stand", ("danger_fall_cannot_stand", woman.danger_fall_cannot_stand), true);
    }),
    ("glucose.low", low_sugar),
    ("infection.filariasis_sign", |woman, results| {
        results.yes_no("infection.filariasis_sign", ("swollen_leg_or_scrotum", woman.swollen_leg_or_scrotum), true);
    }),
    ("lifestyle.smokes", smokes),
    ("mental_health.srq_low", srq_low),
    ("skilas.cognition", cognition),
    ("tb_adult.patient_daily_visit_missed", daily_visit_missed),
    ("vision.near_low", |woman, results| {
        results.number("vision.near_low", ("near_e_correct", woman.near_e_correct), Number::integer(3), Number::lt);
    }),
];

impl Person for OlderAdult {}

impl OlderAdult {
    pub fn new(told: &Told<'_>) -> Self {
        let pressure = |systolic, diastolic| [told.number(systolic), told.number(diastolic)];
        Self {
            is_male: told.is_male(),
            danger_fall_cannot_stand: told.yes_no("danger_fall_cannot_stand"),
            dm_diagnosed: told.yes_no("dm_diagnosed"),
            dm_medicine_at_home: told.yes_no("dm_medicine_at_home"),
            dm_medicine_taken_24h: told.yes_no("dm_medicine_taken_24h"),
            glucose_fasting_mg_dl: told.number("glucose_fasting_mg_dl"),
            glucose_meter_mark: told.code("glucose_meter_mark", &["hi", "lo"]),
            glucose_random_mg_dl: told.number("glucose_random_mg_dl"),
            height_cm: told.number("height_cm"),
            joint_attack: told.yes_no("joint_attack"),
            near_e_correct: told.number("near_e_correct"),
            odgj_known: told.yes_no("odgj_known"),
            odgj_medicine_at_home: told.yes_no("odgj_medicine_at_home"),
            odgj_medicine_taken_24h: told.yes_no("odgj_medicine_taken_24h"),
            odgj_missed_before: told.missed_before("odgj_medicine_at_home", "odgj_medicine_taken_24h"),
            pressures: [
                pressure("systolic_mmhg", "diastolic_mmhg"),
                pressure("systolic_2_mmhg", "diastolic_2_mmhg"),
                pressure("systolic_3_mmhg", "diastolic_3_mmhg"),
            ],
            skilas_date_correct: told.yes_no("skilas_date_correct"),
            skilas_place_correct: told.yes_no("skilas_place_correct"),
            skilas_words_recalled: told.number("skilas_words_recalled"),
            smoking: told.code("smoking", &["active"]),
            srq: SRQ.map(|item| told.yes_no(item)),
            swollen_leg_or_scrotum: told.yes_no("swollen_leg_or_scrotum"),
            tb_daily_visit_missed: told.yes_no("tb_daily_visit_missed"),
            tb_on_treatment: told.code("tb_on_treatment", &["resistant"]),
            uric_acid_meter_mark: told.code("uric_acid_meter_mark", &["hi", "lo"]),
            uric_acid_mg_dl: told.number("uric_acid_mg_dl"),
            weight_kg: told.number("weight_kg"),
        }
    }
}

fn dm_not_taken(woman: &OlderAdult, results: &mut Results) {
    const RULE: &str = "adherence.dm_not_taken";
    let conditions = [("dm_diagnosed", woman.dm_diagnosed), ("dm_medicine_at_home", woman.dm_medicine_at_home)];
    let taken = ("dm_medicine_taken_24h", woman.dm_medicine_taken_24h);
    let [(_, diagnosed), (_, at_home)] = conditions;
    match diagnosed.is_answered(true).and(at_home.is_answered(true)).and(taken.1.is_answered(false)) {
        Truth::Yes => {
            let mut because = answered(&conditions, true);
            because.extend(answered(&[taken], false));
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = open(&conditions);
            open_facts.extend(open(&[taken]));
            let missing = open_facts.iter().take(1).copied().collect();
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn odgj_not_taken_twice(woman: &OlderAdult, results: &mut Results) {
    const RULE: &str = "adherence.odgj_not_taken_twice";
    if woman.odgj_missed_before.first() != Some(&true) {
        return;
    }
    let conditions = [("odgj_known", woman.odgj_known), ("odgj_medicine_at_home", woman.odgj_medicine_at_home)];
    let taken = ("odgj_medicine_taken_24h", woman.odgj_medicine_taken_24h);
    let [(_, known), (_, at_home)] = conditions;
    match known.is_answered(true).and(at_home.is_answered(true)).and(taken.1.is_answered(false)) {
        Truth::Yes => {
            let mut because = answered(&conditions, true);
            because.extend(answered(&[taken], false));
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = open(&conditions);
            open_facts.extend(open(&[taken]));
            let missing = open_facts.iter().take(1).copied().collect();
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn uric_acid_joint_attack(woman: &OlderAdult, results: &mut Results) {
    const RULE: &str = "adult.uric_acid_joint_attack";
    let limit = Number::integer(if woman.is_male { 7 } else { 6 });
    let (acid, mark) = (woman.uric_acid_mg_dl, woman.uric_acid_meter_mark);
    let is_high = acid.is(|acid| acid > limit) == Truth::Yes || mark == Answer::Known("hi");
    let high = match (is_high, acid.known().is_some() || mark.known().is_some()) {
        (true, _) => Truth::Yes,
        (false, true) => Truth::No,
        (false, false) => Truth::Open,
    };
    let attack = ("joint_attack", woman.joint_attack);
    match high.and(attack.1.is_answered(true)) {
        Truth::Yes => {
            let mut because = Vec::with_capacity(2);
            if let Some(acid) = acid.known().filter(|acid| *acid > limit) {
                because.push(Reason::compared("uric_acid_mg_dl", Value::Number(acid), Value::Number(limit)));
            }
            if mark == Answer::Known("hi") {
                because.push(Reason::compared("uric_acid_meter_mark", Value::Code("hi"), Value::Code("hi")));
            }
            because.extend(answered(&[attack], true));
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = Vec::with_capacity(2);
            if high == Truth::Open {
                open_facts.push(if acid.is_open() { "uric_acid_mg_dl" } else { "uric_acid_meter_mark" });
            }
            open_facts.extend(open(&[attack]));
            let missing = open_facts.iter().take(1).copied().collect();
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

const PRESSURES: [[&str; 2]; 3] =
    [["systolic_mmhg", "diastolic_mmhg"], ["systolic_2_mmhg", "diastolic_2_mmhg"], ["systolic_3_mmhg", "diastolic_3_mmhg"]];

fn isolated_systolic(woman: &OlderAdult, results: &mut Results) {
    const RULE: &str = "blood_pressure.isolated_systolic";
    let (systolic_limit, diastolic_limit) = (Number::integer(140), Number::integer(90));
    let mut there = Vec::with_capacity(3);
    for (names, answers) in PRESSURES.iter().zip(&woman.pressures) {
        if let [Answer::Known(systolic), Answer::Known(diastolic)] = *answers {
            there.push((names, [systolic, diastolic]));
        }
    }
    let last = there.get(there.len().saturating_sub(2)..).unwrap_or_default();
    let mean = |which: fn(&[Number; 2]) -> Number| {
        let count = Number::integer(i64::try_from(last.len()).ok()?);
        let sum = last.iter().try_fold(Number::ZERO, |sum, (_, values)| sum.add(which(values)))?;
        sum.div(count)?.round_half_up(Number::ONE)
    };
    let (Some(systolic), Some(diastolic)) = (mean(|[systolic, _]| *systolic), mean(|[_, diastolic]| *diastolic)) else {
        let lacking = PRESSURES.iter().zip(&woman.pressures).find(|(_, answers)| answers.contains(&Answer::Open));
        if let Some((names, answers)) = lacking {
            let facts: Vec<_> = names.iter().zip(answers).filter(|(_, answer)| answer.is_open()).map(|(name, _)| *name).collect();
            results.waits(RULE, facts.clone(), facts);
        }
        return;
    };
    if systolic >= systolic_limit && diastolic < diastolic_limit {
        let mut because = vec![Reason::compared("bp_systolic", Value::Number(systolic), Value::Number(systolic_limit))];
        because.extend(last.iter().map(|([name, _], [value, _])| Reason::input(name, Value::Number(*value))));
        because.push(Reason::compared("bp_diastolic", Value::Number(diastolic), Value::Number(diastolic_limit)));
        because.extend(last.iter().map(|([_, name], [_, value])| Reason::input(name, Value::Number(*value))));
        results.found(RULE, because);
    }
}

fn very_thin(woman: &OlderAdult, results: &mut Results) {
    const RULE: &str = "bmi.very_thin";
    let limit = Number::integer(17);
    let (Answer::Known(weight), Answer::Known(height)) = (woman.weight_kg, woman.height_cm) else {
        let facts = open(&[("weight_kg", woman.weight_kg), ("height_cm", woman.height_cm)]);
        if !facts.is_empty() {
            results.waits(RULE, facts.clone(), facts);
        }
        return;
    };
    let squared = height.mul(height);
    let index = squared.and_then(|squared| weight.mul(Number::integer(10_000))?.div(squared));
    let index = index.zip(Number::decimal(1, 1)).and_then(|(index, step)| index.round_half_up(step));
    if let Some(index) = index.filter(|index| *index < limit) {
        let reason = Reason::compared("imt", Value::Number(index), Value::Number(limit));
        let inputs = [("weight_kg", weight), ("height_cm", height)];
        results.found(RULE, [reason].into_iter().chain(inputs.map(|(fact, value)| Reason::input(fact, Value::Number(value)))).collect());
    }
}

fn low_sugar(woman: &OlderAdult, results: &mut Results) {
    const RULE: &str = "glucose.low";
    let limit = Number::integer(70);
    let sugars = [("glucose_random_mg_dl", woman.glucose_random_mg_dl), ("glucose_fasting_mg_dl", woman.glucose_fasting_mg_dl)];
    let mark = ("glucose_meter_mark", woman.glucose_meter_mark);
    let low = sugars.iter().filter_map(|(fact, sugar)| Some((*fact, sugar.known().filter(|sugar| *sugar < limit)?)));
    let mut because: Vec<_> = low.map(|(fact, sugar)| Reason::compared(fact, Value::Number(sugar), Value::Number(limit))).collect();
    if mark.1 == Answer::Known("lo") {
        because.push(Reason::compared(mark.0, Value::Code("lo"), Value::Code("lo")));
    }
    let none = sugars.iter().all(|(_, sugar)| sugar.known().is_none()) && mark.1.known().is_none();
    let waited_for = if none { open(&sugars).into_iter().chain(open(&[mark])).next() } else { None };
    match waited_for {
        _ if !because.is_empty() => results.found(RULE, because),
        Some(fact) => results.waits(RULE, vec![fact], vec![fact]),
        None => {}
    }
}

fn smokes(woman: &OlderAdult, results: &mut Results) {
    const RULE: &str = "lifestyle.smokes";
    match woman.smoking {
        Answer::Known("active") => {
            results.found(RULE, vec![Reason::compared("smoking", Value::Code("active"), Value::Code("active"))]);
        }
        Answer::Open => results.waits(RULE, vec!["smoking"], vec!["smoking"]),
        _ => {}
    }
}

fn srq_low(woman: &OlderAdult, results: &mut Results) {
    const RULE: &str = "mental_health.srq_low";
    const LIMIT: usize = 6;
    let yes: Vec<_> = SRQ.iter().zip(&woman.srq).filter(|(_, answer)| **answer == Answer::Known(true)).map(|(item, _)| *item).collect();
    if yes.len() >= LIMIT {
        return;
    }
    let open_facts: Vec<_> = SRQ.iter().zip(&woman.srq).filter(|(_, answer)| answer.is_open()).map(|(item, _)| *item).collect();
    if open_facts.is_empty() {
        let number = |count: usize| Value::Number(Number::integer(i64::try_from(count).unwrap_or(i64::MAX)));
        let reason = |items| Reason { items, ..Reason::compared("srq20", number(yes.len()), number(LIMIT)) };
        return results.found(RULE, vec![reason(yes.clone()), reason(yes.clone())]);
    }
    // Enough items that are yes make it false; all of them answered make it true.
    let missing = match LIMIT - yes.len() {
        enough if enough < open_facts.len() => open_facts.iter().take(enough).copied().collect(),
        _ => open_facts.clone(),
    };
    results.waits(RULE, open_facts, missing);
}

fn cognition(woman: &OlderAdult, results: &mut Results) {
    const RULE: &str = "skilas.cognition";
    let three = Number::integer(3);
    let places: [Fact<bool>; 2] =
        [("skilas_date_correct", woman.skilas_date_correct), ("skilas_place_correct", woman.skilas_place_correct)];
    let few = woman.skilas_words_recalled.is(|words| words < three);
    let lost = places.iter().fold(few, |lost, (_, answer)| lost.or(answer.is_answered(false)));
    match lost {
        Truth::Yes => {
            let mut because = answered(&places, false);
            if let (Truth::Yes, Answer::Known(words)) = (few, woman.skilas_words_recalled) {
                because.push(Reason::compared("skilas_words_recalled", Value::Number(words), Value::Number(three)));
            }
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = open(&places);
            open_facts.extend((few == Truth::Open).then_some("skilas_words_recalled"));
            let missing = open_facts.iter().take(1).copied().collect();
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}

fn daily_visit_missed(woman: &OlderAdult, results: &mut Results) {
    const RULE: &str = "tb_adult.patient_daily_visit_missed";
    let resistant = woman.tb_on_treatment.is(|treatment| treatment == "resistant");
    let missed = [("tb_daily_visit_missed", woman.tb_daily_visit_missed)];
    match resistant.and(any(&missed)) {
        Truth::Yes => {
            let code = Value::Code("resistant");
            let mut because = vec![Reason::compared("tb_on_treatment", code, code)];
            because.extend(answered(&missed, true));
            results.found(RULE, because);
        }
        Truth::Open => {
            let mut open_facts = open(&[("tb_on_treatment", woman.tb_on_treatment)]);
            open_facts.extend(open(&missed));
            let missing = open_facts.iter().take(1).copied().collect();
            results.waits(RULE, open_facts, missing);
        }
        Truth::No => {}
    }
}
