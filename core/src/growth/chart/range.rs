//! From where to where a chart reaches, and its curves.

use std::num::NonZeroUsize;

use super::{Point, rounded};
use crate::growth::index::FIRST_MONTH_OF_2007;
use crate::growth::{Curve, ExactAge, Index, Position};
use crate::person::Sex;

/// Days in a month of the WHO.
const MONTH: f64 = 30.4375;
/// Months up to which a chart by age reaches: the first that lies beyond the child.
const ENDS: [i32; 3] = [24, 60, 120];
/// The month with which all charts end.
const LAST_END: i32 = 228;
/// Months from which the reference of 2007 stands.
const FIRST_OF_2007: i32 = FIRST_MONTH_OF_2007 as i32;
/// About so many places have a coordinate; a line between two of them cannot be told from a curve.
const PLACES: i32 = 150;
const WEEK: i32 = 7;
/// Millimetres between two places of weight for length.
const MM: NonZeroUsize = NonZeroUsize::MIN.saturating_add(4);
/// Where the tables by length begin and end, in cm.
const LENGTHS_LYING: (f64, f64) = (45.0, 110.0);
const LENGTHS_STANDING: (f64, f64) = (65.0, 120.0);

/// From where to where a chart reaches.
#[derive(Clone, Copy)]
pub(super) enum Range {
    /// Whole months, and the age of the child in months.
    Ages { from: i32, until: i32, now: f64 },
    /// The table for a position, and where the last point of the child lies.
    Lengths { position: Position, last: Option<f64> },
}

impl Range {
    pub fn of(index: Index, age: ExactAge, points: &[Point]) -> Self {
        if index == Index::WeightForLength {
            return Self::Lengths { position: Position::at(age), last: points.last().map(|point| point.x) };
        }
        let now = months(age);
        let until = ENDS.into_iter().find(|end| now <= f64::from(*end)).unwrap_or(LAST_END);
        let is_young = |month: f64| month < f64::from(FIRST_OF_2007);
        let from = if is_young(now) || points.iter().any(|point| is_young(point.x)) { 0 } else { FIRST_OF_2007 };
        Self::Ages { from, until, now }
    }

    pub const fn position(self) -> Option<Position> {
        match self {
            Self::Ages { .. } => None,
            Self::Lengths { position, .. } => Some(position),
        }
    }

    /// In the unit of the axis.
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::Ages { from, until, .. } => (f64::from(from), f64::from(until)),
            Self::Lengths { position: Position::Lying, .. } => LENGTHS_LYING,
            Self::Lengths { position: Position::Standing, .. } => LENGTHS_STANDING,
        }
    }

    pub fn curves(self, index: Index, sex: Sex) -> Vec<Curve> {
        let (from, until) = self.ends();
        match self {
            Self::Ages { .. } => {
                let (first, last) = ((from * MONTH).ceil() as i32, (until * MONTH).floor() as i32);
                let weeks = (last - first) / (PLACES * WEEK) + 1;
                let step = NonZeroUsize::new((weeks * WEEK) as usize).unwrap_or(NonZeroUsize::MIN);
                Curve::by_age(index, sex, first..=last, step)
            }
            Self::Lengths { position, .. } => vec![Curve::by_length(sex, position, (from * 10.0) as i32..=(until * 10.0) as i32, MM)],
        }
    }

    /// Where a place of a curve, in days or millimetres, lies on the axis.
    pub fn across(self, at: i32) -> f64 {
        match self {
            Self::Ages { .. } => rounded(f64::from(at) / MONTH),
            Self::Lengths { .. } => rounded(f64::from(at) / 10.0),
        }
    }
}

/// An age on the axis of months.
pub(super) fn months(age: ExactAge) -> f64 {
    rounded(age.days() as f64 / MONTH)
}
