//! Working space that one assessment after another reuses.

use super::assessment::{Assessment, Finding, Reason, Undetermined};
use super::evaluate::{Concern, Items, Sums, Whole};
use super::explain::{OpenFacts, Ranges, Sets, Weighed};
use super::kept_items::KeptItems;
use crate::pack::RuleId;
use crate::pack::lang::program::{DefId, NodeId, Operand, Program};
use crate::person::StageSet;

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
    concerns: Vec<(u32, Concern)>,
    kept_items: KeptItems,
    weighed: Vec<(u32, Weighed)>,
    weighed_facts: Vec<(u32, Weighed)>,
    weighed_sums: Vec<(u32, Weighed)>,
    pub(super) sets: Sets,
    pub(super) ranges: Ranges,
    pub(super) open: OpenFacts,
    /// Rules that a higher one of their ladder silences.
    pub(super) silenced: Vec<RuleId>,
    /// Working space for the items of a list.
    pub(super) ways: Vec<Weighed>,
    pub(super) stack: Vec<Operand>,
    pub(super) locals: Vec<(Operand, Option<Origin>)>,
    /// What came out so far.
    pub(super) findings: Vec<Finding>,
    pub(super) undetermined: Vec<Undetermined>,
    /// The reasons of all rules that fired so far.
    pub(super) reasons: Vec<Reason>,
    /// Where those begin of the rule that is being explained.
    pub(super) reasons_from: usize,
    /// The definitions whose inputs stand in the reasons being collected, each at a visit.
    pub(super) with_inputs: Vec<(DefId, u16)>,
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

    /// Makes room for the results of a program at each of some visits, of `scopes` and of `facts`, and forgets the last assessment.
    pub(super) fn begin(&mut self, program: &Program, scopes: usize, visits: usize, facts: usize) {
        let defs = program.defs.len();
        self.stamp = self.stamp.wrapping_add(1);
        if self.stamp == 0 {
            // After four thousand million assessments the old stamps would look new.
            *self = Self { stamp: 1, ..Self::default() };
        }
        grow(&mut self.values, defs * visits, (0, Operand::Absent));
        grow(&mut self.concerns, scopes, (0, Concern::Silent));
        grow(&mut self.weighed, defs, (0, Weighed::Known(Operand::Absent)));
        grow(&mut self.weighed_facts, facts, (0, Weighed::Known(Operand::Absent)));
        grow(&mut self.weighed_sums, program.lists.len(), (0, Weighed::Known(Operand::Absent)));
        self.kept_items.begin(program.lists.len() + program.readings.len());
        self.sets.clear();
        self.ranges.clear();
        self.open.clear();
        self.silenced.clear();
        self.findings.clear();
        self.undetermined.clear();
        self.reasons.clear();
        self.stack.clear();
        self.locals.clear();
    }

    /// What came out. It was gathered where there is room already, so that what is handed out is made once and in its size.
    pub(super) fn assessment(&mut self, stages: StageSet, needs_birth_day: bool) -> Assessment {
        Assessment {
            stages,
            findings: handed_out(&mut self.findings),
            undetermined: handed_out(&mut self.undetermined),
            needs_birth_day,
            reasons: handed_out(&mut self.reasons),
        }
    }

    pub(super) fn value(&self, index: usize) -> Option<&Operand> {
        self.values.get(index).filter(|(stamp, _)| *stamp == self.stamp).map(|(_, operand)| operand)
    }

    pub(super) fn keep_value(&mut self, index: usize, operand: Operand) {
        if let Some(place) = self.values.get_mut(index) {
            *place = (self.stamp, operand);
        }
    }

    /// The items of a collection with a name, if they are kept.
    pub(super) fn kept_items(&self, collection: usize) -> Option<Items> {
        self.kept_items.find(collection, self.stamp)
    }

    /// Takes what lies on the stack from `start` on, and keeps it as the items of a collection with a name.
    pub(super) fn keep_items(&mut self, collection: usize, whole: Whole, start: usize) -> Items {
        let items = self.kept_items.keep(collection, self.stamp, whole, self.stack.get(start..).unwrap_or_default());
        self.stack.truncate(start);
        items
    }

    /// The items themselves.
    pub(super) fn items(&self, items: Items) -> &[Operand] {
        let all = if items.kept { self.kept_items.all() } else { &self.stack };
        all.get(items.start..items.end).unwrap_or_default()
    }

    /// Puts items that are kept on the stack.
    pub(super) fn push_kept_items(&mut self, items: Items) {
        self.stack.extend_from_slice(self.kept_items.all().get(items.start..items.end).unwrap_or_default());
    }

    pub(super) fn kept_sums(&self, collection: usize) -> Option<Sums> {
        self.kept_items.sums(collection, self.stamp)
    }

    pub(super) fn keep_sums(&mut self, collection: usize, sums: Sums) {
        self.kept_items.keep_sums(collection, self.stamp, sums);
    }

    pub(super) fn concern(&self, scope: usize) -> Option<Concern> {
        self.concerns.get(scope).filter(|(stamp, _)| *stamp == self.stamp).map(|(_, concern)| *concern)
    }

    pub(super) fn keep_concern(&mut self, scope: usize, concern: Concern) {
        if let Some(place) = self.concerns.get_mut(scope) {
            *place = (self.stamp, concern);
        }
    }

    pub(super) fn weighed(&self, index: usize) -> Option<Weighed> {
        self.weighed.get(index).filter(|(stamp, _)| *stamp == self.stamp).map(|(_, weighed)| *weighed)
    }

    pub(super) fn keep_weighed(&mut self, index: usize, weighed: Weighed) {
        if let Some(place) = self.weighed.get_mut(index) {
            *place = (self.stamp, weighed);
        }
    }

    /// What the sum of a list with a name waits for.
    pub(super) fn weighed_sum(&self, list: usize) -> Option<Weighed> {
        self.weighed_sums.get(list).filter(|(stamp, _)| *stamp == self.stamp).map(|(_, weighed)| *weighed)
    }

    pub(super) fn keep_weighed_sum(&mut self, list: usize, weighed: Weighed) {
        if let Some(place) = self.weighed_sums.get_mut(list) {
            *place = (self.stamp, weighed);
        }
    }

    pub(super) fn weighed_fact(&self, slot: usize) -> Option<Weighed> {
        self.weighed_facts.get(slot).filter(|(stamp, _)| *stamp == self.stamp).map(|(_, weighed)| *weighed)
    }

    pub(super) fn keep_weighed_fact(&mut self, slot: usize, weighed: Weighed) {
        if let Some(place) = self.weighed_facts.get_mut(slot) {
            *place = (self.stamp, weighed);
        }
    }
}

fn handed_out<T>(gathered: &mut Vec<T>) -> Vec<T> {
    let mut all = Vec::with_capacity(gathered.len());
    all.append(gathered);
    all
}

fn grow<T: Clone>(list: &mut Vec<T>, length: usize, empty: T) {
    if list.len() < length {
        list.resize(length, empty);
    }
}
