//! How answers lie on the disk: a row for each answer, or a sheet for each person and visit. It fills an encrypted file in each way with the
//! visits of 4,000 people and prints what it takes: docs/decisions/0008-answers-on-disk.md.
//!
//! `cargo bench -p siklus-core --features store --bench answers_on_disk [-- VISITS]`; the full size takes some minutes and 3 GB.
#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, reason = "a measurement that cannot begin ends, and prints")]

mod layout;

use std::path::Path;
use std::time::{Duration, Instant};

use layout::{ANSWERS, Layout, PEOPLE};

const VISITS: u64 = 100_000;
/// How often a single save and a single history are measured.
const SAMPLES: u64 = 300;

fn main() {
    let visits = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(VISITS);
    println!("{PEOPLE} people, {visits} visits of {ANSWERS} answers, synchronous=FULL");
    println!("{:<36} {:>9} {:>12} {:>14} {:>12}", "", "file", "one save", "one history", "scan of all");
    for layout in Layout::ALL {
        let file = std::env::temp_dir().join(format!("siklus-answers-{}.db", layout.name().replace(' ', "-")));
        remove(&file);
        measure(layout, &file, visits);
        remove(&file);
    }
}

fn measure(layout: Layout, file: &Path, visits: u64) {
    let connection = layout.create(file);
    connection.execute_batch("PRAGMA synchronous = OFF").expect("a pragma");
    for first in (0..visits).step_by(1_000) {
        let transaction = connection.unchecked_transaction().expect("a transaction");
        (first..visits.min(first + 1_000)).for_each(|visit| layout.save(&transaction, visit));
        transaction.commit().expect("a commit");
    }
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = FULL").expect("a checkpoint");
    let size = std::fs::metadata(file).expect("the file").len();
    let save = median(|sample| {
        let transaction = connection.unchecked_transaction().expect("a transaction");
        layout.save(&transaction, visits + sample);
        transaction.commit().expect("a commit");
    });
    let history = median(|sample| assert!(layout.history(&connection, sample * 13 % PEOPLE) > 0));
    let started = Instant::now();
    let scanned = layout.scan(&connection);
    let scan = started.elapsed();
    assert_eq!(scanned, (visits + SAMPLES) * ANSWERS);
    let megabytes = size as f64 / 1e6;
    println!("{:<36} {megabytes:>6.0} MB {:>9.2} ms {:>11.2} ms {:>10.2} s", layout.name(), ms(save), ms(history), scan.as_secs_f64());
}

fn median(mut run: impl FnMut(u64)) -> Duration {
    let mut times: Vec<_> = (0..SAMPLES)
        .map(|sample| {
            let started = Instant::now();
            run(sample);
            started.elapsed()
        })
        .collect();
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn remove(file: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut path = file.as_os_str().to_owned();
        path.push(ending);
        let _ = std::fs::remove_file(path);
    }
}
