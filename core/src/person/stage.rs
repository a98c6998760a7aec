//! The life stages (siklus hidup) of the primary-care integration.

use std::fmt;
use std::str::FromStr;

use super::{Age, UnknownName};

/// Last day of life, in completed days, of the newborn.
const LAST_NEWBORN_DAY: i32 = 28;
/// Last day after the delivery, its own day being 0, that belongs to the post-partum period.
const LAST_POSTPARTUM_DAY: i32 = 42;

/// A life stage. A person has exactly one of the nine age stages, and may be pregnant or post partum beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LifeStage {
    /// A pregnancy is in progress.
    Pregnant,
    /// Day 0 to 42 after a delivery.
    Postpartum,
    /// Day 0 to 28 of life.
    Newborn,
    /// Day 29 to 5 completed months.
    Infant0To5Months,
    /// 6 to 11 completed months.
    Infant6To11Months,
    /// 12 to 59 completed months.
    Child12To59Months,
    /// 60 to 71 completed months.
    Preschool60To71Months,
    /// 6 to 9 completed years.
    SchoolAge,
    /// 10 to 18 completed years.
    Adolescent,
    /// 19 to 59 completed years.
    Adult,
    /// 60 completed years and over.
    OlderAdult,
}

impl LifeStage {
    /// Every life stage, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Pregnant,
        Self::Postpartum,
        Self::Newborn,
        Self::Infant0To5Months,
        Self::Infant6To11Months,
        Self::Child12To59Months,
        Self::Preschool60To71Months,
        Self::SchoolAge,
        Self::Adolescent,
        Self::Adult,
        Self::OlderAdult,
    ];

    const NAMES: &[&str] = &[
        "pregnant",
        "postpartum",
        "newborn",
        "infant_0_5m",
        "infant_6_11m",
        "child_12_59m",
        "preschool_60_71m",
        "school_age",
        "adolescent",
        "adult",
        "older_adult",
    ];

    /// The name in packs and case files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pregnant => "pregnant",
            Self::Postpartum => "postpartum",
            Self::Newborn => "newborn",
            Self::Infant0To5Months => "infant_0_5m",
            Self::Infant6To11Months => "infant_6_11m",
            Self::Child12To59Months => "child_12_59m",
            Self::Preschool60To71Months => "preschool_60_71m",
            Self::SchoolAge => "school_age",
            Self::Adolescent => "adolescent",
            Self::Adult => "adult",
            Self::OlderAdult => "older_adult",
        }
    }

    /// The one age stage of this age.
    pub const fn of_age(age: Age) -> Self {
        match age {
            Age { days: ..=LAST_NEWBORN_DAY, .. } => Self::Newborn,
            Age { months: ..6, .. } => Self::Infant0To5Months,
            Age { months: ..12, .. } => Self::Infant6To11Months,
            Age { months: ..60, .. } => Self::Child12To59Months,
            Age { months: ..72, .. } => Self::Preschool60To71Months,
            Age { years: ..10, .. } => Self::SchoolAge,
            Age { years: ..19, .. } => Self::Adolescent,
            Age { years: ..60, .. } => Self::Adult,
            _ => Self::OlderAdult,
        }
    }
}

impl FromStr for LifeStage {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let stage = Self::ALL.into_iter().find(|stage| stage.as_str() == name);
        stage.ok_or(UnknownName { allowed: Self::NAMES })
    }
}

/// The life stages of a person on a day. `days_since_delivery` is counted from the day of the latest delivery, which is day 0.
pub fn stages(age: Age, pregnant: bool, days_since_delivery: Option<i32>) -> StageSet {
    let mut stages = StageSet::from_iter([LifeStage::of_age(age)]);
    if pregnant {
        stages.insert(LifeStage::Pregnant);
    }
    if days_since_delivery.is_some_and(|days| (0..=LAST_POSTPARTUM_DAY).contains(&days)) {
        stages.insert(LifeStage::Postpartum);
    }
    stages
}

/// A set of life stages.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct StageSet(u16);

impl StageSet {
    /// No stage.
    pub const EMPTY: Self = Self(0);

    /// Adds a stage.
    pub const fn insert(&mut self, stage: LifeStage) {
        self.0 |= Self::bit(stage);
    }

    /// Whether the stage is in the set.
    pub const fn contains(self, stage: LifeStage) -> bool {
        self.0 & Self::bit(stage) != 0
    }

    /// Whether the two sets have a stage in common.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is no stage in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The stages in the order of [`LifeStage::ALL`].
    pub fn iter(self) -> impl Iterator<Item = LifeStage> {
        LifeStage::ALL.into_iter().filter(move |stage| self.contains(*stage))
    }

    const fn bit(stage: LifeStage) -> u16 {
        1 << stage as u16
    }
}

impl FromIterator<LifeStage> for StageSet {
    fn from_iter<I: IntoIterator<Item = LifeStage>>(stages: I) -> Self {
        let mut set = Self::EMPTY;
        stages.into_iter().for_each(|stage| set.insert(stage));
        set
    }
}

impl fmt::Debug for StageSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
