//! What a cadre waits for where the store is written and read; each row beside SQLite alone with the same rows in the same kind of file.
//! `cargo xtask bench` runs it and holds the medians against `targets.toml`.
#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a benchmark that cannot begin ends")]

mod card;
mod copies;
mod home;
mod opening;
mod pages;
mod raw;
mod village;
mod visit;

use std::sync::Arc;
use std::time::Duration;

use criterion::Criterion;
use siklus_core::pack::Pack;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(30)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1_500))
        .nresamples(2_000)
        .configure_from_args();
    let pack = Arc::new(Pack::embedded().unwrap_or_else(|faults| panic!("{faults}")));
    for durable in [true, false] {
        visit::rows(&mut criterion, &pack, durable);
    }
    opening::rows(&mut criterion, &pack);
    pages::rows(&mut criterion, &pack);
    card::rows(&mut criterion, &pack);
    criterion.final_summary();
}
