//! What was written of each fact at a visit, from the first row to the last.

use std::collections::BTreeMap;

use crate::fact::{Answer, FactId};
use crate::form::Draft as Given;
use crate::hidden::hidden;
use crate::pack::Pack;
use crate::store::sheet::Entry;
use crate::store::{StoreError, Written, WrittenSheet, answer};

/// One thing that was written of a fact.
pub(super) struct Said {
    pub written: Option<Written>,
    /// None: withdrawn.
    pub answer: Option<Answer>,
}

/// What was written of each fact, the first one first; never nothing.
pub(super) struct History(BTreeMap<FactId, Vec<Said>>);

hidden!(Said, History);

impl History {
    /// Of a visit that has not ended: its answers, and those that it withdrew.
    pub(super) fn of_draft(given: &Given) -> Self {
        let said = |answer: Option<&Answer>| Said { written: None, answer: answer.cloned() };
        let answered = given.answers().iter().map(|(fact, answer)| (*fact, vec![said(Some(answer))]));
        let withdrawn = given.withdrawn().iter().map(|(fact, answer)| (*fact, vec![said(Some(answer)), said(None)]));
        Self(answered.chain(withdrawn).collect())
    }

    /// Of a visit that ended. An answer that the pack does not know is left out.
    pub(super) fn of_rows(pack: &Pack, rows: &[WrittenSheet]) -> Result<Self, StoreError> {
        let mut history: BTreeMap<FactId, Vec<Said>> = BTreeMap::new();
        for WrittenSheet { written, sheet } in rows {
            for (name, entry) in sheet {
                let Some(fact) = pack.dictionary().find(name) else { continue };
                let answer = match entry {
                    Entry::Withdrawn => None,
                    Entry::Answered(bytes) => match answer::decode(pack.dictionary(), fact, bytes)? {
                        Some(answer) => Some(answer),
                        None => continue,
                    },
                };
                history.entry(fact).or_default().push(Said { written: Some(*written), answer });
            }
        }
        Ok(Self(history))
    }

    /// The answers that count, and the last values of those that were withdrawn.
    pub(super) fn given(&self) -> Given {
        let (mut answers, mut withdrawn) = (Vec::new(), Vec::new());
        for (fact, said) in &self.0 {
            match said.last().and_then(|last| last.answer.as_ref()) {
                Some(answer) => answers.push((*fact, answer.clone())),
                None => withdrawn.extend(last_value(said).map(|answer| (*fact, answer.clone()))),
            }
        }
        Given::new(answers, withdrawn)
    }

    /// What was written of a fact, the first one first.
    pub(super) fn of(&self, fact: FactId) -> &[Said] {
        self.0.get(&fact).map_or(&[], Vec::as_slice)
    }

    /// The facts whose answer was withdrawn and not given again.
    pub(super) fn withdrawn(&self) -> impl Iterator<Item = (FactId, &[Said])> {
        let all = self.0.iter().map(|(fact, said)| (*fact, said.as_slice()));
        all.filter(|(_, said)| said.last().is_some_and(|last| last.answer.is_none()))
    }
}

/// The last value that was written.
pub(super) fn last_value(said: &[Said]) -> Option<&Answer> {
    said.iter().rev().find_map(|said| said.answer.as_ref())
}
