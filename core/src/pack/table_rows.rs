//! Tables that the library itself reads by their names, row by row and cell by cell into types. What is not as it must be is a fault at its place.

use std::ops::RangeInclusive;

use super::fault::{Fault, Span};
use super::source::{Cell, Located, Source, TableSource};
use crate::fact::Number;
use crate::growth::{Length, Weight};
use crate::person::Sex;

/// Reads tables of a pack.
pub(super) struct TableReader<'s> {
    source: &'s Source,
    pub faults: Vec<Fault>,
}

/// Reads the cells of a row, one after another.
pub(super) struct Row<'r> {
    cells: std::slice::Iter<'r, Located<Cell>>,
    span: Span,
    faults: &'r mut Vec<Fault>,
}

impl<'s> TableReader<'s> {
    pub fn new(source: &'s Source) -> Self {
        Self { source, faults: Vec::new() }
    }

    /// The rows of a table with these keys and one column of values; none without such a table, or when something in it is wrong.
    pub fn rows<T>(&mut self, name: &str, keys: &[&str], read: impl Fn(&mut Row<'_>) -> Option<T>) -> Option<Vec<T>> {
        let table = self.table(name, keys)?;
        let rows = table.rows.iter().map(|row| read(&mut Row { cells: row.value.iter(), span: row.span, faults: &mut self.faults }));
        // All rows are read, so that every fault is told.
        rows.collect::<Vec<_>>().into_iter().collect()
    }

    /// The value in the row that is called so, of a table of single values; none without such a table, or when something is wrong.
    pub fn value<T>(&mut self, name: &str, what: &str, read: impl Fn(&mut Row<'_>) -> Option<T>) -> Option<T> {
        let table = self.table(name, &["what"])?;
        let is_it = |row: &&Located<Vec<Located<Cell>>>| row.value.first().is_some_and(|cell| cell.value == Cell::Text(what.to_owned()));
        let Some(row) = table.rows.iter().find(is_it) else {
            self.faults.push(Fault::new(table.id.span, format!("this table has no row `{what}`, which the library needs")));
            return None;
        };
        let cells = row.value.get(1..).unwrap_or_default();
        read(&mut Row { cells: cells.iter(), span: row.span, faults: &mut self.faults })
    }

    fn table(&mut self, name: &str, keys: &[&str]) -> Option<&'s TableSource> {
        let table = self.source.tables.iter().find(|table| table.id.value == name)?;
        if !table.keys.iter().map(|key| key.value.as_str()).eq(keys.iter().copied()) || !table.columns.is_empty() {
            let keys: Vec<_> = keys.iter().map(|key| format!("\"{key}\"")).collect();
            let fault = Fault::new(table.id.span, format!("the library reads `{name}` by other keys and one column without a name"));
            self.faults.push(fault.help(format!("write keys = [{}] and no `columns`", keys.join(", "))));
            return None;
        }
        Some(table)
    }
}

impl Row<'_> {
    /// A whole number.
    pub fn integer<T: TryFrom<i64>>(&mut self) -> Option<T> {
        self.number_as("a whole number, and not below 0 where that means nothing", |number| number.to_integer()?.try_into().ok())
    }

    /// A weight above zero in kg.
    pub fn weight(&mut self) -> Option<Weight> {
        self.number_as("a weight in kg, above 0 and with at most four decimals", Weight::from_kg)
    }

    /// A length above zero in cm.
    pub fn length(&mut self) -> Option<Length> {
        self.number_as("a length in cm, above 0 and with at most four decimals", Length::from_cm)
    }

    /// A sex.
    pub fn sex(&mut self) -> Option<Sex> {
        self.cell("\"female\" or \"male\"", sex)
    }

    /// A sex, or none for both.
    pub fn sex_or_both(&mut self) -> Option<Option<Sex>> {
        let both = |cell: &Cell| *cell == Cell::Text("*".to_owned());
        self.cell("\"female\", \"male\" or \"*\"", |cell| if both(cell) { Some(None) } else { sex(cell).map(Some) })
    }

    /// Ages, one or from one to another, without an end also.
    pub fn ages(&mut self) -> Option<RangeInclusive<i32>> {
        self.cell("an age as 7, ages as \"6..11\", or \"24..\"", |cell| match cell {
            Cell::Number(number) => number.to_integer()?.try_into().ok().map(|age: i32| age..=age),
            Cell::Text(text) => ages(text),
        })
    }

    fn number_as<T>(&mut self, expected: &str, read: impl Fn(Number) -> Option<T>) -> Option<T> {
        self.cell(expected, |cell| if let Cell::Number(number) = cell { read(*number) } else { None })
    }

    fn cell<T>(&mut self, expected: &str, read: impl Fn(&Cell) -> Option<T>) -> Option<T> {
        let cell = self.cells.next();
        let value = cell.and_then(|cell| read(&cell.value));
        if value.is_none() {
            self.faults.push(Fault::new(cell.map_or(self.span, |cell| cell.span), format!("this cell must be {expected}")));
        }
        value
    }
}

fn sex(cell: &Cell) -> Option<Sex> {
    if let Cell::Text(text) = cell { text.parse().ok() } else { None }
}

fn ages(text: &str) -> Option<RangeInclusive<i32>> {
    let (first, last) = text.split_once("..")?;
    let last = if last.is_empty() { i32::MAX } else { last.parse().ok()? };
    first.parse().ok().map(|first| first..=last)
}
