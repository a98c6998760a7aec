//! The bands between the lines, and what each means.

use super::line;
use super::range::Range;
use crate::growth::{Class, Curve, Index, LINES, ZScore};

/// What lies between two lines, or beyond the outermost: a class of the index.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// What a point in it means. A point on the edge belongs to the milder class.
    pub class: Class,
    /// How it is coloured.
    pub colour: Colour,
    /// From left to right.
    pub xs: Vec<f64>,
    /// The lower edge, as many.
    pub low: Vec<f64>,
    /// The upper edge, as many.
    pub high: Vec<f64>,
}

/// The kind of colour of a band, for the drawer to choose. It is never the only sign: a band has its name too.
///
/// Weight for age has the colours of the KMS (Buku KIA 2023): under the red line, yellow, green, above the orange line. That the red line is
/// -3 SD is disputed (others draw -2 SD in red), that the orange one is +1 SD is recalled. The KMS has no other index: their colours follow the
/// same order of concern, which is a design of this library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// The most severe: below -3 SD, and obesity.
    Red,
    /// Watch: between -3 and -2 SD, a possible risk, very tall, a head out of the usual.
    Yellow,
    /// As it should be.
    Green,
    /// Too heavy.
    Orange,
}

impl Colour {
    /// The colour of a class.
    pub const fn of(class: Class) -> Self {
        match class {
            Class::SeverelyUnderweight | Class::SeverelyStunted | Class::SeverelyWasted | Class::SeverelyThin | Class::Obese => Self::Red,
            Class::Underweight | Class::Stunted | Class::Wasted | Class::Thin => Self::Yellow,
            Class::PossibleRiskOfOverweight | Class::Tall | Class::Small | Class::Large => Self::Yellow,
            Class::RiskOfOverweight | Class::Overweight => Self::Orange,
            Class::Normal => Self::Green,
        }
    }
}

/// The bands of all curves; the outermost end at the lowest and the highest place of the drawing.
pub(super) fn bands(index: Index, curves: &[Curve], range: Range, ends: (f64, f64)) -> Vec<Band> {
    curves.iter().flat_map(|curve| bands_of_curve(index, curve, range, ends)).collect()
}

fn bands_of_curve(index: Index, curve: &Curve, range: Range, (bottom, top): (f64, f64)) -> Vec<Band> {
    let flat = |height| vec![height; curve.points.len()];
    let edge = |sd: Option<i32>, beyond| sd.map_or_else(|| flat(beyond), |sd| line::heights(curve, sd));
    let xs = line::across(curve, range);
    let band =
        |(class, low, high)| Band { class, colour: Colour::of(class), xs: xs.clone(), low: edge(low, bottom), high: edge(high, top) };
    classes(index, curve).into_iter().map(band).collect()
}

/// The classes from the lowest to the highest with the lines between which they lie: asked of the classes themselves, half a standard
/// deviation beside each line.
fn classes(index: Index, curve: &Curve) -> Vec<(Class, Option<i32>, Option<i32>)> {
    let mut classes: Vec<(Class, Option<i32>, Option<i32>)> = Vec::new();
    let lows = std::iter::once(None).chain(LINES.map(Some));
    let highs = LINES.map(Some).into_iter().chain(std::iter::once(None));
    for (low, high) in lows.zip(highs) {
        let between = low.map_or_else(|| high.map_or(0, |high| high * 100 - 50), |low| low * 100 + 50);
        let Some(class) = Class::of(index, ZScore::from_hundredths(between), curve.table.standard()) else { continue };
        match classes.last_mut().filter(|(last, ..)| *last == class) {
            Some((.., until)) => *until = high,
            None => classes.push((class, low, high)),
        }
    }
    classes
}
