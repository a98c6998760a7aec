//! The rules that wait for a later module: right in themselves, and refused as long as the module is not there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::pack::Pack;
use crate::pack::fault::{Faults, SourceFile};
use crate::pack::lang::program::Module;
use crate::pack::source::Source;

const ALL: [Module; 1] = [Module::Household];

/// The lists of the rules, with the module that each of them needs at last.
const LISTS: [(&str, Module); 1] = [("needs-household.txt", Module::Household)];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &Path) -> Vec<SourceFile> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| match path.extension() {
        _ if path.is_dir() => files(&path),
        Some(toml) if toml == "toml" => vec![SourceFile::new(path.to_string_lossy(), std::fs::read_to_string(&path).unwrap())],
        _ => Vec::new(),
    };
    paths.into_iter().flat_map(read).collect()
}

/// The pack of the library with the rules that wait, for a library with these modules.
fn load(modules: &[Module]) -> Result<Pack, Faults> {
    let source = Source::read_with_overlay(files(&root().join("core/packs/ilp")), files(&root().join("tests/waiting")));
    Pack::with_modules(source?, modules)
}

fn listed(list: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("tests/waiting").join(list)).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// The rules that the faults point at, each by its id; every fault must say that it cannot be judged.
fn refused(faults: &Faults) -> BTreeSet<String> {
    let id = |fault: &crate::pack::fault::Fault| {
        assert!(fault.message.starts_with("this version of Siklus cannot judge"), "{}", fault.line(&faults.files));
        let text = &faults.files[usize::from(fault.span.file)].text;
        text[fault.span.start as usize..fault.span.end as usize].trim_matches('"').to_owned()
    };
    faults.list.iter().map(id).collect()
}

fn waiting() -> BTreeSet<String> {
    LISTS.iter().flat_map(|(list, _)| listed(list)).collect()
}

#[test]
fn with_all_modules_they_are_without_a_fault() {
    let pack = load(&ALL).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(waiting().len(), 24);
    for id in waiting() {
        assert!(pack.find_rule(&id).is_some(), "{id}");
    }
    assert_eq!(pack.rules().count(), 578);
}

#[test]
fn without_the_modules_they_are_refused_and_no_other() {
    assert_eq!(refused(&load(&[]).unwrap_err()), waiting());
}

#[test]
fn each_rule_stands_in_the_list_of_a_module_that_it_needs() {
    for (list, module) in LISTS {
        let others: Vec<_> = ALL.into_iter().filter(|other| *other != module).collect();
        let refused = refused(&load(&others).unwrap_err());
        assert!(listed(list).is_subset(&refused), "{list}");
    }
}
