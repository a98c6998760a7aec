//! The items of lists and readings today and their sums, once a rule has asked for them.

use super::evaluate::{Items, Sums, Whole};
use crate::pack::lang::program::Operand;

/// What is kept of one collection.
#[derive(Clone, Copy)]
struct Kept {
    /// Of the assessment that put it there.
    stamp: u32,
    items: Items,
    /// Once a rule has asked for them.
    sums: Option<Sums>,
}

/// Working space for the items of all collections that have a name.
#[derive(Default)]
pub(super) struct KeptItems {
    collections: Vec<Kept>,
    items: Vec<Operand>,
}

impl KeptItems {
    /// Makes room for some collections and forgets all items.
    pub(super) fn begin(&mut self, collections: usize) {
        if self.collections.len() < collections {
            self.collections.resize(collections, Kept { stamp: 0, items: Items::NONE, sums: None });
        }
        self.items.clear();
    }

    /// Where the items of a collection lie, if they are kept.
    pub(super) fn find(&self, collection: usize, stamp: u32) -> Option<Items> {
        self.kept(collection, stamp).map(|kept| kept.items)
    }

    /// The sums of its items, if they are kept.
    pub(super) fn sums(&self, collection: usize, stamp: u32) -> Option<Sums> {
        self.kept(collection, stamp)?.sums
    }

    fn kept(&self, collection: usize, stamp: u32) -> Option<&Kept> {
        self.collections.get(collection).filter(|kept| kept.stamp == stamp)
    }

    /// All items that are kept, one collection behind the other.
    pub(super) fn all(&self) -> &[Operand] {
        &self.items
    }

    /// Keeps the items of a collection, and says where.
    pub(super) fn keep(&mut self, collection: usize, stamp: u32, whole: Whole, items: &[Operand]) -> Items {
        let start = self.items.len();
        self.items.extend_from_slice(items);
        let items = Items { whole, start, end: self.items.len(), kept: true };
        if let Some(kept) = self.collections.get_mut(collection) {
            *kept = Kept { stamp, items, sums: None };
        }
        items
    }

    /// Keeps the sums of a collection whose items are kept.
    pub(super) fn keep_sums(&mut self, collection: usize, stamp: u32, sums: Sums) {
        if let Some(kept) = self.collections.get_mut(collection).filter(|kept| kept.stamp == stamp) {
            kept.sums = Some(sums);
        }
    }
}
