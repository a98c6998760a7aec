//! What is said about an answer that was not accepted.

use super::{Expected, FactError, Number, unit_label};

impl FactError {
    /// What would be right, in English for `en` and otherwise in Indonesian. It never holds what was entered.
    pub fn message(&self, lang: &str) -> String {
        match self {
            Self::Empty => say(lang, "Belum diisi.", "Nothing was entered.").to_owned(),
            Self::WrongType { expected } => type_message(*expected, lang).to_owned(),
            Self::DecimalPointInInteger => {
                say(lang, "Isi dengan angka bulat, tanpa koma.", "Enter a whole number, without a decimal point.").to_owned()
            }
            Self::OffStep { step } => step_message(*step, lang),
            Self::OutOfRange { min, max, unit, step } => {
                let range = range_text((*min, *max), unit.as_deref(), *step, lang);
                let start = say(lang, "Angka di luar batas, mohon periksa lagi", "Out of range, please check again");
                format!("{start}: {range}.")
            }
            Self::NotAChoice { allowed } => {
                format!("{}: {}.", say(lang, "Pilih dari daftar", "Choose from the list"), allowed.join(", "))
            }
            Self::Pattern { pattern } => {
                format!("{}: {pattern}", say(lang, "Bentuk isian belum sesuai", "The text does not have the form"))
            }
            Self::UnknownForSetting => say(lang, "Pengaturan wilayah harus diisi.", "A setting of the area cannot be unknown.").to_owned(),
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
    let is_decimal_place = decimals > 0 && Number::decimal(1, decimals) == Some(step);
    if is_decimal_place && lang != "en" {
        return format!("Isi dengan paling banyak {decimals} angka di belakang koma.");
    }
    let start = say(lang, "Isi dengan kelipatan", "Enter a multiple of");
    format!("{start} {}.", step.to_local(decimals, lang))
}

fn range_text((min, max): (Option<Number>, Option<Number>), unit: Option<&str>, step: Number, lang: &str) -> String {
    let number = |number: Number| number.to_local(step.decimals(), lang);
    let range = match (min, max) {
        (Some(min), Some(max)) => format!("{} {} {}", number(min), say(lang, "sampai", "to"), number(max)),
        (Some(min), None) => format!("{} {}", say(lang, "paling sedikit", "at least"), number(min)),
        (None, Some(max)) => format!("{} {}", say(lang, "paling banyak", "at most"), number(max)),
        (None, None) => say(lang, "angka", "a number").to_owned(),
    };
    match unit {
        Some(unit) => format!("{range} {}", unit_label(unit, lang)),
        None => range,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::fixtures::{dictionary, fact, number};

    fn message(id: &str, text: &str, lang: &str) -> String {
        let dictionary = dictionary();
        dictionary.read_typed(fact(&dictionary, id), text).unwrap_err().message(lang)
    }

    #[test]
    fn a_range_is_told_with_the_decimals_of_the_step() {
        let arm = |lang| message("muac_cm", "228", lang);
        assert_eq!(arm("id"), "Angka di luar batas, mohon periksa lagi: 5,0 sampai 60,0 cm.");
        assert_eq!(arm("en"), "Out of range, please check again: 5.0 to 60.0 cm.");
        assert!(message("systolic_mmhg", "20", "id").ends_with("50 sampai 280 mmHg."));
        assert!(message("sleep_hours", "25", "id").ends_with("0,0 sampai 24,0 jam."));
        assert!(message("sleep_hours", "25", "en").ends_with("0.0 to 24.0 hours."));
    }

    #[test]
    fn a_range_can_be_open_on_one_side() {
        let range = |min, max, lang| {
            let (unit, step) = (Some("kg".into()), Number::ONE);
            FactError::OutOfRange { min, max, unit, step }.message(lang)
        };
        let five = Some(number("5"));
        assert!(range(five, None, "id").ends_with(": paling sedikit 5 kg."));
        assert!(range(None, five, "en").ends_with(": at most 5 kg."));
    }

    #[test]
    fn a_step_is_told_in_digits_or_as_a_multiple() {
        assert_eq!(message("muac_cm", "22,85", "id"), "Isi dengan paling banyak 1 angka di belakang koma.");
        assert_eq!(message("sleep_hours", "7,4", "id"), "Isi dengan kelipatan 0,5.");
        assert_eq!(message("sleep_hours", "7,4", "en"), "Enter a multiple of 0.5.");
    }

    #[test]
    fn other_languages_are_told_in_indonesian() {
        assert_eq!(message("fever", "ya", "jv"), "Jawab ya atau tidak.");
    }

    #[test]
    fn no_message_holds_what_was_entered() {
        for (id, fact) in dictionary().iter() {
            for text in ["739.51", "73951", "7x3"] {
                let Err(error) = dictionary().read_typed(id, text) else {
                    continue;
                };
                let shown = [error.message("id"), error.to_string(), format!("{error:?}")];
                assert!(!shown.concat().contains("73"), "{}", fact.id);
                assert!(!shown.concat().contains("7x3"), "{}", fact.id);
            }
        }
    }
}
