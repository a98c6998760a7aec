//! The legend: each band and each kind of point with its name.

use siklus_core::growth::chart::{Colour, Mark};
use siklus_core::screening::render::Picture;
use svg::node::element::{Group, Rectangle};

use super::child::circle;
use super::frame::{BOTTOM, LEFT, RIGHT};
use super::style::{INK, fill, text};

/// How far below the plot it begins.
const BELOW: f64 = 76.0;
/// From one row to the next.
const ROW: f64 = 26.0;
/// A swatch and the gap behind it.
const SWATCH: f64 = 34.0;
/// About the width of a letter.
const LETTER: f64 = 7.6;
/// Between two entries.
const GAP: f64 = 22.0;

/// Each band and each kind of point once, in rows that fit the sheet.
pub fn legend(picture: &Picture) -> Group {
    let mut entries: Vec<(Colour, &str)> = Vec::new();
    for (name, band) in &picture.bands {
        if !entries.contains(&(band.colour, name.as_str())) {
            entries.push((band.colour, name));
        }
    }
    let bands = entries.into_iter().map(|(colour, name)| (Sign::Band(colour), name));
    let marks = picture.marks.iter().map(|(name, mark)| (Sign::Point(*mark), name.as_str()));
    let (mut legend, mut x, mut y) = (Group::new(), LEFT, BOTTOM + BELOW);
    for (sign, name) in bands.chain(marks) {
        let width = SWATCH + name.chars().count() as f64 * LETTER + GAP;
        if x + width > RIGHT + GAP {
            (x, y) = (LEFT, y + ROW);
        }
        let drawn = match sign {
            Sign::Band(colour) => swatch(colour, x, y),
            Sign::Point(mark) => Group::new().add(circle(x + 13.0, y + 8.0, mark)),
        };
        legend = legend.add(drawn.add(text(name, x + SWATCH, y + 13.0, 14.0)));
        x += width;
    }
    legend
}

/// What stands before a name.
enum Sign {
    Band(Colour),
    Point(Mark),
}

fn swatch(colour: Colour, x: f64, y: f64) -> Group {
    let swatch = Rectangle::new().set("x", x).set("y", y).set("width", 26).set("height", 16);
    let swatch = swatch.set("fill", fill(colour)).set("stroke", INK).set("stroke-width", 0.7);
    Group::new().add(swatch)
}
