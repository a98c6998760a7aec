//! One person's assessment from a subject that is ready, and the same by hand.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};
use siklus_core::pack::Pack;
use siklus_core::pack::source::Source;
use siklus_core::screening::{Input, Scratch, Subject, assess, assess_with};

use crate::by_hand::ByHand;
use crate::people::{PEOPLE, Visit};

/// A row for each person and visit in the group `assess`, and its yardstick in the group `by_hand`. The number of elements is that of the
/// rules, so that `cargo xtask bench` compares the time of one rule.
pub fn rows(criterion: &mut Criterion, pack: &Pack) {
    let concerning = only_who_is_concerned();
    for person in &PEOPLE {
        for visit in [Visit::Empty, Visit::Full] {
            let input = person.input(pack, visit);
            let subject = Subject::new(pack, &input).expect("an input of the benchmark");
            let row = format!("{} {}", person.name, visit.name()).replace(' ', "_");
            let rules = rules_that_concern(&concerning, &person.input(&concerning, Visit::Empty));
            by_engine(criterion, &row, pack, &subject, rules as u64);
            by_hand(criterion, &row, pack, &subject, ByHand::new(pack, person.name, &input, rules));
        }
    }
}

fn by_engine(criterion: &mut Criterion, row: &str, pack: &Pack, subject: &Subject, rules: u64) {
    let mut group = criterion.benchmark_group("assess");
    group.throughput(Throughput::Elements(rules));
    let mut scratch = Scratch::new();
    group.bench_function(BenchmarkId::from_parameter(row), |bencher| {
        bencher.iter(|| assess_with(pack, black_box(subject), &mut scratch));
    });
}

fn by_hand(criterion: &mut Criterion, row: &str, pack: &Pack, subject: &Subject, mut by_hand: ByHand) {
    by_hand.must_agree(pack, &assess(pack, subject));
    let mut group = criterion.benchmark_group("by_hand");
    group.throughput(Throughput::Elements(by_hand.judged()));
    group.bench_function(BenchmarkId::from_parameter(row), |bencher| bencher.iter(|| black_box(&mut by_hand).judge()));
}

/// The pack with one open question in place of every condition: on an empty visit exactly the rules that concern a person wait for it.
fn only_who_is_concerned() -> Pack {
    let mut source = Source::embedded().unwrap_or_else(|faults| panic!("{faults}"));
    for rule in &mut source.rules {
        rule.when.text = "muac_cm >= 20.0".into();
    }
    Pack::new(source).unwrap_or_else(|faults| panic!("{faults}"))
}

fn rules_that_concern(concerning: &Pack, input: &Input) -> usize {
    let subject = Subject::new(concerning, input).expect("an input of the benchmark");
    assess(concerning, &subject).undetermined.len()
}
