//! Pages made from a pack, for people: so far the immunisation schedule as a chart by age.

mod columns;
mod page;
mod rows;
mod sheet;

pub use page::page;
use rows::{Row, rows};
use sheet::sheet;
