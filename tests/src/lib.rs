//! What the tests that cross modules and crates share: people, the limits of rules, random subjects, and the fuzzer.
//!
//! Helpers of tests fail by panicking; the message says what the test author got wrong.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod answers;
pub mod files;
pub mod fuzz;
pub mod limits;
pub mod packs;
pub mod people;
pub mod person;
pub mod rng;
pub mod show;
pub mod words;

pub use person::Person;
