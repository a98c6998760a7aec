//! A pack of one rule with all that it names, cut from the text files of the pack that is built in.

use std::collections::{BTreeMap, BTreeSet};

use siklus_core::fact::FactId;
use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::Source;

use crate::files::pack_files;
use crate::packs::{embedded, limits};

/// The text of every entry of the pack, by its header without brackets: `fact.muac_cm`, `"pregnancy.muac_low"`.
pub struct Entries(BTreeMap<String, String>);

impl Entries {
    pub fn read() -> Self {
        let mut entries: BTreeMap<String, String> = BTreeMap::new();
        for file in pack_files() {
            let mut header = String::new();
            for line in file.text.lines().map(|line| line.to_owned() + "\n") {
                if line.starts_with('[') {
                    line.split(']').next().unwrap_or_default().trim_start_matches('[').clone_into(&mut header);
                }
                entries.entry(header.clone()).or_default().push_str(&line);
            }
        }
        Self(entries)
    }

    fn of_kind<'e>(&'e self, kind: &'e str) -> impl Iterator<Item = &'e str> {
        self.0.iter().filter(move |(header, _)| header.starts_with(kind)).map(|(_, text)| text.as_str())
    }
}

/// A small pack as text and read.
pub struct SmallPack {
    /// The facts and the documents in one file, the rule and what it names in another.
    pub files: [SourceFile; 2],
    /// The pack, read.
    pub source: Source,
}

impl SmallPack {
    pub fn cut(entries: &Entries, rule: &str) -> Self {
        let (names, facts) = needed(rule);
        let groups: BTreeSet<_> = names.iter().filter_map(|name| name.split_once('.')).map(|(group, _)| format!("group.{group}")).collect();
        let kinds = ["derived", "list", "readings", "table"];
        let named = names.iter().flat_map(|name| kinds.map(|kind| format!("{kind}.{name}")).into_iter().chain([format!("\"{name}\"")]));
        let facts = facts.into_iter().map(|fact| format!("fact.{}", embedded().dictionary().get(fact).id));
        let text =
            |headers: &mut dyn Iterator<Item = String>| headers.filter_map(|header| entries.0.get(&header)).cloned().collect::<String>();
        let base = text(&mut std::iter::once("pack".to_owned()).chain(facts)) + &entries.of_kind("document.").collect::<String>();
        let rules = text(&mut groups.into_iter().chain(named));
        let files = [SourceFile::new("facts.toml", base), SourceFile::new("rules.toml", rules)];
        let source = Source::read(files.to_vec()).unwrap_or_else(|faults| panic!("the small pack of {rule}:\n{faults}"));
        Self { files, source }
    }
}

/// The names and the facts that a rule needs: those that it reads, the rules of the bands of its lists, and the gates of its facts.
fn needed(rule: &str) -> (BTreeSet<String>, BTreeSet<FactId>) {
    let (mut names, mut facts) = (BTreeSet::new(), BTreeSet::new());
    let mut waiting = vec![rule];
    while let Some(rule) = waiting.pop() {
        let reads = limits().rule(rule);
        reads.facts.iter().for_each(|fact| add_with_gates(*fact, &mut facts));
        names.extend(reads.names.iter().cloned());
        let lists = embedded().source().lists.iter().filter(|list| reads.names.contains(&list.id.value));
        let findings = lists.flat_map(|list| &list.bands).filter_map(|band| band.value.finding.as_ref());
        waiting.extend(findings.map(|finding| finding.value.as_str()).filter(|finding| !names.contains(*finding)));
    }
    (names, facts)
}

fn add_with_gates(fact: FactId, facts: &mut BTreeSet<FactId>) {
    if facts.insert(fact) {
        embedded().dictionary().get(fact).gates.iter().for_each(|gate| add_with_gates(gate.fact, facts));
    }
}
