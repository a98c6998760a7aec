//! Seeded mutations of real inputs for everything that reads a text from outside: expressions, packs, stored packs and case files. Each must
//! come back with an error or a result; a panic, a hang and a stack that overflows are failures.

mod inputs;
mod mutate;
mod run;
mod small_pack;
mod targets;

pub use run::{Failure, Options, Progress, Report, Trouble, run};
