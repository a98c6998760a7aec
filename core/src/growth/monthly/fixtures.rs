//! The tables of the guidelines, and a card, for the tests of this module.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::*;
use crate::growth::fixtures::{day, kg};
use crate::growth::{Child, ExactAge, NotAssessed, Weight, assess};
use crate::pack::Pack;
use crate::person::{BirthDate, Precision, Sex};

/// The tables of the pack that is built in.
pub fn tables() -> &'static Tables {
    static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::embedded().unwrap());
    PACK.monthly_tables().unwrap()
}

/// Somebody born on a day that is known.
pub fn born(iso: &str) -> BirthDate {
    BirthDate::new(day(iso), Precision::Day)
}

/// A child and its weighings.
#[derive(Clone)]
pub struct Weighed {
    pub sex: Sex,
    pub born: BirthDate,
    pub birth_weight: Option<Weight>,
    pub weighings: Vec<Weighing>,
}

impl Weighed {
    pub fn new(sex: Sex, iso: &str, weighings: &[(&str, &str)]) -> Self {
        let weighing = |(on, weight): &(&str, &str)| Weighing { on: day(on), weight: kg(weight).unwrap(), oedema: false };
        Self { sex, born: born(iso), birth_weight: None, weighings: weighings.iter().map(weighing).collect() }
    }

    pub fn with_oedema(mut self, iso: &str) -> Self {
        self.weighings.iter_mut().filter(|weighing| weighing.on == day(iso)).for_each(|weighing| weighing.oedema = true);
        self
    }

    pub fn decide(&self, on: &str) -> MonthlyDecision {
        let today = day(on);
        self.with_card(|card| card.decide(&Today { on: today, oedema: self.has_oedema(today), wfa: self.wfa(today) }))
    }

    pub fn falters(&self, on: &str) -> Option<bool> {
        self.with_card(|card| card.falters(day(on), &tables().increments))
    }

    /// N or T, or why neither.
    pub fn status(&self, on: &str) -> String {
        match self.decide(on).gain {
            Ok(gain) if gain.is_below_minimum() => "T".into(),
            Ok(_) => "N".into(),
            Err(reason) => format!("{reason:?}"),
        }
    }

    fn with_card<T>(&self, of: impl Fn(Card<'_>) -> T) -> T {
        let Self { sex, born, birth_weight, ref weighings } = *self;
        of(Card { sex, born, birth_weight, weighings, minimum: &tables().minimum, limits: &tables().monthly })
    }

    fn has_oedema(&self, on: NaiveDate) -> bool {
        self.weighings.iter().any(|weighing| weighing.on == on && weighing.oedema)
    }

    fn wfa(&self, on: NaiveDate) -> crate::growth::Outcome {
        let weight = self.weighings.iter().find(|weighing| weighing.on == on).map(|weighing| weighing.weight);
        let age = ExactAge::on(self.born, on).ok_or(NotAssessed::AgeUnknown)?;
        assess(&Child { sex: Some(self.sex), age: Some(age), weight, ..Child::default() }).wfa
    }
}
