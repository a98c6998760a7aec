//! Runs rounds in threads with a small stack and watches the clock.

use std::any::Any;
use std::fmt;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::targets::{Changed, Targets};

/// Half of what a main thread has; an Android thread has 1 MiB for its Java side and 1 to 8 MiB for ours.
const STACK: usize = 2 * 1024 * 1024;

/// What is run.
#[derive(Clone, Debug)]
pub struct Options {
    /// The seed.
    pub seed: u64,
    /// The first round.
    pub first: u64,
    /// How many rounds.
    pub rounds: u64,
    /// How many threads.
    pub threads: u64,
    /// The longest input, in bytes.
    pub longest: usize,
    /// How long one round may take.
    pub limit: Duration,
    /// Where the number and the input of each round are written before it is tried.
    pub trace: Option<(PathBuf, PathBuf)>,
}

/// How far a run is.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Rounds that are done.
    pub done: u64,
    /// The lowest round that is under way; all below it are done.
    pub lowest: u64,
}

/// What came out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rounds whose input was accepted.
    pub accepted: u64,
    /// Rounds whose input was refused with a reason.
    pub refused: u64,
}

/// A round that failed.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The round.
    pub round: u64,
    /// What happened.
    pub trouble: Trouble,
    /// What was fed.
    pub target: String,
    /// The changed input.
    pub input: String,
}

/// What happened in a round that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A panic with its message.
    Panic(String),
    /// No answer within the limit.
    Hang(Duration),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Panic(message) => write!(f, "panic: {message}"),
            Self::Hang(limit) => write!(f, "no answer within {} s", limit.as_secs_f64()),
        }
    }
}

/// What the threads share.
struct Shared {
    targets: Targets,
    options: Options,
    done: AtomicU64,
    stop: AtomicBool,
}

/// The round at which a thread is, and since when.
type Place = Arc<Mutex<Option<(u64, Instant)>>>;

/// Runs the rounds and tells `progress` now and then how far it is.
///
/// # Errors
/// The first failure that is seen.
pub fn run(options: &Options, progress: &mut dyn FnMut(Progress)) -> Result<Report, Failure> {
    let shared = Arc::new(Shared {
        targets: Targets::new(options.longest),
        options: options.clone(),
        done: AtomicU64::new(0),
        stop: AtomicBool::new(false),
    });
    let (sender, results) = channel();
    let places: Vec<Place> = (0..options.threads).map(|thread| start(&shared, thread, sender.clone())).collect();
    drop(sender);
    let outcome = watch(&shared, &places, &results, progress);
    shared.stop.store(true, Ordering::Relaxed);
    outcome
}

fn start(shared: &Arc<Shared>, number: u64, sender: Sender<Result<Report, Failure>>) -> Place {
    let place = Place::default();
    let (own, shared) = (Arc::clone(&place), Arc::clone(shared));
    let work = move || {
        let result = rounds(&shared, number, &own);
        _ = sender.send(result);
    };
    thread::Builder::new().name("fuzz".into()).stack_size(STACK).spawn(work).expect("a thread");
    place
}

/// Every n-th round, for n threads.
fn rounds(shared: &Shared, number: u64, place: &Place) -> Result<Report, Failure> {
    let Options { seed, first, rounds, threads, .. } = shared.options;
    let mut report = Report::default();
    let own = (first + number..first + rounds).step_by(usize::try_from(threads).unwrap_or(1));
    for round in own.take_while(|_| !shared.stop.load(Ordering::Relaxed)) {
        set(place, Some((round, Instant::now())));
        let changed = shared.targets.changed(seed, round);
        write(shared.options.trace.as_ref(), round, &changed);
        match catch_unwind(AssertUnwindSafe(|| shared.targets.feed(&changed))) {
            Ok(true) => report.accepted += 1,
            Ok(false) => report.refused += 1,
            Err(panic) => return Err(failure(round, changed, Trouble::Panic(message(&*panic)))),
        }
        shared.done.fetch_add(1, Ordering::Relaxed);
    }
    set(place, None);
    Ok(report)
}

fn write(trace: Option<&(PathBuf, PathBuf)>, round: u64, changed: &Changed) {
    if let Some((number, input)) = trace {
        let written = fs::write(number, round.to_string()).and_then(|()| fs::write(input, &changed.text));
        written.expect("a file in the target folder");
    }
}

fn watch(
    shared: &Shared,
    places: &[Place],
    results: &Receiver<Result<Report, Failure>>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report, Failure> {
    let mut sum = Report::default();
    loop {
        match results.recv_timeout(Duration::from_millis(200)) {
            Ok(report) => {
                let report = report?;
                sum = Report { accepted: sum.accepted + report.accepted, refused: sum.refused + report.refused };
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(sum),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if let Some(round) = places.iter().find_map(|place| hangs(place, shared.options.limit)) {
            let changed = shared.targets.changed(shared.options.seed, round);
            return Err(failure(round, changed, Trouble::Hang(shared.options.limit)));
        }
        let under_way = places.iter().filter_map(|place| place.lock().ok().and_then(|place| *place));
        if let Some(lowest) = under_way.map(|(round, _)| round).min() {
            progress(Progress { done: shared.done.load(Ordering::Relaxed), lowest });
        }
    }
}

fn hangs(place: &Place, limit: Duration) -> Option<u64> {
    let place = place.lock().ok()?;
    place.filter(|(_, since)| since.elapsed() > limit).map(|(round, _)| round)
}

fn set(place: &Place, at: Option<(u64, Instant)>) {
    if let Ok(mut place) = place.lock() {
        *place = at;
    }
}

fn failure(round: u64, changed: Changed, trouble: Trouble) -> Failure {
    Failure { round, trouble, target: format!("{:?}", changed.target), input: changed.text }
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("without a message").to_owned()
}
