//! `cargo xtask bench`: how long the engine takes and how large it is, held against the targets in `core/benches/targets.toml`.

mod app;
mod border;
mod medians;
mod row;
mod sizes;
mod table;
mod targets;

use std::fs;
use std::time::SystemTime;

use crate::console;
use crate::run::{Failure, Run};
use crate::workspace::Workspace;
use medians::Medians;
use row::{Row, Verdict};
use targets::Targets;

/// The features of the core with which all is measured.
const FEATURES: &str = "store,access";
const TARGETS: &str = "core/benches/targets.toml";

/// What to measure, and whether the targets decide.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Fail when a target is missed.
    #[arg(long)]
    pub check: bool,
    /// Only benchmarks whose name matches this regular expression, as `assess/child`; sizes are left out.
    pub filter: Option<String>,
}

/// Measures everything and prints one table.
pub fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    let targets = read_targets(workspace)?;
    let mut medians = Medians::since(SystemTime::now(), workspace)?;
    measure(workspace, options.filter.as_deref(), &mut medians)?;
    let mut rows = rows(&targets, &medians, options)?;
    let missed = again(&targets, &rows);
    if let Some(missed) = missed.filter(|_| options.check) {
        console::line("\nWhat missed its target is measured once more: another program may have been in the way.");
        measure(workspace, Some(&missed), &mut medians)?;
        rows = self::rows(&targets, &medians, options)?;
    }
    if options.filter.is_none() {
        rows.extend(sizes::rows(workspace, &targets.sizes)?);
    }
    console::heading("Medians");
    console::line(table::draw(&rows));
    if options.filter.is_none() {
        console::line(app::weigh(workspace));
    }
    judge(&rows, options.check)
}

fn read_targets(workspace: &Workspace) -> Result<Targets, Failure> {
    let text = fs::read_to_string(workspace.root().join(TARGETS)).unwrap_or_default();
    Targets::read(&text).map_err(|fault| Failure::Missing { what: format!("{TARGETS}: {fault}"), help: "Mend that file.".into() })
}

fn measure(workspace: &Workspace, filter: Option<&str>, medians: &mut Medians) -> Result<(), Failure> {
    if border::is_wanted(filter) {
        console::heading("A screen over the border to Kotlin");
        medians.tell(border::SCREEN, border::measure(workspace)?);
    }
    let benches = ["--features", FEATURES, "--bench", "engine", "--bench", "store", "--bench", "pin", "--", "--quiet", "--noplot"];
    Run::cargo(&[&["bench", "--locked", "--package", "siklus-core"][..], &benches].concat())
        .with(filter)
        .help("A benchmark ends at once when its two sides do not come to the same result; the lines above name the rule.")
        .run(workspace)
}

fn rows(targets: &Targets, medians: &Medians, options: &Options) -> Result<Vec<Row>, Failure> {
    let rows = targets.rows.iter().map(|target| Row::new(target, medians));
    match options.filter {
        Some(_) => Ok(rows.flatten().collect()),
        None => targets.rows.iter().zip(rows).map(|(target, row)| row.ok_or_else(|| not_measured(&target.measured))).collect(),
    }
}

fn not_measured(name: &str) -> Failure {
    Failure::Missing { what: format!("{name} was not measured"), help: format!("{TARGETS} names it; core/benches lacks it.") }
}

/// The benchmarks behind the rows that missed, as a regular expression.
fn again(targets: &Targets, rows: &[Row]) -> Option<String> {
    let missed = |name: &str| rows.iter().any(|row| row.name == name && row.verdict == Verdict::Missed);
    let benchmarks = targets.rows.iter().filter(|target| missed(&target.name));
    let names: Vec<&str> = benchmarks.flat_map(|target| [Some(&*target.measured), target.yardstick()]).flatten().collect();
    (!names.is_empty()).then(|| format!("^({})$", names.join("|")))
}

fn judge(rows: &[Row], check: bool) -> Result<(), Failure> {
    let missed: Vec<&str> = rows.iter().filter(|row| row.verdict == Verdict::Missed).map(|row| row.name.as_str()).collect();
    if missed.is_empty() || !check {
        return Ok(());
    }
    Err(Failure::Missing {
        what: format!("targets missed: {}", missed.join("; ")),
        help: "Repeat it on a quiet machine, then find what became slower.".into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, verdict: Verdict) -> Row {
        Row { name: name.into(), verdict, ..Row::default() }
    }

    #[test]
    fn only_a_check_fails() {
        let rows = [row("a", Verdict::Met), row("b", Verdict::Missed), row("c", Verdict::None)];
        assert_eq!(judge(&rows, false), Ok(()));
        assert!(judge(&rows, true).is_err_and(|failure| failure.to_string().starts_with("targets missed: b\n")));
        assert_eq!(judge(&rows[..1], true), Ok(()));
    }

    #[test]
    fn what_missed_is_measured_again_with_its_yardstick() {
        let text = "[[row]]\nname = \"a\"\nmeasured = \"x/a\"\nyardstick = \"y/a\"\nat_most_times = 5\n\
                    [[row]]\nname = \"b\"\nmeasured = \"x/b\"\nat_most_us = 5";
        let targets = Targets::read(text).unwrap();
        assert_eq!(again(&targets, &[row("a", Verdict::Missed), row("b", Verdict::Met)]).as_deref(), Some("^(x/a|y/a)$"));
        assert_eq!(again(&targets, &[row("a", Verdict::Met)]), None);
    }

    #[test]
    fn the_targets_of_the_project_are_read() {
        let targets = read_targets(&Workspace::at(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))).unwrap();
        assert!(targets.rows.len() > 8);
        assert_eq!(targets.sizes.len(), 4);
    }
}
