//! What is said about an answer that was not accepted.

use super::{Expected, FactError, Number, unit_label};

impl FactError {
    /// What would be right, in English for `en` and otherwise in Indonesian. It never holds what was entered.
    pub fn message(&self, lang: &str) -> String {
        match self {
            Self::Empty => say(lang, "Belum diisi.", "Nothing was entered.").to_owned(),
            Self::WrongType { expected } => type_message(*expected, lang).to_owned(),
            Self::DecimalPointInInteger => say(
                lang,
                "Isi dengan angka bulat, tanpa koma.",
                "Enter a whole number, without a decimal point.",
            )
            .to_owned(),
            Self::OffStep { step } => step_message(*step, lang),
            Self::OutOfRange {
                min,
                max,
                unit,
                step,
            } => {
                let range = range_text((*min, *max), unit.as_deref(), *step, lang);
                let start = say(
                    lang,
                    "Angka di luar batas, mohon periksa lagi",
                    "Out of range, please check again",
                );
                format!("{start}: {range}.")
            }
            Self::NotAChoice { allowed } => {
                format!(
                    "{}: {}.",
                    say(lang, "Pilih dari daftar", "Choose from the list"),
                    allowed.join(", ")
                )
            }
            Self::Pattern { pattern } => {
                format!(
                    "{}: {pattern}",
                    say(
                        lang,
                        "Bentuk isian belum sesuai",
                        "The text does not have the form"
                    )
                )
            }
            Self::UnknownForSetting => say(
                lang,
                "Pengaturan wilayah harus diisi.",
                "A setting of the area cannot be unknown.",
            )
            .to_owned(),
        }
    }
}

fn say(lang: &str, indonesian: &'static str, english: &'static str) -> &'static str {
    if lang == "en" { english } else { indonesian }
}

fn type_message(expected: Expected, lang: &str) -> &'static str {
    match expected {
        Expected::Bool => say(lang, "Jawab ya atau tidak.", "Answer yes or no."),
        Expected::Integer => say(lang, "Isi dengan angka bulat.", "Enter a whole number."),
        Expected::Decimal => say(lang, "Isi dengan angka.", "Enter a number."),
        Expected::Code => say(lang, "Pilih satu dari daftar.", "Choose one from the list."),
        Expected::Codes => say(lang, "Pilih dari daftar.", "Choose from the list."),
        Expected::Date => say(lang, "Isi dengan tanggal.", "Enter a date."),
        Expected::Text => say(lang, "Isi dengan tulisan.", "Enter a text."),
    }
}

fn step_message(step: Number, lang: &str) -> String {
    let decimals = step.decimals();
    if decimals > 0 && Number::decimal(1, decimals) == Some(step) {
        return match lang {
            "en" => format!("Enter at most {decimals} digit(s) behind the point."),
            _ => format!("Isi dengan paling banyak {decimals} angka di belakang koma."),
        };
    }
    let start = say(lang, "Isi dengan kelipatan", "Enter a multiple of");
    format!("{start} {}.", step.to_local(decimals, lang))
}

fn range_text(
    (min, max): (Option<Number>, Option<Number>),
    unit: Option<&str>,
    step: Number,
    lang: &str,
) -> String {
    let number = |number: Number| number.to_local(step.decimals(), lang);
    let range = match (min, max) {
        (Some(min), Some(max)) => format!(
            "{} {} {}",
            number(min),
            say(lang, "sampai", "to"),
            number(max)
        ),
        (Some(min), None) => format!(
            "{} {}",
            say(lang, "paling sedikit", "at least"),
            number(min)
        ),
        (None, Some(max)) => format!("{} {}", say(lang, "paling banyak", "at most"), number(max)),
        (None, None) => say(lang, "angka", "a number").to_owned(),
    };
    match unit {
        Some(unit) => format!("{range} {}", unit_label(unit, lang)),
        None => range,
    }
}
