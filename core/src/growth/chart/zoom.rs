//! The parts of a chart that are looked at.

use super::axis::{self, Unit, YEAR};
use super::range::Range;
use super::{Axis, Line, Mark, Point};
use crate::growth::Index;

/// Centimetres that are shown on both sides of a child on the chart by length.
const AROUND: f64 = 10.0;

/// A part of a chart with the axes that suit it.
#[derive(Clone, Debug, PartialEq)]
pub struct Zoom {
    /// Which part.
    pub part: Part,
    /// Across.
    pub horizontal: Axis,
    /// Upwards, so far as lines and points of the part reach.
    pub vertical: Axis,
}

/// A part of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it.
    Whole,
    /// A year of age: from this completed year to the next.
    Year(u16),
    /// Around the last point of the chart by length.
    Around,
}

/// The whole range first.
pub(super) fn zooms(index: Index, range: Range, lines: &[Line], points: &[Point]) -> Vec<Zoom> {
    let zoom =
        |(part, ends)| Zoom { part, horizontal: axis::across(range, ends), vertical: upwards(Unit::upwards(index), ends, lines, points) };
    parts(range).into_iter().map(zoom).collect()
}

/// How low and how high any of them reaches.
pub(super) fn heights(zooms: &[Zoom]) -> (f64, f64) {
    let vertical = || zooms.iter().map(|zoom| &zoom.vertical);
    (vertical().map(|axis| axis.from).fold(f64::MAX, f64::min), vertical().map(|axis| axis.until).fold(0.0, f64::max))
}

fn parts(range: Range) -> Vec<(Part, (f64, f64))> {
    let (from, until) = range.ends();
    let whole = (Part::Whole, (from, until));
    let rest: Vec<(Part, (f64, f64))> = match range {
        Range::Ages { now, .. } => {
            let years = ((from / YEAR) as u16..=(now / YEAR) as u16).rev();
            years.map(|year| (Part::Year(year), (f64::from(year) * YEAR, f64::from(year + 1) * YEAR))).collect()
        }
        Range::Lengths { last, .. } => last.map(|last| (Part::Around, around(last, (from, until)))).into_iter().collect(),
    };
    std::iter::once(whole).chain(rest).collect()
}

/// As wide at the ends of the table as elsewhere, from one multiple of 5 cm to another.
fn around(last: f64, (from, until): (f64, f64)) -> (f64, f64) {
    let middle = ((last / 5.0).round() * 5.0).clamp(from + AROUND, until - AROUND);
    (middle - AROUND, middle + AROUND)
}

/// So far as the lines reach, and at most half as far again for a point beyond them: what cannot be does not press the lines together.
fn upwards(unit: Unit, (from, until): (f64, f64), lines: &[Line], points: &[Point]) -> Axis {
    let is_in = |x: f64| (from..=until).contains(&x);
    let strokes = lines.iter().flat_map(|line| &line.strokes);
    let on_lines = strokes.flat_map(|stroke| stroke.xs.iter().zip(&stroke.ys)).filter(|(x, _)| is_in(**x)).map(|(_, y)| *y);
    let (low, high) = on_lines.fold((f64::MAX, 0.0_f64), |(low, high), y| (low.min(y), high.max(y)));
    let reach = (high - low) / 2.0;
    let shown = points.iter().filter(|point| point.mark != Mark::Flagged && is_in(point.x)).map(|point| point.y);
    let (lowest, highest) = shown.fold((low, high), |(low, high), y| (low.min(y), high.max(y)));
    axis::measures(unit, (lowest.max(low - reach).max(0.0), highest.min(high + reach)))
}
