//! The pure modules of the core know no storage, no bindings and no clock: the day of the visit is always an argument.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use siklus_tests::files::{files, root, text};

/// Modules that take everything as arguments; those that do not exist yet are looked at as soon as they do.
const PURE: [&str; 6] = ["person", "fact", "growth", "pack", "screening", "schedule"];
/// Modules and crates that they may not import.
const NOT_IMPORTED: [&str; 3] = ["store", "rusqlite", "uniffi"];
/// What reads a clock.
const CLOCKS: [&str; 4] = ["Utc::now", "Local::now", "SystemTime::now", "Instant::now"];

#[test]
fn the_pure_modules_import_no_storage_and_no_bindings_and_read_no_clock() {
    let mut found = Vec::new();
    let mut seen = 0;
    for module in PURE.into_iter().filter(|module| root().join("core/src").join(module).is_dir()) {
        for path in files(&format!("core/src/{module}"), "rs") {
            seen += 1;
            found.extend(offences(&text(&path)).into_iter().map(|offence| format!("{}: {offence}", path.display())));
        }
    }
    assert!(seen > 50, "only {seen} files were looked at");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_pure_module_is_a_single_file() {
    // A folder is looked at whole; a file of this name beside it would be passed over.
    for module in PURE {
        assert!(!root().join(format!("core/src/{module}.rs")).exists(), "{module}.rs");
    }
}

#[test]
fn an_import_and_a_clock_are_seen() {
    assert_eq!(offences("use crate::{fact, store::Repository};\nfn f() {}"), ["imports store"]);
    assert_eq!(offences("fn f() { crate::store::open() }"), ["imports store"]);
    assert_eq!(offences("#[derive(uniffi::Record)] struct S;"), ["imports uniffi"]);
    assert_eq!(offences("use rusqlite as db;"), ["imports rusqlite"]);
    assert_eq!(offences("let now = chrono :: Local :: now();"), ["reads Local::now"]);
    assert_eq!(offences("// Utc::now, crate::store, uniffi\nlet store = 1; // restore"), Vec::<String>::new());
}

/// What a source does that it may not; comments do not count.
fn offences(source: &str) -> Vec<String> {
    let code = source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let imports = NOT_IMPORTED.into_iter().filter(|name| imports(&code, name)).map(|name| format!("imports {name}"));
    let tight: String = code.split_whitespace().collect();
    let clocks = CLOCKS.into_iter().filter(|clock| tight.contains(clock)).map(|clock| format!("reads {clock}"));
    imports.chain(clocks).collect()
}

/// A crate is imported wherever its name stands; a module of this crate by its path or within the braces of a `use`.
fn imports(code: &str, name: &str) -> bool {
    if name != "store" {
        return words(code).any(|word| word == name);
    }
    let tight: String = code.split_whitespace().collect();
    let by_path = tight.match_indices("crate::store").any(|(at, path)| !tight[at + path.len()..].starts_with(is_letter));
    let uses = code.split(';').filter_map(|statement| statement.rsplit_once("use ")).map(|(_, path)| path.trim_start());
    by_path || uses.filter(|path| path.starts_with("crate") || path.starts_with("super")).any(|path| words(path).any(|word| word == name))
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !is_letter(c))
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
