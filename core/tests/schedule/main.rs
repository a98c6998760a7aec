//! The schedule of services against the words of the codebook (services-*.toml and their READINGS), with the pack that is built in.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::unwrap_used)]

mod child;
mod laws;
mod others;
mod person;
mod school_and_checks;
