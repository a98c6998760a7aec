//! Tables of what comes out: what is given, `=>`, and a column for each expression.
//!
//! Given are facts: `yes`, `no`, a value, `open` (not asked), `unknown`, or `n/a` (its gate `ask_x` is closed). Under a condition stands
//! `yes`, `no` or `open`. Under any expression may stand `n/a` or a value, as `5`, `'red'` or `2026-03-02`.

use super::{Outcome, Person, outcome, pack, rule};
use siklus_core::fact::FactKind;
use siklus_core::pack::Pack;
use siklus_core::screening::Assessment;

/// Checks a table for a woman with nothing but the facts given.
#[track_caller]
pub fn check(table: &str) {
    check_with("", &Person::new(), table);
}

/// Checks a table with more entries of the pack, for this person with the facts given.
#[track_caller]
pub fn check_with(more: &str, person: &Person, table: &str) {
    let mut lines = table.lines().map(str::trim).filter(|line| !line.is_empty());
    let (facts, exprs) = halves(lines.next().expect("a table has a header"));
    let rows: Vec<_> = lines.map(halves).collect();
    let pack = pack(&format!("{more}\n{}", probes(&exprs, &rows)));
    for (row, (given, expected)) in rows.iter().enumerate() {
        assert_eq!((given.len(), expected.len()), (facts.len(), exprs.len()), "row {} has other columns than the header", row + 1);
        let person = facts.iter().zip(given).fold(person.clone(), |person, (fact, state)| put(person, &pack, fact, state));
        let assessment = person.assess(&pack);
        for (column, (expr, expected)) in exprs.iter().zip(expected).enumerate() {
            let found = found(&pack, &assessment, row, column, expected);
            assert_eq!(found, *expected, "`{expr}` where {}", describe(&facts, given));
        }
    }
}

/// The cells before and behind `=>`.
type Row<'t> = (Vec<&'t str>, Vec<&'t str>);

/// Checks that conditions come out alike, whatever is known of these facts, each with its gate. A number is 3 or 5.
#[track_caller]
pub fn alike(facts: &[&str], conditions: &[&str]) {
    let rules: Vec<_> = conditions.iter().enumerate().map(|(index, when)| rule(&format!("t.x{index}"), when)).collect();
    let pack = pack(&rules.join("\n"));
    for states in every_state(&pack, facts) {
        let person = facts.iter().zip(&states).fold(Person::new(), |person, (fact, state)| put(person, &pack, fact, state));
        let assessment = person.assess(&pack);
        let found: Vec<_> = (0..conditions.len()).map(|index| outcome(&pack, &assessment, &format!("t.x{index}"))).collect();
        for (condition, outcome) in conditions.iter().zip(&found) {
            assert_eq!(*outcome, found[0], "`{condition}` and `{}` where {}", conditions[0], describe(facts, &states));
        }
    }
}

fn every_state(pack: &Pack, facts: &[&str]) -> Vec<Vec<&'static str>> {
    facts.iter().fold(vec![Vec::new()], |sofar, fact| {
        let definition = pack.dictionary().get(pack.dictionary().find(fact).expect("a fact of the base"));
        let values = match definition.kind {
            FactKind::Bool => ["yes", "no"],
            FactKind::Choice(_) => ["'red'", "'green'"],
            _ => ["3", "5"],
        };
        let states = values.into_iter().chain(["open", "unknown", "n/a"]);
        states.flat_map(|state| sofar.iter().map(move |before| [before.as_slice(), &[state]].concat())).collect()
    })
}

#[track_caller]
fn halves(line: &str) -> Row<'_> {
    let (given, results) = line.split_once("=>").unwrap_or_else(|| panic!("`{line}` has no =>"));
    (cells(given), cells(results))
}

fn cells(half: &str) -> Vec<&str> {
    half.split(" | ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

fn describe(facts: &[&str], given: &[&str]) -> String {
    let said: Vec<_> = facts.iter().zip(given).map(|(fact, state)| format!("{fact} = {state}")).collect();
    said.join(", ")
}

fn put(person: Person, pack: &Pack, fact: &str, state: &str) -> Person {
    let gate = format!("ask_{fact}");
    let gated = pack.dictionary().find(&gate).is_some();
    let person = match (state, gated) {
        ("n/a", true) => return person.with(&format!("{gate} = false")),
        ("n/a", false) => panic!("{fact} has no gate"),
        (_, true) => person.with(&format!("{gate} = true")),
        (_, false) => person,
    };
    if state == "open" { person } else { person.with(&format!("{fact} = {state}")) }
}

/// Rules that tell of each expression whether it is true, has a value, equals itself, and equals each value that is expected of it.
fn probes(exprs: &[&str], rows: &[Row<'_>]) -> String {
    let mut text = String::new();
    for (column, expr) in exprs.iter().enumerate() {
        let expected: Vec<_> = rows.iter().map(|(_, results)| *results.get(column).unwrap_or(&"")).collect();
        if expected.iter().any(|cell| is_truth(cell)) {
            text += &rule(&format!("t.true_{column}"), expr);
        }
        if expected.iter().any(|cell| !is_truth(cell)) {
            text += &rule(&format!("t.known_{column}"), &format!("answered({expr})"));
            text += &rule(&format!("t.same_{column}"), &format!("({expr}) == ({expr})"));
        }
        for (row, value) in expected.iter().enumerate().filter(|(_, cell)| is_value(cell)) {
            text += &rule(&format!("t.is_{column}_{row}"), &format!("({expr}) == {}", literal(value)));
        }
    }
    text
}

fn is_truth(cell: &str) -> bool {
    matches!(cell, "yes" | "no")
}

fn is_value(cell: &str) -> bool {
    !matches!(cell, "yes" | "no" | "open" | "n/a")
}

/// A date has no literal in the language; it is counted from the day of the visit.
fn literal(value: &str) -> String {
    match value.parse::<chrono::NaiveDate>() {
        Ok(day) => format!("on + {}", (day - super::date("2026-03-02")).num_days()),
        Err(_) => value.to_owned(),
    }
}

fn found(pack: &Pack, assessment: &Assessment, row: usize, column: usize, expected: &str) -> String {
    let probe = |kind: &str| {
        let id = format!("t.{kind}_{column}");
        pack.find_rule(&id).map(|_| outcome(pack, assessment, &id))
    };
    if let Some(truth) = probe("true").filter(|_| expected != "n/a") {
        return truth.to_string();
    }
    let is_expected = || outcome(pack, assessment, &format!("t.is_{column}_{row}")) == Outcome::Fires;
    // What has no value is open, or does not apply: then not even a comparison with itself is true.
    match (probe("known"), probe("same")) {
        (Some(Outcome::Fires), _) if is_value(expected) && is_expected() => expected.to_owned(),
        (Some(Outcome::Fires), _) => "another value".to_owned(),
        (_, Some(Outcome::Open)) => "open".to_owned(),
        (_, Some(Outcome::No)) => "n/a".to_owned(),
        _ => "not answered, but equal to itself".to_owned(),
    }
}
