//! The lines of the WHO and their names.

use siklus_core::growth::chart::Stroke;
use siklus_core::screening::render::Picture;
use svg::node::element::{Group, Polyline};

use super::frame::{Frame, RIGHT};
use super::style::{INK, text};

/// The lines: the median thick, the limits of classes plain, the others dashed.
pub fn lines(picture: &Picture, frame: Frame) -> Group {
    let all = picture.lines.iter().flat_map(|(_, line)| line.strokes.iter().map(|stroke| (line.sd, stroke)));
    all.map(|(sd, stroke)| line(sd, stroke, frame)).fold(Group::new(), Group::add)
}

fn line(sd: i32, stroke: &Stroke, frame: Frame) -> Polyline {
    let width = match sd.abs() {
        0 => 2.6,
        1 => 1.0,
        2 => 1.4,
        _ => 1.8,
    };
    let line = Polyline::new().set("points", points(&stroke.xs, &stroke.ys, frame)).set("fill", "none");
    let line = line.set("stroke", INK).set("stroke-opacity", 0.8).set("stroke-width", width);
    if sd.abs() == 1 { line.set("stroke-dasharray", "6 4") } else { line }
}

/// The name of each line where it ends.
pub fn names(picture: &Picture, frame: Frame) -> Group {
    let ends = picture.lines.iter().filter_map(|(name, line)| {
        let ends = line.strokes.iter().filter_map(|stroke| frame.end_of(&stroke.xs, &stroke.ys));
        let (_, y) = ends.max_by(|one, other| one.0.total_cmp(&other.0))?;
        Some(text(name, RIGHT + 8.0, frame.y(y) + 5.0, 14.0).set("font-weight", if line.sd == 0 { "bold" } else { "normal" }))
    });
    ends.fold(Group::new(), Group::add)
}

fn points(xs: &[f64], ys: &[f64], frame: Frame) -> String {
    let places = xs.iter().zip(ys).map(|(x, y)| format!("{},{}", frame.x(*x), frame.y(*y)));
    places.collect::<Vec<_>>().join(" ")
}
