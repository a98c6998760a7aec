//! What a pack speaks of, and how it is called.

use super::Pack;
use super::lang::names::{BIRTH, birth_gestation, birth_weight, context_name};
use super::lang::program::{Context, Def, DefId, DefKind, FactSlot, ListId, ReadingsId, Test, TestId};
use crate::fact::FactId;
use crate::growth::Index;

/// A rule of a pack; the order is that of the ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub(crate) u16);

/// A fact that a rule waits for: one of the dictionary, or one of the birth (`birth.weight_g`, `birth.gestation_weeks`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactRef(pub(crate) u16);

impl FactRef {
    /// A fact of the dictionary.
    pub fn of(fact: FactId) -> Self {
        Self(fact.0)
    }
}

/// A service of a pack; the order is that of the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceId(pub u16);

/// What a reason is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// A fact of the dictionary or of the birth.
    Fact(FactRef),
    /// A derived fact.
    Derived(u16),
    /// A rule.
    Rule(RuleId),
    /// Something of the visit and its person, as `age_months`.
    Context(ContextName),
    /// A list, as an instrument.
    List(u16),
    /// The ways or times in which one thing was recorded.
    Readings(u16),
    /// What has no name: the left side of a comparison.
    Calculation(TestId),
    /// A z-score.
    Growth(Index),
    /// A service, or a dose of it that was received.
    Service(ServiceId),
    /// An item of a list.
    Item {
        /// The list.
        list: u16,
        /// Its place in the list, from 0.
        place: u16,
    },
}

/// What the language knows of a visit beside its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContextName(pub(crate) Context);

impl Pack {
    /// What a fact that a rule waits for is called: its id, or `birth.weight_g` or `birth.gestation_weeks`.
    pub fn fact_name(&self, fact: FactRef) -> &str {
        let slot = FactSlot(fact.0);
        let [(_, weight), (_, gestation)] = BIRTH;
        if slot == birth_weight(self.dictionary()) {
            weight
        } else if slot == birth_gestation(self.dictionary()) {
            gestation
        } else {
            &self.dictionary().get(FactId(fact.0)).id
        }
    }

    /// The fact of the dictionary; none for the facts of the birth.
    pub fn fact_id(&self, fact: FactRef) -> Option<FactId> {
        (usize::from(fact.0) < self.dictionary().len()).then_some(FactId(fact.0))
    }

    /// What the language calls something.
    pub fn name(&self, name: Name) -> &str {
        let found = match name {
            Name::Fact(fact) => return self.language_name(fact),
            Name::Context(context) => return context_name(context.0),
            Name::Growth(index) => return index.as_str(),
            Name::Service(service) => return self.service_code(service),
            Name::Derived(index) => self.source().derived.get(usize::from(index)).map(|derived| &*derived.id.value),
            Name::Rule(rule) => self.rule(rule).map(|rule| &*rule.id.value),
            Name::List(index) => self.source().lists.get(usize::from(index)).map(|list| &*list.id.value),
            Name::Readings(index) => self.source().readings.get(usize::from(index)).map(|readings| &*readings.id.value),
            Name::Calculation(test) => self.test(test).map(|test| &*test.of),
            Name::Item { list, place } => {
                self.program.lists.get(usize::from(list)).and_then(|list| list.names.get(usize::from(place))).map(|name| &**name)
            }
        };
        found.unwrap_or_default()
    }

    fn language_name(&self, fact: FactRef) -> &str {
        let [(weight, _), (gestation, _)] = BIRTH;
        match self.fact_name(fact) {
            "birth.weight_g" => weight,
            "birth.gestation_weeks" => gestation,
            name => name,
        }
    }

    /// A comparison in readable form, or its negation.
    pub fn test_text(&self, test: TestId, negated: bool) -> &str {
        self.test(test).map(|test| if negated { &*test.negated } else { &*test.plain }).unwrap_or_default()
    }

    fn test(&self, test: TestId) -> Option<&Test> {
        self.program.tests.get(usize::from(test.0))
    }

    pub(crate) fn def_of(&self, rule: RuleId) -> DefId {
        // Derived facts stand before the rules.
        DefId(u16::try_from(self.source().derived.len()).unwrap_or(u16::MAX).saturating_add(rule.0))
    }

    pub(crate) fn def(&self, def: DefId) -> Option<&Def> {
        self.program.defs.get(def.index())
    }

    pub(crate) fn name_of_def(&self, def: DefId) -> Name {
        match self.def(def).map(|def| def.kind) {
            Some(DefKind::Rule(index)) => Name::Rule(RuleId(index)),
            Some(DefKind::Derived(index)) => Name::Derived(index),
            None => Name::Derived(u16::MAX),
        }
    }

    pub(crate) fn name_of_list(list: ListId) -> Name {
        Name::List(list.0)
    }

    pub(crate) fn name_of_readings(readings: ReadingsId) -> Name {
        Name::Readings(readings.0)
    }
}
