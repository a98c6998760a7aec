//! A chart as it is read out.

use super::Renderer;
use crate::fact::Number;
use crate::growth::Index;
use crate::growth::chart::{Chart, Mark, Point};
use crate::person::{month_start, months_between};

/// The KMS asks for a measure each month up to this age.
const LAST_MONTH_OF_CARD: i32 = 60;

impl Renderer<'_> {
    /// The last point, and what became of it since the one before.
    pub(super) fn spoken(&self, chart: &Chart) -> String {
        let index = chart.index;
        let Some((last, before)) = chart.points.split_last() else {
            return self.words.say(&format!("chart_empty_{}", index.as_str())).to_owned();
        };
        let value = self.measured(index, last);
        let what = self.words.fill(&format!("chart_spoken_{}", index.as_str()), &[("date", &self.words.date(last.on)), ("value", &value)]);
        let now = self.judged("chart_spoken_class", index, last, &what);
        let earlier = before.iter().rposition(|point| point.mark == Mark::Measured).filter(|_| last.mark == Mark::Measured);
        let since = earlier.and_then(|place| self.since(index, before.get(place..)?, last));
        [Some(now), since].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What was measured before, and how far it changed. Of a month that was left out it is said, and of a measure between that does not count.
    fn since(&self, index: Index, from_earlier: &[Point], last: &Point) -> Option<String> {
        let (earlier, between) = from_earlier.split_first()?;
        let date = self.words.date(earlier.on);
        let text = match (months_between(month_start(earlier.on), month_start(last.on)), last.joined_to) {
            _ if !between.is_empty() => "chart_after_doubt",
            (1, _) => "chart_last_month",
            (2.., None) if last.x < f64::from(LAST_MONTH_OF_CARD) => "chart_after_gap",
            _ => "chart_earlier",
        };
        let value = self.measured(index, earlier);
        let change = self.change(index, earlier, last).map(|change| format!(": {change}")).unwrap_or_default();
        Some(self.words.fill(text, &[("date", &date), ("value", &value), ("change", &change)]))
    }

    /// By how much a measure grew; of the two that are made of several it is not said.
    fn change(&self, index: Index, earlier: &Point, last: &Point) -> Option<String> {
        let kind = match index {
            Index::WeightForAge => "weight",
            Index::LengthForAge | Index::HeadForAge | Index::ArmForAge => "length",
            Index::WeightForLength | Index::BmiForAge => return None,
        };
        let gain = self.value_of(index, last)?.sub(self.value_of(index, earlier)?)?;
        let text = match gain.cmp(&Number::ZERO) {
            std::cmp::Ordering::Greater => format!("chart_more_{kind}"),
            std::cmp::Ordering::Equal => "chart_same".to_owned(),
            std::cmp::Ordering::Less => format!("chart_less_{kind}"),
        };
        Some(self.words.fill(&text, &[("value", &self.told(index, gain.abs()?))]))
    }
}
