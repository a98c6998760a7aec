//! What was drawn last. An answer touches few sections; the others are taken over as they are, and come out as if all were drawn anew.

use std::sync::{Arc, MutexGuard, PoisonError};

use super::draft::Draft;
use super::judged::JudgedPerson;
use super::layout::LaidOut;
use super::screen::Section;
use super::session::Form;
use crate::fact::FactId;
use crate::pack::lang::program::FactSlot;
use crate::pack::{FactSet, Pack};
use crate::screening::Scratch;

/// The draft that was drawn last, with its sections and what was said of it, and room to judge in.
#[derive(Default)]
pub(super) struct Drawn {
    draft: Draft,
    /// One for each that is laid out, none where nothing is visible; empty before the first screen.
    sections: Vec<Option<Arc<Section>>>,
    /// The person with the answers of the draft; none of a sheet.
    pub(super) judged: Option<JudgedPerson>,
    pub(super) scratch: Scratch,
}

impl Form<'_> {
    pub(super) fn drawn(&self) -> MutexGuard<'_, Drawn> {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drawn {
    /// The visible sections of a draft.
    pub(super) fn sections(&mut self, form: &Form<'_>, draft: &Draft) -> Vec<Arc<Section>> {
        let touched = Touched::between(form.pack, &self.draft, draft);
        let mut last = std::mem::take(&mut self.sections).into_iter();
        let section = |laid_out: &LaidOut| match last.next() {
            Some(drawn) if !touched.meets(laid_out) => drawn,
            _ => form.section(draft, laid_out).map(Arc::new),
        };
        self.sections = form.sections.iter().map(section).collect();
        self.draft = draft.clone();
        self.judged = None;
        self.sections.iter().flatten().cloned().collect()
    }

    /// Takes what was said of the same answers.
    pub(super) fn take_judged(&mut self, draft: &Draft) -> Option<JudgedPerson> {
        self.judged.take_if(|_| self.draft.answers() == draft.answers())
    }
}

/// Where one draft can be drawn in another way than the last.
struct Touched<'p> {
    pack: &'p Pack,
    /// The facts of which something else is recorded.
    changed: FactSet,
    /// The same with all gates before them: what is recorded behind a question decides whether its section answers it with "no".
    with_gates: FactSet,
}

impl<'p> Touched<'p> {
    fn between(pack: &'p Pack, last: &Draft, draft: &Draft) -> Self {
        let changed = draft.changed_since(last);
        let mut with_gates = FactSet::EMPTY;
        changed.iter().for_each(|slot| add_with_gates(pack, slot, &mut with_gates));
        Self { pack, changed, with_gates }
    }

    fn meets(&self, laid_out: &LaidOut) -> bool {
        laid_out.facts.iter().any(|fact| self.with_gates.contains(FactSlot(fact.0)) || self.opens(*fact))
    }

    /// Whether an answer that decides if a question is visible is another.
    fn opens(&self, fact: FactId) -> bool {
        let gates = self.pack.gates.get(usize::from(fact.0)).map(Vec::as_slice).unwrap_or_default();
        gates.iter().any(|gate| self.changed.contains(gate.fact))
    }
}

fn add_with_gates(pack: &Pack, slot: FactSlot, set: &mut FactSet) {
    if set.contains(slot) {
        return;
    }
    set.insert(slot);
    let gates = pack.gates.get(slot.index()).map(Vec::as_slice).unwrap_or_default();
    gates.iter().for_each(|gate| add_with_gates(pack, gate.fact, set));
}
