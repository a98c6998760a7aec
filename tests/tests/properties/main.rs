//! What holds for every person and every rule, tried on random people near the limits of the rules. Nothing here proves a threshold right;
//! that is done by the case files.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stderr)]

mod answering;
mod danger;
mod missing;
mod order;
mod run;
mod time;
mod totality;
