//! `cargo xtask bench`: how long the engine takes.

use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// What the benchmark gets.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Handed on to the benchmark as they are.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub arguments: Vec<String>,
}

/// Runs the benchmark of the engine.
pub fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    Run::cargo(&["bench", "--locked", "--package", "siklus-core", "--bench", "engine", "--"]).with(&options.arguments).run(workspace)
}
