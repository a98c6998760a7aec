//! The power is cut while visits are written.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use fastrand::Rng;
use siklus_core::store::{Options, Store, StoreError};
use siklus_crash::judge::{Verdict, judge_copy, judge_quickly};
use siklus_crash::ledger::Ledger;
use siklus_crash::line::{Kind, Line};
use siklus_crash::place::{Folder, NAME, author, key};
use siklus_crash::power::{Event, Model, watch};
use siklus_crash::seed::{of_round, seed};
use siklus_crash::writer::{Habits, Writer};

const HABITS: Habits = Habits { answers: 7, sections: 15, checkpoints: 5 };
const CUTS: usize = 200;
const SECOND_CUTS: u64 = 40;

/// A disk before a run, and all that happened to it.
struct Recording {
    before: Model,
    events: Vec<Event>,
}

/// Writes visits in a new store until so many were completed.
fn record(options: Options, visits: usize) -> Recording {
    let folder = Folder::with_store();
    let mut completed = 0;
    record_in(&folder, options, &mut of_round(seed(), 0), |kind| {
        completed += usize::from(kind == Kind::Complete);
        completed < visits
    })
}

/// Writes visits as long as it is to go on.
fn record_in(folder: &Folder, options: Options, rng: &mut Rng, mut goes_on: impl FnMut(Kind) -> bool) -> Recording {
    let before = Model::new(folder.files());
    let disk = watch(folder.path());
    let tell = |line: &Line| disk.note(Event::Told(line.clone()));
    let mut writer = Writer::new(folder.store(), options, HABITS, rng.fork(), tell);
    while goes_on(writer.act().expect("a call that succeeds")) {}
    drop(writer);
    Recording { before, events: disk.take_events() }
}

/// Cuts the power at so many places, and says what is wrong after each cut.
fn cut(recording: Recording, cuts: usize) -> Vec<Verdict> {
    let mut rng = of_round(seed(), 1);
    let mut places: Vec<_> = (0..cuts).map(|_| rng.usize(..=recording.events.len())).collect();
    places.sort_unstable();
    let (mut disk, mut ledger, mut at) = (recording.before, Ledger::default(), 0);
    let mut verdicts = Vec::new();
    for place in places {
        go_on(&recording.events[at..place], &mut disk, &mut ledger);
        at = place;
        let mut after = ledger.clone();
        verdicts.push(judge_quickly(&folder_of(disk.cut(&mut rng)), &mut after));
        // What was found to follow once need not be judged again after each cut.
        ledger.judged = after.judged;
    }
    verdicts
}

/// Takes in what happened next.
fn go_on(events: &[Event], disk: &mut Model, ledger: &mut Ledger) {
    for event in events {
        disk.apply(event);
        if let Event::Told(line) = event {
            ledger.note(line);
        }
    }
}

fn folder_of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Folder {
    let folder = Folder::new();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a file");
    }
    folder
}

#[test]
fn what_was_acknowledged_survives_a_power_cut() {
    let recording = record(Options::default(), 12);
    let syncs = recording.events.iter().filter(|event| matches!(event, Event::Synced(_))).count();
    let verdicts = cut(recording, CUTS);
    let wrong: Vec<_> = verdicts.iter().enumerate().filter(|(_, verdict)| !verdict.is_well()).collect();
    assert!(wrong.is_empty(), "SIKLUS_SEED={} gives {} of {CUTS} again: {:#?}", seed(), wrong.len(), wrong.first());
    assert!(syncs > 100, "only {syncs} syncs");
}

#[test]
fn a_second_cut_while_the_first_is_made_up_for_loses_nothing() {
    let recording = record(Options::default(), 3);
    for round in 0..SECOND_CUTS {
        let mut rng = of_round(seed(), 100 + round);
        let (mut disk, mut ledger) = (recording.before.clone(), Ledger::default());
        go_on(&recording.events[..rng.usize(..=recording.events.len())], &mut disk, &mut ledger);
        let folder = folder_of(disk.cut(&mut rng));
        // What the first cut left of the call that was under way is known before the second one.
        let mut verdicts = vec![judge_copy(&folder, &mut ledger)];
        let mut calls = 1 + rng.usize(..6);
        let again = record_in(&folder, Options::default(), &mut rng, |_| {
            calls -= 1;
            calls > 0
        });
        let mut disk = again.before;
        go_on(&again.events[..rng.usize(..=again.events.len())], &mut disk, &mut ledger);
        verdicts.push(judge_quickly(&folder_of(disk.cut(&mut rng)), &mut ledger));
        assert!(verdicts.iter().all(Verdict::is_well), "SIKLUS_SEED={}, round {round}: {verdicts:#?}", seed());
    }
}

#[test]
fn without_syncs_a_power_cut_is_noticed() {
    let recording = record(Options { durable: false, ..Options::default() }, 3);
    let wrong = cut(recording, 20).iter().filter(|verdict| !verdict.is_well()).count();
    assert!(wrong >= 10, "SIKLUS_SEED={}: only {wrong} of 20 cuts did harm", seed());
}

#[test]
fn a_creation_that_is_cut_short_is_begun_again() {
    let folder = Folder::new();
    let disk = watch(folder.path());
    Store::create(&folder.store(), &key(1), Options::default(), author().moment).expect("a new store").close().expect("closing");
    let events = disk.take_events();
    let mark = fs::read(folder.path().join(format!("{NAME}.key-check"))).expect("the check value");
    let mut rng = of_round(seed(), 2);
    for place in 0..events.len() {
        let mut disk = Model::default();
        events[..place].iter().for_each(|event| disk.apply(event));
        // The file has its name after all this; before that only another one.
        let mut files = disk.cut(&mut rng);
        files.remove(NAME);
        if rng.bool() {
            files.insert(format!("{NAME}.key-check"), mark[..rng.usize(..=mark.len())].to_vec());
        }
        let cut = folder_of(files);
        assert_eq!(cut.open(Options::default()).map(drop), Err(StoreError::NotFound), "SIKLUS_SEED={}", seed());
        let store = Store::create(&cut.store(), &key(1), Options::default(), author().moment).expect("creating again");
        assert!(store.verify().expect("a look").is_whole());
        store.close().expect("closing");
        assert_eq!(cut.files().len(), 2, "the file and the check value");
    }
}

#[test]
fn a_creation_that_is_cut_at_its_last_steps_has_made_the_store() {
    let whole = Folder::with_store();
    let bytes = fs::read(whole.store()).expect("the file");
    let unfinished = || (format!("{NAME}.unfinished"), bytes.clone());
    let mark = |count| {
        (format!("{NAME}.key-check"), fs::read(whole.path().join(format!("{NAME}.key-check"))).expect("the mark")[..count].to_vec())
    };
    let named = || (NAME.to_owned(), bytes.clone());
    // With both names; without the check value or half of it, which a folder that was not synced may have lost; and at the end.
    for files in [vec![named(), unfinished(), mark(48)], vec![named(), mark(20)], vec![named()], vec![named(), mark(48)]] {
        let verdict = judge_quickly(&folder_of(files), &mut Ledger::default());
        assert!(verdict.is_well(), "{verdict:?}");
    }
}
