//! `siklus pack check`: counts the rules of a pack, shows its faults, lists what is not translated.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use siklus_core::pack::Pack;
use siklus_core::pack::draw::draw;
use siklus_core::pack::fault::Faults;
use siklus_core::pack::source::Source;

use crate::error::CliError;
use crate::pack::{self, PackError};
use crate::status::{Answer, Status};
use crate::terminal::Terminal;
use crate::translations;

/// Checks the pack in a folder, or the one that is built in, with the local entries of another folder over it.
pub fn run(folder: Option<&Path>, overlay: Option<&Path>, terminal: Terminal) -> Result<Answer, CliError> {
    match pack::load(folder, overlay) {
        Ok(pack) => Ok(sound(&pack, terminal)),
        Err(PackError::Faults(faults)) => Ok(faulty(&faults, terminal)),
        Err(PackError::Folder(error)) => Err(error),
    }
}

fn sound(pack: &Pack, terminal: Terminal) -> Answer {
    let source = pack.source();
    let faults = Faults::new(pack.review(), source.files.clone());
    let summary = summary(source);
    if faults.list.is_empty() {
        return Answer::done(format!("{summary}, no faults\n{}", untranslated(source)));
    }
    let faulty = faulty(&faults, terminal);
    Answer { out: format!("{summary}\n\n{}", faulty.out), ..faulty }
}

fn faulty(faults: &Faults, terminal: Terminal) -> Answer {
    let drawn = draw(&faults.list, &faults.files, terminal.color);
    let plural = if faults.list.len() == 1 { "" } else { "s" };
    let out = format!("{drawn}\n\n{} fault{plural}\n", faults.list.len());
    Answer { out, err: String::new(), status: Status::Differs }
}

fn summary(source: &Source) -> String {
    let mut out = format!("Pack {} {}\nSHA-256 {}\n\n", source.meta.id, source.meta.version, source.sha256());
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    for rule in &source.rules {
        *groups.entry(rule.group.as_str()).or_default() += 1;
    }
    let width = groups.keys().map(|group| group.len()).max().unwrap_or(0);
    for (group, rules) in &groups {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {group:width$}  {rules:4} rules");
    }
    let _ = write!(out, "\n{} rules in {} groups, {} facts", source.rules.len(), groups.len(), source.dictionary.len());
    out
}

fn untranslated(source: &Source) -> String {
    let mut out = String::new();
    for language in &source.languages {
        let missing = translations::missing(source, &language.id.value);
        let _ = writeln!(out, "\n{} ({}): {} texts are not translated", language.name, language.id.value, missing.len());
        for name in missing {
            let _ = writeln!(out, "  {name}");
        }
    }
    out
}
