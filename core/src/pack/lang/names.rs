//! What every name of a pack stands for.

use std::collections::HashMap;

use super::program::{Context, DefId, FactSlot, ListId, ReadingsId, TableId};
use crate::fact::Dictionary;
use crate::pack::source::Source;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Entry {
    Fact(FactSlot),
    Def(DefId),
    Context(Context),
    List(ListId),
    Readings(ReadingsId),
    Table(TableId),
    /// Index in [`Source::service_sets`].
    ServiceSet(u16),
    Earlier,
    Visits,
    Members,
}

/// The names that the language itself gives to a visit and its person.
const CONTEXT: [(&str, Context); 11] = [
    ("on", Context::On),
    ("born", Context::Born),
    ("sex", Context::Sex),
    ("age_days", Context::AgeDays),
    ("age_months", Context::AgeMonths),
    ("age_years", Context::AgeYears),
    ("stages", Context::Stages),
    ("pregnant", Context::Pregnant),
    ("lmp", Context::Lmp),
    ("gestation", Context::Gestation),
    ("days_since_delivery", Context::DaysSinceDelivery),
];

/// The name of a [`Context`] in the language.
pub(crate) fn context_name(wanted: Context) -> &'static str {
    CONTEXT.iter().find(|(_, context)| *context == wanted).map_or("", |(name, _)| name)
}

/// The names of the two facts of the birth in the language, and what they are called as missing facts.
pub(crate) const BIRTH: [(&str, &str); 2] = [("birth.weight_kg", "birth.weight_g"), ("birth.gestation_weeks", "birth.gestation_weeks")];

/// The slot of the birth weight, behind the last fact.
pub(crate) fn birth_weight(dictionary: &Dictionary) -> FactSlot {
    FactSlot(u16::try_from(dictionary.len()).unwrap_or(u16::MAX))
}

/// The slot of the gestation at birth.
pub(crate) fn birth_gestation(dictionary: &Dictionary) -> FactSlot {
    FactSlot(birth_weight(dictionary).0.saturating_add(1))
}

/// All names of a pack. Rules go by `group.what`.
pub(crate) struct Names<'s> {
    entries: HashMap<&'s str, Entry>,
}

impl<'s> Names<'s> {
    pub(crate) fn new(source: &'s Source) -> Self {
        let mut entries: HashMap<&str, Entry> = CONTEXT.into_iter().map(|(name, context)| (name, Entry::Context(context))).collect();
        entries.extend([("earlier", Entry::Earlier), ("visits", Entry::Visits), ("members", Entry::Members)]);
        for (id, fact) in source.dictionary.iter() {
            entries.insert(&fact.id, Entry::Fact(FactSlot(id.0)));
        }
        let [(weight, _), (gestation, _)] = BIRTH;
        entries.insert(weight, Entry::Fact(birth_weight(&source.dictionary)));
        entries.insert(gestation, Entry::Fact(birth_gestation(&source.dictionary)));
        let derived = source.derived.iter().map(|derived| derived.id.value.as_str());
        let rules = source.rules.iter().map(|rule| rule.id.value.as_str());
        entries.extend(numbered(derived.chain(rules), |index| Entry::Def(DefId(index))));
        entries.extend(numbered(source.lists.iter().map(|list| list.id.value.as_str()), |index| Entry::List(ListId(index))));
        entries.extend(numbered(source.readings.iter().map(|it| it.id.value.as_str()), |index| Entry::Readings(ReadingsId(index))));
        entries.extend(numbered(source.tables.iter().map(|table| table.id.value.as_str()), |index| Entry::Table(TableId(index))));
        entries.extend(numbered(source.service_sets.iter().map(|set| set.id.value.as_str()), Entry::ServiceSet));
        Self { entries }
    }

    pub(crate) fn find(&self, name: &str) -> Option<Entry> {
        self.entries.get(name).copied()
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &'s str> + '_ {
        self.entries.keys().copied()
    }
}

fn numbered<'s>(names: impl Iterator<Item = &'s str>, entry: impl Fn(u16) -> Entry) -> impl Iterator<Item = (&'s str, Entry)> {
    names.enumerate().map(move |(index, name)| (name, entry(u16::try_from(index).unwrap_or(u16::MAX))))
}
