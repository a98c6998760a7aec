//! What can be wrong with an answer or a dictionary. None of these errors holds what was entered.

use thiserror::Error;

use super::{FactKind, Number, unit_label};

/// Why an answer was not accepted. `Display` is the English [`FactError::message`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FactError {
    /// Nothing was entered.
    #[error("{}", self.message("en"))]
    Empty,
    /// Something else than this was entered.
    #[error("{}", self.message("en"))]
    WrongType {
        /// What the fact takes.
        expected: Expected,
    },
    /// A whole number was asked for.
    #[error("{}", self.message("en"))]
    DecimalPointInInteger,
    /// The number is finer than it can be measured.
    #[error("{}", self.message("en"))]
    OffStep {
        /// What every value is a multiple of.
        step: Number,
    },
    /// The number is a slip of the pen.
    #[error("{}", self.message("en"))]
    OutOfRange {
        /// The lowest accepted value.
        min: Option<Number>,
        /// The highest accepted value.
        max: Option<Number>,
        /// The unit as a UCUM code.
        unit: Option<Box<str>>,
        /// What every value is a multiple of; the range is shown with as many decimals.
        step: Number,
    },
    /// The code is not in the list of the fact.
    #[error("{}", self.message("en"))]
    NotAChoice {
        /// The codes in the list.
        allowed: Vec<Box<str>>,
    },
    /// The text does not have the form that it must have.
    #[error("{}", self.message("en"))]
    Pattern {
        /// The regular expression of that form.
        pattern: Box<str>,
    },
    /// A setting of the area cannot be unknown.
    #[error("{}", self.message("en"))]
    UnknownForSetting,
}

/// What a fact takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Yes or no.
    Bool,
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// One code.
    Code,
    /// A list of codes.
    Codes,
    /// A date.
    Date,
    /// A text.
    Text,
}

impl FactError {
    /// What was wrong and what would be right, in English for `en` and otherwise in Indonesian. It never holds what was entered.
    pub fn message(&self, lang: &str) -> String {
        let english = lang == "en";
        let text = |id: &str, en: &str| {
            if english { en.to_owned() } else { id.to_owned() }
        };
        match self {
            Self::Empty => text("Belum diisi.", "Nothing was entered."),
            Self::WrongType { expected } => expected.message(english).to_owned(),
            Self::DecimalPointInInteger => text("Isi dengan angka bulat, tanpa koma.", "Enter a whole number, without a decimal point."),
            Self::OffStep { step } => step_message(*step, lang),
            Self::OutOfRange { min, max, unit, step } => {
                let range = range_text(*min, *max, unit.as_deref(), *step, lang);
                text(&format!("Angka di luar batas. Isi {range}."), &format!("Out of range. Enter {range}."))
            }
            Self::NotAChoice { allowed } => {
                let codes = allowed.join(", ");
                text(&format!("Pilih dari daftar: {codes}."), &format!("Choose from the list: {codes}."))
            }
            Self::Pattern { pattern } => text("Bentuk isian belum sesuai.", &format!("The text does not match {pattern}.")),
            Self::UnknownForSetting => text("Pengaturan wilayah harus diisi.", "A setting of the area cannot be unknown."),
        }
    }
}

impl Expected {
    /// What facts of this kind take.
    pub const fn of(kind: &FactKind) -> Self {
        match kind {
            FactKind::Bool => Self::Bool,
            FactKind::Number { integer: true, .. } => Self::Integer,
            FactKind::Number { integer: false, .. } => Self::Decimal,
            FactKind::Choice(_) => Self::Code,
            FactKind::Choices(_) => Self::Codes,
            FactKind::Date { .. } => Self::Date,
            FactKind::Text { .. } => Self::Text,
        }
    }

    const fn message(self, english: bool) -> &'static str {
        let (indonesian, in_english) = match self {
            Self::Bool => ("Jawab ya atau tidak.", "Answer yes or no."),
            Self::Integer => ("Isi dengan angka bulat.", "Enter a whole number."),
            Self::Decimal => ("Isi dengan angka.", "Enter a number."),
            Self::Code => ("Pilih satu dari daftar.", "Choose one from the list."),
            Self::Codes => ("Pilih dari daftar.", "Choose from the list."),
            Self::Date => ("Isi dengan tanggal.", "Enter a date."),
            Self::Text => ("Isi dengan tulisan.", "Enter a text."),
        };
        if english { in_english } else { indonesian }
    }
}

fn step_message(step: Number, lang: &str) -> String {
    let step = step.to_local(step.decimals(), lang);
    match lang {
        "en" => format!("Enter a multiple of {step}."),
        _ => format!("Isi dengan kelipatan {step}."),
    }
}

fn range_text(min: Option<Number>, max: Option<Number>, unit: Option<&str>, step: Number, lang: &str) -> String {
    let number = |number: Number| number.to_local(step.decimals(), lang);
    let range = match (min, max, lang) {
        (Some(min), Some(max), "en") => format!("{} to {}", number(min), number(max)),
        (Some(min), Some(max), _) => format!("{} sampai {}", number(min), number(max)),
        (Some(min), None, "en") => format!("{} or more", number(min)),
        (Some(min), None, _) => format!("{} atau lebih", number(min)),
        (None, Some(max), "en") => format!("{} or less", number(max)),
        (None, Some(max), _) => format!("{} atau kurang", number(max)),
        (None, None, "en") => "a smaller number".to_owned(),
        (None, None, _) => "angka yang lebih kecil".to_owned(),
    };
    match unit {
        Some(unit) => format!("{range} {}", unit_label(unit, lang)),
        None => range,
    }
}

/// Why definitions do not make a dictionary.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DictionaryError {
    /// The facts do not stand in the order of their ids, or an id stands twice.
    #[error("fact `{id}` is not in the order of the ids, or there twice")]
    NotSorted {
        /// The fact that stands at the wrong place.
        id: Box<str>,
    },
    /// More than 64 choices.
    #[error("fact `{id}` has more than 64 choices")]
    TooManyChoices {
        /// The fact that has them.
        id: Box<str>,
    },
    /// A gate or a list names a fact or a code that is not in the dictionary.
    #[error("fact `{id}` names a fact or a code that the dictionary does not hold")]
    Dangling {
        /// The fact that names it.
        id: Box<str>,
    },
    /// More than 65,535 facts.
    #[error("more than 65,535 facts")]
    TooManyFacts,
}
