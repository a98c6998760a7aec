//! Length or height as the standards read it: lying to day 730, standing from day 731 on.

use super::index::FIRST_MONTH_OF_2007;
use super::{Child, ExactAge, Length, Position};

/// Last day of life on which the standards look at the length of a child that lies.
pub(super) const LAST_LYING_DAY: i64 = 730;
/// Without age and position a child shorter than this counts as measured lying (WHO 2006).
const FIRST_STANDING_MM: i64 = 870;
/// A child that lies is so much longer than when it stands (WHO 2006).
pub(super) const LYING_MINUS_STANDING_MM: i32 = 7;
/// Under so many months a child cannot be measured standing.
const FIRST_STANDING_MONTH: i64 = 9;

/// A child's length or height as the standards read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stature {
    /// The value with which every index is calculated.
    pub length: Length,
    /// What became of the measured value.
    pub reading: Reading,
}

/// What became of the measured length or height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// It was measured in the position of the age, or the age is not known, or the reference of 2007 does not ask.
    AsMeasured,
    /// Measured standing to day 730: 0.7 cm were added.
    AddedForStanding,
    /// Measured lying from day 731 on: 0.7 cm were taken off.
    TakenForLying,
    /// Recorded as standing under 9 months, which cannot be: the value stays, the position counts as not known. Measure again.
    StandingTooYoung,
    /// The position was not recorded: that of the age is assumed.
    PositionUnknown,
}

impl Stature {
    /// `None` when the length is open.
    pub(super) fn of(child: &Child) -> Option<Self> {
        let measured = child.length?;
        let reading = Reading::of(child);
        let length = match reading {
            Reading::AddedForStanding => measured.plus_mm(LYING_MINUS_STANDING_MM),
            Reading::TakenForLying => measured.plus_mm(-LYING_MINUS_STANDING_MM),
            Reading::AsMeasured | Reading::StandingTooYoung | Reading::PositionUnknown => Some(measured),
        };
        Some(Self { length: length?, reading })
    }
}

impl Reading {
    fn of(child: &Child) -> Self {
        let Some(age) = child.age else {
            return if child.position.is_some() { Self::AsMeasured } else { Self::PositionUnknown };
        };
        match (child.position, age.days() <= LAST_LYING_DAY) {
            _ if !age.is_under_months(FIRST_MONTH_OF_2007) => Self::AsMeasured,
            (None, _) => Self::PositionUnknown,
            (Some(Position::Standing), _) if age.is_under_months(FIRST_STANDING_MONTH) => Self::StandingTooYoung,
            (Some(Position::Standing), true) => Self::AddedForStanding,
            (Some(Position::Lying), false) => Self::TakenForLying,
            _ => Self::AsMeasured,
        }
    }
}

impl Position {
    /// The position for which the standards stand at this age.
    pub(super) fn at(age: ExactAge) -> Self {
        if age.days() <= LAST_LYING_DAY { Self::Lying } else { Self::Standing }
    }

    /// The position in which a child of this length is usually measured.
    pub(super) fn usual_at(length: Length) -> Self {
        if length.mm().0 < FIRST_STANDING_MM { Self::Lying } else { Self::Standing }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::fixtures::cm;

    fn stature(days: i32, position: Option<Position>) -> (String, Reading) {
        let child = Child { age: Some(ExactAge::from_days(days)), length: cm("72.86"), position, ..Child::default() };
        let stature = Stature::of(&child).unwrap();
        (stature.length.to_number().unwrap().to_string(), stature.reading)
    }

    fn as_measured(reading: Reading) -> (String, Reading) {
        ("72.86".into(), reading)
    }

    #[test]
    fn the_step_between_day_730_and_731() {
        let (lying, standing) = (Some(Position::Lying), Some(Position::Standing));
        assert_eq!(stature(730, lying), as_measured(Reading::AsMeasured));
        assert_eq!(stature(730, standing), ("73.56".into(), Reading::AddedForStanding));
        assert_eq!(stature(731, lying), ("72.16".into(), Reading::TakenForLying));
        assert_eq!(stature(731, standing), as_measured(Reading::AsMeasured));
    }

    /// 9 months are 273.9375 days.
    #[test]
    fn standing_under_9_months_stays_as_measured() {
        assert_eq!(stature(273, Some(Position::Standing)), as_measured(Reading::StandingTooYoung));
        assert_eq!(stature(274, Some(Position::Standing)), ("73.56".into(), Reading::AddedForStanding));
    }

    #[test]
    fn without_position_or_age_nothing_is_corrected() {
        assert_eq!(stature(730, None), as_measured(Reading::PositionUnknown));
        assert_eq!(stature(731, None), as_measured(Reading::PositionUnknown));
        let child = Child { length: cm("72.86"), position: Some(Position::Standing), ..Child::default() };
        assert_eq!(Stature::of(&child), Some(Stature { length: cm("72.86").unwrap(), reading: Reading::AsMeasured }));
    }

    #[test]
    fn the_reference_of_2007_corrects_nothing() {
        assert_eq!(stature(1826, Some(Position::Lying)), ("72.16".into(), Reading::TakenForLying));
        assert_eq!(stature(1827, Some(Position::Lying)), as_measured(Reading::AsMeasured));
    }

    #[test]
    fn a_length_that_is_open_stays_open() {
        assert_eq!(Stature::of(&Child::default()), None);
        let tiny = Child { age: Some(ExactAge::from_days(800)), length: cm("0.7"), position: Some(Position::Lying), ..Child::default() };
        assert_eq!(Stature::of(&tiny), None);
    }
}
