//! Axes and zooms in words.

use super::{Renderer, ShownZoom};
use crate::fact::Number;
use crate::growth::chart::{Axis, Part, Tick, Unit, Zoom};
use crate::growth::{Index, Position};

/// Months in a year.
const YEAR: i64 = 12;

/// An axis in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownAxis {
    /// What is counted along it, with the unit: "Umur (bulan)".
    pub title: String,
    /// Its lower end.
    pub from: f64,
    /// Its upper end.
    pub until: f64,
    /// From the lower end to the upper.
    pub ticks: Vec<ShownTick>,
}

/// A tick in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownTick {
    /// Where.
    pub at: f64,
    /// What stands at it.
    pub label: String,
    /// A whole year, or a round number.
    pub major: bool,
    /// What stands below a month in which a year is complete: "1 tahun".
    pub under: Option<String>,
}

impl Renderer<'_> {
    pub(super) fn zoom(&self, index: Index, position: Option<Position>, zoom: &Zoom) -> ShownZoom {
        let across = match (zoom.horizontal.unit, position) {
            (Unit::Months, _) => "chart_axis_months",
            (Unit::Years, _) => "chart_axis_years",
            (_, Some(Position::Standing)) => "chart_axis_height",
            _ => "chart_axis_length",
        };
        ShownZoom {
            label: self.part(zoom),
            horizontal: self.axis(across, &zoom.horizontal),
            vertical: self.axis(&format!("chart_axis_{}", index.as_str()), &zoom.vertical),
        }
    }

    fn part(&self, zoom: &Zoom) -> String {
        match zoom.part {
            Part::Whole if zoom.horizontal.unit == Unit::Cm => self.words.say("chart_whole_length").to_owned(),
            Part::Whole => self.words.say("chart_whole").to_owned(),
            Part::Around => self.words.say("chart_around").to_owned(),
            Part::Year(year) => {
                let (text, year_is) = if zoom.horizontal.unit == Unit::Months { ("chart_months", YEAR) } else { ("chart_years", 1) };
                let year = i64::from(year);
                self.words.fill(text, &[("from", &(year * year_is).to_string()), ("until", &((year + 1) * year_is).to_string())])
            }
        }
    }

    fn axis(&self, title: &str, axis: &Axis) -> ShownAxis {
        let ticks = axis.ticks.iter().map(|tick| self.tick(axis.unit, *tick)).collect();
        ShownAxis { title: self.words.say(title).to_owned(), from: axis.from, until: axis.until, ticks }
    }

    /// On an axis of years the months between two of them are counted from the last.
    fn tick(&self, unit: Unit, Tick { at, major }: Tick) -> ShownTick {
        let whole = at.round() as i64;
        let (label, under) = match unit {
            Unit::Months => {
                let year = || self.words.fill("chart_year", &[("year", &(whole / YEAR).to_string())]);
                (whole.to_string(), (major && whole > 0).then(year))
            }
            Unit::Years if major => ((whole / YEAR).to_string(), None),
            Unit::Years => (self.words.fill("chart_months_more", &[("months", &(whole % YEAR).to_string())]), None),
            Unit::Cm | Unit::Kg | Unit::KgPerM2 => (self.measure(at), None),
        };
        ShownTick { at, label, major, under }
    }

    fn measure(&self, at: f64) -> String {
        let number = Number::ratio((at * 100.0).round() as i64, 100).unwrap_or(Number::ZERO);
        self.words.number(number, number.decimals(), None)
    }
}
