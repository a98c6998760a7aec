//! The lines of the WHO.

use super::range::Range;
use super::rounded;
use crate::growth::{Curve, LINES};

/// A line of the WHO.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Standard deviations from the median, -3 to +3.
    pub sd: i32,
    /// Its pieces. Where one ends and the next begins the method changes (lying to standing after day 730, the standards of 2006 to the
    /// reference of 2007 after day 1826): no line joins them.
    pub strokes: Vec<Stroke>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// From left to right.
    pub xs: Vec<f64>,
    /// As many.
    pub ys: Vec<f64>,
}

pub(super) fn lines(curves: &[Curve], range: Range) -> Vec<Line> {
    let stroke = |curve: &Curve, sd| Stroke { xs: across(curve, range), ys: heights(curve, sd) };
    LINES.into_iter().map(|sd| Line { sd, strokes: curves.iter().map(|curve| stroke(curve, sd)).collect() }).collect()
}

/// The places of a curve on the axis.
pub(super) fn across(curve: &Curve, range: Range) -> Vec<f64> {
    curve.points.iter().map(|point| range.across(point.at)).collect()
}

/// How high a line lies at the places of a curve.
pub(super) fn heights(curve: &Curve, sd: i32) -> Vec<f64> {
    curve.points.iter().filter_map(|point| point.lines.at(sd)).map(rounded).collect()
}
