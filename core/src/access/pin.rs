//! The six digits of a cadre.

use zeroize::Zeroizing;

use super::{AccessError, PinFault};
use crate::hidden::hidden;

/// Six digits. Wiped from memory when dropped.
pub struct Pin(Zeroizing<[u8; Self::DIGITS]>);

hidden!(Pin);

/// Those of the most used six digits that no pattern below tells (Markert and others, "This PIN Can Be Easily Guessed", 2020).
const MUCH_USED: [&[u8; Pin::DIGITS]; 3] = [b"112233", b"159753", b"789456"];

impl Pin {
    /// How many digits a PIN has.
    pub const DIGITS: usize = 6;

    /// The PIN that was typed, in ASCII digits. Whether it may be chosen is another question: [`Pin::may_be_chosen`].
    ///
    /// # Errors
    /// [`PinFault::NotSixDigits`].
    pub fn read(typed: &[u8]) -> Result<Self, AccessError> {
        let digits = <[u8; Self::DIGITS]>::try_from(typed).ok().filter(|digits| digits.iter().all(u8::is_ascii_digit));
        digits.map(|digits| Self(Zeroizing::new(digits))).ok_or(AccessError::Pin(PinFault::NotSixDigits))
    }

    pub(super) fn digits(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// Refuses what is tried first by whoever guesses. Every call that sets a PIN asks it too.
    ///
    /// # Errors
    /// [`AccessError::Pin`] with what makes it easy to guess.
    pub fn may_be_chosen(&self) -> Result<(), AccessError> {
        self.weakness().map_or(Ok(()), |fault| Err(AccessError::Pin(fault)))
    }

    fn weakness(&self) -> Option<PinFault> {
        if self.comes_again_after(1) {
            Some(PinFault::SameDigit)
        } else if self.is_row(1) || self.is_row(9) {
            Some(PinFault::Row)
        } else if self.comes_again_after(2) || self.comes_again_after(3) {
            Some(PinFault::Repeated)
        } else {
            MUCH_USED.contains(&&*self.0).then_some(PinFault::MuchUsed)
        }
    }

    fn comes_again_after(&self, digits: usize) -> bool {
        self.0.iter().zip(self.0.iter().skip(digits)).all(|(digit, later)| digit == later)
    }

    /// Whether each digit is the one before it and a step, counted in tens; 9 is one down.
    fn is_row(&self, step: u8) -> bool {
        let value = |digit: &u8| digit - b'0';
        self.0.iter().zip(self.0.iter().skip(1)).all(|(digit, next)| (value(digit) + step) % 10 == value(next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weakness(digits: &str) -> Option<PinFault> {
        Pin::read(digits.as_bytes()).unwrap().weakness()
    }

    #[test]
    fn a_pin_has_six_digits() {
        for wrong in ["", "12345", "1234567", "12345a", " 12345", "１２"] {
            assert_eq!(Pin::read(wrong.as_bytes()).err(), Some(AccessError::Pin(PinFault::NotSixDigits)), "{wrong}");
        }
    }

    #[test]
    fn what_is_tried_first_is_told_apart() {
        let cases = [
            (PinFault::SameDigit, ["000000", "777777"]),
            (PinFault::Row, ["123456", "654321"]),
            (PinFault::Row, ["890123", "210987"]),
            (PinFault::Repeated, ["121212", "123123"]),
            (PinFault::MuchUsed, ["112233", "789456"]),
        ];
        for (fault, pins) in cases {
            for pin in pins {
                assert_eq!(weakness(pin), Some(fault), "{pin}");
            }
        }
    }

    #[test]
    fn other_digits_may_be_chosen() {
        for pin in ["482913", "123457", "100000", "135791", "121213"] {
            assert_eq!(weakness(pin), None, "{pin}");
        }
    }

    #[test]
    fn debug_output_hides_the_pin() {
        assert_eq!(format!("{:?}", Pin::read(b"482913")), "Ok(Pin(hidden))");
    }
}
