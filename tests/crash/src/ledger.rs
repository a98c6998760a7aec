//! What was acknowledged so far, and which call was under way.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::line::{Changes, Kind, Line};
use crate::read::Content;

/// A visit as it was acknowledged.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// Whether it was completed.
    pub completed: bool,
    /// The answers about each person.
    pub answers: BTreeMap<Uuid, Changes>,
}

/// What was acknowledged.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The persons of each household.
    pub households: BTreeMap<Uuid, BTreeSet<Uuid>>,
    /// The visits.
    pub visits: BTreeMap<Uuid, Visit>,
    /// The call that began and was not acknowledged.
    pub pending: Option<Line>,
    /// How many answers were acknowledged; a section counts once.
    pub answers: u64,
    /// Completed visits that were judged again already.
    pub judged: BTreeSet<Uuid>,
}

impl Ledger {
    /// Takes a line in.
    pub fn note(&mut self, line: &Line) {
        if !line.done {
            self.pending = Some(line.clone());
            return;
        }
        self.pending = None;
        match line.kind {
            Kind::Household => drop(self.households.entry(line.of).or_default()),
            Kind::Person => drop(self.households.entry(line.of).or_default().insert(line.person)),
            Kind::Visit => drop(self.visits.entry(line.of).or_default()),
            Kind::Complete => self.visits.entry(line.of).or_default().completed = true,
            Kind::Answer | Kind::Section => self.answer(line),
            Kind::Open | Kind::Checkpoint | Kind::Part => {}
        }
    }

    fn answer(&mut self, line: &Line) {
        self.answers += 1;
        let known = self.visits.entry(line.of).or_default().answers.entry(line.person).or_default();
        for (fact, answer) in &line.changes {
            if answer.is_empty() {
                known.remove(fact)
            } else {
                known.insert(fact.clone(), answer.clone())
            };
        }
    }

    /// Whether a call of this kind is under way.
    pub fn is_pending(&self, kind: Kind) -> bool {
        self.pending.as_ref().is_some_and(|line| line.kind == kind)
    }

    /// What was found to be there, whether the call that was under way came through or not.
    pub fn settle(&mut self, found: &Content) {
        self.pending = None;
        self.households = found.households.clone();
        for (visit, answers) in found.drafts.iter().chain(&found.completed) {
            let completed = found.completed.contains_key(visit);
            self.visits.insert(*visit, Visit { completed, answers: answers.clone() });
        }
    }
}
