//! Which runs of rules concern people of a sex and an age, worked out once for all ages between two limits of windows.

use super::rule_index::RuleRun;
use super::scopes::Scopes;
use super::source::{AgeUnit, Window};
use crate::person::{Age, Sex};

/// The places of runs of rules, for each sex and for all ages that no window tells apart.
#[derive(Debug)]
pub(crate) struct AgeIndex {
    /// The days and the months at which a window begins, or is over; 0 is the first. A year is twelve months.
    days: Vec<i32>,
    months: Vec<i32>,
    /// For each sex, then from each of the months on, then from each of the days on.
    places: Vec<Vec<u16>>,
}

impl AgeIndex {
    pub(super) fn of(runs: &[RuleRun], scopes: &Scopes) -> Self {
        let windows: Vec<_> = runs.iter().filter_map(|run| scopes.clause(run.scope)?.age).collect();
        let days = turns(windows.iter().filter(|window| window.unit == AgeUnit::Days), |day| day);
        let months = turns(windows.iter().filter(|window| window.unit == AgeUnit::Months), |month| month);
        let years = turns(windows.iter().filter(|window| window.unit == AgeUnit::Years), |year| year.saturating_mul(12));
        let months = in_order(months.into_iter().chain(years).collect());
        let ages = months.iter().flat_map(|months| days.iter().map(|days| Age { days: *days, months: *months, years: *months / 12 }));
        let ages: Vec<_> = ages.collect();
        let people = Sex::ALL.into_iter().flat_map(|sex| ages.iter().map(move |age| (sex, *age)));
        let places = people.map(|(sex, age)| {
            let runs = runs.iter().zip(0..).filter(|(run, _)| scopes.admits(run.scope, sex, age));
            runs.map(|(_, place)| place).collect()
        });
        Self { places: places.collect(), days, months }
    }

    /// The places of the runs whose sex and age are those of a person.
    pub(crate) fn places(&self, sex: Sex, age: Age) -> &[u16] {
        let sex = usize::from(sex == Sex::Male);
        let index = (sex * self.months.len() + last_turn(&self.months, age.months)) * self.days.len() + last_turn(&self.days, age.days);
        self.places.get(index).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The ages at which windows begin, or are over.
fn turns<'w>(windows: impl Iterator<Item = &'w Window>, age: impl Fn(i32) -> i32) -> Vec<i32> {
    let turns = windows.flat_map(|window| [Some(window.from), window.to.map(|to| to.saturating_add(1))]);
    in_order(turns.flatten().map(age).collect())
}

fn in_order(mut turns: Vec<i32>) -> Vec<i32> {
    turns.push(0);
    turns.sort_unstable();
    turns.dedup();
    turns
}

/// The place of the last turn that an age has reached.
fn last_turn(turns: &[i32], age: i32) -> usize {
    turns.partition_point(|turn| *turn <= age).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use crate::pack::Pack;
    use crate::person::{Age, Sex};
    use proptest::prelude::*;
    use std::sync::OnceLock;

    fn pack() -> &'static Pack {
        static PACK: OnceLock<Pack> = OnceLock::new();
        PACK.get_or_init(|| Pack::embedded().unwrap_or_else(|faults| panic!("{faults}")))
    }

    proptest! {
        #[test]
        fn the_runs_are_those_whose_window_holds_the_age(male in any::<bool>(), days in prop_oneof![0..800_i32, 0..40_000_i32]) {
            let (sex, months) = (if male { Sex::Male } else { Sex::Female }, days * 100 / 3044);
            let age = Age { days, months, years: months / 12 };
            let admitted = pack().rule_runs.iter().zip(0..).filter(|(run, _)| pack().scopes.admits(run.scope, sex, age));
            let admitted: Vec<u16> = admitted.map(|(_, place)| place).collect();
            prop_assert_eq!(pack().runs_by_age.places(sex, age), admitted);
        }
    }
}
