//! A few thousand rounds of the fuzzer in the gate; `cargo xtask fuzz --rounds 1000000` runs more.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::time::Duration;

use siklus_tests::fuzz::{Options, run};

#[test]
fn changed_inputs_are_accepted_or_refused_and_nothing_else() {
    let options = Options { seed: 2026, first: 0, rounds: 4000, threads: 2, longest: 20_000, limit: Duration::from_secs(60), trace: None };
    let report = run(&options, &mut |_| {}).unwrap_or_else(|failure| {
        panic!("seed {}, round {}, {}: {}\n{}", options.seed, failure.round, failure.target, failure.trouble, failure.input)
    });
    assert_eq!(report.accepted + report.refused, options.rounds);
    // Otherwise the changes would be too wild to reach anything.
    assert!(report.accepted > options.rounds / 20, "only {} inputs were accepted", report.accepted);
}
