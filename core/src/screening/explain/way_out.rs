//! `open` and `missing` of a rule: every fact that it waits for, and the shortest way out.

use super::needs::{Need, Waits, Weighed};
use super::sets::SetId;
use crate::pack::lang::program::{DefId, FactSlot};
use crate::pack::{FactRef, FactSet};
use crate::screening::assessment::FactRefs;
use crate::screening::evaluate::{Evaluator, TODAY};

/// Longer ways out are not shortened.
const MOST_SHORTENED: u16 = 5;

impl Evaluator<'_> {
    /// Everything that a rule which is open today waits for, and the shortest way out.
    pub(in crate::screening) fn waits_for(&mut self, def: DefId) -> [FactRefs; 2] {
        let Weighed::Waits(waits) = self.weigh_open_def(def, TODAY) else { return [FactRefs::new(), FactRefs::new()] };
        let scratch = &mut *self.scratch;
        // Whatever waits for something is settled by all that it waits for.
        let missing = way_out(&waits).unwrap_or_else(|| scratch.sets.of(scratch.open.get(waits.open)));
        let missing = self.without_needless(def, missing);
        let fact = |slot: FactSlot| FactRef(slot.0);
        let open = self.scratch.open.get(waits.open).iter().map(|order| fact(order.slot())).collect();
        [open, self.scratch.sets.get(missing).iter().map(|asked| fact(asked.slot())).collect()]
    }

    /// A way out of which no part is enough. Ways are chosen for each part of an expression by itself, and one answer may serve two parts.
    fn without_needless(&mut self, def: DefId, mut missing: SetId) -> SetId {
        let pack = self.pack;
        let tests = pack.shared.get(def.index()).map(Vec::as_slice).unwrap_or_default();
        if tests.is_empty() || !(2..=MOST_SHORTENED).contains(&missing.len()) {
            return missing;
        }
        let mut spare = self.scratch.sets.facts(missing);
        while let Some(slot) = self.asked_last(&spare) {
            spare.remove(slot);
            let mut rest = self.scratch.sets.facts(missing);
            rest.remove(slot);
            if let Some(enough) = self.way_out_within(def, tests, rest) {
                missing = enough;
                spare.keep_only(&self.scratch.sets.facts(missing));
            }
        }
        missing
    }

    /// A way out that asks only these facts.
    fn way_out_within(&mut self, def: DefId, tests: &[FactSet], rest: FactSet) -> Need {
        let closes = |slot| self.open_gates(slot).next().is_some();
        if !tests.iter().any(|test| test.is_within(&rest) || test.meets(&rest) && test.iter().any(closes)) {
            return None;
        }
        self.within = Some(rest);
        let weighed = self.weigh_open_def(def, TODAY);
        self.within = None;
        if let Weighed::Waits(waits) = weighed { way_out(&waits) } else { None }
    }

    fn asked_last(&self, set: &FactSet) -> Option<FactSlot> {
        set.iter().max_by_key(|slot| (self.place(*slot), *slot))
    }
}

/// The cheaper of making it true and making it false, true on a tie.
fn way_out(waits: &Waits) -> Need {
    match (waits.yes, waits.no) {
        (Some(yes), Some(no)) => Some(if no.len() < yes.len() { no } else { yes }),
        (yes, no) => yes.or(no),
    }
}
