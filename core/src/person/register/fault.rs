//! What can be wrong with a field. No message holds what was entered.

use crate::person::IdentityError;

/// A field that was not accepted. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The name of the field, as `born`.
    pub field: &'static str,
    /// Why.
    pub rule: FieldRule,
}

/// Why a field was not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldRule {
    /// It must be filled in.
    Empty,
    /// It is longer than this many letters.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// It holds a character that is no letter, sign or space.
    ControlCharacter,
    /// It must be a whole number between two limits.
    WholeNumber {
        /// The lowest accepted number.
        least: i64,
        /// The highest accepted number.
        most: i64,
    },
    /// It must be one of these words.
    OneOf(&'static [&'static str]),
    /// It is no date.
    Date,
    /// It is no birth date, month, year or age.
    BirthDate,
    /// It lies after the day on which it is entered.
    AfterToday,
    /// It lies more than this many years ago.
    TooLongAgo {
        /// The most years.
        years: i32,
    },
    /// It lies before the birth of the person.
    BeforeBirth,
    /// It is no NIK or KK number.
    Number(IdentityError),
    /// Another person of the store has this NIK.
    NikTaken,
    /// Only a woman can be pregnant.
    OfAMan,
    /// A pregnancy is in progress already.
    PregnantAlready,
    /// It lies before the first day of the pregnancy.
    BeforePregnancy,
}

impl FieldRule {
    /// What would be right, in English for `en` and otherwise in Indonesian.
    pub fn message(&self, language: &str) -> String {
        let say = |indonesian: &str, english: &str| if language == "en" { english.to_owned() } else { indonesian.to_owned() };
        match self {
            Self::Empty => say("Belum diisi.", "Nothing was entered."),
            Self::TooLong { most } => say(&format!("Paling panjang {most} huruf."), &format!("At most {most} letters.")),
            Self::ControlCharacter => say("Ada tanda yang tidak bisa disimpan.", "There is a character that cannot be kept."),
            Self::WholeNumber { least, most } => {
                say(&format!("Isi dengan angka bulat, {least} sampai {most}."), &format!("Enter a whole number from {least} to {most}."))
            }
            Self::OneOf(words) => {
                let words = words.join(", ");
                say(&format!("Pilih dari daftar: {words}."), &format!("Choose from the list: {words}."))
            }
            Self::Date => say("Isi dengan tanggal.", "Enter a date."),
            Self::BirthDate => say(
                "Isi dengan tanggal, bulan, atau tahun lahir, atau perkiraan umur.",
                "Enter the date, month or year of birth, or about how old the person is.",
            ),
            Self::AfterToday => say("Tanggal ini belum tiba, mohon periksa lagi.", "This day is still to come, please check again."),
            Self::TooLongAgo { years } => say(
                &format!("Lebih dari {years} tahun yang lalu, mohon periksa lagi."),
                &format!("More than {years} years ago, please check again."),
            ),
            Self::BeforeBirth => {
                say("Lebih awal dari tanggal lahir, mohon periksa lagi.", "Before the person was born, please check again.")
            }
            Self::Number(error) => identity(*error, language),
            Self::NikTaken => {
                say("NIK ini sudah dipakai orang lain, mohon periksa lagi.", "Another person has this NIK already, please check again.")
            }
            Self::OfAMan => say("Hanya untuk perempuan.", "Only for a woman."),
            Self::PregnantAlready => say("Ibu ini sudah tercatat hamil.", "A pregnancy of this mother is recorded already."),
            Self::BeforePregnancy => {
                say("Lebih awal dari kehamilan ini, mohon periksa lagi.", "Before this pregnancy began, please check again.")
            }
        }
    }
}

fn identity(error: IdentityError, language: &str) -> String {
    let (indonesian, english) = match error {
        IdentityError::NotDigits => ("Isi dengan angka saja.", "Enter digits only."),
        IdentityError::Length => ("Harus 16 angka.", "Must have 16 digits."),
        IdentityError::RegionOutOfRange => {
            ("Dua angka pertama bukan kode provinsi, mohon periksa lagi.", "The first two digits are no province, please check again.")
        }
        IdentityError::InvalidDate => {
            ("Angka ke-7 sampai ke-12 bukan tanggal lahir, mohon periksa lagi.", "Digits 7 to 12 are no birth date, please check again.")
        }
        IdentityError::SerialZero => {
            ("Empat angka terakhir tidak boleh 0000, mohon periksa lagi.", "The last four digits cannot be 0000, please check again.")
        }
        IdentityError::SameAsKk => ("Ini nomor KK, bukan NIK.", "This is the number of the family card, not a NIK."),
    };
    if language == "en" { english.to_owned() } else { indonesian.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_in_both_languages() {
        let rule = FieldRule::WholeNumber { least: 300, most: 7_000 };
        assert_eq!(rule.message("id"), "Isi dengan angka bulat, 300 sampai 7000.");
        assert_eq!(rule.message("en"), "Enter a whole number from 300 to 7000.");
        assert_eq!(FieldRule::Number(IdentityError::SameAsKk).message("jv"), "Ini nomor KK, bukan NIK.");
    }
}
