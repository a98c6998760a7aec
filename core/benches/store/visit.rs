//! An answer, and the end of a visit.

use std::sync::Arc;

use criterion::{BatchSize, Criterion};
use siklus_core::pack::Pack;
use siklus_core::visit::Completion;

use crate::home::{Home, author};
use crate::raw::Raw;

/// Rows of the group `store`, and of `store_off` with `synchronous = OFF`, where only the processor counts.
pub fn rows(criterion: &mut Criterion, pack: &Arc<Pack>, durable: bool) {
    let mut group = criterion.benchmark_group(if durable { "store" } else { "store_off" });
    let (home, raw) = (Home::new(pack, durable), Raw::new(durable));
    let visit = home.visit();
    let mut turn = 0;
    let mut next = || {
        turn += 1;
        turn % 2 == 0
    };
    group.bench_function("answer", |bencher| bencher.iter(|| home.answer(visit, "muac_cm", if next() { "22,8" } else { "23,7" })));
    group.bench_function("answer_raw", |bencher| bencher.iter(|| raw.answer(if next() { &[1, 2, 3, 4, 5] } else { &[5, 4, 3, 2, 1] })));
    home.siklus.cancel_visit(author(), visit, "benchmark").expect("a cancelled visit");
    // Each time another girl: nobody is visited hundreds of times in a day.
    group.bench_function("complete", |bencher| {
        let begun = || {
            let home = home.in_same_store();
            (home.visit(), home)
        };
        bencher.iter_batched(begun, |(visit, home)| complete(&home, visit), BatchSize::PerIteration);
    });
    let mut number = 0;
    group.bench_function("complete_raw", |bencher| {
        let draft = || {
            number += 1;
            raw.answer(&[1, 2, 3, 4, 5]);
            number
        };
        bencher.iter_batched(draft, |number| raw.complete(number, &[7; 700], &[8; 400]), BatchSize::PerIteration);
    });
}

/// Who was asked is assessed already.
fn complete(home: &Home, visit: siklus_core::store::VisitId) {
    let completion = home.siklus.complete_visit(author(), visit, true, "id").expect("a completed visit");
    assert!(matches!(completion, Completion::Done(_)));
}
