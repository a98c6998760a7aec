//! What the tests of crashes share: visits that are written while what was acknowledged is noted, and a judge who holds the store to it.
//!
//! Test programs fail by panicking; the message says with which seed it happens again.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod judge;
pub mod kill;
pub mod ledger;
pub mod line;
pub mod place;
pub mod power;
pub mod read;
pub mod seed;
pub mod writer;
