//! The pack as it is used: source, program, and what is worked out once at load.

use super::age_index::AgeIndex;
use super::fault::{Fault, Faults, Span};
use super::growth_tables;
use super::lang::check::check;
use super::lang::names::{BIRTH, birth_gestation, birth_weight, context_name};
use super::lang::program::{Context, Def, DefId, DefKind, FactSlot, ListId, MOST_FACTS, Module, Program, ReadingsId, Test, TestId};
use super::order::FormOrders;
use super::quiet::quiet;
use super::repeats::tests_that_share;
use super::rule_index::{self, RuleEntry, RuleRun};
use super::scopes::Scopes;
use super::source::{RuleSource, ServiceSource, Source};
use super::time::{TimeIn, time_in_defs};
use super::{Answers, FactSet};
use crate::fact::{Dictionary, FactId, FactKind, Gate, Symbol};
use crate::growth::Index;
use crate::growth::monthly::Tables;
use crate::person::{Age, Sex};

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
        let sexes = [Sex::Female, Sex::Male].map(|sex| source.dictionary.intern(sex.as_str()));
        let is_bool = source.dictionary.iter().map(|(_, fact)| matches!(fact.kind, FactKind::Bool));
        let is_bool: Vec<_> = is_bool.chain([false; BIRTH.len()]).collect();
        let scopes = Scopes::of(&source, &program, &is_bool);
        let gates: Vec<Vec<_>> =
            source.dictionary.iter().map(|(_, fact)| fact.gates.iter().map(|it| gate(&source.dictionary, it)).collect()).collect();
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
            Name::Derived(index) => self.source.derived.get(usize::from(index)).map(|derived| &*derived.id.value),
            Name::Rule(rule) => self.rule(rule).map(|rule| &*rule.id.value),
            Name::List(index) => self.source.lists.get(usize::from(index)).map(|list| &*list.id.value),
            Name::Readings(index) => self.source.readings.get(usize::from(index)).map(|readings| &*readings.id.value),
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

    pub(crate) fn sex_code(&self, sex: Sex) -> Symbol {
        let [female, male] = self.sexes;
        if sex == Sex::Male { male } else { female }
    }

    pub(crate) fn slots(&self) -> usize {
        self.dictionary().len() + BIRTH.len()
    }

    pub(crate) fn def_of(&self, rule: RuleId) -> DefId {
        // Derived facts stand before the rules.
        DefId(u16::try_from(self.source.derived.len()).unwrap_or(u16::MAX).saturating_add(rule.0))
    }

    /// Whether the answer "no" to a yes-or-no question can fire nothing, also by what then no longer applies.
    pub(crate) fn is_quiet_no(&self, fact: FactId) -> bool {
        self.quiet.contains(FactSlot(fact.0))
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

/// A fact whose answer opens another one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GateOf {
    pub fact: FactSlot,
    pub opens: Option<Answers>,
    pub closes: Option<Answers>,
}

fn gate(dictionary: &Dictionary, gate: &Gate) -> GateOf {
    let (opens, closes) = Answers::of_gate(gate, dictionary.get(gate.fact));
    GateOf { fact: FactSlot(gate.fact.0), opens, closes }
}

fn too_many_facts(dictionary: &Dictionary) -> Result<(), Vec<Fault>> {
    let most = MOST_FACTS - BIRTH.len();
    if dictionary.len() <= most {
        return Ok(());
    }
    Err(vec![Fault::new(Span::NONE, format!("this pack has {} facts, but at most {most} are possible", dictionary.len()))])
}

/// Facts in an order in which a gate stands before what it opens. The reader has refused cycles of gates.
fn gates_first(dictionary: &Dictionary) -> Vec<FactSlot> {
    fn visit(dictionary: &Dictionary, fact: FactId, done: &mut Vec<bool>, order: &mut Vec<FactSlot>) {
        let Some(seen) = done.get_mut(usize::from(fact.0)) else { return };
        if std::mem::replace(seen, true) {
            return;
        }
        for gate in &dictionary.get(fact).gates {
            visit(dictionary, gate.fact, done, order);
        }
        order.push(FactSlot(fact.0));
    }
    let mut done = vec![false; dictionary.len()];
    let mut order = Vec::with_capacity(dictionary.len());
    for (fact, _) in dictionary.iter() {
        visit(dictionary, fact, &mut done, &mut order);
    }
    order
}

/// A systolic number and the diastolic one of the same reading, by their names.
fn pressures(dictionary: &Dictionary) -> Vec<(FactId, FactId)> {
    let of = |id: &str| dictionary.find(&id.replacen("systolic", "diastolic", 1));
    dictionary.iter().filter(|(_, fact)| fact.id.contains("systolic")).filter_map(|(id, fact)| Some((id, of(&fact.id)?))).collect()
}
