//! One line of the table.

use std::time::Duration;

use super::medians::{Median, Medians};
use super::targets::{Against, Ratio, RowTarget};

/// One line, in words.
#[derive(Debug, Default)]
pub struct Row {
    pub name: String,
    /// The median, or the size.
    pub value: String,
    /// What the yardstick takes for the same number of elements.
    pub yardstick: String,
    pub ratio: String,
    pub target: String,
    pub verdict: Verdict,
}

/// How a line stands to its targets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// It has none.
    #[default]
    None,
    Met,
    Missed,
}

impl Verdict {
    fn of(met: bool) -> Self {
        if met { Self::Met } else { Self::Missed }
    }

    /// The stricter of two.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Missed, _) | (_, Self::Missed) => Self::Missed,
            (Self::None, Self::None) => Self::None,
            _ => Self::Met,
        }
    }

    /// What the table says.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Met => "ok",
            Self::Missed => "MISSED",
        }
    }
}

impl Row {
    /// The line of a benchmark; none when it or its yardstick did not run.
    pub fn new(target: &RowTarget, medians: &Medians) -> Option<Self> {
        let median = medians.find(&target.measured)?;
        let mut row = Self { name: target.name.clone(), value: time(median.time), ..Self::default() };
        if let Some(most) = target.at_most {
            row.demand(format!("at most {}", time(most)), median.time <= most);
        }
        if let Some(against) = &target.against {
            row.compare(against, median, medians.find(&against.yardstick)?);
        }
        Some(row)
    }

    /// The line of a file.
    pub fn of_size(name: &str, bytes: u64, at_most_kb: Option<f64>) -> Self {
        let kb = bytes as f64 / 1000.0;
        let mut row = Self { name: name.into(), value: size(kb), ..Self::default() };
        if let Some(most) = at_most_kb {
            row.demand(format!("at most {}", size(most)), kb <= most);
        }
        row
    }

    fn compare(&mut self, against: &Against, median: Median, yardstick: Median) {
        let times = ratio(median, yardstick);
        self.yardstick = time(median.time.div_f64(times));
        match against.ratio {
            Ratio::Shown if times < 1.0 => self.ratio = format!("{:.1} x faster", times.recip()),
            Ratio::Shown => self.ratio = format!("{times:.1} x"),
            Ratio::AtMost(most) => {
                self.ratio = format!("{times:.1} x");
                self.demand(format!("at most {most} x"), times <= most);
            }
            Ratio::FasterBy(least) => {
                self.ratio = format!("{:.1} x faster", times.recip());
                self.demand(format!("{least} x faster"), times.recip() >= least);
            }
        }
    }

    fn demand(&mut self, target: String, met: bool) {
        self.target = if self.target.is_empty() { target } else { format!("{}, {target}", self.target) };
        self.verdict = self.verdict.and(Verdict::of(met));
    }
}

/// How many times as long a benchmark takes as its yardstick; for one element where both count them.
fn ratio(median: Median, yardstick: Median) -> f64 {
    let times = median.time.as_secs_f64() / yardstick.time.as_secs_f64();
    times * median.elements.zip(yardstick.elements).map_or(1.0, |(own, others)| others / own)
}

/// Three digits and a unit.
fn time(time: Duration) -> String {
    let nanoseconds = time.as_secs_f64() * 1e9;
    let (value, unit) = match nanoseconds {
        ..1e3 => (nanoseconds, "ns"),
        ..1e6 => (nanoseconds / 1e3, "us"),
        _ => (nanoseconds / 1e6, "ms"),
    };
    format!("{} {unit}", digits(value))
}

fn size(kb: f64) -> String {
    if kb < 10_000.0 { format!("{} kB", digits(kb)) } else { format!("{} MB", digits(kb / 1000.0)) }
}

fn digits(value: f64) -> String {
    match value {
        ..10.0 => format!("{value:.2}"),
        ..100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn median(nanoseconds: u64, elements: Option<f64>) -> Median {
        Median { time: Duration::from_nanos(nanoseconds), elements }
    }

    #[test]
    fn a_ratio_can_be_shown_without_a_target() {
        let row = compared(Ratio::Shown, median(3_000, None), median(1_000, None));
        assert_eq!((row.ratio.as_str(), row.verdict), ("3.0 x", Verdict::None));
        assert_eq!(compared(Ratio::Shown, median(1_000, None), median(4_000, None)).ratio, "4.0 x faster");
    }

    fn compared(ratio: Ratio, own: Median, others: Median) -> Row {
        let mut row = Row::default();
        row.compare(&Against { yardstick: "y".into(), ratio }, own, others);
        row
    }

    #[test]
    fn a_yardstick_is_scaled_to_as_many_elements() {
        let row = compared(Ratio::AtMost(5.0), median(40_000, Some(160.0)), median(1_000, Some(12.0)));
        assert_eq!((row.yardstick.as_str(), row.ratio.as_str()), ("13.3 us", "3.0 x"));
        assert_eq!((row.target.as_str(), row.verdict), ("at most 5 x", Verdict::Met));
        let row = compared(Ratio::AtMost(5.0), median(5_100, None), median(1_000, None));
        assert_eq!((row.ratio.as_str(), row.verdict), ("5.1 x", Verdict::Missed));
    }

    #[test]
    fn faster_is_the_other_way_round() {
        let row = compared(Ratio::FasterBy(20.0), median(1_000, None), median(25_000, None));
        assert_eq!((row.ratio.as_str(), row.verdict), ("25.0 x faster", Verdict::Met));
        assert_eq!(compared(Ratio::FasterBy(20.0), median(1_000, None), median(19_000, None)).verdict, Verdict::Missed);
    }

    #[test]
    fn one_target_of_two_that_is_missed_misses() {
        let mut row = Row::default();
        row.demand("at most 50 us".into(), false);
        row.demand("at most 5 x".into(), true);
        assert_eq!((row.target.as_str(), row.verdict), ("at most 50 us, at most 5 x", Verdict::Missed));
    }

    #[test]
    fn times_and_sizes_have_three_digits() {
        let times = [3, 950, 1_234, 56_780, 9_876_543, 123_000_000].map(|ns| time(Duration::from_nanos(ns)));
        assert_eq!(times, ["3.00 ns", "950 ns", "1.23 us", "56.8 us", "9.88 ms", "123 ms"]);
        let row = Row::of_size("pack", 96_400, Some(300.0));
        assert_eq!((row.value.as_str(), row.target.as_str(), row.verdict), ("96.4 kB", "at most 300 kB", Verdict::Met));
        assert_eq!(Row::of_size("siklus", 12_345_678, None).value, "12.3 MB");
    }
}
