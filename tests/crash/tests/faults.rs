//! A write or a sync fails: each one of a visit in turn.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use siklus_core::store::{Options, Store, StoreError};
use siklus_core::visit::VisitError;
use siklus_crash::judge::judge_quickly;
use siklus_crash::ledger::Ledger;
use siklus_crash::line::Kind;
use siklus_crash::place::{Folder, author, key};
use siklus_crash::power::{Disk, Fault, FaultyCall, watch};
use siklus_crash::seed::{of_round, seed};
use siklus_crash::writer::{Habits, Writer};

const HABITS: Habits = Habits { answers: 3, sections: 30, checkpoints: 8 };
/// No visit has as many writes and syncs.
const MOST: u64 = 2_000;

/// What happened in a visit with a fault.
#[derive(Debug, Default)]
struct Run {
    /// The calls that said so.
    errors: Vec<StoreError>,
    /// The call that the disk failed.
    failed: Option<FaultyCall>,
}

/// A store with a household and a visit; what is acknowledged of it.
fn begun() -> (Folder, Ledger) {
    let folder = Folder::with_store();
    let mut ledger = Ledger::default();
    let habits = Habits { checkpoints: 0, ..HABITS };
    let mut writer = Writer::new(folder.store(), Options::default(), habits, of_round(seed(), 3), |line| ledger.note(line));
    while writer.act().expect("a call that succeeds") != Kind::Complete {}
    drop(writer);
    (folder, ledger)
}

/// Writes a visit while a call of the disk fails. When one of the store fails too, what a cut of the power there would leave is judged, and
/// writing goes on without opening the store again.
fn visit(folder: &Folder, ledger: &mut Ledger, disk: &Disk) -> Run {
    let noted = std::cell::RefCell::new(ledger);
    let mut run = Run::default();
    let mut writer = Writer::new(folder.store(), Options::default(), HABITS, of_round(seed(), 4), |line| noted.borrow_mut().note(line));
    loop {
        match writer.act() {
            Ok(Kind::Complete) => break,
            Ok(_) => {}
            Err(VisitError::Store(error)) => {
                run.errors.push(error);
                assert!(run.errors.len() < 3, "writing does not go on: {:?}", run.errors);
                let verdict = judge_quickly(&folder.copy(), &mut noted.borrow().clone());
                assert!(verdict.is_well(), "after {error:?}: {verdict:?}");
            }
            Err(error) => panic!("another error: {error:?}"),
        }
    }
    drop(writer);
    run.failed = disk.failed();
    run
}

/// Lets every write and sync of a visit fail, one in each visit.
fn each(fault: impl Fn(u64) -> Fault, expected: &[StoreError]) {
    let (folder, ledger) = begun();
    let (mut writes, mut syncs, mut silent) = (0, 0, 0);
    for at in 1..MOST {
        let (copy, mut ledger) = (folder.copy(), ledger.clone());
        let disk = watch(copy.path());
        disk.fail(fault(at));
        let run = visit(&copy, &mut ledger, &disk);
        let place = format!("SIKLUS_SEED={}, call {at}: {run:?}", seed());
        assert!(run.errors.iter().all(|error| expected.contains(error)), "{place}");
        drop(disk);
        let verdict = judge_quickly(&copy, &mut ledger);
        assert!(verdict.is_well(), "{place}: {verdict:?}");
        silent += usize::from(run.failed.is_some() && run.errors.is_empty());
        match run.failed {
            Some(FaultyCall::Write) => writes += 1,
            Some(FaultyCall::Sync) => syncs += 1,
            None => break,
        }
    }
    // In a checkpoint nothing needs to be said: the WAL keeps what the main file did not get.
    assert!(writes > 30 && syncs > 5 && silent < writes, "{writes} writes, {syncs} syncs, {silent} of them silent");
}

const SYNC: StoreError = StoreError::Io { code: rusqlite::ffi::SQLITE_IOERR_FSYNC };

#[test]
fn a_disk_that_is_full_for_one_call_loses_nothing() {
    each(Fault::full, &[StoreError::NoSpace, SYNC]);
}

#[test]
fn a_disk_that_does_not_write_once_loses_nothing() {
    each(Fault::broken, &[StoreError::NoSpace, SYNC]);
}

#[test]
fn a_creation_that_fails_at_any_call_leaves_no_store_and_is_begun_again() {
    let create = |folder: &Folder| Store::create(&folder.store(), &key(1), Options::default(), author().moment);
    for at in 1..MOST {
        let folder = Folder::new();
        let disk = watch(folder.path());
        disk.fail(Fault::full(at));
        if let Err(error) = create(&folder) {
            assert!([StoreError::NoSpace, SYNC].contains(&error), "call {at}: {error:?}");
            assert_eq!(folder.open(Options::default()).map(drop), Err(StoreError::NotFound), "call {at}");
            drop(create(&folder).expect("creating again"));
        }
        let verdict = judge_quickly(&folder, &mut Ledger::default());
        assert!(verdict.is_well(), "call {at}: {verdict:?}");
        if disk.failed().is_none() {
            assert!(at > 20, "only {at} calls");
            return;
        }
    }
}
