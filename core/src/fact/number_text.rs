//! Numbers as text.

use std::fmt;

use super::Number;
use super::number::divide_half_up;

/// Decimals of a number that no finite decimal can show.
const ROUNDED_DECIMALS: u32 = 4;
/// More decimals than this no denominator needs, and the arithmetic below stays within 128 bits.
const MAX_DECIMALS: u32 = 18;

impl Number {
    /// The number rounded half up to `decimals` places (18 at most), all of which are written: 5 with one is "5.0".
    pub fn to_fixed(self, decimals: u32) -> String {
        let decimals = decimals.min(MAX_DECIMALS);
        let scaled = i128::from(self.numerator()) * 10_i128.pow(decimals);
        with_point(divide_half_up(scaled, i128::from(self.denominator())), decimals)
    }

    /// As [`Number::to_fixed`], with the decimal mark of a language: a point in English, a comma in Indonesian and its regional languages.
    pub fn to_local(self, decimals: u32, lang: &str) -> String {
        let text = self.to_fixed(decimals);
        if lang == "en" { text } else { text.replace('.', ",") }
    }

    /// Decimals needed to write the number in full; 4 when no finite decimal is equal to it.
    pub fn decimals(self) -> u32 {
        let exact = (0..=MAX_DECIMALS).find(|decimals| 10_i64.pow(*decimals) % self.denominator() == 0);
        exact.unwrap_or(ROUNDED_DECIMALS)
    }
}

/// In full ("22.8", "-3", "0.25") when a finite decimal can be, else rounded half up to four decimals.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_fixed(self.decimals()))
    }
}

fn with_point(digits: i128, decimals: u32) -> String {
    let sign = if digits < 0 { "-" } else { "" };
    let (digits, unit) = (digits.unsigned_abs(), 10_u128.pow(decimals));
    match decimals {
        0 => format!("{sign}{digits}"),
        _ => format!("{sign}{}.{:0width$}", digits / unit, digits % unit, width = decimals as usize),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fact::fixtures::number;

    #[test]
    fn a_finite_decimal_is_written_in_full() {
        for text in ["22.8", "-3", "0.25", "0", "-0.5", "120", "0.000001"] {
            assert_eq!(number(text).to_string(), text);
        }
        assert_eq!(number("22.80").to_string(), "22.8");
        assert_eq!(Number::integer(i64::MIN).to_string(), i64::MIN.to_string());
    }

    #[test]
    fn any_other_ratio_is_rounded_to_four_decimals() {
        assert_eq!(Number::ratio(1, 3).unwrap().to_string(), "0.3333");
        assert_eq!(Number::ratio(-2, 3).unwrap().to_string(), "-0.6667");
        assert_eq!(Number::ratio(-1, 30_000).unwrap().to_string(), "0.0000");
    }

    #[test]
    fn a_fixed_number_of_decimals_is_filled_up_or_rounded() {
        assert_eq!(number("5").to_fixed(1), "5.0");
        assert_eq!(number("22.95").to_fixed(1), "23.0");
        assert_eq!(number("-0.04").to_fixed(2), "-0.04");
        assert_eq!(number("-0.04").to_fixed(1), "0.0");
        assert_eq!(number("7.5").to_fixed(0), "8");
        assert_eq!(number("1").to_fixed(99), "1.000000000000000000");
    }

    #[test]
    fn the_decimal_mark_is_that_of_the_language() {
        assert_eq!(number("22.8").to_local(1, "en"), "22.8");
        assert_eq!(number("22.8").to_local(1, "id"), "22,8");
        assert_eq!(number("22.8").to_local(1, "jv"), "22,8");
    }

    #[test]
    fn decimals_of_a_step() {
        assert_eq!(number("0.1").decimals(), 1);
        assert_eq!(number("0.5").decimals(), 1);
        assert_eq!(number("0.25").decimals(), 2);
        assert_eq!(number("1").decimals(), 0);
        assert_eq!(Number::ratio(1, 3).unwrap().decimals(), 4);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(digits in -999_999_999_999..=999_999_999_999_i64, scale in 0..=11_u32) {
            let number = Number::decimal(digits, scale).unwrap();
            prop_assert_eq!(Number::parse(&number.to_string()), Some(number));
        }

        #[test]
        fn every_number_can_be_written(a: i64, b: i64, decimals: u32) {
            if let Some(number) = Number::ratio(a, b) {
                prop_assert!(!number.to_string().is_empty());
                prop_assert!(!number.to_fixed(decimals).is_empty());
            }
        }
    }
}
