//! The one place where the tool meets the core: a pack, its subjects and their assessments.

use std::collections::BTreeSet;
use std::path::Path;

use siklus_core::pack::source::{Action, Source};

use crate::case::{CaseFault, PersonCase, Vocabulary};
use crate::compare::Outcome;
use crate::pack::{self, PackError};

/// A pack that is ready to judge.
pub struct Engine {
    pack: Source,
}

pub struct Subject;

impl Engine {
    /// The pack in a folder, or the one that is built in.
    pub fn load(folder: Option<&Path>) -> Result<Self, PackError> {
        Ok(Self { pack: pack::source(folder)? })
    }

    /// The names that a case file may use.
    pub fn vocabulary(&self) -> Vocabulary<'_> {
        let services = self.pack.services.iter().map(|service| service.id.value.as_str());
        Vocabulary { dictionary: &self.pack.dictionary, services: services.collect() }
    }

    /// The ids of all rules.
    pub fn rules(&self) -> BTreeSet<&str> {
        self.pack.rules.iter().map(|rule| rule.id.value.as_str()).collect()
    }

    /// The groups that have a rule.
    pub fn groups(&self) -> BTreeSet<&str> {
        self.pack.rules.iter().map(|rule| rule.group.as_str()).collect()
    }

    /// A person, checked as a whole.
    pub fn subject(&self, _person: &PersonCase) -> Result<Subject, Vec<CaseFault>> {
        Ok(Subject)
    }

    /// What comes out for a person.
    pub fn outcome(&self, _subject: &Subject) -> Outcome {
        Outcome { stages: vec![], action: Action::None, findings: BTreeSet::new(), undetermined: BTreeSet::new() }
    }
}
