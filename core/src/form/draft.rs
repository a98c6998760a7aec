//! What is recorded so far.

use std::fmt;

use crate::fact::{Answer, FactId};
use crate::pack::FactSet;
use crate::pack::lang::program::FactSlot;

/// The answers that were given so far, and those that were withdrawn. An answer makes a new draft.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Sorted by fact.
    answers: Vec<(FactId, Answer)>,
    /// Sorted by fact.
    withdrawn: Vec<(FactId, Answer)>,
    last_withdrawn: Vec<FactId>,
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Draft(hidden)")
    }
}

impl Draft {
    /// A draft as it was kept: the answers, and the old values of those that were withdrawn and not given again. Of a fact that stands
    /// twice the last answer counts.
    pub fn new(answers: Vec<(FactId, Answer)>, withdrawn: Vec<(FactId, Answer)>) -> Self {
        let mut draft = Self::default();
        withdrawn.into_iter().for_each(|(fact, answer)| put(&mut draft.withdrawn, fact, answer));
        answers.into_iter().for_each(|(fact, answer)| draft.record(fact, answer));
        draft
    }

    /// The answers, sorted by fact.
    pub fn answers(&self) -> &[(FactId, Answer)] {
        &self.answers
    }

    /// The answer to a question.
    pub fn answer(&self, fact: FactId) -> Option<&Answer> {
        find(&self.answers, fact)
    }

    /// The old values of answers that were withdrawn and not given again, sorted by fact.
    pub fn withdrawn(&self) -> &[(FactId, Answer)] {
        &self.withdrawn
    }

    /// What the last answer withdrew, gates before their follow-ups.
    pub fn last_withdrawn(&self) -> &[FactId] {
        &self.last_withdrawn
    }

    pub(super) fn old_answer(&self, fact: FactId) -> Option<&Answer> {
        find(&self.withdrawn, fact)
    }

    /// The facts that are answered or withdrawn in another way than in another draft.
    pub(super) fn changed_since(&self, other: &Self) -> FactSet {
        let mut changed = FactSet::EMPTY;
        for (one, other) in [(&self.answers, &other.answers), (&self.withdrawn, &other.withdrawn)] {
            note_changes(one, other, &mut changed);
            note_changes(other, one, &mut changed);
        }
        changed
    }

    /// The same draft before the next answer.
    pub(crate) fn next(&self) -> Self {
        Self { last_withdrawn: Vec::new(), ..self.clone() }
    }

    pub(super) fn record(&mut self, fact: FactId, answer: Answer) {
        self.withdrawn.retain(|(of, _)| *of != fact);
        put(&mut self.answers, fact, answer);
    }

    pub(super) fn clear(&mut self, fact: FactId) {
        self.answers.retain(|(of, _)| *of != fact);
    }

    pub(super) fn withdraw(&mut self, fact: FactId) {
        let Some(old) = self.answer(fact).cloned() else { return };
        self.clear(fact);
        put(&mut self.withdrawn, fact, old);
        self.last_withdrawn.push(fact);
    }
}

/// Notes the facts of which `one` says something that `other` does not say.
fn note_changes(one: &[(FactId, Answer)], other: &[(FactId, Answer)], changed: &mut FactSet) {
    let says_more = |(fact, answer): &&(FactId, Answer)| find(other, *fact) != Some(answer);
    one.iter().filter(says_more).for_each(|(fact, _)| changed.insert(FactSlot(fact.0)));
}

fn find(answers: &[(FactId, Answer)], fact: FactId) -> Option<&Answer> {
    let place = answers.binary_search_by_key(&fact, |(fact, _)| *fact).ok()?;
    answers.get(place).map(|(_, answer)| answer)
}

fn put(answers: &mut Vec<(FactId, Answer)>, fact: FactId, answer: Answer) {
    let place = answers.partition_point(|(of, _)| *of < fact);
    match answers.get_mut(place) {
        Some((of, old)) if *of == fact => *old = answer,
        _ => answers.insert(place, (fact, answer)),
    }
}
