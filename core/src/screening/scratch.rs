//! Working space that one assessment after another reuses.

use super::fact_set::FactSet;
use crate::pack::lang::program::{NodeId, Operand};

/// The expression that an item of a list comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    pub node: NodeId,
    /// The visit at which it is read.
    pub at: u16,
    /// Whether it stands in a list with a name, and so sees no variables.
    pub named: bool,
}

/// Working space for [`super::assess_with`]. It holds nothing that outlives an assessment.
#[derive(Default)]
pub struct Scratch {
    /// Changes with every assessment, so that nothing needs to be wiped between two.
    stamp: u32,
    values: Vec<(u32, Operand)>,
    opens: Vec<(u32, FactSet)>,
    needs: Vec<(u32, Option<FactSet>)>,
    pub(super) stack: Vec<Operand>,
    pub(super) locals: Vec<(Operand, Option<Origin>)>,
}

impl std::fmt::Debug for Scratch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Scratch")
    }
}

impl Scratch {
    /// Empty working space.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes room for `values` results of definitions, `opens` sets and `needs` sets, and forgets the last assessment.
    pub(super) fn begin(&mut self, values: usize, opens: usize, needs: usize) {
        self.stamp = self.stamp.wrapping_add(1);
        if self.stamp == 0 {
            // After four thousand million assessments the old stamps would look new.
            *self = Self { stamp: 1, ..Self::default() };
        }
        grow(&mut self.values, values, (0, Operand::Absent));
        grow(&mut self.opens, opens, (0, FactSet::EMPTY));
        grow(&mut self.needs, needs, (0, None));
        self.stack.clear();
        self.locals.clear();
    }

    pub(super) fn value(&self, index: usize) -> Option<Operand> {
        self.values.get(index).filter(|(stamp, _)| *stamp == self.stamp).map(|(_, operand)| *operand)
    }

    pub(super) fn keep_value(&mut self, index: usize, operand: Operand) {
        if let Some(place) = self.values.get_mut(index) {
            *place = (self.stamp, operand);
        }
    }

    pub(super) fn open(&self, index: usize) -> Option<FactSet> {
        self.opens.get(index).filter(|(stamp, _)| *stamp == self.stamp).map(|(_, set)| *set)
    }

    pub(super) fn keep_open(&mut self, index: usize, set: FactSet) {
        if let Some(place) = self.opens.get_mut(index) {
            *place = (self.stamp, set);
        }
    }

    pub(super) fn need(&self, index: usize) -> Option<Option<FactSet>> {
        self.needs.get(index).filter(|(stamp, _)| *stamp == self.stamp).map(|(_, set)| *set)
    }

    pub(super) fn keep_need(&mut self, index: usize, set: Option<FactSet>) {
        if let Some(place) = self.needs.get_mut(index) {
            *place = (self.stamp, set);
        }
    }
}

fn grow<T: Clone>(list: &mut Vec<T>, length: usize, empty: T) {
    if list.len() < length {
        list.resize(length, empty);
    }
}
