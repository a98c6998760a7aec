//! Whom rules and derived facts concern. Most rules share that with their group, so each such clause stands once.

use super::glance::{Glance, Glances};
use super::lang::program::{Applies, DefId, Program};
use super::source::Source;
use crate::person::{Age, Sex};

/// Index of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ScopeId(u16);

impl ScopeId {
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The clauses, and which one each definition has.
#[derive(Debug, Default)]
pub(crate) struct Scopes {
    clauses: Vec<Applies>,
    /// What shows of the condition of each.
    glances: Vec<Glance>,
    of: Vec<ScopeId>,
}

impl Scopes {
    pub(crate) fn of(source: &Source, program: &Program, is_bool: &[bool]) -> Self {
        let (mut scopes, glances) = (Self::default(), Glances { program, is_bool });
        let mut texts: Vec<Option<&str>> = Vec::new();
        for (def, text) in program.defs.iter().zip(texts_of(source)) {
            // Neighbours share most, so the newest are looked at first.
            let same =
                |(clause, other): (&Applies, &Option<&str>)| (clause.age, clause.sex) == (def.scope.age, def.scope.sex) && *other == text;
            let found = scopes.clauses.iter().zip(&texts).rposition(same);
            let index = found.unwrap_or_else(|| {
                scopes.clauses.push(def.scope.clone());
                scopes.glances.push(def.scope.when.map_or(Glance::Deeper, |when| glances.of(when)));
                texts.push(text);
                texts.len() - 1
            });
            scopes.of.push(ScopeId(u16::try_from(index).unwrap_or(u16::MAX)));
        }
        scopes
    }

    /// How many different clauses there are.
    pub(crate) fn len(&self) -> usize {
        self.clauses.len()
    }

    /// The clause of a definition.
    pub(crate) fn scope(&self, def: DefId) -> Option<ScopeId> {
        self.of.get(def.index()).copied()
    }

    /// Whether a clause concerns people of this sex and age, as far as these two go.
    pub(crate) fn admits(&self, scope: ScopeId, sex: Sex, age: Age) -> bool {
        let admits = |clause: &Applies| clause.sex.is_none_or(|of| of == sex) && clause.age.is_none_or(|window| window.holds(age));
        self.clause(scope).is_some_and(admits)
    }

    /// Whether a clause concerns people of one of two ages and not those of the other, as far as age goes.
    pub(crate) fn tell_apart(&self, one: Age, other: Age) -> bool {
        self.clauses.iter().filter_map(|clause| clause.age).any(|window| window.holds(one) != window.holds(other))
    }

    pub(crate) fn glance(&self, scope: ScopeId) -> &Glance {
        self.glances.get(scope.index()).unwrap_or(&Glance::Deeper)
    }

    pub(crate) fn clause(&self, scope: ScopeId) -> Option<&Applies> {
        self.clauses.get(scope.index())
    }
}

/// The text of the `applies` clause of each definition, in the order of the program: derived facts, then rules. Equal texts mean the
/// same, for such a clause sees no variables.
fn texts_of(source: &Source) -> impl Iterator<Item = Option<&str>> {
    let derived = source.derived.iter().map(|derived| derived.applies.as_ref());
    let rules = source.rules.iter().map(|rule| {
        let group = || source.groups.iter().find(|group| group.id.value == rule.group);
        rule.applies.as_ref().or_else(|| group()?.applies.as_ref())
    });
    derived.chain(rules).map(|applies| applies.map(|applies| applies.text.as_str()))
}
