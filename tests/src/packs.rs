//! The pack that is built in, and packs of one rule cut out of it.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use siklus_core::pack::source::Source;
use siklus_core::pack::{Pack, RuleId};
use siklus_core::screening::{Assessment, Scratch, Subject, assess_with};

use crate::limits::{Limits, OF_SERVICES};

/// The pack that is built in, loaded once.
pub fn embedded() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::embedded().unwrap_or_else(|faults| panic!("the pack that is built in does not load:\n{faults}")))
}

/// What the rules of the built-in pack read.
pub fn limits() -> &'static Limits {
    static LIMITS: OnceLock<Limits> = OnceLock::new();
    LIMITS.get_or_init(|| Limits::of(embedded().source()))
}

/// What a rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It fires.
    Fires,
    /// It cannot be decided.
    Undetermined,
    /// It does not fire, or does not concern the person.
    No,
}

/// What a rule says in an assessment.
pub fn state_in(assessment: &Assessment, rule: RuleId) -> State {
    if assessment.findings.iter().any(|finding| finding.rule == rule) {
        State::Fires
    } else if assessment.undetermined.iter().any(|open| open.rule == rule) {
        State::Undetermined
    } else {
        State::No
    }
}

/// A pack with one rule and what it names, so that thousands of people are judged by it in a moment. Facts have the ids that they have in
/// the whole pack; ladders are left out.
pub struct OneRule {
    pack: Pack,
    rule: RuleId,
    scratch: Scratch,
}

impl OneRule {
    /// Cuts a rule out of the built-in pack.
    pub fn new(id: &str) -> Self {
        let source = cut(embedded().source(), &limits().rule(id).names);
        let pack = Pack::new(source).unwrap_or_else(|faults| panic!("`{id}` does not load alone:\n{faults}"));
        let rule = pack.find_rule(id).expect("the rule of the pack");
        Self { pack, rule, scratch: Scratch::new() }
    }

    /// What the rule says of a subject, which may be that of the whole pack.
    pub fn state(&mut self, subject: &Subject) -> State {
        state_in(&assess_with(&self.pack, subject, &mut self.scratch), self.rule)
    }

    /// The pack.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }
}

/// Packs of one rule, each cut when it is first asked for.
#[derive(Default)]
pub struct Rules(HashMap<String, OneRule>);

impl Rules {
    /// The pack of a rule.
    pub fn get(&mut self, id: &str) -> &mut OneRule {
        self.0.entry(id.to_owned()).or_insert_with(|| OneRule::new(id))
    }
}

fn cut(source: &Source, names: &BTreeSet<String>) -> Source {
    let mut cut = source.clone();
    cut.rules.retain(|rule| names.contains(&rule.id.value));
    cut.derived.retain(|derived| names.contains(&derived.id.value));
    cut.lists.retain(|list| names.contains(&list.id.value));
    cut.readings.retain(|readings| names.contains(&readings.id.value));
    cut.tables.retain(|table| names.contains(&table.id.value));
    let groups: BTreeSet<_> = cut.rules.iter().map(|rule| rule.group.clone()).collect();
    cut.groups.retain(|group| groups.contains(&group.id.value));
    if !OF_SERVICES.iter().any(|function| names.contains(*function)) {
        cut.services.clear();
        cut.service_sets.clear();
        cut.schedules.clear();
        cut.spacings.clear();
        cut.series.clear();
    }
    cut.ladders.clear();
    cut.sections.clear();
    cut.forms.clear();
    cut.documents.clear();
    cut.texts.clear();
    cut.canonical.clear();
    cut
}
