//! A ring in real files, with a keystore of the tests.

mod changes;
mod files;
mod fixtures;
mod keystore;
mod unlocking;
