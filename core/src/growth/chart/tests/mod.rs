//! What stands on a chart.

mod lines_and_bands;
mod points;
mod without_a_chart;
mod zooms;

use proptest::prelude::*;

use super::*;
use crate::growth::fixtures::{cm, day, kg};
use crate::growth::{Child, Class, ExactAge, NotAssessed, Position, SdLines, assess_index};
use crate::person::{BirthDate, Precision, days_between};

const BORN: &str = "2024-01-15";

fn born(iso: &str) -> BirthDate {
    BirthDate::new(day(iso), Precision::Day)
}

/// A girl born in January 2024, on a day.
fn girl(on: &str, measured: Vec<Measured>) -> Growing {
    Growing { sex: Some(Sex::Female), born: Some(born(BORN)), measured, on: day(on) }
}

fn boy(on: &str, measured: Vec<Measured>) -> Growing {
    Growing { sex: Some(Sex::Male), ..girl(on, measured) }
}

fn weighed(on: &str, weight: &str) -> Measured {
    Measured { on: day(on), child: Child { weight: kg(weight), ..Child::default() } }
}

fn swollen(measured: Measured) -> Measured {
    Measured { child: Child { oedema: true, ..measured.child }, ..measured }
}

fn measured(on: &str, weight: &str, length: &str, position: Position) -> Measured {
    let child = Child { weight: kg(weight), length: cm(length), position: Some(position), ..Child::default() };
    Measured { on: day(on), child }
}

fn joined(growing: &Growing) -> Vec<Option<usize>> {
    chart(Index::WeightForAge, growing).unwrap().points.iter().map(|point| point.joined_to).collect()
}

#[test]
fn debug_shows_nothing_of_a_child() {
    let growing = girl("2025-03-15", vec![weighed("2025-03-15", "9.0")]);
    let drawn = chart(Index::WeightForAge, &growing).unwrap();
    let shown = format!("{growing:?} {:?} {:?} {drawn:?}", growing.measured[0], drawn.points[0]);
    assert_eq!(shown, "Growing(hidden) Measured(hidden) Point(hidden) Chart(hidden)");
}
