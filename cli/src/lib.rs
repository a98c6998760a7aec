//! The command line tool `siklus`: judges case files by a rule pack, compares them with what they expect, checks packs,
//! assesses the growth of children in tables.

pub mod args;
pub mod case;
pub mod chart;
mod commands;
pub mod compare;
mod doc;
mod draw;
pub mod engine;
pub mod error;
pub mod files;
pub mod growth;
pub mod json;
pub mod loading;
mod near;
pub mod pack;
pub mod status;
pub mod terminal;
pub mod translations;
mod wrap;

pub use commands::run;
