//! What comes out.

use thiserror::Error;

use super::{Class, Index, Measure, Position, Stature, Table, ZScore};

/// What the standards say of a child: every index, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Length or height as the standards read it; `None` when it is open.
    pub stature: Option<Stature>,
    /// Weight for age.
    pub wfa: Outcome,
    /// Length or height for age.
    pub lhfa: Outcome,
    /// Weight for length or height.
    pub wflh: Outcome,
    /// Body mass index for age.
    pub bfa: Outcome,
    /// Head circumference for age.
    pub hcfa: Outcome,
    /// Mid-upper arm circumference for age.
    pub acfa: Outcome,
}

impl Growth {
    pub(super) fn of(stature: Option<Stature>, outcome: impl Fn(Index) -> Outcome) -> Self {
        Self {
            stature,
            wfa: outcome(Index::WeightForAge),
            lhfa: outcome(Index::LengthForAge),
            wflh: outcome(Index::WeightForLength),
            bfa: outcome(Index::BmiForAge),
            hcfa: outcome(Index::HeadForAge),
            acfa: outcome(Index::ArmForAge),
        }
    }

    /// One of the six.
    pub const fn index(&self, index: Index) -> Outcome {
        match index {
            Index::WeightForAge => self.wfa,
            Index::LengthForAge => self.lhfa,
            Index::WeightForLength => self.wflh,
            Index::BmiForAge => self.bfa,
            Index::HeadForAge => self.hcfa,
            Index::ArmForAge => self.acfa,
        }
    }
}

/// A score, or why there is none. That a child cannot be assessed is a result, not a fault.
pub type Outcome = Result<Score, NotAssessed>;

/// How a child stands in one index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The z-score, also when it is flagged.
    pub z: ZScore,
    /// Beyond what can be: measure again.
    pub flagged: bool,
    /// The ministry's class; none when the value is flagged and where there are no classes.
    pub class: Option<Class>,
    /// The table that was read.
    pub table: Table,
    /// The position for which the table stands, where length is part of the index.
    pub position: Option<Position>,
}

/// Why an index cannot be assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
pub enum NotAssessed {
    /// The tables differ by sex.
    #[error("the sex is not known")]
    SexUnknown,
    /// No age, or not to the day.
    #[error("the age is not known to the day")]
    AgeUnknown,
    /// The index does not exist at this age.
    #[error("the index does not exist at this age")]
    AgeOutside,
    /// The weight says nothing when there is oedema. Oedema of both feet is severe by itself, whatever the weight.
    #[error("oedema makes the weight useless")]
    Oedema,
    /// A measure is open: with it there is a score.
    #[error("a measure is missing")]
    Missing(Measure),
    /// Weight for length reaches from 45.0 to 110.0 cm, weight for height from 65.0 to 120.0 cm.
    #[error("length or height is outside the table")]
    LengthOutside,
}

impl NotAssessed {
    /// Whether a measure that can still be taken would give a score. All else stays as it is, and a rule on it is decided.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Missing(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_missing_measure_is_open() {
        assert!(NotAssessed::Missing(Measure::Head).is_open());
        for reason in
            [NotAssessed::SexUnknown, NotAssessed::AgeUnknown, NotAssessed::AgeOutside, NotAssessed::Oedema, NotAssessed::LengthOutside]
        {
            assert!(!reason.is_open(), "{reason}");
        }
    }
}
