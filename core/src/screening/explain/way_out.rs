//! `open` and `missing` of a rule: every fact that it waits for, and the shortest way out.

use super::needs::{Need, Waits, Weighed};
use super::sets::{Asked, SetId};
use crate::pack::FactSet;
use crate::pack::lang::program::{DefId, FactSlot};
use crate::screening::evaluate::{Evaluator, TODAY};

/// Longer ways out are not shortened.
const MOST_SHORTENED: u16 = 5;

impl Evaluator<'_> {
    /// Everything that a rule which is open today waits for, and the shortest way out.
    pub(in crate::screening) fn waits_for(&mut self, def: DefId) -> (&[Asked], &[Asked]) {
        let (open, missing) = match self.weigh_def(def, TODAY) {
            Weighed::Waits(waits) => {
                // Whatever waits for something is settled by all that it waits for.
                let missing = self.way_out(&waits).unwrap_or(waits.open);
                (waits.open, self.without_needless(def, missing))
            }
            Weighed::Known(_) => (SetId::EMPTY, SetId::EMPTY),
        };
        (self.scratch.sets.get(open), self.scratch.sets.get(missing))
    }

    /// The cheaper of making it true and making it false, true on a tie.
    fn way_out(&self, waits: &Waits) -> Need {
        match (waits.yes, waits.no) {
            (Some(yes), Some(no)) => Some(if no.len() < yes.len() { no } else { yes }),
            (yes, no) => yes.or(no),
        }
    }

    /// A way out of which no part is enough. Ways are chosen for each part of an expression by itself, and one answer may serve two parts.
    fn without_needless(&mut self, def: DefId, mut missing: SetId) -> SetId {
        if !(2..=MOST_SHORTENED).contains(&missing.len()) {
            return missing;
        }
        let mut spare = self.scratch.sets.facts(missing);
        while let Some(slot) = self.asked_last(&spare) {
            spare.remove(slot);
            let mut rest = self.scratch.sets.facts(missing);
            rest.remove(slot);
            if let Some(enough) = self.way_out_within(def, rest) {
                missing = enough;
                spare.keep_only(&self.scratch.sets.facts(missing));
            }
        }
        missing
    }

    /// A way out that asks only these facts.
    fn way_out_within(&mut self, def: DefId, rest: FactSet) -> Need {
        let tests = self.pack.shared.get(def.index())?;
        let closes = |slot| self.gates(slot).iter().any(|gate| self.is_open(gate.fact));
        if !tests.iter().any(|test| test.is_within(&rest) || test.meets(&rest) && test.iter().any(closes)) {
            return None;
        }
        self.within = Some(rest);
        let weighed = self.weigh_def(def, TODAY);
        self.within = None;
        if let Weighed::Waits(waits) = weighed { self.way_out(&waits) } else { None }
    }

    fn asked_last(&self, set: &FactSet) -> Option<FactSlot> {
        set.iter().max_by_key(|slot| (self.place(*slot), *slot))
    }
}
