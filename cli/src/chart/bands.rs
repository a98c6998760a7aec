//! The bands of the classes.

use siklus_core::growth::chart::Band;
use siklus_core::screening::render::Picture;
use svg::node::element::path::Data;
use svg::node::element::{Group, Path};

use super::frame::{Frame, RIGHT};
use super::style::{fill, text_on_colour};

/// A name needs a band of this height.
const HEIGHT_OF_NAME: f64 = 20.0;
/// How far from the right edge of the plot the names stand.
const FROM_RIGHT: f64 = 12.0;

/// The areas.
pub fn areas(picture: &Picture, frame: Frame) -> Group {
    let bands = picture.bands.iter().map(|(_, band)| Path::new().set("d", outline(band, frame)).set("fill", fill(band.colour)));
    bands.fold(Group::new(), Group::add)
}

/// The names, where there is room for them at the right.
pub fn names(picture: &Picture, frame: Frame) -> Group {
    let names = picture.bands.iter().filter_map(|(name, band)| {
        let (_, low) = frame.end_of(&band.xs, &band.low)?;
        let (x, high) = frame.end_of(&band.xs, &band.high)?;
        let (bottom, top) = (frame.y_within(low), frame.y_within(high));
        // Of two tables that of the later age ends at the right edge.
        let is_last = frame.x(x) > RIGHT - FROM_RIGHT;
        let place = text_on_colour(name, RIGHT - FROM_RIGHT, (bottom + top) / 2.0 + 5.0, 14.0).set("text-anchor", "end");
        (is_last && bottom - top >= HEIGHT_OF_NAME).then_some(place)
    });
    names.fold(Group::new(), Group::add)
}

fn outline(band: &Band, frame: Frame) -> Data {
    let upper = band.xs.iter().zip(&band.high);
    let lower = band.xs.iter().zip(&band.low).rev();
    let places = upper.chain(lower).map(|(x, y)| (frame.x(*x), frame.y(*y)));
    let outline = places.enumerate().fold(Data::new(), |data, (place, at)| if place == 0 { data.move_to(at) } else { data.line_to(at) });
    outline.close()
}
