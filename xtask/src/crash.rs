//! `cargo xtask crash`: kills a process that writes visits, over and over, and holds what it leaves to what it acknowledged.

use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// The rounds of the gate: about a minute.
const ROUNDS: u64 = 100;

/// How much, and where to begin.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// How many kills.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    pub rounds: u64,
    /// Writes the same and kills at the same places as the run that printed this seed, as far as the speed of the machine is the same.
    #[arg(long)]
    pub seed: Option<u64>,
}

/// Runs the kills.
pub fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    let seed = options.seed.map(|seed| ["--seed".to_owned(), seed.to_string()]);
    // Optimised, because a debug build writes too few answers before a kill.
    Run::cargo(&["run", "--quiet", "--release", "--locked", "--package", "siklus-crash", "--bin", "crash", "--", "kill", "--rounds"])
        .with([options.rounds.to_string()])
        .with(seed.into_iter().flatten())
        .help("The lines above name what was lost or damaged, and the seed.")
        .run(workspace)
}

/// The step of the gate.
pub fn check(workspace: &Workspace) -> Result<(), Failure> {
    run(workspace, &Options { rounds: ROUNDS, seed: None })
}
