//! Case files: one person or one household, one visit, and what must come out (`tests/cases/`, TOML).
//!
//! [`read`] collects every fault of a file, each with its line. It checks notation, keys, types and each answer by itself; how the
//! parts of a person fit together is checked by the core when a subject is made.

mod accepted;
mod context;
mod document;
mod expect;
mod facts;
mod fault;
mod household;
mod lines;
mod model;
mod number;
mod person;
mod read;
mod reader;
mod records;
mod slip;
mod vocabulary;

pub use fault::{CaseFault, CaseRule};
pub use model::{
    CaseFile, DoseCase, EarlierCase, ExpectedId, Facts, HouseholdExpectation, HouseholdFile, Member, PersonCase, PersonExpectation,
    PersonFile, Places, ResultExpectation, ServiceExpectation,
};
pub use read::{CaseReading, read};
pub use slip::Slip;
pub use vocabulary::Vocabulary;
