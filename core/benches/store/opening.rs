//! A cold start, and the list of households.

use std::cell::LazyCell;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use criterion::Criterion;
use siklus_core::pack::Pack;
use siklus_core::store::Options;
use siklus_core::visit::{Siklus, WhoseForm};

use crate::home::{folder, key};
use crate::village::village;

/// Households on a page of the list.
const PAGE: u32 = 50;

/// Rows of the group `opening`.
pub fn rows(criterion: &mut Criterion, pack: &Arc<Pack>) {
    let folder = folder();
    let file = folder.join("village.db");
    // Made only for a row that runs.
    let village = LazyCell::new(|| village(&file, pack));
    let mut group = criterion.benchmark_group("opening");
    group.bench_function("cold_start", |bencher| {
        let (visit, person) = *village;
        bencher.iter(|| {
            let pack = Arc::new(Pack::embedded().unwrap_or_else(|faults| panic!("{faults}")));
            let siklus = Siklus::open(&file, &key(), Options::default(), pack).expect("the village");
            black_box(siklus.screen(visit, WhoseForm::Member(person), "id").expect("a screen"));
        });
    });
    group.bench_function("page", |bencher| {
        LazyCell::force(&village);
        let siklus = Siklus::open(&file, &key(), Options::default(), Arc::clone(pack)).expect("the village");
        bencher.iter(|| siklus.store().households(black_box(500), PAGE).expect("a page"));
    });
    let query = "SELECT id, name, rt, rw, last_visit_on, last_action, last_open_urgent,
            (SELECT count(*) FROM person WHERE household = line.id AND left_on IS NULL AND died_on IS NULL),
            (SELECT visit FROM draft_visit WHERE household = line.id LIMIT 1)
        FROM household AS line WHERE name IS NOT NULL AND moved_on IS NULL ORDER BY name, id LIMIT 50 OFFSET 500";
    group.bench_function("page_raw", |bencher| {
        LazyCell::force(&village);
        let raw = raw(&file);
        bencher.iter(|| {
            let mut statement = raw.prepare_cached(query).expect("a query");
            let mut rows = statement.query([]).expect("rows");
            let mut count = 0;
            while let Some(row) = rows.next().expect("a row") {
                count += black_box(row.get::<_, String>(1).expect("a name")).len();
            }
            count
        });
    });
    group.finish();
    let _ = std::fs::remove_dir_all(folder);
}

fn raw(file: &Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(file).expect("the village");
    let key = format!("PRAGMA key = \"x'{}'\"; PRAGMA locking_mode = EXCLUSIVE", "03".repeat(32));
    connection.execute_batch(&key).expect("a key");
    connection
}
