//! `cargo xtask fuzz --rounds N [--seed S]`: feeds changed inputs to the readers of expressions, packs and case files.
//!
//! The rounds run in a process of their own, because a stack that overflows takes its process along. The rounds that were under way are
//! then repeated one by one, each input written to a file before it is tried.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};
use std::time::{Duration, Instant, SystemTime};
use std::{env, fs, io, panic, thread};

use clap::Parser;
use siklus_tests::fuzz::{Failure, Options, Report, run};

/// How long one round may take.
const LIMIT: Duration = Duration::from_secs(20);
/// The longest input, in bytes.
const LONGEST: usize = 100_000;
/// How often progress is shown.
const EVERY: Duration = Duration::from_secs(5);

/// Seeded mutations of real inputs.
#[derive(Parser)]
struct Arguments {
    /// How many inputs to try.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    rounds: u64,
    /// Repeats the run that printed this seed.
    #[arg(long)]
    seed: Option<u64>,
    /// The round to begin with.
    #[arg(long, default_value_t = 0)]
    first: u64,
    /// Runs the rounds in this process.
    #[arg(long, hide = true)]
    here: bool,
    /// Runs them one by one and writes the input of each before it is tried.
    #[arg(long, hide = true)]
    trace: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = folder().and_then(|folder| if arguments.here { here(&arguments, &folder) } else { supervise(&arguments, &folder) });
    done.unwrap_or_else(|error| {
        eprintln!("fuzz: {error}");
        ExitCode::FAILURE
    })
}

/// Runs the rounds in another process; when that dies, finds out in which round.
fn supervise(arguments: &Arguments, folder: &Path) -> io::Result<ExitCode> {
    let clock = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
    let seed = arguments.seed.unwrap_or(clock);
    println!("seed {seed}");
    fs::write(place(folder), arguments.first.to_string())?;
    let status = child(seed, arguments.first, arguments.rounds, false)?;
    if let Some(code) = status.code() {
        return Ok(if code == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    println!("the process died ({status}); its last rounds are repeated one by one");
    let lowest = fs::read_to_string(place(folder))?.parse().unwrap_or(arguments.first);
    let again = child(seed, lowest, arguments.first + arguments.rounds - lowest, true)?;
    let round = fs::read_to_string(folder.join("round.txt"))?;
    println!("seed {seed}, round {round}: the process dies ({again}); the input is in {}", input(folder).display());
    Ok(ExitCode::FAILURE)
}

fn child(seed: u64, first: u64, rounds: u64, trace: bool) -> io::Result<ExitStatus> {
    let numbers = [("--seed", seed), ("--first", first), ("--rounds", rounds)];
    let numbers = numbers.into_iter().flat_map(|(name, number)| [name.to_owned(), number.to_string()]);
    Command::new(env::current_exe()?).arg("--here").args(numbers).args(trace.then_some("--trace")).status()
}

fn here(arguments: &Arguments, folder: &Path) -> io::Result<ExitCode> {
    // The message of a panic is told with its round.
    panic::set_hook(Box::new(|_| {}));
    let seed = arguments.seed.unwrap_or(0);
    let threads = if arguments.trace { 1 } else { thread::available_parallelism()?.get() as u64 };
    let trace = arguments.trace.then(|| (folder.join("round.txt"), input(folder)));
    let options = Options { seed, first: arguments.first, rounds: arguments.rounds, threads, longest: LONGEST, limit: LIMIT, trace };
    let (start, mut told) = (Instant::now(), Instant::now());
    let result = run(&options, &mut |progress| {
        // Losing the place only makes the search for a dead round longer.
        _ = fs::write(place(folder), progress.lowest.to_string());
        if told.elapsed() > EVERY {
            told = Instant::now();
            println!("{}", line(progress.done, start.elapsed()));
        }
    });
    match result {
        Ok(report) => {
            println!("{}", last_line(report, seed, start.elapsed()));
            Ok(ExitCode::SUCCESS)
        }
        Err(failure) => tell(&failure, seed, folder),
    }
}

fn line(done: u64, time: Duration) -> String {
    format!("{done} rounds, {:.0} a second", done as f64 / time.as_secs_f64())
}

fn last_line(report: Report, seed: u64, time: Duration) -> String {
    let Report { accepted, refused } = report;
    let line = line(accepted + refused, time);
    format!("{line}, seed {seed}, {:.0} s: {accepted} inputs accepted, {refused} refused, none failed", time.as_secs_f64())
}

fn tell(failure: &Failure, seed: u64, folder: &Path) -> io::Result<ExitCode> {
    let path = input(folder);
    fs::write(&path, &failure.input)?;
    let Failure { round, target, trouble, .. } = failure;
    println!("seed {seed}, round {round}, {target}: {trouble}; the input is in {}", path.display());
    Ok(ExitCode::FAILURE)
}

/// A folder beside this program, in the target folder.
fn folder() -> io::Result<PathBuf> {
    let folder = env::current_exe()?.with_file_name("fuzzed");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn place(folder: &Path) -> PathBuf {
    folder.join("place.txt")
}

fn input(folder: &Path) -> PathBuf {
    folder.join("input.txt")
}
