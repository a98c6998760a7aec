//! What was measured: criterion leaves one folder for each benchmark, what others measured is told.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde_json::Value;

use crate::run::Failure;
use crate::workspace::Workspace;

/// The results of benchmarks that ran since a time; older ones lie there too, but do not count.
#[derive(Debug)]
pub struct Medians {
    folder: PathBuf,
    since: SystemTime,
    told: HashMap<&'static str, Median>,
}

/// One result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Median {
    pub time: Duration,
    /// How many elements one run handles, where that was told.
    pub elements: Option<f64>,
}

impl Medians {
    /// Results that are newer than this.
    pub fn since(since: SystemTime, workspace: &Workspace) -> Result<Self, Failure> {
        Ok(Self { folder: workspace.target()?.join("criterion"), since, told: HashMap::new() })
    }

    /// Adds what criterion did not measure, or replaces it.
    pub fn tell(&mut self, benchmark: &'static str, median: Median) {
        self.told.insert(benchmark, median);
    }

    /// The median of a benchmark; none when it did not run.
    pub fn find(&self, benchmark: &str) -> Option<Median> {
        if let Some(told) = self.told.get(benchmark) {
            return Some(*told);
        }
        let folder = self.folder.join(benchmark).join("new");
        let estimates = folder.join("estimates.json");
        let written = fs::metadata(&estimates).and_then(|file| file.modified()).ok()?;
        if written < self.since {
            return None;
        }
        median(&json(&estimates)?, &json(&folder.join("benchmark.json"))?)
    }
}

fn median(estimates: &Value, benchmark: &Value) -> Option<Median> {
    let nanoseconds = estimates.pointer("/median/point_estimate")?.as_f64()?;
    let elements = benchmark.pointer("/throughput/Elements").and_then(Value::as_f64);
    Some(Median { time: Duration::from_secs_f64(nanoseconds / 1e9), elements })
}

fn json(path: &Path) -> Option<Value> {
    serde_json::from_str(&fs::read_to_string(path).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_read_in_nanoseconds() {
        let estimates = serde_json::json!({ "mean": { "point_estimate": 9.0 }, "median": { "point_estimate": 1500.0 } });
        let of = |benchmark| median(&estimates, &benchmark).unwrap();
        let time = Duration::from_nanos(1500);
        assert_eq!(of(serde_json::json!({ "throughput": { "Elements": 12 } })), Median { time, elements: Some(12.0) });
        assert_eq!(of(serde_json::json!({ "throughput": null })), Median { time, elements: None });
    }

    #[test]
    fn what_did_not_run_has_no_median() {
        let mut medians = Medians { folder: PathBuf::from("no-such-folder"), since: SystemTime::now(), told: HashMap::new() };
        assert_eq!(medians.find("assess/child_empty"), None);
        let told = Median { time: Duration::from_millis(1), elements: None };
        medians.tell("kotlin/screen", told);
        assert_eq!(medians.find("kotlin/screen"), Some(told));
        assert_eq!(median(&serde_json::json!({}), &serde_json::json!({})), None);
    }
}
