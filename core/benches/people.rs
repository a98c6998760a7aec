//! Four invented people, each of whom nothing is known yet, or everything.

use chrono::NaiveDate;
use siklus_core::fact::{Answer, FactDef, FactId, FactKind, FactScope, Raw, Value};
use siklus_core::pack::Pack;
use siklus_core::person::{BirthDate, Precision, PregnancyDate, Sex, StageSet};
use siklus_core::screening::{EarlierVisit, Input, Subject};

/// A person of a life stage.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// What the rows of the table call the person.
    pub name: &'static str,
    sex: Sex,
    born: [i32; 3],
    lmp: Option<[i32; 3]>,
    /// What is not the usual answer: facts and what they read as.
    special: &'static [(&'static str, &'static str)],
    /// The same of the visit a month before.
    earlier: &'static [(&'static str, &'static str)],
}

/// How much is known at the visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// No question was answered yet.
    Empty,
    /// Every fact that applies is answered, most in the negative, and there was a visit before.
    Full,
}

impl Visit {
    /// What the rows of the table call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Full => "full",
        }
    }
}

const ON: [i32; 3] = [2026, 3, 2];
const BEFORE: [i32; 3] = [2026, 2, 2];

/// A person of each large part of the pack.
pub const PEOPLE: [Person; 4] = [
    Person {
        name: "child",
        sex: Sex::Male,
        born: [2025, 1, 2],
        lmp: None,
        special: &[
            ("weight_kg", "8.9"),
            ("height_cm", "76.0"),
            ("muac_cm", "12.2"),
            ("temperature_c", "38.6"),
            ("fever", "yes"),
            ("cough", "yes"),
            ("breaths_per_minute", "44"),
            ("meals_last_24h", "2"),
        ],
        earlier: &[("weight_kg", "8.8"), ("height_cm", "75.0"), ("muac_cm", "12.8")],
    },
    Person {
        name: "pregnant girl",
        sex: Sex::Female,
        born: [2008, 10, 14],
        lmp: Some([2025, 10, 20]),
        special: &[
            ("weight_kg", "46.3"),
            ("weight_before_pregnancy_kg", "43.0"),
            ("height_cm", "151.0"),
            ("muac_cm", "22.8"),
            ("systolic_mmhg", "126"),
            ("hemoglobin_g_dl", "10.2"),
            ("headache", "yes"),
            ("antenatal_class_attended", "no"),
            ("iron_tablet_last_24h", "no"),
            ("school_class", "11"),
        ],
        earlier: &[("weight_kg", "45.1"), ("muac_cm", "22.9"), ("hemoglobin_g_dl", "10.8")],
    },
    Person {
        name: "adult",
        sex: Sex::Male,
        born: [1980, 11, 20],
        lmp: None,
        special: &[
            ("weight_kg", "64.0"),
            ("height_cm", "166.0"),
            ("waist_cm", "93.0"),
            ("ht_diagnosed", "yes"),
            ("ht_medicine_at_home", "no"),
            ("smoking", "active"),
            ("cigarettes_per_day", "8"),
            ("smoking_years", "20"),
        ],
        earlier: &[("systolic_mmhg", "158"), ("diastolic_mmhg", "96"), ("ht_medicine_taken_24h", "no")],
    },
    Person {
        name: "older adult",
        sex: Sex::Female,
        born: [1958, 7, 1],
        lmp: None,
        special: &[
            ("weight_kg", "49.0"),
            ("height_cm", "148.5"),
            ("falls_last_12_months", "2"),
            ("unsteady", "yes"),
            ("skilas_words_recalled", "2"),
            ("chair_rise_seconds", "17.5"),
            ("aks_bladder", "1"),
        ],
        earlier: &[("aks_bowel", "2"), ("aks_bladder", "2"), ("weight_kg", "50.5")],
    },
];

/// Usual answers other than the lowest number, "no", the first code, nothing chosen.
const USUAL: &[(&str, &str)] = &[
    ("active_30_min_daily", "yes"),
    ("active_60_min_days", "7"),
    ("aks_bathing", "1"),
    ("aks_bladder", "2"),
    ("aks_bowel", "2"),
    ("aks_dressing", "2"),
    ("aks_eating", "2"),
    ("aks_grooming", "1"),
    ("aks_stairs", "2"),
    ("aks_toilet", "2"),
    ("aks_transfer", "3"),
    ("aks_walking", "3"),
    ("antenatal_class_attended", "yes"),
    ("antenatal_class_count", "3"),
    ("ate_animal_protein", "yes"),
    ("ate_fat_source", "yes"),
    ("ate_fruit_or_vegetables", "yes"),
    ("ate_plant_protein", "yes"),
    ("ate_staple", "yes"),
    ("blood_group_and_hb_tested", "yes"),
    ("blood_pressure_on_book_curve", "yes"),
    ("booking_diastolic_mmhg", "70"),
    ("booking_systolic_mmhg", "110"),
    ("breaths_per_minute", "28"),
    ("brushes_teeth_twice", "yes"),
    ("calf_cm", "34.0"),
    ("chair_rise_seconds", "11.0"),
    ("cholesterol_total_mg_dl", "180"),
    ("ckg_done_this_year", "yes"),
    ("complementary_food_started", "yes"),
    ("development_current_complete", "yes"),
    ("development_previous_complete", "yes"),
    ("diastolic_2_mmhg", "76"),
    ("diastolic_3_mmhg", "75"),
    ("diastolic_mmhg", "78"),
    ("diastolic_repeat_mmhg", "76"),
    ("doctor_visit_in_pregnancy", "yes"),
    ("fetal_movement_felt", "yes"),
    ("fetal_movements_12h", "20"),
    ("food_groups_of_8", "6"),
    ("glucose_fasting_mg_dl", "88"),
    ("glucose_random_mg_dl", "104"),
    ("glucose_recheck_mg_dl", "100"),
    ("has_iron_tablets", "yes"),
    ("hdl_mg_dl", "55"),
    ("head_circumference_cm", "46.0"),
    ("height_cm", "150.0"),
    ("hemoglobin_g_dl", "13.0"),
    ("ht_checked_last_month", "yes"),
    ("ht_medicine_at_home", "yes"),
    ("ht_medicine_taken_24h", "yes"),
    ("in_school", "yes"),
    ("iron_tablet_last_24h", "yes"),
    ("iron_tablets_daily", "yes"),
    ("iron_tablets_given", "90"),
    ("iron_tablets_taken_total", "60"),
    ("kpsp_form_months", "12"),
    ("kpsp_score", "9"),
    ("ldl_mg_dl", "100"),
    ("living_children", "1"),
    ("meal_follows_isi_piringku", "yes"),
    ("meals_last_24h", "3"),
    ("menarche_age_years", "12"),
    ("mental_health_screened", "yes"),
    ("muac_cm", "25.0"),
    ("near_e_correct", "4"),
    ("plate_fruit", "yes"),
    ("plate_side_dish", "yes"),
    ("plate_staple", "yes"),
    ("plate_vegetable", "yes"),
    ("pregnancy_number", "1"),
    ("sadanis_last_3_years", "yes"),
    ("sadari_monthly", "yes"),
    ("sits_alone", "yes"),
    ("skilas_date_correct", "yes"),
    ("skilas_finger_test_passed", "yes"),
    ("skilas_place_correct", "yes"),
    ("skilas_words_recalled", "3"),
    ("smoking", "none"),
    ("started_menses", "yes"),
    ("still_breastfed", "yes"),
    ("systolic_2_mmhg", "116"),
    ("systolic_3_mmhg", "115"),
    ("systolic_mmhg", "118"),
    ("systolic_repeat_mmhg", "116"),
    ("tb_contact", "none"),
    ("temperature_c", "36.6"),
    ("triglyceride_mg_dl", "120"),
    ("triple_elimination_tested", "yes"),
    ("uric_acid_mg_dl", "5.0"),
    ("urine_and_glucose_tested", "yes"),
    ("waist_cm", "76.0"),
    ("weight_kg", "50.0"),
    ("weight_on_book_curve", "yes"),
    ("whisper_left_correct", "5"),
    ("whisper_right_correct", "5"),
];

/// What is recorded only where the number cannot be: that the meter showed "high" or "low".
const METER_MARKS: [&str; 3] = ["cholesterol_meter_mark", "glucose_meter_mark", "uric_acid_meter_mark"];

impl Person {
    /// The person at a visit.
    pub fn input(&self, pack: &Pack, visit: Visit) -> Input {
        let mut input = Input::new(day(ON), self.sex, BirthDate::new(day(self.born), Precision::Day));
        input.pregnancy = self.lmp.map(|lmp| PregnancyDate::Lmp(day(lmp)));
        if visit == Visit::Full {
            let stages = Subject::new(pack, &input).expect("a person without answers").stages();
            input.facts = self.answers(pack, stages);
            input.history = vec![EarlierVisit { on: day(BEFORE), facts: self.earlier.iter().map(|told| answer(pack, *told)).collect() }];
        }
        input
    }

    /// An answer to every fact that applies.
    fn answers(&self, pack: &Pack, stages: StageSet) -> Vec<(FactId, Answer)> {
        let facts: Vec<_> = pack.dictionary().iter().filter(|(_, fact)| self.is_asked(fact, stages)).collect();
        let mut answers: Vec<_> = facts.iter().map(|(id, fact)| (*id, self.answer(pack, *id, fact))).collect();
        // A gate may itself be closed, which closes what stands behind it.
        while let Some(closed) = answers.iter().position(|(fact, _)| !gates_are_met(pack.dictionary().get(*fact), &answers)) {
            answers.remove(closed);
        }
        answers
    }

    fn is_asked(&self, fact: &FactDef, stages: StageSet) -> bool {
        fact.scope == FactScope::Person
            && !METER_MARKS.contains(&&*fact.id)
            && fact.sex.is_none_or(|sex| sex == self.sex)
            && fact.asked_of.is_none_or(|asked| asked.intersects(stages))
    }

    fn answer(&self, pack: &Pack, id: FactId, fact: &FactDef) -> Answer {
        let told = self.special.iter().chain(USUAL).find(|(told, _)| *told == &*fact.id);
        told.map_or_else(|| lowest(pack, fact, id), |told| answer(pack, *told).1)
    }
}

/// The answer in the negative.
fn lowest(pack: &Pack, fact: &FactDef, id: FactId) -> Answer {
    let raw = match &fact.kind {
        FactKind::Bool => Raw::Bool(false),
        FactKind::Number { min, .. } => return Answer::Known(Value::Number(min.expect("numbers have a range"))),
        FactKind::Choice(choices) => Raw::Text(pack.dictionary().code(choices.first().expect("a list has choices").code)),
        FactKind::Choices(_) => Raw::List(Vec::new()),
        FactKind::Date { .. } => Raw::Date(day(BEFORE)),
        FactKind::Text { .. } => Raw::Text("RRR"),
    };
    pack.dictionary().read(id, raw).expect(&fact.id)
}

fn answer(pack: &Pack, (name, text): (&str, &str)) -> (FactId, Answer) {
    let id = pack.dictionary().find(name).expect(name);
    let raw = match (&pack.dictionary().get(id).kind, text) {
        (FactKind::Bool, text) => Raw::Bool(text == "yes"),
        (FactKind::Number { integer: true, .. }, text) => Raw::Integer(text.parse().expect(name)),
        (FactKind::Number { .. }, text) => Raw::Decimal(text),
        (_, text) => Raw::Text(text),
    };
    (id, pack.dictionary().read(id, raw).expect(name))
}

fn gates_are_met(fact: &FactDef, answers: &[(FactId, Answer)]) -> bool {
    fact.gates.iter().all(|gate| {
        let given = answers.iter().find(|(id, _)| *id == gate.fact).and_then(|(_, answer)| answer.value());
        given.is_some_and(|value| gate.test.is_met_by(value))
    })
}

fn day([year, month, day]: [i32; 3]) -> NaiveDate {
    let parts = u32::try_from(month).ok().zip(u32::try_from(day).ok());
    parts.and_then(|(month, day)| NaiveDate::from_ymd_opt(year, month, day)).expect("a date of the calendar")
}
