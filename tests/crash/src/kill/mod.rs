//! Kills a process that writes visits, over and over, and holds what it leaves behind to what it acknowledged.

mod child;
mod plan;
mod report;
mod run;

pub use child::Child;
pub use report::Report;
pub use run::run;
