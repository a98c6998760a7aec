//! The points of a child.

use chrono::NaiveDate;

use super::question::{Growing, Measured};
use super::range::months;
use super::rounded;
use crate::growth::assess::{measured, outcome};
use crate::growth::stature::LYING_MINUS_STANDING_MM;
use crate::growth::{Child, ExactAge, Index, NotAssessed, Outcome, Position, Stature};
use crate::hidden::hidden;
use crate::person::{month_start, months_between};

/// A measure of the child on the chart.
#[derive(Clone, PartialEq)]
pub struct Point {
    /// The day.
    pub on: NaiveDate,
    /// Across: months of age, or cm.
    pub x: f64,
    /// Upwards: kg, cm or kg/m2. Length and height as the standards read them.
    pub y: f64,
    /// The z-score and the class, or why there is none.
    pub outcome: Outcome,
    /// How it is drawn.
    pub mark: Mark,
    /// The place of the earlier point from which a line leads here.
    pub joined_to: Option<usize>,
    /// What was measured.
    pub child: Child,
    /// Length or height as the standards read it.
    pub stature: Option<Stature>,
}

/// How a point is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// A full dot.
    Measured,
    /// Hollow and not joined: it cannot be, measure again. It may lie outside the axis.
    Flagged,
    /// Hollow and not joined: oedema makes the weight useless.
    Oedema,
}

hidden!(Point);

/// The points of a child that has this age on the day of the chart, the earliest first.
pub(super) fn points(index: Index, growing: &Growing, now: ExactAge) -> Vec<Point> {
    let mut all: Vec<&Measured> = growing.measured.iter().filter(|measured| measured.on <= growing.on).collect();
    all.sort_by_key(|measured| measured.on);
    let mut points: Vec<Point> = Vec::with_capacity(all.len());
    for measured in all {
        let Some(point) = point(index, growing, measured, now) else { continue };
        let joined_to = joined_to(&points, &point);
        points.push(Point { joined_to, ..point });
    }
    points
}

/// None where the measure is missing, the index does not exist, or the length lies outside the table.
fn point(index: Index, growing: &Growing, day: &Measured, now: ExactAge) -> Option<Point> {
    let age = ExactAge::on(growing.born?, day.on).filter(|age| index.exists_at(*age))?;
    let child = Child { sex: growing.sex, age: Some(age), ..day.child };
    let stature = Stature::of(&child);
    let outcome = outcome(index, &child, stature);
    let mark = match outcome {
        Ok(score) if score.flagged => Mark::Flagged,
        Ok(_) => Mark::Measured,
        Err(NotAssessed::Oedema) => Mark::Oedema,
        Err(_) => return None,
    };
    // Where the weight goes, whatever it says.
    let y = measured(index, &Child { oedema: false, ..child }, stature).ok()?;
    let x = if index == Index::WeightForLength { across_length(stature?, age, now) } else { months(age) };
    Some(Point { on: day.on, x: rounded(x), y: rounded(y), outcome, mark, joined_to: None, child, stature })
}

/// What was measured before day 731 lies on the chart of a child that stands by now where its z-score is the same: the tables by length and by
/// height are as far apart as a child lying and standing.
fn across_length(stature: Stature, then: ExactAge, now: ExactAge) -> f64 {
    let moved = Position::at(then) == Position::Lying && Position::at(now) == Position::Standing;
    stature.length.cm() - if moved { f64::from(LYING_MINUS_STANDING_MM) / 10.0 } else { 0.0 }
}

/// As on the KMS: a line leads from the weighing of the month before to that of this month, and a month without one leaves a gap
/// (Permenkes 155/2010, recalled). Points of one calendar month are joined too. The other indices follow the same rule, which is a design.
fn joined_to(before: &[Point], point: &Point) -> Option<usize> {
    let (place, last) = before.iter().enumerate().rev().find(|(_, earlier)| earlier.mark == Mark::Measured)?;
    let months = months_between(month_start(last.on), month_start(point.on));
    (point.mark == Mark::Measured && months <= 1).then_some(place)
}
