//! The store, with real SQLCipher files.

mod fixtures;
mod opening;
mod people;
mod queries;
mod services;
mod visits;
