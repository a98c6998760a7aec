//! The pack of the tests, and rules for it.

use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::Source;
use siklus_core::pack::{Pack, RuleId};

/// A pack without a rule.
pub const BASE: &str = include_str!("base.toml");

/// The base and a further file.
pub fn files(more: &str) -> Vec<SourceFile> {
    vec![SourceFile::new("base.toml", BASE), SourceFile::new("a.toml", more)]
}

/// The base with more entries, which must be without a fault.
#[track_caller]
pub fn pack(more: &str) -> Pack {
    let source = Source::read(files(more)).unwrap_or_else(|faults| panic!("{faults}"));
    Pack::new(source).unwrap_or_else(|faults| panic!("{faults}"))
}

/// A rule of which only the condition matters, and whatever follows it.
pub fn rule(id: &str, when: &str) -> String {
    format!(
        "[\"{id}\"]\nwhen = \"{when}\"\naction = \"educate\"\ntitle = {{ id = \"-\", en = \"-\" }}\n\
         advice = {{ id = \"-\", en = \"-\" }}\nsource = \"Buku\"\nconfidence = \"confirmed\"\n"
    )
}

/// A rule that must be there.
#[track_caller]
pub fn id_of(pack: &Pack, rule: &str) -> RuleId {
    pack.find_rule(rule).unwrap_or_else(|| panic!("there is no rule {rule}"))
}
