//! The judge sees what is lost and what is damaged: a test of the tests.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use rusqlite::Connection;
use siklus_core::store::Options;
use siklus_crash::judge::{Verdict, judge_copy};
use siklus_crash::ledger::Ledger;
use siklus_crash::line::Kind;
use siklus_crash::place::Folder;
use siklus_crash::seed::of_round;
use siklus_crash::writer::{Habits, Writer};
use uuid::Uuid;

/// A store with a visit that was completed and one that was not.
fn written() -> (Folder, Ledger) {
    let (folder, mut ledger) = (Folder::with_store(), Ledger::default());
    let habits = Habits { answers: 5, sections: 20, checkpoints: 0 };
    let mut writer = Writer::new(folder.store(), Options::default(), habits, of_round(1, 1), |line| ledger.note(line));
    while writer.act().expect("a call that succeeds") != Kind::Complete {}
    while writer.act().expect("a call that succeeds") != Kind::Answer {}
    drop(writer);
    assert_eq!(ledger.visits.len(), 2);
    (folder, ledger)
}

/// Changes the store behind its back.
fn change(folder: &Folder, sql: &str) {
    let connection = Connection::open(folder.store()).expect("the file");
    connection.execute_batch(&format!("PRAGMA key = \"x'{}'\"; {sql}", "01".repeat(32))).expect(sql);
}

fn judged(folder: &Folder, ledger: &Ledger) -> Verdict {
    judge_copy(folder, &mut ledger.clone())
}

#[test]
fn what_is_as_it_was_acknowledged_is_well() {
    let (folder, ledger) = written();
    let verdict = judged(&folder, &ledger);
    assert!(verdict.is_well(), "{verdict:?}");
}

#[test]
fn what_was_acknowledged_and_is_not_there_is_lost() {
    let (folder, ledger) = written();
    let mut more = ledger.clone();
    let sheet = more.visits.values_mut().next().and_then(|visit| visit.answers.values_mut().next()).expect("answers");
    sheet.insert("fever".into(), "nobody said that".into());
    assert_eq!(judged(&folder, &more).lost.len(), 1);
    let mut more = ledger.clone();
    more.visits.insert(Uuid::from_u128(1), Default::default());
    more.households.insert(Uuid::from_u128(2), Default::default());
    assert_eq!(judged(&folder, &more).lost.len(), 2);
    for gone in ["DELETE FROM draft_answer", "DELETE FROM draft_visit"] {
        let copy = folder.copy();
        change(&copy, gone);
        assert!(!judged(&copy, &ledger).lost.is_empty(), "{gone}");
    }
}

#[test]
fn half_a_transaction_and_a_damaged_page_are_damage() {
    let (folder, ledger) = written();
    for half in ["DELETE FROM assessment", "DELETE FROM part", "DELETE FROM draft_part", "DELETE FROM answers"] {
        let copy = folder.copy();
        change(&copy, half);
        assert!(!judged(&copy, &ledger).damaged.is_empty(), "{half}");
    }
    let mut bytes = fs::read(folder.store()).expect("the file");
    let last = bytes.len() - 4000;
    bytes[last] ^= 1;
    fs::write(folder.store(), bytes).expect("the file");
    assert!(!judged(&folder, &ledger).damaged.is_empty());
}

#[test]
fn what_nobody_wrote_is_damage() {
    let (folder, mut ledger) = written();
    let visit = *ledger.visits.keys().next().expect("a visit");
    ledger.visits.remove(&visit);
    assert!(!judged(&folder, &ledger).damaged.is_empty());
}
