//! The life stages (siklus hidup) of the primary-care integration.

use std::fmt;

use super::Age;
use crate::names::names;

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

// In the order in which they are shown.
names! {
    LifeStage {
        Pregnant = "pregnant",
        Postpartum = "postpartum",
        Newborn = "newborn",
        Infant0To5Months = "infant_0_5m",
        Infant6To11Months = "infant_6_11m",
        Child12To59Months = "child_12_59m",
        Preschool60To71Months = "preschool_60_71m",
        SchoolAge = "school_age",
        Adolescent = "adolescent",
        Adult = "adult",
        OlderAdult = "older_adult",
    }
}

impl LifeStage {
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

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    use super::LifeStage::*;
    use super::*;
    use crate::person::fixtures::{any_day, day};
    use crate::person::{add_months, first_day_of_age_months};

    const BIRTHS: [&str; 4] = ["2000-01-31", "2000-02-29", "2001-03-01", "2003-08-31"];

    /// The age stage of the person born on `born`.
    fn stage_on(born: NaiveDate, on: NaiveDate) -> LifeStage {
        LifeStage::of_age(Age::on(born, on))
    }

    #[test]
    fn a_newborn_is_28_days_old_at_most() {
        let born = day("2026-01-31");
        assert_eq!(stage_on(born, born), Newborn);
        assert_eq!(stage_on(born, day("2026-02-28")), Newborn);
        assert_eq!(stage_on(born, day("2026-03-01")), Infant0To5Months);
    }

    /// Born on 31 January, the first month is complete on day 28: days decide first.
    #[test]
    fn a_newborn_of_one_completed_month_is_a_newborn() {
        let age = Age::on(day("2026-01-31"), day("2026-02-28"));
        assert_eq!((age.days, age.months), (28, 1));
        assert_eq!(LifeStage::of_age(age), Newborn);
    }

    #[test]
    fn each_later_stage_begins_with_a_completed_month() {
        let borders = [
            (6, Infant0To5Months, Infant6To11Months),
            (12, Infant6To11Months, Child12To59Months),
            (60, Child12To59Months, Preschool60To71Months),
            (72, Preschool60To71Months, SchoolAge),
            (10 * 12, SchoolAge, Adolescent),
            (19 * 12, Adolescent, Adult),
            (60 * 12, Adult, OlderAdult),
        ];
        for born in BIRTHS.map(day) {
            for (months, before, after) in borders {
                let border = add_months(born, months).unwrap();
                assert_eq!(stage_on(born, border.pred_opt().unwrap()), before, "{months}");
                assert_eq!(stage_on(born, border), after, "{months}");
            }
        }
    }

    #[test]
    fn the_post_partum_period_is_day_0_to_42() {
        let age = Age::on(day("1998-05-01"), day("2026-03-02"));
        for (days, expected) in [(-1, false), (0, true), (42, true), (43, false)] {
            let stages = stages(age, false, Some(days));
            assert_eq!(stages.contains(Postpartum), expected, "{days}");
            assert!(stages.contains(Adult));
        }
    }

    #[test]
    fn a_pregnant_girl_is_an_adolescent_too() {
        let age = Age::on(day("2010-05-01"), day("2026-03-02"));
        assert!(stages(age, true, None).iter().eq([Pregnant, Adolescent]));
        assert!(stages(age, true, Some(30)).iter().eq([Pregnant, Postpartum, Adolescent]));
    }

    #[test]
    fn a_stage_is_read_by_its_name() {
        for stage in LifeStage::ALL {
            assert_eq!(stage.as_str().parse(), Ok(stage));
        }
        let names = LifeStage::ALL.map(LifeStage::as_str);
        let error = "toddler".parse::<LifeStage>().unwrap_err();
        assert_eq!(error.allowed, names);
    }

    #[test]
    fn sets_are_sets() {
        let mother = StageSet::from_iter([Adult, Pregnant, Adult]);
        let child = StageSet::from_iter([Newborn]);
        assert_eq!(format!("{mother:?}"), "{Pregnant, Adult}");
        assert!(!mother.intersects(child));
        assert!(mother.intersects(StageSet::from_iter([Adult, Newborn])));
        assert!(StageSet::EMPTY.is_empty() && !child.is_empty());
    }

    proptest! {
        #[test]
        fn no_day_is_without_exactly_one_age_stage(born in any_day(), days in 0..45_000_u64) {
            let age = Age::on(born, born + Days::new(days));
            let set = stages(age, false, None);
            prop_assert!(set.iter().eq([LifeStage::of_age(age)]));
        }

        #[test]
        fn six_years_and_72_months_begin_school_age_on_one_day(born in any_day()) {
            let first = first_day_of_age_months(born, 72).unwrap();
            prop_assert_eq!(stage_on(born, first), SchoolAge);
            prop_assert_eq!(stage_on(born, first.pred_opt().unwrap()), Preschool60To71Months);
            prop_assert_eq!(Age::on(born, first).years, 6);
        }

        #[test]
        fn nobody_returns_to_an_earlier_stage(born in any_day(), days in 0..45_000_u64) {
            let on = born + Days::new(days);
            prop_assert!(stage_on(born, on) <= stage_on(born, on.succ_opt().unwrap()));
        }
    }
}
