//! The card of services of a child of two years whose book is full.

use std::cell::LazyCell;
use std::sync::Arc;

use chrono::{Months, NaiveDate};
use criterion::Criterion;
use siklus_core::pack::Pack;
use siklus_core::person::register::HouseholdField;
use siklus_core::store::{Options, PersonId};
use siklus_core::visit::{CardEntry, CardGiven, Siklus};

use crate::home::{agreed, author, folder, key, member};

const BORN: &str = "2024-01-10";
/// Services with the month of life in which each was given.
const RECEIVED: [(&str, u32); 30] = [
    ("hb0", 0),
    ("newborn.essential_0_6h", 0),
    ("newborn.kn1", 0),
    ("newborn.kn2", 0),
    ("newborn.kn3", 0),
    ("newborn.shk", 0),
    ("bcg", 1),
    ("opv.1", 1),
    ("opv.2", 2),
    ("dpt_hb_hib.1", 2),
    ("pcv.1", 2),
    ("rv.1", 2),
    ("opv.3", 3),
    ("dpt_hb_hib.2", 3),
    ("pcv.2", 3),
    ("rv.2", 3),
    ("opv.4", 4),
    ("dpt_hb_hib.3", 4),
    ("rv.3", 4),
    ("ipv.1", 4),
    ("ipv.2", 9),
    ("mr.1", 9),
    ("pcv.3", 12),
    ("vitamin_a.blue", 7),
    ("vitamin_a.red", 13),
    ("vitamin_a.red", 19),
    ("dpt_hb_hib.4", 18),
    ("mr.2", 18),
    ("deworming", 13),
    ("weighing", 25),
];

struct Card {
    siklus: Siklus,
    child: PersonId,
    on: NaiveDate,
}

/// Rows of the group `pages`.
pub fn rows(criterion: &mut Criterion, pack: &Arc<Pack>) {
    let folder = folder();
    // Made only for a row that runs.
    let card = LazyCell::new(|| Card::new(&folder.join("card.db"), pack));
    let mut group = criterion.benchmark_group("pages");
    group.bench_function("service_card", |bencher| {
        let Card { siklus, child, on } = &*card;
        bencher.iter(|| siklus.service_card(*child, *on, "id").expect("a card"));
    });
    group.bench_function("service_card_same", |bencher| {
        let Card { siklus, child, on } = &*card;
        bencher.iter(|| siklus.save_service_card(author(), *child, *on, &entries(), "id").expect("a card"));
    });
    group.finish();
    let _ = std::fs::remove_dir_all(folder);
}

fn entries() -> Vec<CardEntry> {
    let born: NaiveDate = BORN.parse().expect("a date");
    let entry =
        |(service, months): (&str, u32)| CardEntry { service: service.to_owned(), given: CardGiven::On(born + Months::new(months)) };
    RECEIVED.map(entry).to_vec()
}

impl Card {
    fn new(file: &std::path::Path, pack: &Arc<Pack>) -> Self {
        let options = Options { durable: false, ..Options::default() };
        let siklus = Siklus::create(file, &key(), options, author().moment, Arc::clone(pack)).expect("a new store");
        let name = [(HouseholdField::Name, "Pak Contoh".to_owned())];
        let household = siklus.register_household(author(), &agreed(), &name).expect("a household");
        let child = siklus.register_person(author(), household, &member("Bayi Contoh", "female", BORN)).expect("a person").person;
        let on = author().happened_on;
        siklus.save_service_card(author(), child, on, &entries(), "id").expect("a card");
        Self { siklus, child, on }
    }
}
