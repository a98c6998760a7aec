//! An answer, and the end of a visit.

use std::cell::RefCell;
use std::sync::Arc;

use criterion::{BatchSize, Criterion};
use siklus_core::pack::Pack;
use siklus_core::store::VisitId;
use siklus_core::visit::{Completion, Siklus};

use crate::home::{Home, author};
use crate::raw::Raw;

/// Rows of the group `store`, and of `store_off` with `synchronous = OFF`, where only the processor counts.
pub fn rows(criterion: &mut Criterion, pack: &Arc<Pack>, durable: bool) {
    let mut group = criterion.benchmark_group(if durable { "store" } else { "store_off" });
    let (home, mut raw) = (Home::new(pack, durable), Raw::new(pack, durable));
    let visit = home.visit();
    let mut turn = 0;
    let mut next = || {
        turn += 1;
        turn % 2 == 0
    };
    group.bench_function("answer", |bencher| bencher.iter(|| home.answer(visit, "muac_cm", if next() { "22,8" } else { "23,7" })));
    let begun = raw.begin();
    group.bench_function("answer_raw", |bencher| {
        bencher.iter(|| raw.answer(&begun, if next() { &[1, 2, 3, 4, 5] } else { &[5, 4, 3, 2, 1] }))
    });
    home.siklus.cancel_visit(author(), visit, "benchmark").expect("a cancelled visit");
    // Each time another girl: nobody is visited hundreds of times in a day.
    group.bench_function("complete", |bencher| {
        let begun = || {
            let home = home.in_same_store();
            (home.visit(), home)
        };
        bencher.iter_batched(begun, |(visit, home)| complete(&home.siklus, visit), BatchSize::PerIteration);
    });
    let raw = RefCell::new(raw);
    group.bench_function("complete_raw", |bencher| {
        bencher.iter_batched(|| raw.borrow_mut().begin(), |begun| raw.borrow().complete(&begun), BatchSize::PerIteration);
    });
}

/// Who was asked is assessed already.
pub fn complete(siklus: &Siklus, visit: VisitId) {
    let completion = siklus.complete_visit(author(), visit, true, "id").expect("a completed visit");
    assert!(matches!(completion, Completion::Done(_)));
}
