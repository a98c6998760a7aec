//! The pack as it is used: source, program, and what is worked out once at load.

use super::age_index::AgeIndex;
use super::fault::{Fault, Faults, Span};
use super::gates::{GateOf, gates, gates_first};
use super::lang::check::check;
use super::lang::names::BIRTH;
use super::lang::program::{FactSlot, MOST_FACTS, Module, Program};
use super::order::FormOrders;
use super::quiet::quiet;
use super::repeats::tests_that_share;
use super::rule_index::{self, RuleEntry, RuleRun};
use super::scopes::Scopes;
use super::source::{RuleSource, ServiceSource, Source};
use super::time::{TimeIn, time_in_defs};
use super::{FactSet, RuleId, ServiceId, growth_tables};
use crate::fact::{Dictionary, FactId, FactKind, Symbol};
use crate::growth::monthly::Tables;
use crate::person::{Age, Sex};

/// A rule pack, loaded whole and without a fault. Immutable; one is enough for a process.
#[derive(Debug)]
pub struct Pack {
    source: Source,
    pub(crate) program: Program,
    pub(crate) orders: FormOrders,
    pub(crate) scopes: Scopes,
    pub(crate) rule_runs: Vec<RuleRun>,
    pub(crate) runs_by_age: AgeIndex,
    /// Facts in an order in which a gate stands before what it opens.
    pub(crate) gates_first: Vec<FactSlot>,
    /// For each fact the facts whose answers open it.
    pub(crate) gates: Vec<Vec<GateOf>>,
    /// For each fact slot, whether its answer is yes or no.
    pub(crate) is_bool: Vec<bool>,
    /// For each definition in which two tests share a fact, the facts of each test.
    pub(crate) shared: Vec<Vec<FactSet>>,
    /// For each definition, how time enters it.
    time_in: Vec<TimeIn>,
    /// The codes of female and male.
    sexes: [Symbol; 2],
    /// Rules in the order of each ladder.
    pub(crate) ladders: Vec<Vec<RuleEntry>>,
    /// Yes-or-no facts whose "no" can fire nothing.
    pub(crate) quiet: FactSet,
    /// The tables by which the library judges growth.
    pub(super) monthly: Option<Tables>,
    /// Facts that are the two numbers of one blood pressure.
    pub(crate) pressures: Vec<(FactId, FactId)>,
}

impl Pack {
    /// The pack that is built in.
    ///
    /// # Errors
    /// When what was built in does not load, which the tests of the build exclude.
    pub fn embedded() -> Result<Self, Faults> {
        Self::new(Source::embedded()?)
    }

    /// Checks and compiles a pack.
    ///
    /// # Errors
    /// All faults of its expressions; a pack never loads in part.
    pub fn new(source: Source) -> Result<Self, Faults> {
        Self::with_modules(source, &[])
    }

    /// The same for a library that has these modules too.
    pub(crate) fn with_modules(mut source: Source, modules: &[Module]) -> Result<Self, Faults> {
        let mut dictionary = std::mem::take(&mut source.dictionary);
        let names = Source { dictionary: dictionary.clone(), ..source };
        let checked = too_many_facts(&dictionary).and_then(|()| check(&names, &mut dictionary, modules));
        source = Source { dictionary, ..names };
        let monthly = growth_tables::read(&source);
        match checked.and_then(|program| Ok((program, monthly?))) {
            Ok((program, monthly)) => Ok(Self { monthly, ..Self::assemble(source, program) }),
            Err(faults) => Err(Faults::new(faults, source.files)),
        }
    }

    fn assemble(mut source: Source, program: Program) -> Self {
        let sexes = Sex::ALL.map(|sex| source.dictionary.intern(sex.as_str()));
        let is_bool = source.dictionary.iter().map(|(_, fact)| matches!(fact.kind, FactKind::Bool));
        let is_bool: Vec<_> = is_bool.chain([false; BIRTH.len()]).collect();
        let scopes = Scopes::of(&source, &program, &is_bool);
        let gates = gates(&source.dictionary);
        let rule_runs = rule_index::runs(&program, &scopes, &is_bool);
        let ladders = rule_index::ladders(&source, &rule_runs);
        let gates_first = gates_first(&source.dictionary);
        Self {
            quiet: quiet(&program, &is_bool, &gates_first, &gates, &ladders),
            ladders,
            sexes,
            runs_by_age: AgeIndex::of(&rule_runs, &scopes),
            rule_runs,
            is_bool,
            shared: tests_that_share(&program, &gates),
            time_in: time_in_defs(&program),
            gates,
            gates_first,
            orders: FormOrders::of(&source),
            scopes,
            monthly: None,
            pressures: pressures(&source.dictionary),
            program,
            source,
        }
    }

    /// The pack's text, read.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// All facts.
    pub fn dictionary(&self) -> &Dictionary {
        &self.source.dictionary
    }

    /// A rule's texts, action and source.
    pub fn rule(&self, rule: RuleId) -> Option<&RuleSource> {
        self.source.rules.get(usize::from(rule.0))
    }

    /// The rule with this id.
    pub fn find_rule(&self, id: &str) -> Option<RuleId> {
        let found = self.source.rules.binary_search_by(|rule| rule.id.value.as_str().cmp(id)).ok()?;
        u16::try_from(found).ok().map(RuleId)
    }

    /// All rules, in the order of their ids.
    pub fn rules(&self) -> impl Iterator<Item = (RuleId, &RuleSource)> {
        self.source.rules.iter().enumerate().map(|(index, rule)| (RuleId(u16::try_from(index).unwrap_or(u16::MAX)), rule))
    }

    /// The runs of rules whose sex and age are those of a person, in the order of their ids.
    pub(crate) fn runs_for(&self, sex: Sex, age: Age) -> impl Iterator<Item = &RuleRun> {
        self.runs_by_age.places(sex, age).iter().filter_map(|run| self.rule_runs.get(usize::from(*run)))
    }

    /// The rules that time enters in some way, in the order of their ids.
    pub(crate) fn rules_in_time(&self, enters: impl Fn(TimeIn) -> bool) -> impl Iterator<Item = &RuleEntry> {
        let time_in = |entry: &RuleEntry| self.time_in.get(entry.def.index()).copied().unwrap_or_default();
        self.rule_runs.iter().flat_map(|run| &run.rules).filter(move |entry| enters(time_in(entry)))
    }

    /// The service with this code.
    pub fn find_service(&self, code: &str) -> Option<ServiceId> {
        let found = self.source.services.binary_search_by(|service| service.id.value.as_str().cmp(code)).ok()?;
        u16::try_from(found).ok().map(ServiceId)
    }

    /// The code of a service, as `anc.k1`.
    pub fn service_code(&self, service: ServiceId) -> &str {
        self.service(service).map_or("", |service| &service.id.value)
    }

    /// What the pack says of a service.
    pub fn service(&self, service: ServiceId) -> Option<&ServiceSource> {
        self.source.services.get(usize::from(service.0))
    }

    pub(crate) fn sex_code(&self, sex: Sex) -> Symbol {
        let [female, male] = self.sexes;
        if sex == Sex::Male { male } else { female }
    }

    pub(crate) fn slots(&self) -> usize {
        self.dictionary().len() + BIRTH.len()
    }

    /// Whether the answer "no" to a yes-or-no question can fire nothing, also by what then no longer applies.
    pub(crate) fn is_quiet_no(&self, fact: FactId) -> bool {
        self.quiet.contains(FactSlot(fact.0))
    }
}

fn too_many_facts(dictionary: &Dictionary) -> Result<(), Vec<Fault>> {
    let most = MOST_FACTS - BIRTH.len();
    if dictionary.len() <= most {
        return Ok(());
    }
    Err(vec![Fault::new(Span::NONE, format!("this pack has {} facts, but at most {most} are possible", dictionary.len()))])
}

/// A systolic number and the diastolic one of the same reading, by their names.
fn pressures(dictionary: &Dictionary) -> Vec<(FactId, FactId)> {
    let of = |id: &str| dictionary.find(&id.replacen("systolic", "diastolic", 1));
    dictionary.iter().filter(|(_, fact)| fact.id.contains("systolic")).filter_map(|(id, fact)| Some((id, of(&fact.id)?))).collect()
}
