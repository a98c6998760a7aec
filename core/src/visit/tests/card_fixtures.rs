//! A child with a card of services.

use chrono::NaiveDate;

use super::fixtures::{Home, on, texts};
use crate::person::register::PersonField;
use crate::store::PersonId;
use crate::visit::{CardEntry, CardGiven};

pub const BORN: &str = "2025-10-01";
/// What a child of five months has by the book, each on a day on which it may be given.
pub const BY_THE_BOOK: [(&str, &str); 16] = [
    ("hb0", "2025-10-01"),
    ("bcg", "2025-10-05"),
    ("opv.1", "2025-10-05"),
    ("opv.2", "2025-12-01"),
    ("dpt_hb_hib.1", "2025-12-01"),
    ("pcv.1", "2025-12-01"),
    ("rv.1", "2025-12-01"),
    ("opv.3", "2026-01-01"),
    ("dpt_hb_hib.2", "2026-01-01"),
    ("pcv.2", "2026-01-01"),
    ("rv.2", "2026-01-01"),
    ("opv.4", "2026-02-01"),
    ("dpt_hb_hib.3", "2026-02-01"),
    ("ipv.1", "2026-02-01"),
    ("rv.3", "2026-02-01"),
    ("vitamin_a.blue", "2026-02-10"),
];

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A child in the household of the tests.
pub fn child(home: &Home, born: &str) -> PersonId {
    let fields = texts(&[(PersonField::Name, "Bayi Contoh"), (PersonField::Sex, "female"), (PersonField::Born, born)]);
    home.siklus.register_person(on(1, 2), home.household, &fields).unwrap().person
}

/// An entry: a date, "?" for a date that is not known, "-" for not given.
fn entry(service: &str, given: &str) -> CardEntry {
    let given = match given {
        "-" => CardGiven::NotGiven,
        "?" => CardGiven::DateNotKnown,
        date => CardGiven::On(day(date)),
    };
    CardEntry { service: service.into(), given }
}

pub fn entries(given: &[(&str, &str)]) -> Vec<CardEntry> {
    given.iter().map(|(service, given)| entry(service, given)).collect()
}
