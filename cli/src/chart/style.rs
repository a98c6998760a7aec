//! Colours, patterns and letters.

use siklus_core::growth::chart::Colour;
use svg::node::element::{Circle, Line, Pattern, Rectangle, Text};

/// Letters and axes.
pub const INK: &str = "#222";
/// The child's points and what joins them.
pub const CHILD: &str = "#0b3d91";

/// The soft colour of a band, told apart by its lightness too.
pub const fn soft(colour: Colour) -> &'static str {
    match colour {
        Colour::Red => "#f5c9c3",
        Colour::Yellow => "#fdf3c4",
        Colour::Green => "#dff1dc",
        Colour::Orange => "#fadfba",
    }
}

/// How a band is filled: with its pattern, or plain where all is well.
pub fn fill(colour: Colour) -> String {
    match name(colour) {
        Some(name) => format!("url(#{name})"),
        None => soft(colour).to_owned(),
    }
}

/// The pattern of each kind that has one: stripes rising for red, dots for yellow, stripes falling for orange.
pub fn patterns() -> Vec<Pattern> {
    let stroke = |from: (i32, i32), to: (i32, i32), ink| {
        Line::new().set("x1", from.0).set("y1", from.1).set("x2", to.0).set("y2", to.1).set("stroke", ink).set("stroke-width", 1)
    };
    let empty = |colour| {
        let pattern = Pattern::new().set("id", name(colour).unwrap_or_default()).set("patternUnits", "userSpaceOnUse");
        let ground = Rectangle::new().set("width", 12).set("height", 12).set("fill", soft(colour));
        pattern.set("width", 12).set("height", 12).add(ground)
    };
    vec![
        empty(Colour::Red).add(stroke((0, 12), (12, 0), "#c9736a")),
        empty(Colour::Yellow).add(Circle::new().set("cx", 6).set("cy", 6).set("r", 1.3).set("fill", "#bfa12c")),
        empty(Colour::Orange).add(stroke((0, 0), (12, 12), "#c98b3f")),
    ]
}

const fn name(colour: Colour) -> Option<&'static str> {
    match colour {
        Colour::Red => Some("red"),
        Colour::Yellow => Some("yellow"),
        Colour::Orange => Some("orange"),
        Colour::Green => None,
    }
}

/// Letters at a place.
pub fn text(content: &str, x: f64, y: f64, size: f64) -> Text {
    Text::new(content).set("x", x).set("y", y).set("font-size", size).set("fill", INK)
}

/// Letters on a coloured ground, with a light edge.
pub fn text_on_colour(content: &str, x: f64, y: f64, size: f64) -> Text {
    let edge = text(content, x, y, size).set("stroke", "#fff").set("stroke-width", 3).set("stroke-linejoin", "round");
    edge.set("paint-order", "stroke")
}
