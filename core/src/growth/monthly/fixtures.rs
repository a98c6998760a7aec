//! The tables of the guidelines, and a card, for the tests of this module.

use chrono::NaiveDate;

use super::*;
use crate::growth::fixtures::{cm, day, kg};
use crate::growth::{Child, ExactAge, NotAssessed, Weight, assess};
use crate::person::{BirthDate, Precision, Sex};

const TABLES: &str = concat!(
    include_str!("../../../packs/ilp/rules/growth-weight-gain.toml"),
    "\n",
    include_str!("../../../../tests/waiting/growth-tables.toml")
);

/// The cells of a table, without their quotes.
fn rows(table: &str) -> Vec<Vec<String>> {
    let (_, section) = TABLES.split_once(&format!("[table.{table}]")).unwrap();
    let (_, rows) = section.split("\n[").next().unwrap().split_once("rows = [").unwrap();
    let cells = |row: &str| row.split(',').map(|cell| cell.trim().trim_matches('"').to_owned()).collect();
    rows.split('[').skip(1).filter_map(|row| row.split_once(']')).map(|(row, _)| cells(row)).collect()
}

fn months(text: &str) -> std::ops::RangeInclusive<i32> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    first.parse().unwrap()..=last.parse().unwrap_or(i32::MAX)
}

pub fn minimum() -> MinimumGains {
    let row = |row: Vec<String>| MinimumGain { months: months(&row[0]), sex: row[1].parse().ok(), gain: kg(&row[2]).unwrap() };
    MinimumGains(rows("kbm").into_iter().map(row).collect())
}

pub fn increments() -> Increments {
    let row = |row: Vec<String>| Increment {
        from: row[0].parse().unwrap(),
        to: row[1].parse().unwrap(),
        sex: row[2].parse().unwrap(),
        gain: kg(&row[3]).unwrap(),
    };
    Increments(rows("weight_increment").into_iter().map(row).collect())
}

pub fn limits() -> Limits {
    let jump = |row: Vec<String>| LengthJump { months: months(&row[0]), in_a_month: cm(&row[1]).unwrap() };
    let values = rows("measure_again");
    let value = |what: &str| values.iter().find(|row| row[0] == what).unwrap()[1].clone();
    let percent = |what| value(what).parse().unwrap();
    Limits {
        fall: cm(&value("length_fall_cm")).unwrap(),
        weight_percent: percent("least_weight_percent")..=percent("most_weight_percent"),
        jumps: rows("length_jump").into_iter().map(jump).collect(),
    }
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
        self.with_card(|card| card.falters(day(on), &increments()))
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
        of(Card { sex, born, birth_weight, weighings, minimum: &minimum() })
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
