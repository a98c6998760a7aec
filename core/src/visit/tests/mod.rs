//! Visits of an invented household, with real SQLCipher files.

mod fixtures;
mod pages;
mod people;
mod privacy;
mod results;
mod session;
