//! Random expressions without open values come out as in CEL.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use cel::{Context, Program, Value};
use common::random::{Parts, Words, condition};
use common::{Outcome, Person, outcome, rule};
use proptest::prelude::*;
use proptest::test_runner::Config;
use siklus_core::pack::Pack;
use siklus_core::pack::fault::{Faults, SourceFile};
use siklus_core::pack::source::Source;

/// Settings of the area are always decided, so that they may stand in a `filter` too.
const WORDS: Words = Words { conditions: &["p", "q", "r"], amounts: &["n", "m", "k"], codes: &["color", "hue"], parts: Parts::All };

/// `p` to `r`, `n` to `k`, `color` and `hue`.
type Values = ([bool; 3], [i64; 3], [usize; 2]);

const CODES: [&str; 3] = ["red", "green", "blue"];

fn values() -> impl Strategy<Value = Values> {
    (any::<[bool; 3]>(), [-9..10_i64, -9..10_i64, -9..10_i64], [0..3_usize, 0..3_usize])
}

fn base() -> String {
    let start = common::BASE.split("# ---").next().expect("the beginning of the base");
    let setting = |id: &str, kind: &str| format!("[fact.{id}]\nasked_of = [\"district\"]\nlabel = {{ id = \"-\", en = \"-\" }}\n{kind}\n");
    let facts = ["p", "q", "r"].map(|id| setting(id, "type = \"bool\"\ndefault = false"));
    let numbers = ["n", "m", "k"].map(|id| setting(id, "type = \"integer\"\nrange = [-1000000, 1000000]\ndefault = 0"));
    let choices = CODES.map(|code| format!("choices.{code} = {{ id = \"-\", en = \"-\" }}")).join("\n");
    let codes = ["color", "hue"].map(|id| setting(id, &format!("type = \"choice\"\ndefault = \"red\"\n{choices}")));
    [&[start.to_owned()][..], &facts, &numbers, &codes].concat().join("\n")
}

fn load(base: &str, when: &str) -> Result<Pack, Faults> {
    let files = vec![SourceFile::new("base.toml", base), SourceFile::new("a.toml", rule("t.x", when))];
    Pack::new(Source::read(files)?)
}

fn person(values: &Values) -> Person {
    let (conditions, amounts, codes) = values;
    let facts = WORDS.conditions.iter().zip(conditions).map(|(id, value)| format!("{id} = {value}"));
    let facts = facts.chain(WORDS.amounts.iter().zip(amounts).map(|(id, value)| format!("{id} = {value}")));
    let facts = facts.chain(WORDS.codes.iter().zip(codes).map(|(id, code)| format!("{id} = '{}'", CODES[*code])));
    Person::new().with(&facts.collect::<Vec<_>>().join(", "))
}

fn in_cel(when: &str, values: &Values) -> Value {
    let (conditions, amounts, codes) = values;
    let mut context = Context::default();
    for (id, value) in WORDS.conditions.iter().zip(conditions) {
        context.add_variable_from_value(*id, *value);
    }
    for (id, value) in WORDS.amounts.iter().zip(amounts) {
        context.add_variable_from_value(*id, *value);
    }
    for (id, code) in WORDS.codes.iter().zip(codes) {
        context.add_variable_from_value(*id, CODES[*code]);
    }
    let program = Program::compile(when).unwrap_or_else(|errors| panic!("{when}: {errors}"));
    program.execute(&context).unwrap_or_else(|error| panic!("{when}: {error}"))
}

#[test]
fn random_conditions_come_out_as_in_cel() {
    let base = base();
    let config = Config { cases: 2000, max_global_rejects: 50_000, failure_persistence: None, ..Config::default() };
    proptest!(config, |(when in condition(WORDS), values in values())| {
        let pack = match load(&base, &when) {
            Ok(pack) => pack,
            // What an author cannot have meant is refused; a random expression is often of that kind.
            Err(faults) => {
                for fault in &faults.list {
                    prop_assert!(fault.message.contains("always"), "{when}: {faults}");
                }
                return Err(TestCaseError::reject("always the same"));
            }
        };
        let found = outcome(&pack, &person(&values).assess(&pack), "t.x");
        prop_assert_ne!(found, Outcome::Open, "{}", when);
        prop_assert_eq!(Value::Bool(found == Outcome::Fires), in_cel(&when, &values), "{} where {:?}", when, values);
    });
}
