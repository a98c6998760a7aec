//! How long the engine takes. `cargo xtask bench` runs it and holds the medians against `targets.toml`.
#![expect(clippy::expect_used, clippy::panic, reason = "a benchmark that cannot begin ends")]

mod assess;
mod by_hand;
mod growth;
mod loading;
mod people;
mod person;
mod services;
mod twenty_rules;

use std::time::Duration;

use criterion::Criterion;
use siklus_core::pack::Pack;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(30)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(900))
        .nresamples(2_000)
        .configure_from_args();
    let pack = Pack::embedded().unwrap_or_else(|faults| panic!("{faults}"));
    assess::rows(&mut criterion, &pack);
    person::rows(&mut criterion, &pack);
    twenty_rules::rows(&mut criterion);
    growth::rows(&mut criterion);
    services::rows(&mut criterion, &pack);
    loading::rows(&mut criterion);
    criterion.final_summary();
}
