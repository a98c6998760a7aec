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
        f.pad(&self.to_fixed(self.decimals()))
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
