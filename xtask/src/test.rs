//! `cargo xtask test`: every check that a change must pass, in the order in which a fault is found soonest.

use std::time::Instant;

use crate::android;
use crate::app;
use crate::console;
use crate::crash;
use crate::demo;
use crate::kotlin;
use crate::run::{Failure, Run};
use crate::summary::{Outcome, Summary};
use crate::toolchain;
use crate::tools::{CARGO_DENY, CARGO_MACHETE};
use crate::workspace::Workspace;

/// Lists of findings whose rules need a module that the core does not have yet.
const WAITING: &str = "tests/waiting";

/// What a step runs.
enum Check {
    /// It passes or fails.
    Must(fn(&Workspace) -> Result<(), Failure>),
    /// Where something that it needs cannot be had, it is skipped.
    May(fn(&Workspace) -> Result<Outcome, Failure>),
}

use Check::{May, Must};

/// What stands in the table, and what runs.
const STEPS: [(&str, Check); 18] = [
    ("toolchain", Must(toolchain::complete)),
    ("JDK and Maven", Must(kotlin::java)),
    ("format", Must(format)),
    ("lints", Must(lints)),
    ("documentation", Must(documentation)),
    ("licences and sources", Must(licences)),
    ("unused dependencies", Must(unused)),
    ("tests", Must(rust_tests)),
    ("kills", Must(crash::check)),
    ("rule pack", Must(pack)),
    ("case files", Must(cases)),
    ("native library", Must(kotlin::library)),
    ("Kotlin tests", Must(kotlin::tests)),
    ("Kotlin interface", Must(kotlin::interface)),
    ("library size", Must(kotlin::size::check)),
    ("demo", Must(demo::check)),
    ("app", Must(app::tests)),
    ("Android types", May(android::check)),
];

/// Runs the steps up to the first one that fails.
pub fn run(workspace: &Workspace) -> Result<(), Failure> {
    let mut summary = Summary::default();
    let result = STEPS.iter().try_for_each(|(name, check)| step(workspace, name, check, &mut summary));
    console::heading("Summary");
    console::line(summary);
    result
}

fn step(workspace: &Workspace, name: &'static str, check: &Check, summary: &mut Summary) -> Result<(), Failure> {
    console::heading(name);
    let start = Instant::now();
    let result = match check {
        Must(check) => check(workspace).map(|()| Outcome::Passed),
        May(check) => check(workspace),
    };
    let took = start.elapsed();
    summary.add(name, took, *result.as_ref().unwrap_or(&Outcome::Failed));
    console::line(format_args!("-- {name}: {:.1} s", took.as_secs_f64()));
    result.map(drop)
}

fn format(workspace: &Workspace) -> Result<(), Failure> {
    Run::cargo(&["fmt", "--check"]).help("Run: cargo fmt").run(workspace)
}

fn lints(workspace: &Workspace) -> Result<(), Failure> {
    Run::cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])
        .help("Mend what clippy names above. If it speaks of Cargo.lock, run `cargo check` and commit the file.")
        .run(workspace)
}

fn documentation(workspace: &Workspace) -> Result<(), Failure> {
    Run::cargo(&["doc", "--workspace", "--no-deps", "--locked"])
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .help("Mend the doc comment that is named above.")
        .run(workspace)
}

fn licences(workspace: &Workspace) -> Result<(), Failure> {
    CARGO_DENY
        .ready(workspace, &["--locked", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"])?
        .help("deny.toml says what is allowed, `cargo tree --invert CRATE` who brings it in.")
        .run(workspace)
}

fn unused(workspace: &Workspace) -> Result<(), Failure> {
    CARGO_MACHETE.ready(workspace, &[])?.help("Take the dependency out of the Cargo.toml that is named above.").run(workspace)
}

fn rust_tests(workspace: &Workspace) -> Result<(), Failure> {
    Run::cargo(&["test", "--workspace", "--locked"]).help("Run the failing test alone: cargo test --workspace NAME").run(workspace)
}

fn pack(workspace: &Workspace) -> Result<(), Failure> {
    Run::siklus(&["pack", "check"]).help("Each fault above names its place in core/packs/ilp.").run(workspace)
}

fn cases(workspace: &Workspace) -> Result<(), Failure> {
    Run::siklus(&["case", "tests/cases", demo::HOUSEHOLD])
        .with(except(workspace))
        .help("A case is written from the codebook's words: first ask which of the two, rule or case, departs from them.")
        .run(workspace)
}

/// The arguments that leave out the findings that wait for a module.
fn except(workspace: &Workspace) -> Vec<String> {
    let lists = workspace.files(WAITING, "txt");
    lists.iter().flat_map(|list| [String::from("--except"), format!("@{}", list.display())]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_of_waiting_findings_is_left_out() {
        let workspace = Workspace::at(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let arguments = except(&workspace);
        let lists = workspace.files(WAITING, "txt");
        assert_eq!(arguments.len(), 2 * lists.len());
        for list in lists {
            assert!(arguments.contains(&format!("@{}", list.display())));
        }
    }

    #[test]
    fn without_lists_nothing_is_left_out() {
        assert!(except(&Workspace::at(env!("CARGO_MANIFEST_DIR"))).is_empty());
    }
}
