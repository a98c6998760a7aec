use super::{BASE, faults, lines, only, read};
use crate::pack::canonical;
use crate::pack::fault::SourceFile;
use crate::pack::source::Source;
use std::fs;
use std::path::Path;

fn hash(texts: &[&str]) -> [u8; 32] {
    let files = texts.iter().enumerate().map(|(n, text)| SourceFile::new(format!("{n}.toml"), *text));
    Source::read(files.collect()).unwrap_or_else(|faults| panic!("{faults}")).hash
}

/// The base with its entries and their lines in reverse order, where order says nothing.
fn reversed() -> String {
    let entries: Vec<_> = BASE.split("\n\n").map(str::trim).collect();
    let reverse = |entry: &&str| {
        let mut lines: Vec<_> = entry.lines().collect();
        if !entry.contains("choices") {
            lines[1..].reverse();
        }
        lines.join("\n")
    };
    entries.iter().rev().map(reverse).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn order_files_and_comments_do_not_change_the_hash() {
    let (one, two) = BASE.split_at(BASE.find("[fact.muac_cm]").expect("a fact"));
    let base = hash(&[BASE]);
    assert_eq!(hash(&[two, one]), base);
    assert_eq!(hash(&[&format!("# A comment.\n{BASE}")]), base);
    assert_eq!(hash(&[&reversed()]), base);
    assert_eq!(hash(&[&BASE.replace("[5.0, 60.0]", "[ 5.00, 60.000 ]")]), base);
}

#[test]
fn values_change_the_hash() {
    let base = hash(&[BASE]);
    for (value, other) in [
        ("60.0", "60.1"),
        ("\"Batuk\"", "\"batuk\""),
        ("range = [0, 90]", "range = [0, 91]"),
        ("\"cough\", \"cough_days\"", "\"cough_days\", \"cough\""),
    ] {
        assert!(BASE.contains(value));
        assert_ne!(hash(&[&BASE.replace(value, other)]), base, "{value}");
    }
}

#[test]
fn order_of_choices_changes_the_hash() {
    let (none, active) = ("choices.none = { id = \"Tidak\", en = \"No\" }\n", "choices.active = { id = \"Aktif\", en = \"Smokes\" }\n");
    let other = BASE.replace(&[none, active].concat(), &[active, none].concat());
    assert_ne!(hash(&[&other]), hash(&[BASE]));
}

#[test]
fn stored_form_gives_the_same() {
    let source = read("[table.t]\nkeys = [\"a\"]\nrows = [[\"a\\nb\\\"\\u0001\", 1.50]]");
    let stored = Source::stored(&source.compressed(), &source.hash).expect("no faults");
    assert_eq!(stored.canonical, source.canonical);
    assert_eq!(stored.dictionary, source.dictionary);
    assert_eq!(stored.meta, source.meta);
    assert_eq!(stored.hash, source.hash);
    assert_eq!(stored.rules[0].when.text, source.rules[0].when.text);
    assert!(stored.rules[0].when.span.is_none());
    assert_eq!(stored.tables[0].rows[0].value[0].value, source.tables[0].rows[0].value[0].value);
}

#[test]
fn damaged_stored_form() {
    let source = read("");
    let mut bytes = source.compressed();
    assert_eq!(
        lines(Source::stored(&bytes, &[0; 32]).expect_err("damaged")),
        ["the stored pack is damaged: its content does not have the hash that it is stored under"]
    );
    bytes.truncate(20);
    assert_eq!(lines(Source::stored(&bytes, &source.hash).expect_err("damaged")), ["the stored pack is damaged: it cannot be unpacked"]);
}

#[test]
fn pack_that_is_built_in() {
    let embedded = Source::embedded().unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(embedded.hash, canonical::hash(&embedded.canonical));
    assert_eq!(embedded.meta.id, "ilp");
}

/// The files of the pack that is built in.
fn files_of_ilp() -> Vec<SourceFile> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/ilp")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).expect("a text");
                files.push(SourceFile::new(path.display().to_string(), text));
            }
        }
    }
    files
}

#[test]
fn text_and_embedded_form_give_the_same() {
    let text = Source::read(files_of_ilp()).unwrap_or_else(|faults| panic!("{faults}"));
    let embedded = Source::embedded().expect("no faults");
    assert_eq!(text.hash, embedded.hash);
    assert_eq!(text.canonical, embedded.canonical);
    assert_eq!(text.dictionary, embedded.dictionary);
    assert_eq!(text.rules.len(), embedded.rules.len());
    assert!(
        text.rules
            .iter()
            .zip(&embedded.rules)
            .all(|(text, embedded)| { text.when.text == embedded.when.text && !text.when.span.is_none() && embedded.when.span.is_none() })
    );
}

#[test]
fn overlay_replaces_whole_entries() {
    let base = || vec![SourceFile::new("base.toml", BASE)];
    let overlay = |text: &str| vec![SourceFile::new("district.toml", text)];
    let text = "[fact.cough]\ntype = \"bool\"\nsex = \"female\"\nlabel = { id = \"Batuk\", en = \"Coughing\" }\n\
                [fact.fever]\ntype = \"bool\"\nlabel = { id = \"Demam\", en = \"Fever\" }";
    let source = Source::read_with_overlay(base(), overlay(text)).expect("no faults");
    let facts = &source.dictionary;
    assert_eq!(facts.len(), 5);
    let cough = facts.get(facts.find("cough").expect("a fact"));
    assert_eq!(cough.label.get(&["en"]), "Coughing");
    assert_ne!(source.hash, read("").hash);
    let faults = Source::read_with_overlay(base(), overlay("[fact.cough]\ntype = \"bool\""));
    assert_eq!(lines(faults.expect_err("no label")), ["district.toml:1:7: `[fact.cough]` has no `label`."]);
}

#[test]
fn overlay_of_the_pack_that_is_built_in() {
    let overlay = vec![SourceFile::new("a.toml", "[text.greeting]\nid = \"Halo\"\nen = \"Hello\"\n")];
    let source = Source::embedded_with_overlay(overlay).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(source.texts.iter().any(|text| text.id.value == "greeting"));
    let overlay = vec![SourceFile::new("a.toml", "[section.x]\nfacts = [\"no_fact\"]\n")];
    let found = lines(Source::embedded_with_overlay(overlay).expect_err("faults"));
    assert_eq!(found[0], "a.toml:1:10: `[section.x]` has no `title`.");
}

#[test]
fn pack_without_a_name() {
    let files = vec![SourceFile::new("a.toml", "")];
    assert_eq!(
        lines(Source::read(files).expect_err("no name")),
        ["The pack does not say what it is called. (Write `[pack]` with `id`, `version` and `title`.)"]
    );
}

#[test]
fn faults_of_all_files_in_order() {
    let found = faults("[derived.y]\n[derived.x]\n[fact.x]\ntype = \"bool\"\n");
    let ends = [":1:10:", ":2:10:", ":3:7:", ":3:7:"];
    assert_eq!(found.len(), ends.len(), "{found:?}");
    assert!(found.iter().zip(ends).all(|(line, end)| line.contains(end)), "{found:?}");
}

#[test]
fn syntax_goes_first() {
    only(
        "[fact.x]\ntype = bool\n",
        "a.toml:2:8: This is neither a number nor a text in quotes. (A text stands in straight quotes: `\"...\"`.)",
    );
}
