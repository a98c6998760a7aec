//! A z-score with its two decimals.

use std::fmt;

use crate::fact::Number;
use crate::hidden::hidden;

/// Steps in one standard deviation.
const SD: i32 = 100;

/// A z-score, rounded to two decimals as the WHO's software does: classes and limits look at the rounded value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ZScore(i32);

impl ZScore {
    /// So many whole standard deviations.
    pub const fn sd(n: i32) -> Self {
        Self(n * SD)
    }

    /// So many hundredths of a standard deviation.
    pub const fn from_hundredths(hundredths: i32) -> Self {
        Self(hundredths)
    }

    /// The value in hundredths: -2.13 is -213.
    pub const fn hundredths(self) -> i32 {
        self.0
    }

    /// The value as the rules compare it.
    pub const fn to_number(self) -> Option<Number> {
        Number::decimal(self.0 as i64, 2)
    }

    /// Half a hundredth goes away from zero.
    pub(super) fn rounded(z: f64) -> Self {
        Self((z * f64::from(SD)).round() as i32)
    }
}

/// With two decimals: "-2.13".
impl fmt::Display for ZScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, hundredths) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        write!(f, "{sign}{whole}.{hundredths:02}")
    }
}

hidden!(ZScore);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_z_score_is_rounded_to_two_decimals() {
        let rounded = [-2.004, -2.005_1, 1.125, -1.125, 0.004, -0.004].map(|z| ZScore::rounded(z).to_string());
        assert_eq!(rounded, ["-2.00", "-2.01", "1.13", "-1.13", "0.00", "0.00"]);
    }

    #[test]
    fn it_is_written_with_two_decimals() {
        let written = [-213, -5, 0, 7, 1250].map(|hundredths| ZScore(hundredths).to_string());
        assert_eq!(written, ["-2.13", "-0.05", "0.00", "0.07", "12.50"]);
        assert_eq!(ZScore(-213).to_number(), Number::parse("-2.13"));
    }

    #[test]
    fn debug_shows_no_value() {
        assert_eq!(format!("{:?}", ZScore(-213)), "ZScore(hidden)");
    }
}
