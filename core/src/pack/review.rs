//! What loads, but cannot be meant: things that nothing uses or asks, ladders that contradict each other, scores without a meaning.
//!
//! A pack with one of these judges correctly what it judges, so loading does not refuse it; `siklus pack check` does.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::compiled::Pack;
use super::fault::Fault;
use super::lang::program::Node;
use super::lang::walk::Walk;
use super::source::{BandSource, FormSource, ListSource, Located, Source};
use crate::fact::FactScope;
use crate::person::LifeStage;

impl Pack {
    /// Everything in the pack that loads but cannot be meant, in the order of its places.
    pub fn review(&self) -> Vec<Fault> {
        let source = self.source();
        let mut faults = self.unused();
        faults.extend(self.growth_tables_lacking());
        faults.extend(self.faults_of_card());
        faults.extend(self.faults_of_texts());
        faults.extend(rules_in_two_ladders(source));
        faults.extend(stages_without_form(source));
        faults.extend(self.facts_never_asked());
        faults.extend(source.forms.iter().flat_map(|form| self.gates_asked_late(form)));
        faults.extend(source.lists.iter().flat_map(bands));
        faults.sort_by_key(|fault| fault.span);
        faults
    }

    /// Derived facts, lists, readings and tables that no rule and no schedule reads, directly or through others, nor the library itself.
    fn unused(&self) -> Vec<Fault> {
        let source = self.source();
        let used = self.used();
        let fault = |kind: &'static str, index: usize, id: &Located<String>| {
            let unused = !used.contains(&(kind, index));
            unused
                .then(|| Fault::new(id.span, format!("no rule and no schedule uses `{}`", id.value)).help("delete it, or use it in a rule"))
        };
        let derived = source.derived.iter().enumerate().filter_map(|(index, it)| fault("derived", index, &it.id));
        // An instrument is a form of its own, also where no rule counts its score.
        let lists = source.lists.iter().enumerate().filter(|(_, list)| !list.scored).filter_map(|(index, it)| fault("list", index, &it.id));
        let readings = source.readings.iter().enumerate().filter_map(|(index, it)| fault("readings", index, &it.id));
        let tables = source.tables.iter().enumerate().filter(|(_, it)| !Self::is_read_by_library(&it.id.value));
        let tables = tables.filter_map(|(index, it)| fault("table", index, &it.id));
        derived.chain(lists).chain(readings).chain(tables).collect()
    }

    /// What rules and schedules read.
    fn used(&self) -> HashSet<(&'static str, usize)> {
        let mut used = HashSet::new();
        let mut walk = Walk::new(&self.program);
        let mut note = |node| {
            used.extend(match node {
                Node::Def(def) => Some(("derived", def.index())),
                Node::List(list) => Some(("list", list.index())),
                Node::Readings(readings) => Some(("readings", readings.index())),
                Node::Lookup { table, .. } => Some(("table", table.index())),
                _ => None,
            });
        };
        self.rules().for_each(|(rule, _)| walk.def(self.def_of(rule), &mut note));
        self.program.plans.all_conditions().for_each(|condition| walk.node(condition, &mut note));
        used
    }

    /// A fact that no form asks stays open for ever, and with it every rule on it.
    fn facts_never_asked(&self) -> Vec<Fault> {
        let source = self.source();
        let asked: HashSet<_> = source.sections.iter().flat_map(|section| &section.facts).map(|fact| fact.value.as_str()).collect();
        let facts = self.dictionary().iter().filter(|(_, fact)| !asked.contains(&*fact.id));
        let place = source.forms.first().map_or(super::fault::Span::NONE, |form| form.id.span);
        facts
            .map(|(_, fact)| Fault::new(place, format!("no form asks the fact `{}`", fact.id)).help("put it in a section of a form"))
            .collect()
    }

    /// A question whose gate comes after it would be asked of everyone.
    fn gates_asked_late(&self, form: &FormSource) -> Vec<Fault> {
        let source = self.source();
        let sections = form.sections.iter().filter_map(|id| source.sections.iter().find(|section| section.id.value == id.value));
        let facts: Vec<_> = sections.flat_map(|section| &section.facts).collect();
        let places: HashMap<_, _> = facts.iter().enumerate().rev().map(|(place, fact)| (fact.value.as_str(), place)).collect();
        let late = facts.iter().enumerate().flat_map(|(place, fact)| {
            let definition = self.dictionary().find(&fact.value).map(|id| self.dictionary().get(id));
            let gates = definition.map(|definition| definition.gates.as_slice()).unwrap_or_default();
            let gates = gates.iter().map(|gate| self.dictionary().get(gate.fact));
            let late = gates.filter(|gate| gate.scope != FactScope::Area && places.get(&*gate.id).is_some_and(|gate| *gate > place));
            late.map(|gate| (fact.span, fact.value.clone(), gate.id.clone())).collect::<Vec<_>>()
        });
        let words =
            |fact: &str, gate: &str| format!("form `{}` asks `{fact}` before `{gate}`, which decides whether it applies", form.id.value);
        late.map(|(span, fact, gate)| Fault::new(span, words(&fact, &gate)).help("ask the gate first")).collect()
    }
}

fn rules_in_two_ladders(source: &Source) -> Vec<Fault> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for ladder in &source.ladders {
        for rule in &ladder.order {
            if let Some(other) = seen.insert(&rule.value, &ladder.id.value) {
                let message = format!("`{}` stands in this ladder and in `{other}`", rule.value);
                faults.push(Fault::new(rule.span, message).help("one ladder decides over a rule"));
            }
        }
    }
    faults
}

fn stages_without_form(source: &Source) -> Vec<Fault> {
    let place = source.forms.first().map_or(super::fault::Span::NONE, |form| form.id.span);
    let has_form = |stage: &LifeStage| source.forms.iter().any(|form| form.id.value == stage.as_str());
    let without = LifeStage::ALL.into_iter().filter(|stage| !has_form(stage) && !source.forms.is_empty());
    without
        .map(|stage| Fault::new(place, format!("the life stage `{}` has no form", stage.as_str())).help("add [form.<life stage>]"))
        .collect()
}

/// The bands of an instrument must follow each other without a gap.
fn bands(list: &ListSource) -> Vec<Fault> {
    let mut bands: Vec<&Located<BandSource>> = list.bands.iter().collect();
    bands.sort_by_key(|band| band.value.min);
    let pairs = bands.iter().zip(bands.iter().skip(1));
    let gaps = pairs.filter(|(band, next)| band.value.max + 1 < next.value.min);
    gaps.map(|(band, next)| {
        let message = format!("between {} and {} this score has no band", band.value.max, next.value.min);
        Fault::new(next.span, message).help("let each band begin one above the end of the one before it")
    })
    .collect()
}
