//! Grid and axes.

use siklus_core::screening::render::{ShownTick, ShownZoom};
use svg::node::element::{Group, Line};

use super::frame::{BOTTOM, Frame, LEFT, RIGHT, TOP};
use super::style::{INK, text};

/// The grid, so light that the lines stand out.
pub fn grid(shown: &ShownZoom, frame: Frame) -> Group {
    let upright = shown.horizontal.ticks.iter().map(|tick| {
        let x = frame.x(tick.at);
        stroke((x, TOP), (x, BOTTOM), tick)
    });
    let level = shown.vertical.ticks.iter().map(|tick| {
        let y = frame.y(tick.at);
        stroke((LEFT, y), (RIGHT, y), &ShownTick { major: false, ..tick.clone() })
    });
    upright.chain(level).fold(Group::new(), Group::add)
}

fn stroke(from: (f64, f64), to: (f64, f64), tick: &ShownTick) -> Line {
    let (width, opacity) = if tick.major { (1.4, 0.4) } else { (0.7, 0.22) };
    let line = Line::new().set("x1", from.0).set("y1", from.1).set("x2", to.0).set("y2", to.1);
    line.set("stroke", INK).set("stroke-width", width).set("stroke-opacity", opacity)
}

/// The outline, the numbers at it, and what they count.
pub fn axes(shown: &ShownZoom, frame: Frame) -> Group {
    let outline = frame.outline().set("fill", "none").set("stroke", INK).set("stroke-width", 1.2);
    let across = text(&shown.horizontal.title, (LEFT + RIGHT) / 2.0, BOTTOM + 58.0, 15.0).set("text-anchor", "middle");
    let middle = (TOP + BOTTOM) / 2.0;
    let upwards = text(&shown.vertical.title, 28.0, middle, 15.0).set("text-anchor", "middle");
    let axes = Group::new().add(outline).add(across).add(upwards.set("transform", format!("rotate(-90 28 {middle})")));
    let axes = shown.horizontal.ticks.iter().map(|tick| below(tick, frame)).fold(axes, Group::add);
    let beside = |tick: &ShownTick| text(&tick.label, LEFT - 10.0, frame.y(tick.at) + 5.0, 14.0).set("text-anchor", "end");
    shown.vertical.ticks.iter().map(beside).fold(axes, Group::add)
}

fn below(tick: &ShownTick, frame: Frame) -> Group {
    let x = frame.x(tick.at);
    let weight = if tick.major { "bold" } else { "normal" };
    let label = text(&tick.label, x, BOTTOM + 20.0, 14.0).set("text-anchor", "middle").set("font-weight", weight);
    let under = tick.under.iter().map(|under| text(under, x, BOTTOM + 37.0, 13.0).set("text-anchor", "middle"));
    under.fold(Group::new().add(label), Group::add)
}
