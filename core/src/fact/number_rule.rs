//! Which numbers a fact accepts.

use super::{Expected, FactError, FactKind, Number};

/// What the kind of a fact says of its numbers.
pub(super) struct NumberRule<'a> {
    integer: bool,
    unit: Option<&'a str>,
    step: Number,
    min: Option<Number>,
    max: Option<Number>,
}

impl<'a> NumberRule<'a> {
    /// The rule of a kind of number; `None` for other kinds.
    pub(super) fn of(kind: &'a FactKind) -> Option<Self> {
        match kind {
            FactKind::Number { integer, unit, step, min, max } => {
                Some(Self { integer: *integer, unit: unit.as_deref(), step: *step, min: *min, max: *max })
            }
            _ => None,
        }
    }

    /// Reads a number with a decimal point and checks it.
    pub(super) fn read(&self, text: &str) -> Result<Number, FactError> {
        match Number::parse(text) {
            Some(_) if self.integer && text.contains('.') => Err(FactError::DecimalPointInInteger),
            Some(number) => self.check(number),
            None if self.is_too_long(text) => Err(self.out_of_range()),
            None if self.integer => Err(FactError::WrongType { expected: Expected::Integer }),
            None => Err(FactError::WrongType { expected: Expected::Decimal }),
        }
    }

    /// The number again if it is in range and on its step. The range goes first, since a number out of range is mostly a slip of the pen.
    pub(super) fn check(&self, number: Number) -> Result<Number, FactError> {
        if !self.is_in_range(number) {
            return Err(self.out_of_range());
        }
        if !number.is_multiple_of(self.step) {
            return Err(FactError::OffStep { step: self.step });
        }
        Ok(number)
    }

    /// Whether the number lies within the limits, which are included.
    pub(super) fn is_in_range(&self, number: Number) -> bool {
        self.min.is_none_or(|min| number >= min) && self.max.is_none_or(|max| number <= max)
    }

    /// A row of digits that no number holds is out of range too, where there is a range.
    fn is_too_long(&self, text: &str) -> bool {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let limited = self.min.is_some() || self.max.is_some();
        limited && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn out_of_range(&self) -> FactError {
        FactError::OutOfRange { min: self.min, max: self.max, unit: self.unit.map(Into::into), step: self.step }
    }
}
