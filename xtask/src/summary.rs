//! The table at the end of the gate.

use std::fmt::{self, Display, Formatter};
use std::time::Duration;

/// The steps that ran, in order, each with its time and whether it passed.
#[derive(Debug, Default)]
pub struct Summary {
    steps: Vec<(&'static str, Duration, bool)>,
}

impl Summary {
    /// Notes a step that has ended.
    pub fn add(&mut self, step: &'static str, took: Duration, passed: bool) {
        self.steps.push((step, took, passed));
    }
}

impl Display for Summary {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let width = self.steps.iter().map(|(step, ..)| step.len()).max().unwrap_or_default();
        for (step, took, passed) in &self.steps {
            let end = if *passed { "ok" } else { "FAILED" };
            writeln!(f, "{step:width$}  {:>7.1} s  {end}", took.as_secs_f64())?;
        }
        let total: Duration = self.steps.iter().map(|(_, took, _)| *took).sum();
        write!(f, "{:width$}  {:>7.1} s", "total", total.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lines_up_and_adds_up() {
        let mut summary = Summary::default();
        summary.add("format", Duration::from_millis(1_240), true);
        summary.add("unused dependencies", Duration::from_secs(71), false);
        let table = "format                   1.2 s  ok\n\
                     unused dependencies     71.0 s  FAILED\n\
                     total                   72.2 s";
        assert_eq!(summary.to_string(), table);
    }
}
