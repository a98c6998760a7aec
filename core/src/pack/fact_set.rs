//! Sets of facts, small enough to pass around.

use crate::pack::lang::program::{FactSlot, MOST_FACTS};

const WORDS: usize = MOST_FACTS / 64;

/// A set of fact slots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FactSet([u64; WORDS]);

impl FactSet {
    pub(crate) const EMPTY: Self = Self([0; WORDS]);

    pub(crate) fn of(slot: FactSlot) -> Self {
        let mut set = Self::EMPTY;
        set.insert(slot);
        set
    }

    pub(crate) fn contains(&self, slot: FactSlot) -> bool {
        self.0.get(slot.index() / 64).is_some_and(|word| word & (1 << (slot.index() % 64)) != 0)
    }

    pub(crate) fn remove(&mut self, slot: FactSlot) {
        if let Some(word) = self.0.get_mut(slot.index() / 64) {
            *word &= !(1 << (slot.index() % 64));
        }
    }

    pub(crate) fn keep_only(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word &= more;
        }
    }

    /// Whether the two have a fact in common.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(word, more)| word & more != 0)
    }

    pub(crate) fn insert(&mut self, slot: FactSlot) {
        self.insert_new(slot);
    }

    /// Adds a fact, and says whether it was not there before.
    pub(crate) fn insert_new(&mut self, slot: FactSlot) -> bool {
        let Some(word) = self.0.get_mut(slot.index() / 64) else { return false };
        let before = *word;
        *word |= 1 << (slot.index() % 64);
        *word != before
    }

    pub(crate) fn add(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(word, all)| word & !all == 0)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = FactSlot> + '_ {
        let mut words = self.0.iter().zip(0_u16..);
        let mut current = (0_u64, 0_u16);
        std::iter::from_fn(move || {
            while current.0 == 0 {
                let (word, index) = words.next()?;
                current = (*word, index);
            }
            let bit = current.0.trailing_zeros();
            current.0 &= current.0 - 1;
            Some(FactSlot(current.1 * 64 + u16::try_from(bit).unwrap_or(0)))
        })
    }
}
