//! What the weighings of a child say.

use thiserror::Error;

use crate::fact::Number;
use crate::growth::Weight;

/// What the weighings say on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthlyDecision {
    /// The gain since the month before, which is N or T; or why neither.
    pub gain: Result<Gain, NotJudged>,
    /// The code for the statistics; `None` without a weighing this month. It differs from N and T where the child is new: at one month the birth
    /// weight is compared for the family, and the statistics call the child new.
    pub skdn: Option<Skdn>,
    /// T in this month and how many months just before it: 2 is 2T, 3 is 3T, 0 is no T.
    pub months_not_rising: u32,
    /// Today's weight is so far below the last one of the month before that it is an emergency, without oedema.
    pub lost_too_much: bool,
    /// The two weighings are not a month apart. The status stands, with a remark.
    pub oddly_spaced: bool,
    /// Below the red line (BGM): weight for age below -3 SD, as long as that has a class.
    pub below_red_line: bool,
}

/// A gain in weight and the least that was to be gained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gain {
    /// In kg; negative when weight was lost.
    pub kg: Number,
    /// The minimum gain in kg. Exactly as much is enough.
    pub minimum_kg: Number,
    /// Days between the two weighings; `None` when the birth weight was the earlier one.
    pub days: Option<i32>,
}

impl Gain {
    /// Whether the weight does not rise (T); otherwise it does (N).
    pub fn is_below_minimum(&self) -> bool {
        self.kg < self.minimum_kg
    }

    pub(super) fn between(earlier: Weight, later: Weight, minimum: Weight) -> Option<Self> {
        Some(Self { kg: later.gain_since(earlier)?, minimum_kg: minimum.to_number()?, days: None })
    }
}

/// The code of a weighed child in the monthly statistics (SKDN).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Skdn {
    /// B: no weighing before this month.
    New,
    /// O: no weighing in the month before, or one that cannot be judged.
    AbsentLastMonth,
    /// N: the minimum was gained.
    Rising,
    /// T: less was gained.
    NotRising,
}

impl Skdn {
    /// The letter on the forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "B",
            Self::AbsentLastMonth => "O",
            Self::Rising => "N",
            Self::NotRising => "T",
        }
    }
}

/// Why the gain is neither N nor T.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
pub enum NotJudged {
    /// The day of birth is not known.
    #[error("the day of birth is not known")]
    BirthDayUnknown,
    /// No minimum gain at this age: under 1 or over 60 completed months.
    #[error("there is no minimum gain at this age")]
    AgeOutside,
    /// No weighing in the month before, and more than one month old.
    #[error("there is no weighing in the month before")]
    NoBaseline,
    /// Not weighed yet this month, with a weighing in the month before.
    #[error("there is no weighing this month")]
    NotWeighed,
    /// One month old, no weighing in the month before, and the birth weight is not known.
    #[error("the birth weight is not known")]
    BirthWeightOpen,
    /// Oedema of both feet today.
    #[error("oedema makes the weight useless")]
    Oedema,
    /// Weight for age of today is flagged: weigh again.
    #[error("the weight is implausible")]
    Implausible,
}

impl NotJudged {
    /// Whether an answer that can still be given would decide it; all else is a decided no.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::NotWeighed | Self::BirthWeightOpen)
    }
}
