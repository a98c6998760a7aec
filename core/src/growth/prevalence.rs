//! How many children of a group are below and above each limit: children under 60 months, unweighted, by the way of WHO Anthro.

use super::index::FIRST_MONTH_OF_2007;
use super::{ExactAge, Index, NotAssessed, Outcome, Standard, ZScore};
use crate::fact::Number;
use crate::person::Sex;

/// The indices of the table, in its order.
pub const INDICES: [Index; 4] = [Index::LengthForAge, Index::WeightForAge, Index::WeightForLength, Index::BmiForAge];
/// Standard deviations below which children are counted, and above which.
const BELOW: [i32; 3] = [-3, -2, -1];
const ABOVE: [i32; 3] = [1, 2, 3];

/// A group of children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// All of them.
    All,
    /// Boys.
    Male,
    /// Girls.
    Female,
    /// From the first to the last of these completed months of age.
    Months(i64, i64),
}

impl Group {
    /// All, in the order of the table.
    pub const ALL: [Self; 9] = [
        Self::All,
        Self::Male,
        Self::Female,
        Self::Months(0, 5),
        Self::Months(6, 11),
        Self::Months(12, 23),
        Self::Months(24, 35),
        Self::Months(36, 47),
        Self::Months(48, 59),
    ];

    /// The name in the table.
    pub fn name(self) -> String {
        match self {
            Self::All => "All".into(),
            Self::Male => "Male".into(),
            Self::Female => "Female".into(),
            Self::Months(first, last) => format!("{first}-{last}"),
        }
    }

    fn holds(self, sex: Sex, age: Option<ExactAge>) -> bool {
        match self {
            Self::All => true,
            Self::Male => sex == Sex::Male,
            Self::Female => sex == Sex::Female,
            Self::Months(first, last) => age.is_some_and(|age| (first..=last).contains(&age.months())),
        }
    }
}

/// The table, filled child by child in constant memory.
#[derive(Clone, Debug, Default)]
pub struct Prevalence {
    tallies: [[Tally; INDICES.len()]; Group::ALL.len()],
}

impl Prevalence {
    /// Counts a child in one index. Counted are scores by the standards of 2006 that are not flagged. A child under 60 months with oedema is
    /// below every limit of the indices with weight, measured or not; it is left out of the mean.
    pub fn add(&mut self, sex: Sex, age: Option<ExactAge>, index: Index, outcome: Outcome) {
        let z = match outcome {
            Ok(score) if !score.flagged && score.table.standard() == Standard::Who2006 => Some(score.z),
            Err(NotAssessed::Oedema) if age.is_some_and(|age| age.is_under_months(FIRST_MONTH_OF_2007)) => None,
            _ => return,
        };
        let groups = Group::ALL.iter().zip(&mut self.tallies).filter(|(group, _)| group.holds(sex, age));
        for (_, tallies) in groups {
            let tally = INDICES.iter().zip(tallies).find(|(of, _)| **of == index);
            tally.into_iter().for_each(|(_, tally)| tally.add(z));
        }
    }

    /// Every group with each of its indices, in the order of the table.
    pub fn lines(&self) -> impl Iterator<Item = (Group, Index, Tally)> + '_ {
        let groups = Group::ALL.into_iter().zip(&self.tallies);
        groups.flat_map(|(group, tallies)| INDICES.into_iter().zip(tallies).map(move |(index, tally)| (group, index, *tally)))
    }
}

/// The children of one group in one index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many there are.
    pub children: u32,
    below: [u32; BELOW.len()],
    above: [u32; ABOVE.len()],
    with_z: u32,
    hundredths: i64,
}

impl Tally {
    /// The percentage below -3, -2 and -1 SD; `None` without children.
    pub fn percent_below(&self) -> [Option<Number>; BELOW.len()] {
        self.below.map(|count| self.percent(count))
    }

    /// The percentage above 1, 2 and 3 SD; `None` without children.
    pub fn percent_above(&self) -> [Option<Number>; ABOVE.len()] {
        self.above.map(|count| self.percent(count))
    }

    /// The mean z-score of those who have one.
    pub fn mean(&self) -> Option<Number> {
        Number::ratio(self.hundredths, 100 * i64::from(self.with_z))
    }

    /// A child without a z-score is below every limit.
    fn add(&mut self, z: Option<ZScore>) {
        self.children += 1;
        for (limit, count) in BELOW.into_iter().zip(&mut self.below) {
            *count += u32::from(z.is_none_or(|z| z < ZScore::sd(limit)));
        }
        for (limit, count) in ABOVE.into_iter().zip(&mut self.above) {
            *count += u32::from(z.is_some_and(|z| z > ZScore::sd(limit)));
        }
        self.with_z += u32::from(z.is_some());
        self.hundredths += z.map_or(0, |z| i64::from(z.hundredths()));
    }

    fn percent(&self, count: u32) -> Option<Number> {
        Number::ratio(100 * i64::from(count), i64::from(self.children))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::fixtures::{kg, number};
    use crate::growth::{Child, assess};

    fn with(children: &[(i32, &str, bool)]) -> Prevalence {
        let mut prevalence = Prevalence::default();
        for (days, weight, oedema) in children {
            let age = Some(ExactAge::from_days(*days));
            let child = Child { sex: Some(Sex::Female), age, weight: kg(weight), oedema: *oedema, ..Child::default() };
            prevalence.add(Sex::Female, age, Index::WeightForAge, assess(&child).wfa);
        }
        prevalence
    }

    fn tally(prevalence: &Prevalence, group: Group) -> Tally {
        prevalence.lines().find(|line| (line.0, line.1) == (group, Index::WeightForAge)).unwrap().2
    }

    #[test]
    fn a_flagged_child_is_not_counted() {
        let found = tally(&with(&[(400, "9.0", false), (400, "2.0", false)]), Group::All);
        assert_eq!((found.children, found.percent_below()[1]), (1, Some(Number::ZERO)));
    }

    #[test]
    fn a_child_with_oedema_is_below_every_limit_and_in_no_mean() {
        let found = tally(&with(&[(400, "9.0", false), (400, "9.0", true)]), Group::All);
        assert_eq!((found.children, found.percent_below()), (2, [Some(number("50")); 3]));
        assert_eq!(found.mean(), tally(&with(&[(400, "9.0", false)]), Group::All).mean());
    }

    #[test]
    fn children_of_60_months_stand_in_no_group() {
        let found = with(&[(1827, "18", false), (1827, "18", true)]);
        assert!(found.lines().all(|(_, _, tally)| tally == Tally::default()));
        assert_eq!(Tally::default().mean(), None);
        assert_eq!(Tally::default().percent_above(), [None; 3]);
    }

    #[test]
    fn each_child_is_in_the_group_of_its_completed_months() {
        let groups = |days| {
            let found = with(&[(days, "9.0", true)]);
            let groups = Group::ALL.into_iter().filter(|group| tally(&found, *group).children == 1);
            groups.map(Group::name).collect::<Vec<_>>()
        };
        for (last, next, one, other) in [(182, 183, "0-5", "6-11"), (365, 366, "6-11", "12-23"), (730, 731, "12-23", "24-35")] {
            assert_eq!(groups(last), ["All", "Female", one]);
            assert_eq!(groups(next), ["All", "Female", other]);
        }
        assert_eq!(groups(1826), ["All", "Female", "48-59"]);
    }
}
