//! A growth chart as a drawing (SVG): bands with patterns and names, the lines of the WHO, the points of the child. A4 landscape; it can be read
//! in grey and by who cannot tell red from green. No date stands in it: day and age together would tell the birth date.

mod axes;
mod bands;
mod child;
mod frame;
mod legend;
mod lines;
mod style;

use siklus_core::screening::render::{Picture, ShownZoom};
use svg::Document;
use svg::node::element::{ClipPath, Definitions, Description, Group, Rectangle, Title};

use frame::Frame;
use style::{INK, text};

/// The whole chart, or with `zoom` the year of the child or the place around its last point.
pub fn draw(picture: &Picture, title: &str, source: &str, zoom: bool) -> String {
    let shown = if zoom { picture.zooms.get(1).or(picture.zooms.first()) } else { picture.zooms.first() };
    shown.map_or_else(String::new, |shown| drawing(picture, shown, title, source).to_string() + "\n")
}

fn drawing(picture: &Picture, shown: &ShownZoom, title: &str, source: &str) -> Document {
    let frame = Frame::of(shown);
    let inside = Group::new().set("clip-path", "url(#plot)").add(bands::areas(picture, frame)).add(axes::grid(shown, frame));
    let plot = inside.add(lines::lines(picture, frame)).add(bands::names(picture, frame)).add(child::joins(picture, frame));
    Document::new()
        .set("width", "297mm")
        .set("height", "210mm")
        .set("viewBox", format!("0 0 {} {}", frame::WIDTH, frame::HEIGHT))
        .set("role", "img")
        .set("font-family", "'Noto Sans', 'DejaVu Sans', Arial, sans-serif")
        .add(Title::new(title))
        .add(Description::new().add(svg::node::Text::new(format!("{}. {source}", shown.label))))
        .add(definitions(frame))
        .add(Rectangle::new().set("width", "100%").set("height", "100%").set("fill", "#fff"))
        .add(text(title, frame::LEFT, 44.0, 22.0).set("font-weight", "bold"))
        .add(text(&shown.label, frame::LEFT, 70.0, 16.0))
        .add(plot)
        .add(axes::axes(shown, frame))
        .add(child::points(picture, frame))
        .add(lines::names(picture, frame))
        .add(legend::legend(picture))
        .add(text(source, frame::LEFT, frame::HEIGHT - 16.0, 12.0).set("fill", INK))
}

fn definitions(frame: Frame) -> Definitions {
    let plot = frame.outline();
    style::patterns().into_iter().fold(Definitions::new().add(ClipPath::new().set("id", "plot").add(plot)), Definitions::add)
}
