//! Visits of an invented household, with real SQLCipher files.

mod fixtures;
mod people;
mod privacy;
mod results;
mod session;
