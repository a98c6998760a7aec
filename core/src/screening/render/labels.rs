//! Names in words.

use super::Renderer;
use crate::pack::{FactRef, Name};

/// The day of the visit itself. Reasons of an earlier visit tell its day anyway.
const ON: &str = "on";

impl Renderer<'_> {
    /// What a cadre calls it; none for what has no name on a screen.
    pub(super) fn label(&self, name: Name) -> Option<String> {
        let source = self.pack.source();
        let text = match name {
            Name::Fact(fact) => return self.fact_label(fact),
            Name::Context(_) => return self.context_label(self.pack.name(name)),
            Name::Growth(_) => return self.context_label(self.pack.name(name)),
            Name::Item { .. } => return self.item_label(self.pack.name(name)),
            // Its inputs follow, and they have names.
            Name::Calculation(_) => None,
            Name::Derived(index) => source.derived.get(usize::from(index)).and_then(|derived| derived.label.as_ref()),
            Name::List(index) => source.lists.get(usize::from(index)).and_then(|list| list.title.as_ref()),
            Name::Readings(index) => source.readings.get(usize::from(index)).and_then(|readings| readings.label.as_ref()),
            Name::Rule(rule) => self.pack.rule(rule).map(|rule| &rule.title),
            Name::Service(service) => self.pack.service(service).map(|service| &service.name),
        };
        text.map(|text| self.words.local(text).to_owned())
    }

    /// What the question for a fact is called.
    pub fn fact_label(&self, fact: FactRef) -> Option<String> {
        let label = match self.pack.fact_id(fact) {
            Some(fact) => self.words.local(&self.pack.dictionary().get(fact).label),
            None => self.words.say(&format!("name_{}", self.pack.fact_name(fact).replace('.', "_"))),
        };
        Some(label.to_owned()).filter(|label| !label.is_empty())
    }

    fn context_label(&self, name: &str) -> Option<String> {
        let label = self.words.say(&format!("name_{name}"));
        Some(label.to_owned()).filter(|label| name != ON && !label.is_empty())
    }

    /// An item of a list is named after the fact, derived fact or rule that it consists of, or of which it is the opposite. A longer
    /// expression has no name.
    fn item_label(&self, expression: &str) -> Option<String> {
        if let Some(opposite) = expression.strip_prefix('!') {
            let name = self.item_label(opposite)?;
            return Some(self.words.fill("reason", &[("name", &name), ("value", self.words.say("is_no"))]));
        }
        if let Some(fact) = self.pack.dictionary().find(expression) {
            return self.fact_label(FactRef::of(fact));
        }
        if let Some(rule) = self.pack.find_rule(expression) {
            return self.label(Name::Rule(rule));
        }
        let derived = self.pack.source().derived.iter().zip(0..).find(|(derived, _)| derived.id.value == expression);
        derived.and_then(|(_, index)| self.label(Name::Derived(index)))
    }
}
