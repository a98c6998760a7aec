//! From a path to people who can be judged.

use std::path::Path;

use siklus_core::fact::FactScope;
use siklus_core::screening::Subject;

use crate::case::{self, CaseFault, CaseFile, Facts, HouseholdExpectation, HouseholdFile, PersonExpectation};
use crate::engine::Engine;
use crate::error::CliError;
use crate::files;

/// A case file, checked as a whole.
pub enum LoadedCase {
    /// One person, and what must come out.
    Person(Box<Subject<'static>>, Option<PersonExpectation>),
    /// A household.
    Household(LoadedHousehold),
}

/// A household, its members checked as persons.
pub struct LoadedHousehold {
    /// The members with their names in the file.
    pub members: Vec<(String, Subject<'static>)>,
    /// What must come out.
    pub expect: Option<HouseholdExpectation>,
}

/// Reads a case file. All its faults come together: those of its text and those of the people in it.
pub fn load(path: &Path, engine: &Engine) -> Result<LoadedCase, CliError> {
    let text = files::read(path)?;
    let reading = case::read(&text, &engine.vocabulary());
    let mut faults = reading.faults;
    let loaded = reading.case.and_then(|case| check(case, engine, &mut faults));
    match loaded {
        Some(loaded) if faults.is_empty() => Ok(loaded),
        _ => Err(faults_of(path, faults)),
    }
}

/// Faults as lines of the standard error.
pub fn faults_of(path: &Path, mut faults: Vec<CaseFault>) -> CliError {
    faults.sort_by(|a, b| (a.line, &a.field).cmp(&(b.line, &b.field)));
    let name = path.display().to_string();
    CliError::Faults(faults.iter().map(|fault| fault.line_of(&name) + "\n").collect())
}

fn check(case: CaseFile, engine: &Engine, faults: &mut Vec<CaseFault>) -> Option<LoadedCase> {
    match case {
        CaseFile::Person(file) => {
            let subject = noted(engine.subject(&file.person), faults)?;
            Some(LoadedCase::Person(Box::new(subject), file.expect))
        }
        CaseFile::Household(file) => Some(LoadedCase::Household(check_household(*file, engine, faults))),
    }
}

fn check_household(file: HouseholdFile, engine: &Engine, faults: &mut Vec<CaseFault>) -> LoadedHousehold {
    let settings = settings_of(&file.facts, engine);
    let mut members = Vec::new();
    for mut member in file.members {
        add_settings(&mut member.person.facts, &settings);
        let subject = noted(engine.subject(&member.person), faults);
        members.extend(subject.map(|subject| (member.id, subject)));
    }
    LoadedHousehold { members, expect: file.expect }
}

fn noted<T>(result: Result<T, Vec<CaseFault>>, faults: &mut Vec<CaseFault>) -> Option<T> {
    result.map_err(|found| faults.extend(found)).ok()
}

/// Settings of the area stand among the facts of the household and hold for every member.
fn settings_of(facts: &Facts, engine: &Engine) -> Facts {
    let dictionary = engine.pack().dictionary();
    facts.iter().filter(|(fact, _)| dictionary.get(*fact).scope == FactScope::Area).cloned().collect()
}

fn add_settings(facts: &mut Facts, settings: &Facts) {
    for (setting, answer) in settings {
        if !facts.iter().any(|(fact, _)| fact == setting) {
            facts.push((*setting, answer.clone()));
        }
    }
}
