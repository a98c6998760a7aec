//! Compares case files with what came out.

mod difference;
mod filter;
mod known;
mod person;
mod totals;

pub use difference::{Difference, State};
pub use filter::Filter;
pub use known::unknown_ids;
pub use person::{Comparison, Outcome, Scope, compare};
pub use totals::Totals;
