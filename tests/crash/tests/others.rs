//! Other processes, other keys, and a file system that does not let itself be written.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use siklus_core::store::{Options, Store, StoreError};
use siklus_crash::judge::judge;
use siklus_crash::kill;
use siklus_crash::ledger::Ledger;
use siklus_crash::place::{Folder, key};
use siklus_crash::power::watch;
use siklus_crash::seed::seed;

/// Another process that has the store open.
fn holder(store: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crash"));
    let mut child = command.arg("hold").arg(store).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a process");
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().expect("its output")).read_line(&mut line).expect("a line");
    assert_eq!(line, "open\n");
    child
}

/// Leaves a WAL with acknowledged answers, as a process that is killed does.
fn killed() -> (Folder, Ledger) {
    let (folder, mut ledger) = (Folder::with_store(), Ledger::default());
    let mut child = kill::Child::start(Path::new(env!("CARGO_BIN_EXE_crash")), &folder.store(), seed(), 1).expect("a process");
    child.go().expect("its input");
    while ledger.answers < 15 {
        let line = child.lines().recv().expect("a line");
        ledger.note(&line.parse().expect("a whole line"));
    }
    assert!(child.kill().expect("a kill"));
    child.lines().iter().filter_map(|line| line.parse().ok()).for_each(|line| ledger.note(&line));
    (folder, ledger)
}

#[test]
fn what_another_process_has_open_is_locked_until_it_ends() {
    let folder = Folder::with_store();
    let mut other = holder(&folder.store());
    let before = folder.files();
    assert_eq!(folder.open(Options::default()).map(drop), Err(StoreError::Locked));
    assert_eq!(folder.files(), before);
    drop(other.stdin.take());
    assert!(other.wait().expect("its end").success());
    assert!(judge(&folder, &mut Ledger::default()).is_well());
}

#[test]
fn a_killed_process_leaves_no_lock() {
    let folder = Folder::with_store();
    let mut other = holder(&folder.store());
    other.kill().expect("a kill");
    other.wait().expect("its end");
    assert!(judge(&folder, &mut Ledger::default()).is_well());
}

#[test]
fn what_a_killed_process_left_in_the_wal_keeps_every_byte_before_a_wrong_key() {
    let (folder, mut ledger) = killed();
    let before = folder.files();
    assert!(before.iter().any(|(name, bytes)| name.ends_with("-wal") && !bytes.is_empty()), "there is no WAL");
    assert_eq!(Store::open(&folder.store(), &key(2), Options::default()).map(drop), Err(StoreError::WrongKey));
    assert_eq!(folder.files(), before);
    let verdict = judge(&folder, &mut ledger);
    assert!(verdict.is_well(), "{verdict:?}");
}

#[test]
fn a_store_that_cannot_be_written_says_so_and_is_as_it_was_when_it_can() {
    let (folder, mut ledger) = killed();
    let before = folder.files();
    let disk = watch(folder.path());
    disk.make_read_only(true);
    assert_eq!(folder.open(Options::default()).map(drop), Err(StoreError::ReadOnly));
    assert_eq!(folder.files(), before);
    disk.make_read_only(false);
    let verdict = judge(&folder, &mut ledger);
    assert!(verdict.is_well(), "{verdict:?}");
}
