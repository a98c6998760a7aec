//! The table at the end of the gate.

use std::fmt::{self, Display, Formatter};
use std::time::Duration;

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything that it checks holds.
    Passed,
    /// Something that it needs cannot be had here.
    Skipped,
    /// It found a fault.
    Failed,
}

/// The steps that ran, in order, each with its time and how it ended.
#[derive(Debug, Default)]
pub struct Summary {
    steps: Vec<(&'static str, Duration, Outcome)>,
}

impl Summary {
    /// Notes a step that has ended.
    pub fn add(&mut self, step: &'static str, took: Duration, outcome: Outcome) {
        self.steps.push((step, took, outcome));
    }
}

impl Display for Summary {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let width = self.steps.iter().map(|(step, ..)| step.len()).max().unwrap_or_default();
        for (step, took, outcome) in &self.steps {
            let end = match outcome {
                Outcome::Passed => "ok",
                Outcome::Skipped => "skipped",
                Outcome::Failed => "FAILED",
            };
            writeln!(f, "{step:width$}  {:>7.1} s  {end}", took.as_secs_f64())?;
        }
        let total: Duration = self.steps.iter().map(|(_, took, _)| *took).sum();
        write!(f, "{:width$}  {:>7.1} s", "total", total.as_secs_f64())?;
        match self.steps.iter().filter(|(.., outcome)| *outcome == Outcome::Skipped).count() {
            0 => Ok(()),
            skipped => write!(f, "  ({skipped} skipped)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lines_up_and_adds_up() {
        let mut summary = Summary::default();
        summary.add("format", Duration::from_millis(1_240), Outcome::Passed);
        summary.add("unused dependencies", Duration::from_secs(71), Outcome::Failed);
        let table = "format                   1.2 s  ok\n\
                     unused dependencies     71.0 s  FAILED\n\
                     total                   72.2 s";
        assert_eq!(summary.to_string(), table);
    }

    #[test]
    fn what_was_skipped_is_counted() {
        let mut summary = Summary::default();
        summary.add("android", Duration::from_secs(1), Outcome::Skipped);
        assert_eq!(summary.to_string(), "android      1.0 s  skipped\ntotal        1.0 s  (1 skipped)");
    }
}
