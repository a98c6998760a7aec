//! The command line tool `siklus`.

pub mod args;
pub mod case;
pub mod compare;
pub mod error;
pub mod files;
mod near;
pub mod pack;
pub mod translations;
