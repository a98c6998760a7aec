//! What is measured, as whole numbers of the smallest step of the WHO tables: 0.1 g and 0.001 mm.

use std::num::NonZeroU32;

use crate::fact::Number;
use crate::hidden::hidden;

/// Steps in a kilogram.
const KG: u32 = 10_000;
/// Steps in a gram.
const GRAM: u32 = 10;
/// Steps in a centimetre.
const CM: u32 = 10_000;
/// Steps in a millimetre.
const MM: u32 = 1_000;

/// A weight above zero, exact to 0.1 g.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(NonZeroU32);

impl Weight {
    /// A weight in grams; `None` for zero and beyond 400 tonnes.
    pub const fn from_grams(grams: u32) -> Option<Self> {
        match grams.checked_mul(GRAM) {
            Some(steps) => Self::from_steps(steps),
            None => None,
        }
    }

    /// A weight in kilograms; `None` unless it is above zero, has at most four decimals and is below 400 tonnes.
    pub fn from_kg(kg: Number) -> Option<Self> {
        steps(kg, KG).and_then(Self::from_steps)
    }

    /// The weight in kilograms.
    pub fn kg(self) -> f64 {
        f64::from(self.steps()) / f64::from(KG)
    }

    /// The weight in kilograms, exact.
    pub fn to_number(self) -> Option<Number> {
        Number::ratio(i64::from(self.steps()), i64::from(KG))
    }

    /// The difference to an earlier weight in kilograms, exact; negative when weight was lost.
    pub fn gain_since(self, earlier: Self) -> Option<Number> {
        Number::ratio(i64::from(self.steps()) - i64::from(earlier.steps()), i64::from(KG))
    }

    const fn from_steps(steps: u32) -> Option<Self> {
        match NonZeroU32::new(steps) {
            Some(steps) => Some(Self(steps)),
            None => None,
        }
    }

    /// In steps of 0.1 g.
    pub(super) const fn steps(self) -> u32 {
        self.0.get()
    }
}

/// A length, height or circumference above zero, exact to 0.001 mm.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(NonZeroU32);

impl Length {
    /// A length in millimetres; `None` for zero and beyond 4 km.
    pub const fn from_mm(mm: u32) -> Option<Self> {
        match mm.checked_mul(MM) {
            Some(steps) => Self::from_steps(steps),
            None => None,
        }
    }

    /// A length in centimetres; `None` unless it is above zero, has at most four decimals and is below 4 km.
    pub fn from_cm(cm: Number) -> Option<Self> {
        steps(cm, CM).and_then(Self::from_steps)
    }

    /// The length in centimetres.
    pub fn cm(self) -> f64 {
        f64::from(self.steps()) / f64::from(CM)
    }

    /// The length in centimetres, exact.
    pub fn to_number(self) -> Option<Number> {
        Number::ratio(i64::from(self.steps()), i64::from(CM))
    }

    /// The length and so many millimetres; `None` when nothing is left.
    pub(super) const fn plus_mm(self, mm: i32) -> Option<Self> {
        match self.steps().checked_add_signed(mm * MM as i32) {
            Some(steps) => Self::from_steps(steps),
            None => None,
        }
    }

    /// The whole millimetres, and what is left of the next one as a part of 1.
    pub(super) fn mm(self) -> (i64, f64) {
        let steps = self.steps();
        (i64::from(steps / MM), f64::from(steps % MM) / f64::from(MM))
    }

    /// In steps of 0.001 mm.
    pub(super) const fn steps(self) -> u32 {
        self.0.get()
    }

    const fn from_steps(steps: u32) -> Option<Self> {
        match NonZeroU32::new(steps) {
            Some(steps) => Some(Self(steps)),
            None => None,
        }
    }
}

/// The body mass index in kg/m2, exact; `None` when it is beyond what can be counted.
pub fn bmi(weight: Weight, length: Length) -> Option<Number> {
    let metres = length.to_number()?.div(Number::integer(100))?;
    weight.to_number()?.div(metres.mul(metres)?)
}

/// The body mass index in kg/m2, as the formula of the WHO takes it.
pub(super) fn floating_bmi(weight: Weight, length: Length) -> f64 {
    let metres = length.cm() / 100.0;
    weight.kg() / (metres * metres)
}

fn steps(value: Number, steps_in_unit: u32) -> Option<u32> {
    value.mul(Number::integer(i64::from(steps_in_unit)))?.to_integer()?.try_into().ok()
}

hidden!(Weight, Length);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::fixtures::number;

    #[test]
    fn four_decimals_are_exact_and_a_fifth_is_refused() {
        assert_eq!(Weight::from_kg(number("8.2")), Weight::from_grams(8200));
        assert_eq!(Weight::from_kg(number("8.2001")).map(Weight::steps), Some(82_001));
        assert_eq!(Weight::from_kg(number("8.20001")), None);
        assert_eq!(Length::from_cm(number("72.86")).map(Length::steps), Some(728_600));
        assert_eq!(Length::from_cm(number("72.86001")), None);
    }

    #[test]
    fn a_measure_is_above_zero() {
        for text in ["0", "-0.1"] {
            assert_eq!(Weight::from_kg(number(text)), None, "{text}");
            assert_eq!(Length::from_cm(number(text)), None, "{text}");
        }
        assert_eq!((Weight::from_grams(0), Length::from_mm(0)), (None, None));
        assert_eq!((Weight::from_grams(u32::MAX), Length::from_mm(u32::MAX)), (None, None));
    }

    #[test]
    fn what_is_gained_is_exact() {
        let [earlier, now] = [7900, 8200].map(|grams| Weight::from_grams(grams).unwrap());
        assert_eq!(now.gain_since(earlier), Some(number("0.3")));
        assert_eq!(earlier.gain_since(now), Some(number("-0.3")));
    }

    #[test]
    fn debug_shows_no_measure() {
        let shown = format!("{:?} {:?}", Weight::from_grams(4711), Length::from_mm(4711));
        assert_eq!(shown, "Some(Weight(hidden)) Some(Length(hidden))");
    }
}
