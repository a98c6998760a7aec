//! Visits of an invented household, with real SQLCipher files.

mod answers;
mod fixtures;
mod note;
mod pages;
mod people;
mod privacy;
mod results;
mod session;
