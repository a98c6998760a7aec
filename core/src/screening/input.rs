//! What is known about a person, before it is checked.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;

use crate::fact::{Answer, FactId};
use crate::pack::ServiceId;
use crate::person::{BirthDate, PregnancyDate, Sex};

/// What is known about one person on one day. [`super::Subject::new`] checks it.
#[derive(Clone)]
pub struct Input {
    /// The day of the visit, a local calendar date.
    pub on: NaiveDate,
    /// The sex.
    pub sex: Sex,
    /// The birth date, with its precision.
    pub born: BirthDate,
    /// The pregnancy in progress.
    pub pregnancy: Option<PregnancyDate>,
    /// The day of the latest delivery.
    pub delivery: Option<NaiveDate>,
    /// What is known of the person's own birth.
    pub birth: BirthData,
    /// The answers of this visit, in any order. A fact that was not asked is left out.
    pub facts: Vec<(FactId, Answer)>,
    /// Earlier visits, in any order.
    pub history: Vec<EarlierVisit>,
    /// Immunisations and other dated services received, in any order.
    pub doses: Vec<Dose>,
}

impl fmt::Debug for Input {
    /// Shows how much is known and nothing of it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (facts, visits, doses) = (self.facts.len(), self.history.len(), self.doses.len());
        write!(f, "Input({facts} facts, {visits} earlier visits, {doses} doses)")
    }
}

impl Input {
    /// A person of whom nothing is known but sex and birth date.
    pub fn new(on: NaiveDate, sex: Sex, born: BirthDate) -> Self {
        Self {
            on,
            sex,
            born,
            pregnancy: None,
            delivery: None,
            birth: BirthData::default(),
            facts: Vec::new(),
            history: Vec::new(),
            doses: Vec::new(),
        }
    }
}

impl From<Input> for Cow<'_, Input> {
    fn from(input: Input) -> Self {
        Self::Owned(input)
    }
}

impl<'i> From<&'i Input> for Cow<'i, Input> {
    fn from(input: &'i Input) -> Self {
        Self::Borrowed(input)
    }
}

/// What is known of a person's own birth.
#[derive(Clone, Copy, Default)]
pub struct BirthData {
    /// Birth weight in grams, 300 to 7,000.
    pub weight_g: Option<i64>,
    /// Completed weeks of gestation at birth, 20 to 45.
    pub gestation_weeks: Option<i64>,
}

impl fmt::Debug for BirthData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BirthData")
    }
}

/// A visit before this one, with what was recorded.
#[derive(Clone)]
pub struct EarlierVisit {
    /// Its day.
    pub on: NaiveDate,
    /// Its answers, in any order.
    pub facts: Vec<(FactId, Answer)>,
}

impl fmt::Debug for EarlierVisit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EarlierVisit")
    }
}

/// A dated service that was received.
#[derive(Clone)]
pub struct Dose {
    /// Which service.
    pub service: ServiceId,
    /// When; `None` when the date is not known.
    pub on: Option<NaiveDate>,
}

impl fmt::Debug for Dose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dose")
    }
}
