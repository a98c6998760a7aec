//! `cargo xtask crash --rounds N [--seed S]`: kills a process that writes visits and looks at what is left; and the processes that tests
//! of the store need beside their own.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;
use std::{env, io};

use clap::Parser;
use siklus_core::store::{Options, Store};
use siklus_crash::kill::{Child, run};
use siklus_crash::place::key;
use siklus_crash::seed::seed;

/// Crashes of the store.
#[derive(Parser)]
enum Task {
    /// Kills a writer over and over.
    Kill {
        /// How many kills.
        #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
        rounds: u64,
        /// The seed of what is written and of when it is killed; the machine's speed decides the rest.
        #[arg(long)]
        seed: Option<u64>,
    },
    /// Writes visits until it is killed.
    #[command(hide = true)]
    Write {
        store: PathBuf,
        #[arg(long)]
        seed: u64,
        #[arg(long)]
        round: u64,
    },
    /// Has a store open until its input ends.
    #[command(hide = true)]
    Hold { store: PathBuf },
}

fn main() -> ExitCode {
    match Task::parse() {
        Task::Kill { rounds, seed: given } => kill(rounds, given.unwrap_or_else(seed)),
        Task::Write { store, seed, round } => done(Child::write(&store, seed, round)),
        Task::Hold { store } => done(hold(&store)),
    }
}

fn kill(rounds: u64, seed: u64) -> ExitCode {
    println!("seed {seed}");
    let start = Instant::now();
    let report = env::current_exe().and_then(|program| run(&program, rounds, seed));
    match report {
        Ok(report) => {
            println!("{:.1} s", start.elapsed().as_secs_f64());
            println!("{report}");
            if report.is_well() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => done(Err(error.to_string())),
    }
}

fn hold(store: &std::path::Path) -> Result<(), String> {
    let store = Store::open(store, &key(1), Options::default()).map_err(|error| format!("{error:?}"))?;
    println!("open");
    io::copy(&mut io::stdin(), &mut io::sink()).map_err(|error| error.to_string())?;
    store.close().map_err(|error| format!("{error:?}"))
}

fn done(done: Result<(), String>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            println!("fault: {what}");
            ExitCode::FAILURE
        }
    }
}
