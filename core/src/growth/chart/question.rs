//! What is asked, and who has no chart.

use chrono::NaiveDate;
use thiserror::Error;

use crate::growth::age::LAST_BIRTHDAY;
use crate::growth::{Child, ExactAge, Index};
use crate::hidden::hidden;
use crate::person::{Age, BirthDate, Sex};

/// The indices that have a chart. The ministry judges the arm circumference by centimetres, not by lines over the age.
pub const CHARTED: [Index; 5] = [Index::WeightForAge, Index::LengthForAge, Index::WeightForLength, Index::BmiForAge, Index::HeadForAge];

/// A child and all that was measured of it.
#[derive(Clone, Default)]
pub struct Growing {
    /// The lines differ by sex.
    pub sex: Option<Sex>,
    /// Its day must be known.
    pub born: Option<BirthDate>,
    /// In any order. What lies after the day of the chart or before the birth is not looked at.
    pub measured: Vec<Measured>,
    /// The day of the chart.
    pub on: NaiveDate,
}

/// What was measured on a day.
#[derive(Clone, Copy)]
pub struct Measured {
    /// The day.
    pub on: NaiveDate,
    /// The measures with position and oedema; sex and age are not looked at.
    pub child: Child,
}

hidden!(Growing, Measured);

/// Why there is no chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum NoChart {
    /// The lines differ by sex.
    #[error("the sex is not known")]
    SexUnknown,
    /// Without its day nobody knows where a point belongs.
    #[error("the day of birth is not known")]
    BirthDayUnknown,
    /// The index does not exist at the age, or the child is not born yet.
    #[error("the index does not exist at this age")]
    AgeOutside,
    /// The index is not drawn: see [`CHARTED`].
    #[error("the index has no chart")]
    NotDrawn,
}

/// The indices of which a child can have a chart on a day.
///
/// # Errors
/// [`NoChart`] when there is none at all.
pub fn choices(growing: &Growing) -> Result<Vec<Index>, NoChart> {
    let drawn = |index: &Index| growing.sex_and_age(*index);
    let existing: Vec<Index> = CHARTED.into_iter().filter(|index| drawn(index).is_ok()).collect();
    if existing.is_empty() { Err(drawn(&Index::BmiForAge).err().unwrap_or(NoChart::AgeOutside)) } else { Ok(existing) }
}

impl Growing {
    /// The sex and the age on the day of the chart, when the index exists then.
    pub(super) fn sex_and_age(&self, index: Index) -> Result<(Sex, ExactAge), NoChart> {
        if !CHARTED.contains(&index) {
            return Err(NoChart::NotDrawn);
        }
        let Some(born) = self.born else { return Err(NoChart::BirthDayUnknown) };
        let Some(age) = ExactAge::on(born, self.on) else {
            let grown_up = Age::on(born.effective(), self.on).years >= LAST_BIRTHDAY;
            return Err(if grown_up { NoChart::AgeOutside } else { NoChart::BirthDayUnknown });
        };
        let sex = self.sex.ok_or(NoChart::SexUnknown)?;
        if index.exists_at(age) { Ok((sex, age)) } else { Err(NoChart::AgeOutside) }
    }
}
