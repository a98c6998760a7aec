//! What a form says of a child whose day of birth is not known.

use super::growth::{indices, indonesian};
use super::people::{Filled, at_home, day, person};
use crate::form::{Given, Kind, Question};
use crate::person::{BirthDate, Precision, Sex};
use crate::screening::{Input, Standing};

const WHY: &str = "Tanggal lahir belum lengkap, jadi pertumbuhan belum bisa dinilai. \
                   Lihat di Buku KIA atau akta kelahiran, lalu lengkapi di data anggota.";

fn born(iso: &str, precision: Precision) -> Input {
    Input { born: BirthDate::new(day(iso), precision), ..person(Sex::Male, iso) }
}

fn needs(iso: &str, precision: Precision) -> bool {
    let visit = indonesian(born(iso, precision));
    let said = visit.screen.needs_birth_day.as_deref();
    assert!(said.is_none() || said == Some(WHY));
    said.is_some()
}

#[test]
fn a_child_of_a_month_or_a_year_cannot_be_judged() {
    assert_eq!([Precision::Day, Precision::Month, Precision::Year].map(|known| needs("2024-06-15", known)), [false, true, true]);
    assert!(!needs("1980-07-01", Precision::Year) && !needs("1980-07-15", Precision::Month));
}

/// The pack's rules on the body mass for age end with 18 completed years.
#[test]
fn the_rules_of_the_pack_say_up_to_which_age() {
    assert!(needs("2007-03-03", Precision::Month), "born in the middle of March: 18 years");
    assert!(!needs("2007-02-03", Precision::Month), "born in the middle of February: 19 years");
    assert!(needs("2007-01-01", Precision::Year) && !needs("2006-01-01", Precision::Year));
}

/// Where "yes" is good.
const GOOD: [&str; 9] = [
    "in_school",
    "ckg_done_this_year",
    "bias_complete",
    "mental_screened_last_year",
    "brushes_teeth_twice",
    "plate_staple",
    "plate_side_dish",
    "plate_vegetable",
    "plate_fruit",
];

/// Numbers of a healthy child of nine, by how the names of their facts begin.
const MEASURED: [(&str, &str); 12] = [
    ("weight_kg", "26"),
    ("height_cm", "128"),
    ("temperature_c", "36.6"),
    ("hemoglobin_g_dl", "12.8"),
    ("glucose_random_mg_dl", "95"),
    ("systolic", "98"),
    ("diastolic", "62"),
    ("fever_days", "0"),
    ("months_since_measured", "1"),
    ("active_60_min_days", "7"),
    ("sdq_total_difficulties", "3"),
    ("whisper", "5"),
];

/// What a healthy child answers.
fn healthy(question: &Question) -> String {
    let unknown = || "unknown".to_owned();
    match &question.kind {
        Kind::YesNo { .. } => GOOD.contains(&question.id.as_str()).to_string(),
        Kind::Choice(choices) => {
            let well = choices.iter().find(|choice| ["none", "never", "normal"].contains(&choice.code.as_str()));
            well.or(choices.first()).map_or_else(unknown, |choice| choice.code.clone())
        }
        Kind::Choices(_) => String::new(),
        Kind::Text => if question.id.starts_with("finger_count") { "RRR" } else { "-" }.to_owned(),
        Kind::Date { .. } => unknown(),
        Kind::Number { .. } => {
            let measured = MEASURED.iter().find(|(id, _)| question.id.starts_with(id));
            measured.map_or_else(unknown, |(_, number)| (*number).to_owned())
        }
    }
}

/// A healthy child of nine of whom everything is answered and measured.
fn all_answered(precision: Precision) -> Filled {
    let mut visit = at_home(born("2016-06-15", precision));
    loop {
        let mut questions = visit.screen.sections.iter().flat_map(|section| &section.questions);
        // The mark stands in for a number that is there.
        let open = questions.find(|question| question.open && question.id != "glucose_meter_mark").cloned();
        let Some(question) = open else { return visit };
        let answer = healthy(&question);
        visit = if answer == "unknown" { visit.gives(&question.id, Given::Unknown) } else { visit.says(&question.id, &answer) };
    }
}

#[test]
fn nobody_is_called_well() {
    let (known, estimated) = (all_answered(Precision::Day), all_answered(Precision::Month));
    assert!(known.screen.clear && known.screen.needs_birth_day.is_none());
    assert!(!estimated.screen.clear && !estimated.screen.urgent_open, "the day of birth alone is missing");
    assert_eq!(estimated.screen.standing, Some(Standing::Undecidable));
}

#[test]
fn weight_for_length_alone_is_told_and_of_small_children_only() {
    let told = |iso: &str| {
        let visit = indonesian(born(iso, Precision::Month)).says("weight_kg", "12").says("height_cm", "88");
        indices(&visit.screen).into_iter().map(|text| text.split(':').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(told("2023-06-15"), ["Berat badan menurut tinggi badan"]);
    assert_eq!(told("2019-06-15"), [] as [&str; 0]);
}
