//! A point in words.

use super::Renderer;
use crate::fact::Number;
use crate::growth::chart::{Mark, Point};
use crate::growth::{Index, Reading, bmi};

/// Measures are told with one decimal at least.
const DECIMALS: u32 = 1;

impl Renderer<'_> {
    /// Day, value and class of a point.
    pub(super) fn point(&self, index: Index, point: &Point) -> String {
        let what = format!("{}: {}", self.words.date(point.on), self.measured(index, point));
        self.judged("chart_point", index, point, &what)
    }

    /// What was measured, and what it means.
    pub(super) fn judged(&self, text: &str, index: Index, point: &Point, what: &str) -> String {
        let class = point.outcome.ok().and_then(|score| score.class).map(|class| self.class_text(index, class));
        match (point.mark, class) {
            (Mark::Flagged, _) => self.words.fill("chart_flagged", &[("what", what)]),
            (Mark::Oedema, _) => self.words.fill("chart_oedema", &[("what", what)]),
            (Mark::Measured, Some(class)) => {
                let inside = super::lower_first(class);
                self.words.fill(text, &[("what", what), ("class", class), ("class_inside", &inside)])
            }
            (Mark::Measured, None) => format!("{what}."),
        }
    }

    /// The value of a point as it was measured.
    pub(super) fn measured(&self, index: Index, point: &Point) -> String {
        let value = self.value_of(index, point).map(|value| self.told(index, value)).unwrap_or_default();
        if !index.measures().contains(&crate::growth::Measure::Length) {
            return value;
        }
        let text = match (index, point.stature.map(|stature| stature.reading)) {
            (Index::WeightForLength, _) => "chart_with_length",
            (Index::LengthForAge, Some(Reading::AddedForStanding)) => "chart_read_standing",
            (Index::LengthForAge, Some(Reading::TakenForLying)) => "chart_read_lying",
            _ => return value,
        };
        let cm = |length: Option<crate::growth::Length>| {
            let number = length.and_then(|length| length.to_number()).unwrap_or(Number::ZERO);
            self.words.number(number, number.decimals().max(DECIMALS), Some("cm"))
        };
        self.words.fill(text, &[("value", &value), ("measured", &cm(point.child.length))])
    }

    /// The number that stands for a point; length and height as the standards read them.
    pub(super) fn value_of(&self, index: Index, point: &Point) -> Option<Number> {
        let length = point.stature.map(|stature| stature.length);
        match index {
            Index::WeightForAge | Index::WeightForLength => point.child.weight?.to_number(),
            Index::LengthForAge => length?.to_number(),
            Index::BmiForAge => bmi(point.child.weight?, length?)?.round_half_up(Number::ratio(1, 10)?),
            Index::HeadForAge => point.child.head?.to_number(),
            Index::ArmForAge => point.child.arm?.to_number(),
        }
    }

    /// A value of an index with its unit.
    pub(super) fn told(&self, index: Index, value: Number) -> String {
        let unit = match index {
            Index::WeightForAge | Index::WeightForLength => "kg",
            Index::LengthForAge | Index::HeadForAge | Index::ArmForAge => "cm",
            Index::BmiForAge => "kg/m2",
        };
        self.words.number(value, value.decimals().max(DECIMALS), Some(unit))
    }
}
