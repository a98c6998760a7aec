//! The six indices of a child's growth.

use super::{ExactAge, NotAssessed, Table, ZScore};
use crate::names::names;

/// First age in months that belongs to the growth reference of 2007.
pub(crate) const FIRST_MONTH_OF_2007: i64 = 60;
/// Last age in months of weight for age.
const LAST_MONTH_OF_WEIGHT: i64 = 120;
/// Last age in months of the growth reference.
const LAST_MONTH: i64 = 228;

/// An index: a measure compared with that of healthy children of the same age or length. They are shown in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Index {
    /// Weight for age (BB/U), to 120 months.
    WeightForAge,
    /// Length or height for age (PB/U, TB/U).
    LengthForAge,
    /// Weight for length or height (BB/PB, BB/TB), under 60 months.
    WeightForLength,
    /// Body mass index for age (IMT/U).
    BmiForAge,
    /// Head circumference for age (LK/U), under 60 months.
    HeadForAge,
    /// Mid-upper arm circumference for age (LiLA/U), from day 91 on and under 60 months.
    ArmForAge,
}

/// What is measured of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Weight.
    Weight,
    /// Length or height.
    Length,
    /// Head circumference.
    Head,
    /// Mid-upper arm circumference.
    Arm,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Weight, Self::Length, Self::Head, Self::Arm];
}

names! {
    Index {
        WeightForAge = "wfa",
        LengthForAge = "lhfa",
        WeightForLength = "wflh",
        BmiForAge = "bfa",
        HeadForAge = "hcfa",
        ArmForAge = "acfa",
    }
}

impl Index {
    /// The measures from which it is made.
    pub const fn measures(self) -> &'static [Measure] {
        match self {
            Self::WeightForAge => &[Measure::Weight],
            Self::LengthForAge => &[Measure::Length],
            Self::WeightForLength | Self::BmiForAge => &[Measure::Weight, Measure::Length],
            Self::HeadForAge => &[Measure::Head],
            Self::ArmForAge => &[Measure::Arm],
        }
    }

    /// Whether oedema, which makes a child heavier, leaves it without a meaning.
    pub const fn is_weight_based(self) -> bool {
        matches!(self, Self::WeightForAge | Self::WeightForLength | Self::BmiForAge)
    }

    /// Whether a z-score is beyond what can be: measure again. The limits themselves can be (WHO Anthro, implausible values).
    pub const fn is_implausible(self, z: ZScore) -> bool {
        let (lowest, highest) = match self {
            Self::WeightForAge => (-6, 5),
            Self::LengthForAge => (-6, 6),
            Self::WeightForLength | Self::BmiForAge | Self::HeadForAge | Self::ArmForAge => (-5, 5),
        };
        z.hundredths() < ZScore::sd(lowest).hundredths() || z.hundredths() > ZScore::sd(highest).hundredths()
    }

    /// Whether there is such an index at an age.
    pub(super) fn exists_at(self, age: ExactAge) -> bool {
        let exists = match self {
            Self::WeightForLength => age.is_under_months(FIRST_MONTH_OF_2007),
            _ => self.table_by_age(age).is_ok(),
        };
        age.days() >= 0 && exists
    }

    /// The table by age for this age; that by length goes by another road.
    pub(super) fn table_by_age(self, age: ExactAge) -> Result<Table, NotAssessed> {
        let young = age.is_under_months(FIRST_MONTH_OF_2007);
        let (table, last) = match self {
            Self::WeightForAge if young => return Ok(Table::WeightForAge2006),
            Self::LengthForAge if young => return Ok(Table::LengthHeightForAge2006),
            Self::BmiForAge if young => return Ok(Table::BmiForAge2006),
            Self::HeadForAge if young => return Ok(Table::HeadForAge2006),
            Self::ArmForAge if young => return Ok(Table::ArmForAge2006),
            Self::WeightForAge => (Table::WeightForAge2007, LAST_MONTH_OF_WEIGHT),
            Self::LengthForAge => (Table::HeightForAge2007, LAST_MONTH),
            Self::BmiForAge => (Table::BmiForAge2007, LAST_MONTH),
            Self::WeightForLength | Self::HeadForAge | Self::ArmForAge => return Err(NotAssessed::AgeOutside),
        };
        if age.is_over_months(last) { Err(NotAssessed::AgeOutside) } else { Ok(table) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_read_by_its_name() {
        for index in Index::ALL {
            assert_eq!(index.as_str().parse(), Ok(index));
        }
        assert_eq!("waz".parse::<Index>().unwrap_err().allowed, Index::ALL.map(Index::as_str));
    }

    #[test]
    fn the_limit_of_the_plausible_is_plausible() {
        let limits = [(-600, 500), (-600, 600), (-500, 500), (-500, 500), (-500, 500), (-500, 500)];
        for (index, (lowest, highest)) in Index::ALL.into_iter().zip(limits) {
            let implausible = |hundredths| index.is_implausible(ZScore::from_hundredths(hundredths));
            assert!(!implausible(lowest) && !implausible(highest), "{index:?}");
            assert!(implausible(lowest - 1) && implausible(highest + 1), "{index:?}");
        }
    }

    #[test]
    fn each_index_has_the_measures_of_its_name() {
        let with_weight = Index::ALL.into_iter().filter(|index| index.measures().contains(&Measure::Weight));
        assert!(with_weight.eq(Index::ALL.into_iter().filter(|index| index.is_weight_based())));
    }
}
