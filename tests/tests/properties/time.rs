//! The next change: until then every day says the same, and on that day something else.

use chrono::{Days, NaiveDate};
use siklus_core::fact::{Answer, FactId};
use siklus_core::pack::RuleId;
use siklus_core::person::{StageSet, days_between};
use siklus_core::screening::{Due, Input, Scratch, Subject, assess_with, due, next_change_on};
use siklus_tests::packs::embedded;
use siklus_tests::rng::Rng;

use super::run::{Fault, for_people};

/// So many days in a row are compared, and so many more at random up to the change.
const DAYS_IN_A_ROW: u64 = 25;
const DAYS_AT_RANDOM: u64 = 15;
/// Where nothing ever changes, days are taken from so many.
const HORIZON: u64 = 40 * 365;

#[test]
fn nothing_changes_before_the_next_change_and_something_on_it() {
    let mut scratch = Scratch::new();
    for_people(150, |input, subject, rng| {
        let today = summary(subject, &mut scratch);
        let change = next_change_on(embedded(), subject);
        let early = days_before(input.on, change, rng).into_iter().find(|on| differs(input, *on, &today, &mut scratch));
        early.map(|on| format!("already differs on {on}, before the next change {}", said(change))).or_else(|| exact(input, change, &today))
    });
}

fn exact(input: &Input, change: Option<NaiveDate>, today: &Summary) -> Fault {
    let on = change.filter(|_| !is_weighed(input))?;
    let same = !differs(input, on, today, &mut Scratch::new());
    same.then(|| format!("is the same on the next change {on}"))
}

/// Whether `growth.not_weighed` compares the months of two days, of which today's weighing moves with the visit: there the next change may
/// be too early. Everywhere else time enters through ages, gestation and days.
fn is_weighed(input: &Input) -> bool {
    let names = ["weight_kg", "last_weighed_on"].map(|fact| embedded().dictionary().find(fact));
    let there = |facts: &[(FactId, Answer)]| facts.iter().any(|(fact, _)| names.contains(&Some(*fact)));
    there(&input.facts) || input.history.iter().any(|visit| there(&visit.facts))
}

/// Days after the visit and before the change; the last one is among them.
fn days_before(on: NaiveDate, change: Option<NaiveDate>, rng: &mut Rng) -> Vec<NaiveDate> {
    let last = change.map_or(HORIZON, |change| u64::from(days_between(on, change).unsigned_abs()) - 1);
    let in_a_row = 1..=DAYS_IN_A_ROW.min(last);
    let at_random = (0..DAYS_AT_RANDOM).map(|_| 1 + rng.below(last.max(1) as usize) as u64);
    let days = in_a_row.chain(at_random).chain([last]).filter(|days| (1..=last).contains(days));
    days.filter_map(|days| on.checked_add_days(Days::new(days))).collect()
}

/// What a change is a change of.
type Summary = (StageSet, Vec<RuleId>, Vec<(RuleId, Vec<String>, Vec<String>)>, Vec<Due>);

fn summary(subject: &Subject, scratch: &mut Scratch) -> Summary {
    let assessment = assess_with(embedded(), subject, scratch);
    let names = |facts: &[_]| facts.iter().map(|fact| embedded().fact_name(*fact).to_owned()).collect::<Vec<_>>();
    let open = assessment.undetermined.iter().map(|open| (open.rule, names(&open.open), names(&open.missing)));
    (assessment.stages, assessment.findings.iter().map(|finding| finding.rule).collect(), open.collect(), due(embedded(), subject))
}

/// Whether another day says something else with the same facts. A day on which the person would be too old says nothing.
fn differs(input: &Input, on: NaiveDate, today: &Summary, scratch: &mut Scratch) -> bool {
    let later = Subject::new(embedded(), Input { on, ..input.clone() });
    later.is_ok_and(|subject| summary(&subject, scratch) != *today)
}

fn said(change: Option<NaiveDate>) -> String {
    change.map_or("that never comes".into(), |on| on.to_string())
}
