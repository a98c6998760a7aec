//! What the last line counts.

use std::fmt;

use super::person::Comparison;

/// Sums over all files.
#[derive(Default)]
pub struct Totals {
    /// Cases compared.
    pub cases: usize,
    /// Files with nothing to compare.
    pub skipped: usize,
    /// Files that are faulty.
    pub faulty: usize,
    /// Households whose own findings and index were expected, which this version does not compute.
    pub households: usize,
    ids: usize,
    others: usize,
    differences: usize,
}

impl Totals {
    /// Counts a case that was compared.
    pub fn add(&mut self, comparison: &Comparison) {
        self.cases += 1;
        self.ids += comparison.ids;
        self.others += comparison.others;
        self.differences += comparison.differences.len();
    }

    /// Whether something differs.
    pub fn differs(&self) -> bool {
        self.differences > 0
    }

    /// Whether nothing was compared: no id, or when all ids are compared, nothing at all.
    pub fn is_nothing(&self, partial: bool) -> bool {
        self.ids == 0 && (partial || self.others == 0)
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (cases, ids) = (counted(self.cases, "case"), counted(self.ids, "id"));
        let (differences, skipped) = (counted(self.differences, "difference"), counted(self.skipped, "file"));
        write!(f, "{cases}, {ids} compared, {differences}, {skipped} skipped")?;
        if self.faulty > 0 {
            write!(f, ", {} faulty", counted(self.faulty, "file"))?;
        }
        if self.households > 0 {
            write!(f, ", own results of {} not compared", counted(self.households, "household"))?;
        }
        Ok(())
    }
}

fn counted(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
