//! What each rule of a pack reads, through everything that it names: facts, numbers, ages. Found by its words, not by the checker.

use std::collections::{BTreeMap, BTreeSet};

use siklus_core::fact::{FactId, Number};
use siklus_core::pack::source::{AgeUnit, Cell, Expr, Source, Window};

use crate::rng::Rng;
use crate::words::words;

/// The facts of each index of growth.
const GROWTH: [(&str, &[&str]); 5] = [
    ("wfa", &["weight_kg", "oedema_both_feet"]),
    ("lhfa", &["height_cm"]),
    ("wflh", &["weight_kg", "height_cm", "oedema_both_feet"]),
    ("bfa", &["weight_kg", "height_cm", "oedema_both_feet"]),
    ("hcfa", &["head_circumference_cm"]),
];

/// The functions of services; a rule that names one reads what services rest on.
pub const OF_SERVICES: [&str; 3] = ["service", "services", "doses"];

/// Weights in kg and lengths in cm of children, in tenths.
const MEASURES: [i64; 32] = [
    18, 25, 33, 42, 54, 68, 80, 95, 110, 125, 140, 160, 190, 230, 290, 330, 360, 390, 420, 440, 460, 480, 500, 530, 580, 660, 740, 830,
    920, 1010, 1150, 1350,
];

/// What one rule reads.
#[derive(Clone, Debug, Default)]
pub struct Reads {
    /// The rule, and every rule, derived fact, list, readings and table that it names, directly or through another.
    pub names: BTreeSet<String>,
    /// The facts of the dictionary.
    pub facts: BTreeSet<FactId>,
    /// The facts of the birth, as they are called when they are missing.
    pub birth: BTreeSet<&'static str>,
    /// Every number that stands in an expression or a table.
    pub numbers: BTreeSet<Number>,
    /// The ages of the rules.
    pub windows: Vec<Window>,
    /// Whether an earlier visit can matter.
    pub history: bool,
}

/// What every rule of a pack reads.
#[derive(Debug)]
pub struct Limits {
    rules: BTreeMap<String, Reads>,
    of_facts: BTreeMap<FactId, BTreeSet<Number>>,
    windows: Vec<Window>,
}

impl Limits {
    /// Reads the expressions of a pack.
    pub fn of(source: &Source) -> Self {
        let definitions = definitions(source);
        let rules: BTreeMap<_, _> =
            source.rules.iter().map(|rule| (rule.id.value.clone(), reads(source, &definitions, &rule.id.value))).collect();
        let mut of_facts: BTreeMap<FactId, BTreeSet<Number>> = BTreeMap::new();
        for read in rules.values() {
            for fact in &read.facts {
                of_facts.entry(*fact).or_default().extend(&read.numbers);
            }
        }
        let mut windows: Vec<Window> = Vec::new();
        for window in rules.values().flat_map(|read| &read.windows) {
            if !windows.contains(window) {
                windows.push(*window);
            }
        }
        Self { rules, of_facts, windows }
    }

    /// What a rule reads.
    pub fn rule(&self, id: &str) -> &Reads {
        self.rules.get(id).unwrap_or_else(|| panic!("no rule `{id}`"))
    }

    /// All rules, by their ids.
    pub fn rules(&self) -> impl Iterator<Item = (&str, &Reads)> {
        self.rules.iter().map(|(id, reads)| (id.as_str(), reads))
    }

    /// The numbers of all rules that read a fact.
    pub fn numbers_of(&self, fact: FactId) -> impl Iterator<Item = Number> + '_ {
        self.of_facts.get(&fact).into_iter().flatten().copied()
    }

    /// The ages of all rules, each once.
    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// The ages of one of the rules; those of adults where no rule has an age.
    pub fn any_window(&self, rng: &mut Rng) -> Window {
        rng.pick(&self.windows).copied().unwrap_or(Window { unit: AgeUnit::Years, from: 15, to: Some(45) })
    }
}

/// The expressions, numbers and ages behind a name.
#[derive(Default)]
struct Definition<'s> {
    expressions: Vec<&'s Expr>,
    numbers: Vec<Number>,
    window: Option<Window>,
}

fn definitions(source: &Source) -> BTreeMap<&str, Definition<'_>> {
    let mut found = BTreeMap::new();
    for rule in &source.rules {
        let group = source.groups.iter().find(|group| group.id.value == rule.group);
        let applies = rule.applies.as_ref().or_else(|| group.and_then(|group| group.applies.as_ref()));
        let window = rule.age.or_else(|| group.and_then(|group| group.age));
        let expressions = applies.into_iter().chain([&rule.when]).collect();
        found.insert(rule.id.value.as_str(), Definition { expressions, window, ..Definition::default() });
    }
    for derived in &source.derived {
        let expressions = derived.applies.iter().chain([&derived.value]).collect();
        found.insert(&derived.id.value, Definition { expressions, ..Definition::default() });
    }
    for list in &source.lists {
        found.insert(&list.id.value, Definition { expressions: list.of.iter().collect(), ..Definition::default() });
    }
    for readings in &source.readings {
        let expressions = readings.of.iter().flatten().map(|(_, expr)| expr).collect();
        found.insert(&readings.id.value, Definition { expressions, ..Definition::default() });
    }
    for table in &source.tables {
        let cells = table.rows.iter().flat_map(|row| &row.value);
        let numbers = cells.flat_map(|cell| numbers_of_cell(&cell.value)).collect();
        found.insert(&table.id.value, Definition { numbers, ..Definition::default() });
    }
    for function in OF_SERVICES {
        found.insert(function, Definition { expressions: of_services(source), ..Definition::default() });
    }
    found
}

/// Every condition and value on which services rest.
fn of_services(source: &Source) -> Vec<&Expr> {
    let of_schedules = source.schedules.iter().flat_map(|it| [&it.who, &it.card, &it.class]).flatten();
    let times = source.services.iter().map(|service| &service.timing);
    let own =
        times.flat_map(|it| [&it.who, &it.in_use, &it.done_if].into_iter().flatten().chain(it.every_where.iter().map(|other| &other.when)));
    of_schedules.chain(own).collect()
}

fn numbers_of_cell(cell: &Cell) -> Vec<Number> {
    match cell {
        Cell::Number(number) => vec![*number],
        Cell::Text(text) => text.split("..").filter_map(|part| Number::parse(part.trim_start_matches('<'))).collect(),
    }
}

fn reads(source: &Source, definitions: &BTreeMap<&str, Definition<'_>>, rule: &str) -> Reads {
    let mut reads = Reads::default();
    let mut waiting = vec![rule.to_owned()];
    while let Some(name) = waiting.pop() {
        let Some(definition) = definitions.get(name.as_str()) else { continue };
        if !reads.names.insert(name) {
            continue;
        }
        reads.windows.extend(definition.window);
        reads.numbers.extend(&definition.numbers);
        for expression in &definition.expressions {
            let words = words(&expression.text);
            read_growth(source, &expression.text, &mut reads);
            reads.numbers.extend(words.numbers);
            for path in &words.paths {
                read_path(source, definitions, path, &mut reads, &mut waiting);
            }
        }
    }
    reads
}

/// The facts that the z-scores in an expression are made of, and measures of children of all ages: the limits of z-scores are none of measures.
fn read_growth(source: &Source, expression: &str, reads: &mut Reads) {
    for (index, facts) in GROWTH {
        if expression.contains(&format!("('{index}')")) {
            reads.facts.extend(facts.iter().filter_map(|fact| source.dictionary.find(fact)));
            reads.numbers.extend(MEASURES.iter().filter_map(|tenths| Number::decimal(*tenths, 1)));
        }
    }
}

/// `pregnancy.muac_low` is a rule, `v.weight_kg` a variable and a fact.
fn read_path(source: &Source, definitions: &BTreeMap<&str, Definition<'_>>, path: &str, reads: &mut Reads, waiting: &mut Vec<String>) {
    let parts: Vec<_> = path.split('.').collect();
    let pairs = parts.windows(2).map(|pair| pair.join("."));
    let rules: Vec<_> = pairs.filter(|pair| definitions.contains_key(pair.as_str())).collect();
    match path {
        "birth.weight_kg" => _ = reads.birth.insert("birth.weight_g"),
        "birth.gestation_weeks" => _ = reads.birth.insert("birth.gestation_weeks"),
        _ => {}
    }
    for part in parts {
        reads.history |= matches!(part, "earlier" | "visits");
        reads.facts.extend(source.dictionary.find(part));
        if definitions.contains_key(part) {
            waiting.push(part.to_owned());
        }
    }
    waiting.extend(rules);
}
