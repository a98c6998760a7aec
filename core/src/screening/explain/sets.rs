//! The sets of facts of one assessment, each kept once and passed around by number.

use crate::pack::FactSet;
use crate::pack::lang::program::FactSlot;

/// A set of [`Sets`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screening) struct SetId(u32);

impl SetId {
    pub(in crate::screening) const EMPTY: Self = Self(0);
}

/// Facts to ask, and which of the yes-or-no facts among them must be answered yes or no.
#[derive(Clone, Copy, Default)]
struct Asked {
    facts: FactSet,
    yes: FactSet,
    no: FactSet,
    len: u32,
}

#[derive(Default)]
pub(in crate::screening) struct Sets {
    sets: Vec<Asked>,
}

impl Sets {
    pub(in crate::screening) fn clear(&mut self) {
        self.sets.clear();
        self.sets.push(Asked::default());
    }

    pub(in crate::screening) fn get(&self, id: SetId) -> &FactSet {
        const EMPTY: &FactSet = &FactSet::EMPTY;
        self.sets.get(id.0 as usize).map_or(EMPTY, |asked| &asked.facts)
    }

    pub(in crate::screening) fn len(&self, id: SetId) -> u32 {
        self.sets.get(id.0 as usize).map_or(0, |asked| asked.len)
    }

    /// Facts, whatever their answers.
    pub(in crate::screening) fn all(&mut self, facts: FactSet) -> SetId {
        self.keep(Asked { facts, ..Asked::default() })
    }

    /// One fact, whatever its answer.
    pub(in crate::screening) fn one(&mut self, slot: FactSlot) -> SetId {
        self.all(FactSet::of(slot))
    }

    /// One yes-or-no fact, with its answer.
    pub(in crate::screening) fn answered(&mut self, slot: FactSlot, answer: bool) -> SetId {
        let facts = FactSet::of(slot);
        let (yes, no) = if answer { (facts, FactSet::EMPTY) } else { (FactSet::EMPTY, facts) };
        self.keep(Asked { facts, yes, no, len: 0 })
    }

    /// The same facts, whatever their answers.
    pub(in crate::screening) fn whatever(&mut self, id: SetId) -> SetId {
        let facts = *self.get(id);
        self.all(facts)
    }

    /// The facts of both, whatever their answers.
    pub(in crate::screening) fn union(&mut self, left: SetId, right: SetId) -> SetId {
        if left == right || right == SetId::EMPTY {
            return left;
        }
        if left == SetId::EMPTY {
            return right;
        }
        let facts = self.get(left).with(self.get(right));
        self.all(facts)
    }

    /// The facts and answers of both; none when they would have to answer one fact both ways.
    pub(in crate::screening) fn join(&mut self, left: SetId, right: SetId) -> Option<SetId> {
        if left == right || right == SetId::EMPTY {
            return Some(left);
        }
        if left == SetId::EMPTY {
            return Some(right);
        }
        let (a, b) = (self.sets.get(left.0 as usize)?, self.sets.get(right.0 as usize)?);
        let (yes, no) = (a.yes.with(&b.yes), a.no.with(&b.no));
        let joined = Asked { facts: a.facts.with(&b.facts), yes, no, len: 0 };
        (!yes.meets(&no)).then(|| self.keep(joined))
    }

    fn keep(&mut self, mut asked: Asked) -> SetId {
        asked.len = asked.facts.len();
        if asked.len == 0 {
            return SetId::EMPTY;
        }
        self.sets.push(asked);
        SetId(u32::try_from(self.sets.len() - 1).unwrap_or(0))
    }
}
