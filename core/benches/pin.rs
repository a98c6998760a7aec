//! What a cadre waits for after her PIN: Argon2id at the cost that is chosen for this machine. `cargo xtask bench` runs it.
//! `cargo bench -p siklus-core --features access --bench pin -- memory` prints the bytes that a check takes on its last line.
#![expect(clippy::expect_used, clippy::print_stdout, reason = "a measurement that cannot begin ends, and prints")]

use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode};
use siklus_core::access::{Cost, DeviceSeal, KeyRing, NewRing, Newcomer, Now, Pin, SealFault};

const NOW: Now = Now { unix_ms: 1_772_420_400_000, since_boot_ms: Some(1_000) };

/// The keystore of the platform, which is not what is measured.
struct NoSeal;

impl DeviceSeal for NoSeal {
    fn seal(&self, bytes: &[u8]) -> Result<Vec<u8>, SealFault> {
        Ok(bytes.to_vec())
    }

    fn unseal(&self, sealed: &[u8]) -> Result<Vec<u8>, SealFault> {
        Ok(sealed.to_vec())
    }
}

fn main() {
    let begun = Instant::now();
    let cost = Cost::calibrated(|| begun.elapsed()).expect("memory for a check");
    if std::env::args().any(|argument| argument == "memory") {
        println!("{}", u64::from(cost.memory_kib()) * 1024);
    } else {
        check(cost);
    }
}

fn check(cost: Cost) {
    let folder = std::env::temp_dir().join(format!("siklus-bench-{}", uuid::Uuid::new_v4()));
    std::fs::create_dir(&folder).expect("a folder for temporary files");
    let pin = Pin::read(b"482913").expect("six digits");
    let first = Newcomer { name: "Bu Contoh", pin: &pin };
    let made = KeyRing::create(&folder.join("ring"), Box::new(NoSeal), first, cost, NOW).expect("a ring");
    let NewRing { ring, unlocked, .. } = made;
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(8))
        .nresamples(2_000)
        .configure_from_args();
    let mut group = criterion.benchmark_group("access");
    group.sampling_mode(SamplingMode::Flat);
    group.bench_function("pin", |bencher| bencher.iter(|| ring.unlock(unlocked.cadre(), &pin, NOW).expect("the key")));
    group.finish();
    criterion.final_summary();
    let _ = std::fs::remove_dir_all(folder);
}
