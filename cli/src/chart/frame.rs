//! Where everything stands on the sheet.

use siklus_core::screening::render::ShownZoom;
use svg::node::element::Rectangle;

/// An A4 sheet across, in pixels of 1/96 inch.
pub const WIDTH: f64 = 1123.0;
/// Its height.
pub const HEIGHT: f64 = 794.0;
/// The left edge of the plot.
pub const LEFT: f64 = 84.0;
/// The right edge of the plot; beyond it stand the names of the lines.
pub const RIGHT: f64 = 1050.0;
/// The upper edge of the plot.
pub const TOP: f64 = 88.0;
/// The lower edge of the plot; below it stand the axis and the legend.
pub const BOTTOM: f64 = 630.0;

/// From the units of the axes to places on the sheet.
#[derive(Clone, Copy)]
pub struct Frame {
    across: (f64, f64),
    upwards: (f64, f64),
}

impl Frame {
    /// The frame of a part of the chart.
    pub fn of(shown: &ShownZoom) -> Self {
        Self { across: (shown.horizontal.from, shown.horizontal.until), upwards: (shown.vertical.from, shown.vertical.until) }
    }

    /// A place across.
    pub fn x(self, x: f64) -> f64 {
        rounded(LEFT + (x - self.across.0) / (self.across.1 - self.across.0) * (RIGHT - LEFT))
    }

    /// A place upwards.
    pub fn y(self, y: f64) -> f64 {
        rounded(BOTTOM - (y - self.upwards.0) / (self.upwards.1 - self.upwards.0) * (BOTTOM - TOP))
    }

    /// Whether a place across is shown.
    pub fn shows(self, x: f64) -> bool {
        (self.across.0..=self.across.1).contains(&x)
    }

    /// A place upwards, or the edge beyond which it lies.
    pub fn y_within(self, y: f64) -> f64 {
        self.y(y.clamp(self.upwards.0, self.upwards.1))
    }

    /// How high a line lies at the right edge, or where it ends before it; none where it does not reach into the plot.
    pub fn end_of(self, xs: &[f64], ys: &[f64]) -> Option<(f64, f64)> {
        let mut end = None;
        let places: Vec<(f64, f64)> = xs.iter().copied().zip(ys.iter().copied()).collect();
        for pair in places.windows(2) {
            let [(x, y), (next_x, next_y)] = pair else { continue };
            let until = next_x.min(self.across.1);
            if self.shows(until) && until > *x {
                end = Some((until, y + (next_y - y) * (until - x) / (next_x - x)));
            }
        }
        end
    }

    /// The plot as a rectangle.
    pub fn outline(self) -> Rectangle {
        Rectangle::new().set("x", LEFT).set("y", TOP).set("width", RIGHT - LEFT).set("height", BOTTOM - TOP)
    }
}

/// To a tenth of a pixel.
fn rounded(place: f64) -> f64 {
    (place * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { across: (0.0, 12.0), upwards: (2.0, 10.0) };

    #[test]
    fn the_corners_of_the_axes_are_those_of_the_plot() {
        assert_eq!((FRAME.x(0.0), FRAME.x(12.0), FRAME.y(2.0), FRAME.y(10.0)), (LEFT, RIGHT, BOTTOM, TOP));
        assert_eq!((FRAME.y_within(90.0), FRAME.y_within(0.0)), (TOP, BOTTOM));
    }

    #[test]
    fn a_line_is_named_where_it_leaves_the_plot_or_ends() {
        assert_eq!(FRAME.end_of(&[0.0, 10.0, 14.0], &[3.0, 5.0, 7.0]), Some((12.0, 6.0)));
        assert_eq!(FRAME.end_of(&[0.0, 10.0], &[3.0, 5.0]), Some((10.0, 5.0)));
        assert_eq!(FRAME.end_of(&[12.5, 20.0], &[3.0, 5.0]), None);
    }
}
