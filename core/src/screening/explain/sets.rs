//! The sets of facts of one assessment, each kept once and passed around by number.

use crate::screening::FactSet;

/// A set of [`Sets`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screening) struct SetId(u32);

impl SetId {
    pub(in crate::screening) const EMPTY: Self = Self(0);
}

#[derive(Default)]
pub(in crate::screening) struct Sets {
    sets: Vec<(FactSet, u32)>,
}

impl Sets {
    pub(in crate::screening) fn clear(&mut self) {
        self.sets.clear();
        self.sets.push((FactSet::EMPTY, 0));
    }

    pub(in crate::screening) fn get(&self, id: SetId) -> &FactSet {
        const EMPTY: &FactSet = &FactSet::EMPTY;
        self.sets.get(id.0 as usize).map_or(EMPTY, |(set, _)| set)
    }

    pub(in crate::screening) fn len(&self, id: SetId) -> u32 {
        self.sets.get(id.0 as usize).map_or(0, |(_, len)| *len)
    }

    pub(in crate::screening) fn keep(&mut self, set: FactSet) -> SetId {
        let len = set.len();
        if len == 0 {
            return SetId::EMPTY;
        }
        self.sets.push((set, len));
        SetId(u32::try_from(self.sets.len() - 1).unwrap_or(0))
    }

    pub(in crate::screening) fn union(&mut self, left: SetId, right: SetId) -> SetId {
        if left == right || right == SetId::EMPTY {
            return left;
        }
        if left == SetId::EMPTY {
            return right;
        }
        let union = self.get(left).with(self.get(right));
        self.keep(union)
    }
}
