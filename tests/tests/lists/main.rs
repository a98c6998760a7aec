//! The members of named lists, typed from the codebook by hand (`tests/tables/`), against the pack: its lists by their items, and rules
//! by what they do. A table that stands in no check fails, and so does a check of a table that is not there.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod checks;
mod probe;
mod table;

use std::collections::BTreeSet;

use siklus_core::pack::source::ListSource;
use siklus_tests::files;
use siklus_tests::packs::{embedded, limits};

use checks::{CHECKS, Check};
use table::Table;

#[test]
fn every_table_is_checked() {
    let tables: BTreeSet<_> = table::names().into_iter().collect();
    let checked: BTreeSet<_> = CHECKS.iter().map(|(table, _)| (*table).to_owned()).collect();
    assert_eq!(tables, checked, "tables on the left, checks on the right");
    assert_eq!(checked.len(), CHECKS.len(), "a table stands twice among the checks");
    let empty: Vec<_> = CHECKS.iter().filter(|(_, checks)| checks.is_empty()).map(|(table, _)| table).collect();
    assert!(empty.is_empty(), "without a check: {empty:?}");
}

#[test]
fn the_pack_holds_exactly_the_members_of_each_table() {
    let mut wrong = Vec::new();
    for (name, checks) in CHECKS {
        let table = Table::read(name);
        let listed = checks.iter().any(|check| matches!(check, Check::List { .. }));
        for check in *checks {
            wrong.extend(faults(&table, check, listed).into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn faults(table: &Table, check: &Check, listed: bool) -> Vec<String> {
    match check {
        Check::List { list, beside, spelled, denied } => {
            let Some(found) = embedded().source().lists.iter().find(|found| found.id.value == *list) else {
                return waiting(&format!("[list.{list}]"));
            };
            let expected = table.items(spelled, *denied).chain(beside.iter().map(|item| (*item).to_owned()));
            items(found, &expected.collect())
        }
        Check::Reads(rule) => reads(table, rule),
        Check::Rule(probe) if embedded().find_rule(probe.rule).is_none() => waiting(&format!("[\"{}\"]", probe.rule)),
        Check::Rule(probe) => {
            let mut found = probe::faults(table, probe);
            if !listed && probe.exact {
                found.extend(others(table, probe));
            }
            found
        }
    }
}

/// What is not in the pack yet waits for a module in `tests/waiting/`.
fn waiting(header: &str) -> Vec<String> {
    let there = files::files("tests/waiting", "toml").iter().any(|path| files::text(path).contains(header));
    if there { Vec::new() } else { vec![format!("{header} is neither in the pack nor in tests/waiting")] }
}

fn items(list: &ListSource, expected: &BTreeSet<String>) -> Vec<String> {
    let found: BTreeSet<_> = list.of.iter().map(|item| item.text.clone()).collect();
    let lacks = expected.difference(&found).map(|item| format!("list {} lacks {item}", list.id.value));
    let more = found.difference(expected).map(|item| format!("list {} also has {item}", list.id.value));
    lacks.chain(more).collect()
}

/// The facts that a rule reads are the members.
fn reads(table: &Table, rule: &str) -> Vec<String> {
    let found: BTreeSet<_> = fact_names(rule);
    let expected: BTreeSet<_> = table.facts().collect();
    let lacks = expected.difference(&found).map(|fact| format!("{rule} does not read {fact}"));
    lacks.chain(found.difference(&expected).map(|fact| format!("{rule} also reads {fact}"))).collect()
}

/// Beside the members a rule reads only what the person of the probe says.
fn others(table: &Table, probe: &probe::Probe) -> Vec<String> {
    let said: BTreeSet<_> = (probe.person)().facts().map(str::to_owned).collect();
    let known: BTreeSet<_> = table.facts().chain(said).collect();
    fact_names(probe.rule).difference(&known).map(|fact| format!("{} also reads {fact}", probe.rule)).collect()
}

fn fact_names(rule: &str) -> BTreeSet<String> {
    limits().rule(rule).facts.iter().map(|fact| embedded().dictionary().get(*fact).id.to_string()).collect()
}
