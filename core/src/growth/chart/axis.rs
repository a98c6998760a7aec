//! Axes and their ticks.

use super::range::Range;
use super::rounded;
use crate::growth::Index;

/// Months in a year.
pub(super) const YEAR: f64 = 12.0;
/// A chart that reaches so many months and less is told in months.
const LAST_IN_MONTHS: f64 = 60.0;
/// At most so many ticks stand at an axis of measures.
const MOST_TICKS: f64 = 15.0;
/// Steps that can be counted in the head, each with the step from one round number to the next.
const STEPS: [(f64, f64); 8] = [(0.1, 0.5), (0.2, 1.0), (0.5, 1.0), (1.0, 5.0), (2.0, 10.0), (5.0, 10.0), (10.0, 50.0), (20.0, 100.0)];

/// An axis, or the part of it that a zoom shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What is counted along it.
    pub unit: Unit,
    /// Its lower end.
    pub from: f64,
    /// Its upper end.
    pub until: f64,
    /// From the lower end to the upper.
    pub ticks: Vec<Tick>,
}

/// What is counted along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Months of age.
    Months,
    /// Months of age too, told in years.
    Years,
    /// Centimetres of length or height.
    Cm,
    /// Kilograms.
    Kg,
    /// Kilograms per square metre.
    KgPerM2,
}

/// A place that is marked on an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// A whole year, or a round number.
    pub major: bool,
}

impl Unit {
    pub(super) const fn upwards(index: Index) -> Self {
        match index {
            Index::WeightForAge | Index::WeightForLength => Self::Kg,
            Index::LengthForAge | Index::HeadForAge | Index::ArmForAge => Self::Cm,
            Index::BmiForAge => Self::KgPerM2,
        }
    }
}

/// The axis across, or a part of it.
pub(super) fn across(range: Range, (from, until): (f64, f64)) -> Axis {
    match range {
        Range::Ages { until: end, .. } => {
            let is_young = f64::from(end) <= LAST_IN_MONTHS || until <= LAST_IN_MONTHS;
            let unit = if is_young { Unit::Months } else { Unit::Years };
            Axis { unit, from, until, ticks: ticks((from, until), step_of_months(until - from, unit), YEAR) }
        }
        Range::Lengths { .. } => {
            let (step, major) = step(until - from);
            Axis { unit: Unit::Cm, from, until, ticks: ticks((from, until), step, major) }
        }
    }
}

fn step_of_months(months: f64, unit: Unit) -> f64 {
    match (months, unit) {
        (..=12.0, Unit::Months) => 1.0,
        (..=12.0, _) => 3.0,
        (..=24.0, _) => 2.0,
        (..=60.0, Unit::Months) => 6.0,
        _ => YEAR,
    }
}

/// An axis of measures from one tick to another.
pub(super) fn measures(unit: Unit, (lowest, highest): (f64, f64)) -> Axis {
    let (step, major) = step(highest - lowest);
    let (from, until) = (rounded((lowest / step).floor() * step), rounded((highest / step).ceil() * step));
    Axis { unit, from, until, ticks: ticks((from, until), step, major) }
}

fn step(span: f64) -> (f64, f64) {
    STEPS.into_iter().find(|(step, _)| span / step <= MOST_TICKS).unwrap_or((span, span))
}

fn ticks((from, until): (f64, f64), step: f64, major: f64) -> Vec<Tick> {
    let (first, last) = ((from / step - 1e-6).ceil() as i64, (until / step + 1e-6).floor() as i64);
    let is_major = |at: f64| (at / major - (at / major).round()).abs() < 1e-6;
    (first..=last).map(|place| rounded(place as f64 * step)).map(|at| Tick { at, major: is_major(at) }).collect()
}
