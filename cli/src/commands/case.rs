//! `siklus case`: compares case files with what they expect.

use std::fmt::Write;
use std::path::Path;

use crate::args::CaseArguments;
use siklus_core::screening::Subject;

use crate::case::{CaseFault, PersonExpectation, ResultExpectation};
use crate::compare::{Comparison, Filter, Scope, Totals, compare, unknown_ids};
use crate::engine::Engine;
use crate::error::CliError;
use crate::files;
use crate::loading::{LoadedCase, LoadedHousehold, faults_of, load};
use crate::near::nearest;
use crate::status::{Answer, Status};

/// Compares all files, and says at the end how it went.
pub fn run(arguments: &CaseArguments) -> Result<Answer, CliError> {
    let engine = Engine::load(&arguments.packs)?;
    let filter = Filter::new(&arguments.only, &arguments.except)?;
    check_groups(&filter, &engine)?;
    let scope = Scope { filter, due: !arguments.no_due, growth: !arguments.no_growth };
    let mut comparer = Comparer { engine, scope, totals: Totals::default(), out: String::new(), err: String::new() };
    for path in files::find(&arguments.paths)? {
        comparer.file(&path);
    }
    Ok(comparer.finish())
}

fn check_groups(filter: &Filter, engine: &Engine) -> Result<(), CliError> {
    let known = engine.groups();
    match filter.groups().find(|group| !known.contains(group)) {
        Some(group) => Err(CliError::Group { group: group.to_owned(), nearest: nearest(group, known.iter().copied()) }),
        None => Ok(()),
    }
}

struct Comparer {
    engine: Engine,
    scope: Scope,
    totals: Totals,
    out: String,
    err: String,
}

impl Comparer {
    fn file(&mut self, path: &Path) {
        match self.compare(path) {
            Ok(Some(comparison)) => self.print(path, &comparison),
            Ok(None) => {
                self.totals.skipped += 1;
                self.line("skipped", path);
            }
            Err(error) => {
                self.totals.faulty += 1;
                self.err.push_str(&Answer::from(error).err);
            }
        }
    }

    /// Nothing when the file expects nothing.
    fn compare(&mut self, path: &Path) -> Result<Option<Comparison>, CliError> {
        match load(path, &self.engine)? {
            LoadedCase::Person(_, None) => Ok(None),
            LoadedCase::Person(subject, Some(expected)) => {
                self.check_ids(path, [&expected.results])?;
                Ok(Some(self.compare_person(&subject, &expected)))
            }
            LoadedCase::Household(household) => self.compare_household(path, &household),
        }
    }

    /// The members are compared; the household's own findings and index are not computed yet, and only counted.
    fn compare_household(&mut self, path: &Path, household: &LoadedHousehold) -> Result<Option<Comparison>, CliError> {
        let Some(expected) = &household.expect else { return Ok(None) };
        self.check_ids(path, expected.members.iter().map(|(_, expected)| &expected.results))?;
        self.totals.households += 1;
        if expected.members.is_empty() {
            return Ok(None);
        }
        let mut comparison = Comparison::default();
        for (id, expected) in &expected.members {
            let subject = household.members.iter().find(|(member, _)| member == id);
            if let Some((_, subject)) = subject {
                comparison.add_member(id, self.compare_person(subject, expected));
            }
        }
        Ok(Some(comparison))
    }

    fn compare_person(&self, subject: &Subject, expected: &PersonExpectation) -> Comparison {
        compare(expected, &self.engine.outcome(subject), &self.scope)
    }

    fn check_ids<'e>(&self, path: &Path, expected: impl IntoIterator<Item = &'e ResultExpectation>) -> Result<(), CliError> {
        let rules = self.engine.rules();
        let unknown = |expected| unknown_ids(expected, &rules, &self.scope.filter);
        let faults: Vec<CaseFault> = expected.into_iter().flat_map(unknown).collect();
        if faults.is_empty() { Ok(()) } else { Err(faults_of(path, faults)) }
    }

    fn print(&mut self, path: &Path, comparison: &Comparison) {
        self.totals.add(comparison);
        let is_compared = comparison.ids + comparison.others > 0;
        let word = match (is_compared, comparison.differences.is_empty()) {
            (false, _) => "nothing",
            (true, true) => "ok",
            (true, false) => "differs",
        };
        self.line(word, path);
        for difference in &comparison.differences {
            // Writing to a String cannot fail.
            let _ = writeln!(self.out, "         {difference}");
        }
    }

    fn line(&mut self, word: &str, path: &Path) {
        let _ = writeln!(self.out, "{word:8} {}", path.display());
    }

    fn finish(mut self) -> Answer {
        let nothing = self.totals.is_nothing(self.scope.filter.is_partial());
        if nothing && self.totals.faulty == 0 {
            self.err.push_str(&Answer::from(CliError::NothingCompared).err);
        }
        let status = match (nothing || self.totals.faulty > 0, self.totals.differs()) {
            (true, _) => Status::Refused,
            (false, true) => Status::Differs,
            (false, false) => Status::Done,
        };
        // Of files that are all faulty there is nothing to tell on the standard output.
        if self.totals.cases + self.totals.skipped > 0 {
            let _ = writeln!(self.out, "{}", self.totals);
        }
        Answer { out: self.out, err: self.err, status }
    }
}
