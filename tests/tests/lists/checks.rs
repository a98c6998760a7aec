//! Which table is checked against what: the mapping from the words of the codebook to lists and rules of the pack.

use siklus_tests::Person;

use super::probe::{Fires, Probe};

pub enum Check {
    /// The members are the items of a list of the pack.
    List {
        list: &'static str,
        /// Items that are no facts of one answer and so no members of the table.
        beside: &'static [&'static str],
        /// Members that the list holds as an expression.
        spelled: &'static [(&'static str, &'static str)],
        /// The list holds the good habits and is denied as a whole.
        denied: bool,
    },
    /// The members are the facts that a rule reads, directly or through others.
    Reads(&'static str),
    /// The members make a rule fire.
    Rule(Probe),
}

const fn list(list: &'static str) -> Check {
    Check::List { list, beside: &[], spelled: &[], denied: false }
}

const fn list_beside(list: &'static str, beside: &'static [&'static str]) -> Check {
    Check::List { list, beside, spelled: &[], denied: false }
}

const fn denied_list(list: &'static str) -> Check {
    Check::List { list, beside: &[], spelled: &[], denied: true }
}

const fn rule(rule: &'static str, fires: Fires, person: fn() -> Person) -> Check {
    Check::Rule(Probe { rule, person, fires, answers: &[], exact: true })
}

const fn rule_with(
    rule: &'static str,
    fires: Fires,
    person: fn() -> Person,
    answers: &'static [(&'static str, &'static str, &'static str)],
) -> Check {
    Check::Rule(Probe { rule, person, fires, answers, exact: true })
}

fn adult() -> Person {
    Person::woman().aged_years(50)
}

fn older_adult() -> Person {
    Person::man().aged_years(70)
}

fn child() -> Person {
    Person::woman().aged_months(24)
}

fn young_infant() -> Person {
    Person::man().aged_days(20)
}

fn pregnant() -> Person {
    Person::woman().pregnant_for(30, 0)
}

fn postpartum() -> Person {
    Person::woman().delivered_days_ago(10)
}

fn pupil() -> Person {
    Person::man().aged_years(12)
}

/// One blood pressure in every place where one can be written.
fn pressure(person: Person, systolic: &str, diastolic: &str) -> Person {
    let person = person.fact("systolic_mmhg", systolic).fact("diastolic_mmhg", diastolic);
    let person = person.fact("systolic_repeat_mmhg", systolic).fact("diastolic_repeat_mmhg", diastolic);
    let person = person.fact("systolic_2_mmhg", systolic).fact("diastolic_2_mmhg", diastolic);
    person.fact("systolic_3_mmhg", systolic).fact("diastolic_3_mmhg", diastolic)
}

fn random_sugar(person: Person, mg_dl: &str) -> Person {
    person.fact("glucose_random_mg_dl", mg_dl)
}

/// The signs of tuberculosis that add to a cough, all absent.
fn no_tb_symptom(person: Person) -> Person {
    let signs = [
        "tb_weight_loss",
        "tb_weight_not_rising_2_months",
        "tb_appetite_loss",
        "tb_fever_unexplained",
        "tb_fever_2_weeks",
        "tb_weakness",
        "tb_night_sweats",
        "tb_breathless",
        "tb_glands",
    ];
    signs.iter().fold(person, |person, sign| person.no(sign))
}

use Fires::{All, Any, AnyDenied, AtLeast, AtLeastOr};

/// The name of the table, and its checks.
#[rustfmt::skip]
pub const CHECKS: &[(&str, &[Check])] = &[
    ("adherence_dm_good", &[rule("adherence.dm_good", All, adult)]),
    ("adherence_ht_good", &[rule("adherence.ht_good", All, adult)]),
    ("adherence_odgj_good", &[rule("adherence.odgj_good", All, adult)]),
    ("aks", &[list("aks"), Check::Reads("adl.independent")]),
    ("apcs", &[
        Check::List {
            list: "apcs",
            beside: &["sex == 'male'", "lookup(apcs_age_points, age_years)"],
            spelled: &[
                ("bowel_cancer_family", "bowel_cancer_family ? 2 : 0"),
                ("smoking", "smoking in ['none', 'passive'] ? former_smoker : smoking == 'active'"),
                ("former_smoker", "smoking in ['none', 'passive'] ? former_smoker : smoking == 'active'"),
            ],
            denied: false,
        },
        Check::Reads("cancer.bowel_apcs_high"),
    ]),
    ("birth_plan", &[list("birth_plan"), rule("pregnancy.birth_plan_incomplete", AnyDenied, pregnant)]),
    ("bp_danger_signs", &[
        list("bp_danger_signs"),
        rule("blood_pressure.crisis", Any, || pressure(adult(), "190", "125")),
        rule("blood_pressure.teen_crisis", Any, || pressure(Person::man().aged_years(15), "145", "85")),
    ]),
    ("child_breathing_signs", &[list("breathing_sign"), rule("child.breathing_difficult", Any, child)]),
    ("child_dengue_signs", &[rule("child.dengue_warning", Any, || child().fact("fever_days", "3"))]),
    ("child_fever_serious_signs", &[rule("child.fever_with_serious_sign", Any, || child().yes("fever").fact("temperature_c", "36.6"))]),
    ("danger_sign_child", &[
        list_beside("danger_sign_child", &["child.breathing_fast"]),
        rule("child.fever_high_with_sign", Any, || child().fact("temperature_c", "38.5").fact("breaths_per_minute", "30")),
        rule("growth.muac_red_danger", Any, || {
            let child = child().fact("muac_cm", "11.4").fact("breaths_per_minute", "30").fact("weight_kg", "8.0");
            child.no("oedema_both_feet").no("poor_appetite")
        }),
    ]),
    ("danger_sign_pregnancy", &[
        list_beside("danger_sign_pregnancy", &["pregnancy.tb_risk", "pregnancy.no_fetal_movement", "pregnancy.fetal_movements_few"]),
        rule("pregnancy.fever_with_other_sign", Any, || {
            let woman = pregnant().yes("fever_over_2_days").no("tb_cough").fact("tb_contact", "none");
            woman.yes("fetal_movement_felt").fact("fetal_movements_12h", "10")
        }),
    ]),
    ("danger_sign_young_infant", &[
        list_beside("danger_sign_young_infant", &["infant.breathing_fast"]),
        rule("infant.temperature_low_with_sign", Any, || young_infant().fact("temperature_c", "36.0").fact("breaths_per_minute", "40")),
    ]),
    ("dehydration_danger", &[list("dehydration_danger"), rule("child.diarrhoea_danger", Any, || child().yes("diarrhoea"))]),
    ("diarrhoea_problem", &[rule("child.diarrhoea_with_problem", Any, || child().yes("diarrhoea").fact("temperature_c", "37.4"))]),
    ("dm_child_signs", &[
        list("child_diabetes_items"),
        rule("glucose.child_diabetes_signs", AtLeastOr(2, &["dm_bedwetting_again"]), pupil),
    ]),
    ("dm_classic_signs", &[
        list("dm_classic_signs"),
        rule("glucose.high_symptoms", Any, || random_sugar(adult(), "250")),
        rule("glucose.prediabetes_symptoms", Any, || random_sugar(adult(), "150")),
    ]),
    ("dm_danger_signs", &[
        list("dm_danger_signs"),
        rule("glucose.very_high_danger", Any, || random_sugar(adult(), "350")),
        rule("glucose.child_diabetes_danger", Any, || pupil().yes("dm_bedwetting_again")),
    ]),
    ("fall_risk", &[rule_with("older_adult.fall_risk", Any, older_adult, &[("falls_last_12_months", "1", "0")])]),
    ("family_planning_health_risk", &[rule_with(
        "family_planning.health_risk",
        Any,
        || Person::woman().yes("married").yes("plans_pregnancy").fact("contraception_now", "none"),
        &[("hemoglobin_g_dl", "11.9", "12.0"), ("muac_cm", "23.4", "23.5")],
    )]),
    ("feeding_danger", &[
        list("feeding_danger"),
        rule("infant.feeding_danger", Any, young_infant),
        rule("child.weak_suck", Any, || child().yes("still_breastfed")),
    ]),
    ("fever_danger_signs", &[
        list("fever_danger_signs"),
        rule("danger.fever_with_danger_sign", Any, || adult().yes("fever_now").fact("temperature_c", "36.6")),
    ]),
    ("food_groups", &[
        denied_list("food_group"),
        rule("nutrition.food_group_missing", Any, child),
        rule("nutrition.no_food_groups", All, || child().aged_months(20)),
    ]),
    ("head_large_danger", &[rule("growth.head_large_danger", Any, || child().fact("head_circumference_cm", "51.5"))]),
    ("infant_activity_or_feeding_danger", &[rule("infant.no_urine_12h", Any, || {
        young_infant().yes("no_urine_6h").no("urine_dark").no("no_urine_12h")
    })]),
    ("infant_stool_danger", &[rule("infant.stool_danger", Any, young_infant)]),
    ("jaundice_signs", &[rule("newborn.jaundice_with_sign", Any, || young_infant().yes("jaundice").fact("temperature_c", "37.4"))]),
    ("labour_sign", &[
        list("labour_sign"),
        rule("pregnancy.labour_started", Any, || Person::woman().pregnant_for(37, 0)),
        rule("pregnancy.labour_preterm", Any, || Person::woman().pregnant_for(36, 6)),
    ]),
    ("malaria_danger", &[rule("infection.malaria_danger", Any, || {
        adult().yes("malaria_exposure").yes("fever_now").fact("temperature_c", "36.6")
    })]),
    ("mood_anxiety", &[
        list("mood_anxiety"),
        rule("school_age.mood_questions", AtLeast(2), || {
            pupil().no("mood_depression_1").no("mood_depression_2").no("mood_depression_3").no("suicide_thoughts")
        }),
    ]),
    ("mood_depression", &[
        list("mood_depression"),
        rule("school_age.mood_questions", AtLeast(2), || {
            pupil().no("mood_anxiety_1").no("mood_anxiety_2").no("mood_anxiety_3").no("suicide_thoughts")
        }),
        rule("school_age.mood_questions", Any, || {
            pupil().no("mood_anxiety_1").no("mood_anxiety_2").no("mood_anxiety_3").yes("suicide_thoughts")
        }),
    ]),
    ("no_urine_illness", &[rule("child.no_urine_with_illness", Any, || child().yes("no_urine_6h").fact("temperature_c", "37.4"))]),
    ("not_fully_awake", &[
        list("not_fully_awake"),
        rule("glucose.low_drowsy", Any, || random_sugar(adult(), "60")),
    ]),
    ("odgj_points", &[
        list("odgj_points"),
        rule("mental_health.odgj_family_check_one", Any, || adult().yes("odgj_known")),
        rule("mental_health.odgj_family_check_many", AtLeast(2), || adult().yes("odgj_known")),
    ]),
    ("phbs", &[denied_list("phbs")]),
    ("phq4", &[list("phq4"), Check::Reads("mental_health.phq4_low")]),
    ("plate", &[denied_list("plate"), rule("lifestyle.plate_not_varied", Any, adult)]),
    ("postpartum_headache_signs", &[rule("postpartum.headache_with_sign", Any, || {
        pressure(postpartum(), "120", "80").yes("headache").no("headache_severe")
    })]),
    ("postpartum_hypertension_signs", &[
        list("pressure_sign"),
        rule("postpartum.hypertension_with_sign", Any, || pressure(postpartum(), "140", "80")),
    ]),
    ("postpartum_shock_signs", &[rule("postpartum.blood_pressure_low", Any, || {
        postpartum().fact("systolic_mmhg", "89").fact("temperature_c", "37.4")
    })]),
    ("pressure_sign", &[
        list("pressure_sign"),
        rule("pregnancy.hypertension_with_sign", Any, || pressure(pregnant(), "140", "80")),
    ]),
    ("puma", &[list_beside("puma", &["sex == 'male'", "lookup(puma_age_points, age_years)", "pack_points"])]),
    ("skilas", &[Check::Reads("skilas.negative")]),
    ("skilas_begun", &[list("skilas_items")]),
    ("skilas_cognition", &[rule_with("skilas.cognition", Any, older_adult, &[("skilas_words_recalled", "2", "3")])]),
    ("skilas_nutrition", &[rule_with("skilas.nutrition", Any, older_adult, &[
        ("weight_loss_3_months_kg", "3.1", "3.0"), ("muac_cm", "20.9", "21.0"),
    ])]),
    ("skilas_vision", &[rule("skilas.vision", Any, older_adult)]),
    ("srq20", &[list("srq20"), rule("mental_health.srq_high", AtLeast(6), adult)]),
    ("stbm", &[denied_list("stbm")]),
    ("stroke_signs", &[list("stroke_signs"), rule("danger.stroke", Any, adult)]),
    ("tb_additional", &[
        list("tb_additional"),
        rule("tb_adult.cough_with_symptom", Any, || adult().yes("tb_cough").fact("tb_cough_days", "5")),
    ]),
    ("tb_any_item", &[
        rule_with("tb_adult.hiv_with_symptom", Any, || adult().yes("hiv_recorded_by_nakes"), &[("tb_cough_days", "1", "0")]),
        rule_with("tb_adult.contact_with_symptom", Any, || adult().fact("tb_contact", "close"), &[("tb_cough_days", "1", "0")]),
    ]),
    ("tb_card_items", &[
        Check::List { list: "tb_card_items", beside: &[], spelled: &[("tb_contact", "tb_close_contact")], denied: false },
        rule_with(
            "tb_adult.suspected",
            AtLeast(2),
            || adult().fact("tb_cough_days", "13").no("tb_cough_blood"),
            &[("tb_contact", "household", "none")],
        ),
    ]),
    ("tb_child_single", &[rule("tb_adult.child_single_item", Any, pupil)]),
    ("tb_risk_group", &[rule_with(
        "tb_adult.risk_with_symptom",
        Any,
        || no_tb_symptom(adult()).yes("tb_weakness").fact("weight_kg", "60.0").fact("height_cm", "160.0").no("oedema_both_feet"),
        &[("smoking", "active", "none")],
    )]),
    ("tb_signs", &[Check::Rule(Probe {
        rule: "tb.two_signs",
        person: || pregnant().fact("tb_cough_days", "14"),
        fires: AtLeast(2),
        answers: &[("tb_contact", "close", "none")],
        // Of a child it reads the weights too.
        exact: false,
    })]),
    ("tooth_care", &[rule("school_age.tooth_care", Any, pupil)]),
    ("vision_urgent", &[rule("vision.urgent_sign", Any, adult)]),
];
