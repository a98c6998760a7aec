//! Sets of facts, small enough to pass around.

use crate::pack::lang::program::FactSlot;

const WORDS: usize = 12;

/// A set of fact slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FactSet([u64; WORDS]);

impl FactSet {
    /// The most facts that a pack can have, those of the birth among them.
    pub(crate) const CAPACITY: usize = WORDS * 64;
    pub(crate) const EMPTY: Self = Self([0; WORDS]);

    pub(crate) fn of(slot: FactSlot) -> Self {
        let mut set = Self::EMPTY;
        set.insert(slot);
        set
    }

    pub(crate) fn insert(&mut self, slot: FactSlot) {
        if let Some(word) = self.0.get_mut(slot.index() / 64) {
            *word |= 1 << (slot.index() % 64);
        }
    }

    pub(crate) fn add(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    pub(crate) fn with(mut self, other: &Self) -> Self {
        self.add(other);
        self
    }

    pub(crate) fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = FactSlot> + '_ {
        self.0.iter().enumerate().flat_map(|(index, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest &= rest.checked_sub(1)?;
                u16::try_from(index * 64 + bit as usize).ok().map(FactSlot)
            })
        })
    }
}
