//! The points of the child.

use siklus_core::growth::chart::{Mark, Point};
use siklus_core::screening::render::Picture;
use svg::node::element::{Circle, Group, Line};

use super::frame::Frame;
use super::style::CHILD;

/// The lines between the points.
pub fn joins(picture: &Picture, frame: Frame) -> Group {
    let points: Vec<&Point> = points_of(picture).collect();
    let joined = points.iter().filter_map(|point| Some((*points.get(point.joined_to?)?, *point)));
    joined.map(|(from, to)| line(from, to, frame)).fold(Group::new(), Group::add)
}

/// The points that are shown; one beyond the plot stands at its edge.
pub fn points(picture: &Picture, frame: Frame) -> Group {
    let shown = points_of(picture).filter(|point| frame.shows(point.x));
    shown.map(|point| circle(frame.x(point.x), frame.y_within(point.y), point.mark)).fold(Group::new(), Group::add)
}

fn points_of(picture: &Picture) -> impl Iterator<Item = &Point> {
    picture.points.iter().map(|(_, point)| point)
}

fn line(from: &Point, to: &Point, frame: Frame) -> Line {
    let line = Line::new().set("x1", frame.x(from.x)).set("y1", frame.y(from.y)).set("x2", frame.x(to.x)).set("y2", frame.y(to.y));
    line.set("stroke", CHILD).set("stroke-width", 2.6)
}

/// Full, or hollow where it says nothing of the child.
pub fn circle(x: f64, y: f64, mark: Mark) -> Circle {
    let circle = Circle::new().set("cx", x).set("cy", y).set("r", 5.5);
    match mark {
        Mark::Measured => circle.set("fill", CHILD).set("stroke", "#fff").set("stroke-width", 1.5),
        Mark::Flagged | Mark::Oedema => circle.set("fill", "#fff").set("stroke", CHILD).set("stroke-width", 2.4),
    }
}
