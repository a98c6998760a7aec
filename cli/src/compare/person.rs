//! Compares what came out for one person with what its case expects.

use std::collections::{BTreeMap, BTreeSet};

use siklus_core::fact::Number;
use siklus_core::pack::source::Action;
use siklus_core::person::LifeStage;
use siklus_core::schedule::Status;
use siklus_core::screening::Due;

use super::difference::{Difference, State};
use super::filter::Filter;
use crate::case::{ExpectedId, PersonExpectation, ResultExpectation};

/// What came out for one person, as far as it is compared.
pub struct Outcome {
    /// The life stages.
    pub stages: Vec<LifeStage>,
    /// The most urgent action.
    pub action: Action,
    /// Ids of findings.
    pub findings: BTreeSet<String>,
    /// Ids of rules that could not be decided.
    pub undetermined: BTreeSet<String>,
    /// The indices of growth that have a z-score.
    pub z_scores: BTreeMap<&'static str, Number>,
    /// The services that apply, by their codes.
    pub due: BTreeMap<String, Due>,
}

impl Outcome {
    fn state(&self, id: &str) -> State {
        if self.findings.contains(id) {
            State::Found
        } else if self.undetermined.contains(id) {
            State::Undetermined
        } else {
            State::Neither
        }
    }
}

/// What is compared.
#[derive(Default)]
pub struct Scope {
    /// The choice of ids of findings.
    pub filter: Filter,
    /// Whether services are compared.
    pub due: bool,
    /// Whether z-scores are compared.
    pub growth: bool,
}

/// What a comparison gave.
#[derive(Default)]
pub struct Comparison {
    /// How many ids of findings were compared.
    pub ids: usize,
    /// How much else was compared: stages, action, services, z-scores.
    pub others: usize,
    /// What differs.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// Adds what the comparison of a member of a household gave.
    pub fn add_member(&mut self, id: &str, of_member: Self) {
        self.ids += of_member.ids;
        self.others += of_member.others;
        let differences = of_member.differences.into_iter().map(Box::new);
        self.differences.extend(differences.map(|difference| Difference::Member { id: id.to_owned(), difference }));
    }
}

/// Compares one person.
pub fn compare(expected: &PersonExpectation, outcome: &Outcome, scope: &Scope) -> Comparison {
    let mut comparison = Comparison::default();
    compare_stages(expected, outcome, &mut comparison);
    compare_action(&expected.results, outcome, scope, &mut comparison);
    let ids = [
        ("found", &expected.results.findings),
        ("absent", &expected.results.absent),
        ("undetermined", &expected.results.undetermined),
        ("decided", &expected.results.decided),
    ];
    for (said, ids) in ids {
        compare_ids(said, ids, outcome, &scope.filter, &mut comparison);
    }
    if expected.results.exact {
        compare_rest(&expected.results, outcome, &scope.filter, &mut comparison);
    }
    compare_growth(expected, outcome, scope, &mut comparison);
    compare_due(expected, outcome, scope, &mut comparison);
    comparison
}

fn compare_stages(expected: &PersonExpectation, outcome: &Outcome, comparison: &mut Comparison) {
    let Some(stages) = &expected.stages else { return };
    comparison.others += 1;
    let sorted = |stages: &[LifeStage]| stages.iter().copied().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>();
    let (expected, came_out) = (sorted(stages), sorted(&outcome.stages));
    if expected != came_out {
        comparison.differences.push(Difference::Stages { expected, came_out });
    }
}

/// The action follows from all rules together, so it says nothing when only some are compared.
fn compare_action(expected: &ResultExpectation, outcome: &Outcome, scope: &Scope, comparison: &mut Comparison) {
    let Some(action) = expected.action.filter(|_| !scope.filter.is_partial()) else { return };
    comparison.others += 1;
    if action != outcome.action {
        comparison.differences.push(Difference::Action { expected: action, came_out: outcome.action });
    }
}

fn compare_ids(said: &'static str, ids: &[ExpectedId], outcome: &Outcome, filter: &Filter, comparison: &mut Comparison) {
    for ExpectedId { id, .. } in ids.iter().filter(|expected| filter.takes(&expected.id)) {
        comparison.ids += 1;
        let came_out = outcome.state(id);
        let agrees = match said {
            "found" => came_out == State::Found,
            "absent" => came_out != State::Found,
            "undetermined" => came_out == State::Undetermined,
            _ => came_out != State::Undetermined,
        };
        if !agrees {
            comparison.differences.push(Difference::Rule { id: id.clone(), expected: said, came_out });
        }
    }
}

/// Under `exact` nothing else may be found or undetermined. What was compared already is not listed again.
fn compare_rest(expected: &ResultExpectation, outcome: &Outcome, filter: &Filter, comparison: &mut Comparison) {
    let ids = |lists: [&[ExpectedId]; 3]| lists.concat().into_iter().map(|expected| expected.id).collect::<BTreeSet<_>>();
    let of_found = ids([&expected.findings, &expected.undetermined, &expected.absent]);
    let of_open = ids([&expected.findings, &expected.undetermined, &expected.decided]);
    let found = outcome.findings.difference(&of_found);
    for id in found.chain(outcome.undetermined.difference(&of_open)).filter(|id| filter.takes(id)) {
        comparison.ids += 1;
        let difference = Difference::Rule { id: id.clone(), expected: "neither found nor undetermined", came_out: outcome.state(id) };
        comparison.differences.push(difference);
    }
}

fn compare_growth(expected: &PersonExpectation, outcome: &Outcome, scope: &Scope, comparison: &mut Comparison) {
    for (index, expected) in expected.growth.iter().filter(|_| scope.growth) {
        comparison.others += 1;
        let came_out = outcome.z_scores.get(index.as_str()).copied();
        if came_out != Some(*expected) {
            comparison.differences.push(Difference::Growth { index: index.clone(), expected: *expected, came_out });
        }
    }
}

/// A service that is not listed does not apply. Days that the case leaves out are not compared.
fn compare_due(expected: &PersonExpectation, outcome: &Outcome, scope: &Scope, comparison: &mut Comparison) {
    for service in expected.due.iter().filter(|_| scope.due) {
        comparison.others += 1;
        let came_out = outcome.due.get(&service.code);
        let status = came_out.map_or(Status::NotApplicable, |due| due.status).as_str();
        if status != service.status {
            comparison.differences.push(Difference::Status { code: service.code.clone(), expected: service.status, came_out: status });
            continue;
        }
        let days =
            [("from", service.from, came_out.and_then(|due| due.from)), ("until", service.until, came_out.and_then(|due| due.until))];
        for (end, expected, came_out) in days {
            if expected.is_some() && expected != came_out {
                comparison.differences.push(Difference::Day { code: service.code.clone(), end, expected, came_out });
            }
        }
    }
}
