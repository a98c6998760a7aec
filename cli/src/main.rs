//! The command line tool `siklus`.

fn main() {}
