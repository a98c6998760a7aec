//! What the tests of the rule language share: a small pack to add to, persons with defaults, and tables of what comes out.

#![allow(dead_code, unused_imports, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod pack;
mod person;
mod refusal;
mod table;

pub use pack::{BASE, files, id_of, pack, rule};
pub use person::{Outcome, Person, date, outcome};
pub use refusal::{accepts, faults, refuses, refuses_pack};
pub use table::{alike, check, check_with};
