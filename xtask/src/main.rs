//! What a developer and the gate run: `cargo xtask demo|test|kotlin|api|size|app|shots|apk|bench|fuzz|crash`. One file a command; the commands only put
//! other programs together, show each one before it runs, and say what to do when it fails.

mod android;
mod apk;
mod app;
mod bench;
mod cli;
mod console;
mod crash;
mod demo;
mod fuzz;
mod kotlin;
mod packages;
mod run;
mod summary;
mod test;
mod toolchain;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Task};
use crate::run::Failure;
use crate::workspace::Workspace;

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            console::failure(&failure);
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    let workspace = Workspace::of_this_run()?;
    match cli.task {
        Task::Demo(options) => demo::run(&workspace, &options),
        Task::Test => test::run(&workspace),
        Task::Kotlin => kotlin::run(&workspace),
        Task::Api(options) => kotlin::run_api(&workspace, &options),
        Task::Size(options) => kotlin::size::run(&workspace, &options),
        Task::App => app::run(&workspace),
        Task::Shots(options) => app::run_shots(&workspace, &options),
        Task::Apk => apk::run(&workspace),
        Task::Bench(options) => bench::run(&workspace, &options),
        Task::Fuzz(options) => fuzz::run(&workspace, &options),
        Task::Crash(options) => crash::run(&workspace, &options),
    }
}
