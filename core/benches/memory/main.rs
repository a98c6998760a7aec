//! How much memory an open store with 4,000 people takes, the pack and the first screen included. Prints bytes on its last line;
//! `cargo xtask bench` runs it. Only Linux tells a process its size, so elsewhere it prints 0.
#![expect(clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a measurement that cannot begin ends, and prints")]

#[path = "../store/home.rs"]
#[allow(dead_code)]
mod home;
#[path = "../store/village.rs"]
mod village;

use std::process::Command;
use std::sync::Arc;

use siklus_core::pack::Pack;
use siklus_core::store::Options;
use siklus_core::visit::{Siklus, WhoseForm};

/// Tells the second run of this program where the village lies: what made it must not count.
const VILLAGE: &str = "SIKLUS_BENCH_VILLAGE";

fn main() {
    match std::env::var(VILLAGE) {
        Ok(told) => measure(&told),
        Err(_) => make_and_run_again(),
    }
}

fn make_and_run_again() {
    let folder = home::folder();
    let file = folder.join("village.db");
    let pack = Arc::new(Pack::embedded().unwrap_or_else(|faults| panic!("{faults}")));
    let (visit, person) = village::village(&file, &pack);
    let told = format!("{} {visit} {person}", file.display());
    let program = std::env::current_exe().expect("this program");
    let done = Command::new(program).env(VILLAGE, told).status().expect("this program again");
    let _ = std::fs::remove_dir_all(folder);
    assert!(done.success());
}

fn measure(told: &str) {
    let before = resident_bytes();
    let mut words = told.rsplitn(3, ' ');
    let mut word = || words.next().expect("three words");
    let person = word().parse().expect("a person");
    let visit = word().parse().expect("a visit");
    let pack = Arc::new(Pack::embedded().unwrap_or_else(|faults| panic!("{faults}")));
    let siklus = Siklus::open(word().as_ref(), &home::key(), Options::default(), pack).expect("the village");
    let screen = siklus.screen(visit, WhoseForm::Member(person), "id").expect("a screen");
    let page = siklus.store().households(0, 50).expect("a page");
    assert!(!screen.sections.is_empty() && page.len() == 50);
    println!("{}", resident_bytes().saturating_sub(before));
}

/// What the process has in memory.
fn resident_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() * 1024
}
