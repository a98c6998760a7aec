//! Many children at once: columns in, columns out.
//!
//! ```
//! use siklus_core::growth::batch::{Columns, Outcomes};
//! use siklus_core::growth::{ExactAge, Index, Weight};
//! use siklus_core::person::Sex;
//!
//! let columns = Columns {
//!     sex: &[Some(Sex::Female), None],
//!     age: &[Some(ExactAge::from_days(1522)); 2],
//!     weight: &[Weight::from_grams(17_000); 2],
//!     ..Columns::default()
//! };
//! let mut outcomes = Outcomes::default();
//! outcomes.fill(&columns, &[Index::WeightForAge]).unwrap();
//! let [girl, unknown] = outcomes.column(Index::WeightForAge) else { panic!() };
//! assert_eq!(girl.unwrap().z.to_string(), "0.24");
//! assert!(unknown.is_err());
//! ```

use thiserror::Error;

use super::assess::outcome;
use super::{Child, ExactAge, Growth, Index, Length, NotAssessed, Outcome, Position, Stature, Weight};
use crate::hidden::hidden;
use crate::person::Sex;

/// Children, one column for each thing that is known of them. A column that is empty is known of nobody; all others are of one length.
#[derive(Clone, Copy, Default)]
pub struct Columns<'a> {
    /// The sex.
    pub sex: &'a [Option<Sex>],
    /// The age.
    pub age: &'a [Option<ExactAge>],
    /// Body weight.
    pub weight: &'a [Option<Weight>],
    /// Length or height, as it was measured.
    pub length: &'a [Option<Length>],
    /// How length or height was measured.
    pub position: &'a [Option<Position>],
    /// Head circumference.
    pub head: &'a [Option<Length>],
    /// Mid-upper arm circumference.
    pub arm: &'a [Option<Length>],
    /// Oedema of both feet.
    pub oedema: &'a [bool],
}

/// What the standards say of many children, a column for each index.
#[derive(Clone, Default)]
pub struct Outcomes {
    stature: Vec<Option<Stature>>,
    indices: [Vec<Outcome>; Index::ALL.len()],
}

/// A column that is neither empty nor as long as the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the column {column} has {found} rows, others have {expected}")]
pub struct UnequalColumns {
    /// The name of the column.
    pub column: &'static str,
    /// The rows of the longest column.
    pub expected: usize,
    /// The rows of this one.
    pub found: usize,
}

impl Outcomes {
    /// Assesses every child in these indices; the columns of all others become empty. Memory of an earlier batch is used again.
    ///
    /// # Errors
    /// When the columns are not of one length.
    pub fn fill(&mut self, columns: &Columns<'_>, indices: &[Index]) -> Result<(), UnequalColumns> {
        self.clear();
        let rows = columns.rows()?;
        self.stature.reserve(rows);
        for row in 0..rows {
            let child = columns.child(row);
            let stature = Stature::of(&child);
            self.stature.push(stature);
            for (index, column) in Index::ALL.into_iter().zip(&mut self.indices).filter(|(index, _)| indices.contains(index)) {
                column.push(outcome(index, &child, stature));
            }
        }
        Ok(())
    }

    /// Length or height as the standards read it.
    pub fn stature(&self) -> &[Option<Stature>] {
        &self.stature
    }

    /// The column of an index; empty when it was not asked for.
    pub fn column(&self, index: Index) -> &[Outcome] {
        self.indices.get(index as usize).map_or(&[], Vec::as_slice)
    }

    /// Everything of one child; an index that was not asked for, or a row beyond the last, counts as a child of unknown sex.
    pub fn row(&self, row: usize) -> Growth {
        let stature = self.stature.get(row).copied().flatten();
        Growth::of(stature, |index| self.column(index).get(row).copied().unwrap_or(Err(NotAssessed::SexUnknown)))
    }

    fn clear(&mut self) {
        self.stature.clear();
        self.indices.iter_mut().for_each(Vec::clear);
    }
}

impl Columns<'_> {
    /// How many children there are.
    ///
    /// # Errors
    /// When the columns are not of one length.
    pub fn rows(&self) -> Result<usize, UnequalColumns> {
        let lengths = [
            ("sex", self.sex.len()),
            ("age", self.age.len()),
            ("weight", self.weight.len()),
            ("length", self.length.len()),
            ("position", self.position.len()),
            ("head", self.head.len()),
            ("arm", self.arm.len()),
            ("oedema", self.oedema.len()),
        ];
        let expected = lengths.iter().map(|(_, length)| *length).max().unwrap_or_default();
        let unequal = lengths.into_iter().find(|(_, length)| ![0, expected].contains(length));
        unequal.map_or(Ok(expected), |(column, found)| Err(UnequalColumns { column, expected, found }))
    }

    /// The child of a row; one of whom nothing is known beyond the last.
    pub fn child(&self, row: usize) -> Child {
        Child {
            sex: known(self.sex, row),
            age: known(self.age, row),
            weight: known(self.weight, row),
            length: known(self.length, row),
            position: known(self.position, row),
            head: known(self.head, row),
            arm: known(self.arm, row),
            oedema: self.oedema.get(row).is_some_and(|oedema| *oedema),
        }
    }
}

fn known<T: Copy>(column: &[Option<T>], row: usize) -> Option<T> {
    column.get(row).copied().flatten()
}

hidden!(Outcomes);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::growth::assess;
    use crate::growth::fixtures::{cm, kg};

    #[test]
    fn a_batch_says_what_single_calls_say() {
        let (sex, age) = ([Some(Sex::Male), Some(Sex::Female), None], [10, 800, 1900].map(|days| Some(ExactAge::from_days(days))));
        let (weight, length) = ([kg("3.5"), kg("9.9"), kg("15")], [cm("51"), None, cm("100")]);
        let position = [Some(Position::Lying), Some(Position::Standing), None];
        let (head, oedema) = ([None, cm("46"), None], [true, false, false]);
        let columns = Columns {
            sex: &sex,
            age: &age,
            weight: &weight,
            length: &length,
            position: &position,
            head: &head,
            oedema: &oedema,
            ..Columns::default()
        };
        let mut outcomes = Outcomes::default();
        for _ in 0..2 {
            outcomes.fill(&columns, &Index::ALL).unwrap();
            for row in 0..3 {
                assert_eq!(outcomes.row(row), assess(&columns.child(row)), "{row}");
            }
            assert_eq!(outcomes.stature().len(), 3);
            assert_eq!(outcomes.column(Index::WeightForAge)[0], Err(NotAssessed::Oedema));
        }
    }

    #[test]
    fn an_index_that_was_not_asked_for_is_empty() {
        let mut outcomes = Outcomes::default();
        let columns = Columns { sex: &[Some(Sex::Male)], ..Columns::default() };
        outcomes.fill(&columns, &Index::ALL).unwrap();
        outcomes.fill(&columns, &[Index::BmiForAge]).unwrap();
        assert_eq!((outcomes.column(Index::BmiForAge).len(), outcomes.column(Index::WeightForAge).len()), (1, 0));
    }

    #[test]
    fn columns_have_one_length() {
        let columns = Columns { sex: &[None; 3], age: &[None; 3], weight: &[None; 2], ..Columns::default() };
        assert_eq!(Outcomes::default().fill(&columns, &[]), Err(UnequalColumns { column: "weight", expected: 3, found: 2 }));
        assert_eq!(Columns { weight: &[], ..columns }.rows(), Ok(3));
    }
}
