//! The real inputs that are changed.

use siklus_core::pack::source::{Expr, Source};

use super::small_pack::{Entries, SmallPack};
use crate::files::{files, text};
use crate::packs::{embedded, limits};
use crate::rng::Rng;

/// So many rules are cut out as small packs, and so many case files are read, spread over all of them.
const SMALL_PACKS: usize = 60;
const CASES: usize = 250;

/// What the fuzzer begins with; the same on every run.
pub struct Inputs {
    /// All expressions of the pack.
    pub expressions: Vec<String>,
    /// Packs of one rule.
    pub packs: Vec<SmallPack>,
    /// Texts of case files, those of households among them.
    pub cases: Vec<String>,
}

impl Inputs {
    pub fn read() -> Self {
        let entries = Entries::read();
        let rules: Vec<_> = limits().rules().map(|(id, _)| id).collect();
        let cases: Vec<_> = files("tests/household", "toml").into_iter().chain(files("tests/cases", "toml")).collect();
        Self {
            expressions: expressions(embedded().source()),
            packs: spread(&rules, SMALL_PACKS).map(|rule| SmallPack::cut(&entries, rule)).collect(),
            cases: spread(&cases, CASES).map(|path| text(path)).collect(),
        }
    }

    /// Two expressions, the first to be changed.
    pub fn two_expressions(&self, rng: &mut Rng) -> [&str; 2] {
        [(); 2].map(|()| rng.pick(&self.expressions).map(String::as_str).unwrap_or_default())
    }

    /// Two case files.
    pub fn two_cases(&self, rng: &mut Rng) -> [&str; 2] {
        [(); 2].map(|()| rng.pick(&self.cases).map(String::as_str).unwrap_or_default())
    }

    /// A small pack.
    pub fn pack(&self, rng: &mut Rng) -> &SmallPack {
        rng.pick(&self.packs).expect("a small pack")
    }
}

fn spread<T>(all: &[T], count: usize) -> impl Iterator<Item = &T> {
    all.iter().step_by((all.len() / count).max(1))
}

fn expressions(source: &Source) -> Vec<String> {
    let of_rules = source.rules.iter().flat_map(|rule| rule.applies.iter().chain([&rule.when]));
    let of_groups = source.groups.iter().filter_map(|group| group.applies.as_ref());
    let of_derived = source.derived.iter().flat_map(|derived| derived.applies.iter().chain([&derived.value]));
    let of_lists = source.lists.iter().flat_map(|list| &list.of);
    let of_readings = source.readings.iter().flat_map(|readings| &readings.of).flatten().map(|(_, expr)| expr);
    let all = of_rules.chain(of_groups).chain(of_derived).chain(of_lists).chain(of_readings);
    all.map(|Expr { text, .. }| text.clone()).collect()
}
