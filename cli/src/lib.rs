//! The command line tool `siklus`.

pub mod case;
