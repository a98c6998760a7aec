//! The items of lists and readings today, once a rule has asked for them.

use super::evaluate::Whole;
use crate::pack::lang::program::Operand;

/// Where the items of one collection lie.
#[derive(Clone, Copy)]
struct Place {
    /// Of the assessment that put them there.
    stamp: u32,
    start: usize,
    end: usize,
    whole: Whole,
}

/// Working space for the items of all collections that have a name.
#[derive(Default)]
pub(super) struct KeptItems {
    places: Vec<Place>,
    items: Vec<Operand>,
}

impl KeptItems {
    /// Makes room for some collections and forgets all items.
    pub(super) fn begin(&mut self, collections: usize) {
        if self.places.len() < collections {
            self.places.resize(collections, Place { stamp: 0, start: 0, end: 0, whole: Whole::Absent });
        }
        self.items.clear();
    }

    /// The items of a collection, if they are kept.
    pub(super) fn find(&self, collection: usize, stamp: u32) -> Option<(Whole, &[Operand])> {
        let place = self.places.get(collection).filter(|place| place.stamp == stamp)?;
        Some((place.whole, self.items.get(place.start..place.end)?))
    }

    pub(super) fn keep(&mut self, collection: usize, stamp: u32, whole: Whole, items: &[Operand]) {
        if let Some(place) = self.places.get_mut(collection) {
            let start = self.items.len();
            self.items.extend_from_slice(items);
            *place = Place { stamp, start, end: self.items.len(), whole };
        }
    }
}
