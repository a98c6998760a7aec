//! The growth of many children: a CSV file in, the same with z-scores, flags and classes out, row by row.

mod children;
mod fields;
mod header;
mod results;
mod stream;
mod summary;

pub use stream::{Counts, assess_file};
