//! The disk is full: for the store alone, and for the whole process.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::process::{Command, Output};

use siklus_core::store::{Options, StoreError};
use siklus_core::visit::VisitError;
use siklus_crash::judge::judge;
use siklus_crash::ledger::Ledger;
use siklus_crash::line::{Kind, Line};
use siklus_crash::place::Folder;
use siklus_crash::read::Content;
use siklus_crash::seed::{of_round, seed};
use siklus_crash::writer::{Habits, Writer};

const HABITS: Habits = Habits { answers: 8, sections: 20, checkpoints: 0 };

/// A store with a few visits, and what was acknowledged of them.
fn begun() -> (Folder, Ledger) {
    let folder = Folder::with_store();
    let mut ledger = Ledger::default();
    let mut writer = Writer::new(folder.store(), Options::default(), HABITS, of_round(seed(), 5), |line| ledger.note(line));
    while !(writer.act().expect("a call that succeeds") == Kind::Complete && writer.is_between_visits()) {}
    drop(writer);
    (folder, ledger)
}

/// Writes visits until there is no space; the last call failed for that alone.
fn fill(folder: &Folder, ledger: &mut Ledger, options: Options) -> StoreError {
    let mut writer = Writer::new(folder.store(), options, HABITS, of_round(seed(), 6), |line| ledger.note(line));
    loop {
        match writer.act() {
            Ok(_) => {}
            Err(VisitError::Store(error)) => return error,
            Err(error) => panic!("another error: {error:?}"),
        }
    }
}

#[test]
fn a_store_that_may_not_grow_says_so_keeps_what_it_has_and_grows_when_it_may() {
    let (folder, mut ledger) = begun();
    let pages = fs::metadata(folder.store()).expect("the file").len() / 4096;
    let small = Options { max_pages: Some(u32::try_from(pages).expect("few pages") + 8), ..Options::default() };
    assert_eq!(fill(&folder, &mut ledger, small), StoreError::NoSpace);
    let verdict = judge(&folder, &mut ledger);
    assert!(verdict.is_well(), "SIKLUS_SEED={}: {verdict:?}", seed());
}

/// Starts the writer where no file may grow beyond so many blocks of 512 bytes; the signal for it is ignored, as on a full disk there is none.
fn limited(folder: &Folder, blocks: u64) -> Output {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" write \"$1\" --seed {} --round 9", seed());
    let program = env!("CARGO_BIN_EXE_crash");
    // Its input is empty, so it begins at once.
    Command::new("sh").args(["-c", &script, program]).arg(folder.store()).output().expect("a shell")
}

#[test]
fn a_process_that_may_write_no_more_says_so_and_loses_nothing() {
    let (folder, mut ledger) = begun();
    // Room for some of the WAL. What is in the main file already may be larger: it is only read until the store is closed.
    let output = limited(&folder, 2 * 700);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.trim_end().ends_with("fault: Store(NoSpace)"), "{text}");
    text.lines().filter_map(|line| line.parse::<Line>().ok()).for_each(|line| ledger.note(&line));
    let answers = ledger.answers;
    assert!(answers > 20, "only {answers} answers were acknowledged before");
    // The content first, as that process left it.
    let before = Content::read(&folder.copy().store(), 1).expect("it can be read");
    assert_eq!(before.halves, 0);
    let verdict = judge(&folder, &mut ledger);
    assert!(verdict.is_well(), "SIKLUS_SEED={}: {verdict:?}", seed());
}

#[test]
fn without_any_room_the_store_opens_and_is_read_and_nothing_is_written() {
    let (folder, mut ledger) = begun();
    let before = folder.files();
    let output = limited(&folder, 0);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("done open") && !text.contains("done household"), "{text}");
    assert!(text.trim_end().ends_with("fault: Store(NoSpace)"), "{text}");
    let files: Vec<_> = folder.files().into_iter().filter(|(_, bytes)| !bytes.is_empty()).collect();
    assert!(files == before, "a file changed");
    let verdict = judge(&folder, &mut ledger);
    assert!(verdict.is_well(), "SIKLUS_SEED={}: {verdict:?}", seed());
}
