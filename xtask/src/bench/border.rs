//! What crosses the border to Kotlin, measured on the JVM with the native library as it is shipped.

use std::time::Duration;

use super::medians::Median;
use crate::kotlin;
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// The benchmark, as `targets.toml` calls it.
pub const SCREEN: &str = "kotlin/screen";

/// Whether a filter of benchmarks leaves this one.
pub fn is_wanted(filter: Option<&str>) -> bool {
    filter.is_none_or(|filter| filter.contains("kotlin"))
}

/// The median of one call for a screen.
pub fn measure(workspace: &Workspace) -> Result<Median, Failure> {
    kotlin::java(workspace)?;
    kotlin::library_if_changed(workspace)?;
    let bench = kotlin::BENCH.ready(workspace)?;
    let told = bench.output(workspace);
    told.as_deref().and_then(read).ok_or_else(|| not_told(&bench))
}

/// The median in nanoseconds, and how many questions the screen has, on the last line.
fn read(told: &str) -> Option<Median> {
    let (nanoseconds, questions) = told.lines().last()?.split_once(' ')?;
    questions.trim().parse::<u32>().ok()?;
    Some(Median { time: Duration::from_nanos(nanoseconds.parse().ok()?), elements: None })
}

fn not_told(bench: &Run) -> Failure {
    Failure::Missing { what: "the benchmark on the JVM tells no time".into(), help: format!("Run it to see why: {}", bench.shown()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_tells_time_and_questions() {
        let median = read("warming up\n412345 131\n");
        assert_eq!(median, Some(Median { time: Duration::from_nanos(412_345), elements: None }));
        assert_eq!(read("Exception in thread main"), None);
    }

    #[test]
    fn it_runs_with_all_and_when_it_is_named() {
        assert!(is_wanted(None) && is_wanted(Some("^(kotlin/screen)$")));
        assert!(!is_wanted(Some("store/answer")));
    }
}
