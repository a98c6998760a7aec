//! What can be wrong with the words and numbers that name a person. None of these errors holds what was entered.

use thiserror::Error;

/// A word that is none of the names of this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not one of: {}", .allowed.join(", "))]
pub struct UnknownName {
    /// The names there are.
    pub allowed: &'static [&'static str],
}

/// Why a text cannot be a NIK or a KK number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum IdentityError {
    /// Something stands in it that is no digit.
    #[error("only digits are allowed")]
    NotDigits,
    /// More or fewer than 16 digits.
    #[error("must have 16 digits")]
    Length,
    /// The first two digits are no province.
    #[error("must begin with a province from 11 to 96")]
    RegionOutOfRange,
    /// The digits 7 to 12 are no birth date, of a man or (day + 40) of a woman.
    #[error("the digits 7 to 12 are no date")]
    InvalidDate,
    /// The serial number is 0000.
    #[error("must not end in 0000")]
    SerialZero,
    /// The number of the family card was entered as that of the person.
    #[error("is the number of the family card, not of the person")]
    SameAsKk,
}
