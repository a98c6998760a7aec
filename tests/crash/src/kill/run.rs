//! Round after round on the same file, then on a new one.

use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use super::child::Child;
use super::plan::{Plan, Usual};
use super::report::Report;
use crate::judge::{judge, judge_copy};
use crate::ledger::Ledger;
use crate::line::{Kind, Line};
use crate::place::Folder;
use crate::seed::of_round;

/// The longest that a round may take until its kill.
const LIMIT: Duration = Duration::from_secs(20);

/// After so many rounds a new file is begun: each round looks through all of it.
const ROUNDS_OF_A_FILE: u64 = 100;

/// Kills a writer as often. The run ends at the first round in which something is lost or damaged.
///
/// # Errors
/// Those of the system; of the store there are none, its faults are in the report.
pub fn run(program: &Path, rounds: u64, seed: u64) -> io::Result<Report> {
    let (mut usual, mut report) = (Usual::default(), Report::default());
    let mut first = 0;
    while first < rounds && report.is_well() {
        let last = rounds.min(first + ROUNDS_OF_A_FILE);
        on_one_file(program, first..last, seed, &mut usual, &mut report)?;
        first = last;
    }
    Ok(report)
}

fn on_one_file(program: &Path, rounds: Range<u64>, seed: u64, usual: &mut Usual, report: &mut Report) -> io::Result<()> {
    let (folder, mut ledger) = (Folder::with_store(), Ledger::default());
    let start = |round| Child::start(program, &folder.store(), seed, round);
    let mut next = start(rounds.start)?;
    for round in rounds {
        let mut child = next;
        // The next one loads its pack while this one writes.
        next = start(round + 1)?;
        let before = ledger.answers;
        let mut watched = Watched { ledger: &mut ledger, usual, began: Instant::now(), fault: None };
        let was_there = watched.until_killed(&mut child, Plan::new(&mut of_round(seed, round)))?;
        let fault = watched.fault;
        let fell = ledger.pending.as_ref().map(|line| line.kind);
        let mut verdict = if round % 2 == 0 { judge(&folder, &mut ledger) } else { judge_copy(&folder, &mut ledger) };
        verdict.damaged.extend(fault);
        verdict.damaged.extend((!was_there).then(|| "the writer ended by itself".to_owned()));
        report.note(round, ledger.answers - before, fell, &verdict);
        if !verdict.is_well() {
            break;
        }
    }
    next.kill().map(drop)
}

/// A writer that is looked at.
struct Watched<'a> {
    ledger: &'a mut Ledger,
    usual: &'a mut Usual,
    /// When the last call began.
    began: Instant,
    /// A line that is none.
    fault: Option<String>,
}

impl Watched<'_> {
    fn until_killed(&mut self, child: &mut Child, plan: Plan) -> io::Result<bool> {
        child.go()?;
        let due = Instant::now() + LIMIT;
        let target = self.ledger.answers + plan.answers;
        while Instant::now() < due {
            let Some(line) = self.next(child, due) else { break };
            let enough = self.ledger.answers >= target;
            if enough && plan.kind.is_none_or(|kind| !line.done && line.kind == kind) {
                break;
            }
        }
        self.wait(child, Instant::now() + plan.delay(self.usual));
        let was_there = child.kill()?;
        self.wait(child, Instant::now() + LIMIT);
        Ok(was_there)
    }

    /// Takes in lines until a time or until there are no more.
    fn wait(&mut self, child: &Child, until: Instant) {
        while self.next(child, until).is_some() {}
    }

    fn next(&mut self, child: &Child, until: Instant) -> Option<Line> {
        let text = match child.lines().recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(text) => text,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return None,
        };
        // Half a line is the last one.
        let line: Line = text.parse().inspect_err(|()| self.fault = text.starts_with("fault").then_some(text.clone())).ok()?;
        if line.done && line.kind != Kind::Part {
            self.usual.note(line.kind, self.began.elapsed());
        }
        self.began = Instant::now();
        self.ledger.note(&line);
        Some(line)
    }
}
