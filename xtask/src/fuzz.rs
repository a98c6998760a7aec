//! `cargo xtask fuzz`: seeded mutations of real inputs.

use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// How much, and where to begin.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// How many inputs to try.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    pub rounds: u64,
    /// Repeats the run that printed this seed.
    #[arg(long)]
    pub seed: Option<u64>,
}

/// Runs the fuzzer.
pub fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    let seed = options.seed.map(|seed| ["--seed".to_owned(), seed.to_string()]);
    Run::cargo(&["run", "--release", "--locked", "--package", "siklus-tests", "--bin", "fuzz", "--", "--rounds"])
        .with([options.rounds.to_string()])
        .with(seed.into_iter().flatten())
        .help("Run it again with the seed that is printed above to get the same input.")
        .run(workspace)
}
