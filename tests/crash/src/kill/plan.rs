//! When a process is killed: at any time, or in the middle of a certain call.

use std::collections::BTreeMap;
use std::time::Duration;

use fastrand::Rng;

use crate::line::Kind;

/// So many answers are acknowledged before a call is waited for.
const ANSWERS: std::ops::Range<u64> = 8..34;
/// How long a call is thought to take until one was seen.
const CALL: Duration = Duration::from_millis(3);
/// What is waited for, with its share.
const TARGETS: [(Option<Kind>, usize); 7] = [
    (None, 25),
    (Some(Kind::Answer), 15),
    (Some(Kind::Section), 8),
    (Some(Kind::Complete), 20),
    (Some(Kind::Checkpoint), 15),
    (Some(Kind::Open), 12),
    (Some(Kind::Visit), 5),
];

/// When to kill.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// So many answers come first.
    pub answers: u64,
    /// The call in whose middle it happens; at any time when absent.
    pub kind: Option<Kind>,
    /// Where in the call, as a part of how long it usually takes, or of the time between two answers.
    part: f64,
}

impl Plan {
    /// A plan by chance.
    pub fn new(rng: &mut Rng) -> Self {
        let mut share = rng.usize(..TARGETS.iter().map(|(_, share)| share).sum::<usize>());
        let found = TARGETS.iter().find(|(_, of)| {
            let found = share < *of;
            share = share.saturating_sub(*of);
            found
        });
        Self { answers: rng.u64(ANSWERS), kind: found.and_then(|(kind, _)| *kind), part: rng.f64() }
    }

    /// How long after the call began, or after the last of the answers.
    pub fn delay(&self, usual: &Usual) -> Duration {
        match self.kind {
            Some(kind) => usual.of(kind).mul_f64(self.part * 1.1),
            None => usual.of(Kind::Answer).mul_f64(self.part * 20.0),
        }
    }
}

/// How long calls took so far.
#[derive(Debug, Default)]
pub struct Usual(BTreeMap<Kind, Duration>);

impl Usual {
    /// A call took so long.
    pub fn note(&mut self, kind: Kind, took: Duration) {
        let usual = self.of(kind);
        self.0.insert(kind, (usual * 3 + took) / 4);
    }

    fn of(&self, kind: Kind) -> Duration {
        self.0.get(&kind).copied().unwrap_or(CALL)
    }
}
