//! Where the tool meets the core: a pack, and the people whom it judges.

use std::collections::BTreeSet;

use siklus_core::growth::Index;
use siklus_core::pack::Pack;
use siklus_core::screening::{BirthData, Dose, EarlierVisit, Input, InputFault, Subject, assess, due, growth};

use crate::args::PackFolders;
use crate::case::{CaseFault, CaseRule, DoseCase, EarlierCase, PersonCase, Vocabulary};
use crate::compare::Outcome;
use crate::error::CliError;
use crate::pack::{self, PackError};

/// A pack that is ready to judge.
pub struct Engine {
    pack: Pack,
}

impl Engine {
    /// The pack that the arguments name.
    pub fn load(packs: &PackFolders) -> Result<Self, PackError> {
        Ok(Self { pack: pack::load(packs.pack.as_deref(), packs.overlay.as_deref())? })
    }

    /// The pack.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Refuses a language in which the pack has no texts.
    pub fn check_language(&self, language: &str) -> Result<(), CliError> {
        let others = self.pack.source().languages.iter().map(|other| other.id.value.clone());
        let known: Vec<String> = ["id", "en"].map(str::to_owned).into_iter().chain(others).collect();
        match known.iter().any(|known| known == language) {
            true => Ok(()),
            false => Err(CliError::Language { known }),
        }
    }

    /// The names that a case file may use.
    pub fn vocabulary(&self) -> Vocabulary<'_> {
        let services = self.pack.source().services.iter().map(|service| service.id.value.as_str());
        Vocabulary { dictionary: self.pack.dictionary(), services: services.collect() }
    }

    /// The ids of all rules.
    pub fn rules(&self) -> BTreeSet<&str> {
        self.pack.rules().map(|(_, rule)| rule.id.value.as_str()).collect()
    }

    /// The groups that have a rule.
    pub fn groups(&self) -> BTreeSet<&str> {
        self.pack.rules().map(|(_, rule)| rule.group.as_str()).collect()
    }

    /// A person, checked as a whole.
    pub fn subject(&self, person: &PersonCase) -> Result<Subject<'static>, Vec<CaseFault>> {
        let faults = match Subject::new(&self.pack, self.input(person)) {
            Ok(subject) => return Ok(subject),
            Err(faults) => faults,
        };
        Err(faults.iter().map(|fault| placed(fault, person)).collect())
    }

    /// What comes out for a person, as far as it is compared.
    pub fn outcome(&self, subject: &Subject) -> Outcome {
        let (assessment, growth) = (assess(&self.pack, subject), growth(&self.pack, subject));
        let id = |rule| self.pack.rule(rule).map(|rule| rule.id.value.clone());
        Outcome {
            stages: assessment.stages.iter().collect(),
            action: assessment.action(&self.pack),
            findings: assessment.findings.iter().filter_map(|finding| id(finding.rule)).collect(),
            undetermined: assessment.undetermined.iter().filter_map(|undetermined| id(undetermined.rule)).collect(),
            z_scores: Index::ALL.into_iter().filter_map(|index| Some((index.as_str(), growth.index(index).ok()?.z.to_number()?))).collect(),
            due: due(&self.pack, subject).into_iter().map(|due| (self.pack.service_code(due.service).to_owned(), due)).collect(),
        }
    }

    fn input(&self, person: &PersonCase) -> Input {
        Input {
            pregnancy: person.pregnancy,
            delivery: person.delivery,
            birth: BirthData { weight_g: person.birth_weight_g, gestation_weeks: person.gestation_weeks },
            facts: person.facts.clone(),
            history: person.history.iter().map(earlier).collect(),
            doses: person.doses.iter().filter_map(|dose| self.dose(dose)).collect(),
            ..Input::new(person.on, person.sex, person.born)
        }
    }

    fn dose(&self, dose: &DoseCase) -> Option<Dose> {
        Some(Dose { service: self.pack.find_service(&dose.code)?, on: dose.on })
    }
}

fn earlier(visit: &EarlierCase) -> EarlierVisit {
    EarlierVisit { on: visit.on, facts: visit.facts.clone() }
}

/// The fault with the line of its field.
fn placed(fault: &InputFault, person: &PersonCase) -> CaseFault {
    let (line, field) = person.places.find(&fault.field);
    CaseFault { line, field, rule: CaseRule::Person(fault.rule) }
}
