//! The growth chart of one child: the lines of the WHO, the bands of the classes and the child's points, in the units of the axes.
//!
//! Across lies the age in months of 30.4375 days, or the length in cm; upwards kg, cm or kg/m2. Coordinates are rounded to hundredths: they
//! are for drawing, and nothing is judged by them. A point has the outcome of [`assess_index`](super::assess_index).
//!
//! ```
//! use siklus_core::growth::chart::{Growing, Measured, chart};
//! use siklus_core::growth::{Child, Index, Weight};
//! use siklus_core::person::{BirthDate, Precision, Sex};
//!
//! let weighed = |on: &str, grams| Measured {
//!     on: on.parse().unwrap(),
//!     child: Child { weight: Weight::from_grams(grams), ..Child::default() },
//! };
//! let drawn = chart(Index::WeightForAge, &Growing {
//!     sex: Some(Sex::Female),
//!     born: Some(BirthDate::new("2025-01-10".parse().unwrap(), Precision::Day)),
//!     measured: vec![weighed("2026-02-02", 8200), weighed("2026-03-02", 8400)],
//!     on: "2026-03-02".parse().unwrap(),
//! })
//! .unwrap();
//! assert_eq!(drawn.points.last().map(|point| (point.x, point.y, point.joined_to)), Some((13.67, 8.4, Some(0))));
//! ```

mod axis;
mod band;
mod line;
mod point;
mod question;
mod range;
#[cfg(test)]
mod tests;
mod zoom;

pub use axis::{Axis, Tick, Unit};
pub use band::{Band, Colour};
pub use line::{Line, Stroke};
pub use point::{Mark, Point};
pub use question::{CHARTED, Growing, Measured, NoChart, choices};
pub use zoom::{Part, Zoom};

use super::{Index, Position};
use crate::hidden::hidden;
use crate::person::Sex;
use range::Range;

/// A chart: all that is drawn.
#[derive(Clone, PartialEq)]
pub struct Chart {
    /// The index.
    pub index: Index,
    /// Whose lines they are.
    pub sex: Sex,
    /// For which position a chart by length stands.
    pub position: Option<Position>,
    /// From -3 to +3 SD.
    pub lines: Vec<Line>,
    /// From the lowest to the highest, one table after the other.
    pub bands: Vec<Band>,
    /// The earliest first.
    pub points: Vec<Point>,
    /// The whole range first, then the year of the child (or the place around it), then the earlier years, going back.
    pub zooms: Vec<Zoom>,
}

hidden!(Chart);

/// The chart of one index of a child on a day.
///
/// # Errors
/// [`NoChart`] when there is none: sex or day of birth is not known, or the index does not exist at the age.
pub fn chart(index: Index, growing: &Growing) -> Result<Chart, NoChart> {
    let (sex, age) = growing.sex_and_age(index)?;
    let points = point::points(index, growing, age);
    let range = Range::of(index, age, &points);
    let curves = range.curves(index, sex);
    let lines = line::lines(&curves, range);
    let zooms = zoom::zooms(index, range, &lines, &points);
    let bands = band::bands(index, &curves, range, zoom::heights(&zooms));
    Ok(Chart { index, sex, position: range.position(), lines, bands, points, zooms })
}

/// In hundredths, as fine as a drawing needs.
fn rounded(coordinate: f64) -> f64 {
    (coordinate * 100.0).round() / 100.0
}
