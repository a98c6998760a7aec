//! What a monthly decision is called in words.

use super::decision::{MonthlyDecision, NotJudged, Skdn};
use crate::names::names;

/// Something that is told of the weighings of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// The weight rises (N).
    Rising,
    /// The weight does not rise (T).
    NotRising,
    /// It did not rise in two months in a row (2T).
    NotRisingTwice,
    /// It did not rise in three months in a row, or more (3T).
    NotRisingThrice,
    /// Not weighed in the month before, so that nothing can be compared (O).
    AbsentLastMonth,
    /// Weighed for the first time (B).
    FirstWeighing,
    /// The two weighings are not a month apart.
    OddlySpaced,
    /// Below the red line (BGM).
    BelowRedLine,
}

names! {
    Remark {
        Rising = "rising",
        NotRising = "not_rising",
        NotRisingTwice = "not_rising_twice",
        NotRisingThrice = "not_rising_thrice",
        AbsentLastMonth = "absent_last_month",
        FirstWeighing = "first_weighing",
        OddlySpaced = "oddly_spaced",
        BelowRedLine = "below_red_line",
    }
}

impl MonthlyDecision {
    /// What is told, the status of the month first.
    pub fn remarks(&self) -> impl Iterator<Item = Remark> {
        let odd = self.oddly_spaced.then_some(Remark::OddlySpaced);
        let below = self.below_red_line.then_some(Remark::BelowRedLine);
        self.status().into_iter().chain(odd).chain(below)
    }

    /// The status of the month; none where nothing is judged: not weighed this month, with oedema, at other ages.
    fn status(&self) -> Option<Remark> {
        let code = self.skdn?;
        match (self.gain, self.months_not_rising) {
            (Ok(_), 0) => Some(Remark::Rising),
            (Ok(_), 1) => Some(Remark::NotRising),
            (Ok(_), 2) => Some(Remark::NotRisingTwice),
            (Ok(_), _) => Some(Remark::NotRisingThrice),
            (Err(NotJudged::NoBaseline | NotJudged::BirthWeightOpen), _) if code == Skdn::New => Some(Remark::FirstWeighing),
            (Err(NotJudged::NoBaseline | NotJudged::BirthWeightOpen), _) => Some(Remark::AbsentLastMonth),
            (Err(_), _) => None,
        }
    }
}
