//! What the guidelines say in tables.

use std::ops::RangeInclusive;

use crate::growth::{Length, Weight};
use crate::person::Sex;

/// The minimum weight gain (kenaikan berat badan minimal, KBM) since the weighing of the month before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinimumGain {
    /// Completed months of age on the day of the weighing.
    pub months: RangeInclusive<i32>,
    /// Whom it is for; `None` for both.
    pub sex: Option<Sex>,
    /// A gain of exactly this much is enough.
    pub gain: Weight,
}

/// The minimum gains of all ages; an age that no row names is not judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinimumGains(pub Vec<MinimumGain>);

impl MinimumGains {
    /// The minimum gain at an age in completed months.
    pub fn at(&self, months: i32, sex: Sex) -> Option<Weight> {
        let row = self.0.iter().find(|row| row.months.contains(&months) && row.sex.is_none_or(|of| of == sex));
        row.map(|row| row.gain)
    }
}

/// The weight gain from one age to another below which growth falters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Increment {
    /// Completed months of age at the earlier weighing.
    pub from: i32,
    /// Completed months of age at the later one.
    pub to: i32,
    /// Whom it is for.
    pub sex: Sex,
    /// Less than this is faltering.
    pub gain: Weight,
}

/// The increments of all ages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Increments(pub Vec<Increment>);

/// A loss of weight since the month before that is an emergency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightLoss {
    /// Completed months of age on the day of the weighing.
    pub months: RangeInclusive<i32>,
    /// So many percent of the earlier weight, or more.
    pub percent: u32,
}

/// How two weighings a month apart are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthlyLimits {
    /// Weighings fewer or more days apart are not a month apart: N and T stand, with a remark.
    pub days_apart: RangeInclusive<i32>,
    /// Completed months of age at which the birth weight stands in for a weighing of the month before.
    pub birth_weight_month: i32,
    /// The losses of all ages; at an age that no row names none is judged.
    pub losses: Vec<WeightLoss>,
}

impl MonthlyLimits {
    pub(super) fn loss_at(&self, months: i32) -> Option<u32> {
        self.losses.iter().find(|row| row.months.contains(&months)).map(|row| row.percent)
    }
}

/// All that a guideline says of the weighings and measures of a child from month to month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// The least that is to be gained in a month.
    pub minimum: MinimumGains,
    /// What nearly all healthy children gain.
    pub increments: Increments,
    /// How two weighings are compared.
    pub monthly: MonthlyLimits,
    /// What is to be measured again.
    pub again: Limits,
}

/// The growth in length in a month beyond which a measurement is not believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LengthJump {
    /// Completed months of age at the earlier measurement.
    pub months: RangeInclusive<i32>,
    /// More than this in a month is a jump.
    pub in_a_month: Length,
}

/// What of a measurement is not believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// A child that seems to have shrunk by more than this since the last measurement.
    pub fall: Length,
    /// A weight outside these percentages of the last one of the month before; the ends are believed.
    pub weight_percent: RangeInclusive<i32>,
    /// The jumps of all ages; at an age that no row names there are none.
    pub jumps: Vec<LengthJump>,
    /// Up to this completed month of age something is measured again.
    pub last_month: i32,
}

impl Limits {
    pub(super) fn jump_at(&self, months: i32) -> Option<Length> {
        self.jumps.iter().find(|row| row.months.contains(&months)).map(|row| row.in_a_month)
    }
}
