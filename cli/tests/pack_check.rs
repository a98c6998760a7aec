//! `siklus pack check`: what it counts and how faults are shown.

mod common;

use std::fs;
use std::path::Path;

use common::{folder, siklus, write};

const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/packs/ilp");

/// A copy of the pack that a test may spoil.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).into_iter().flatten().flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else if let Ok(text) = fs::read(&path) {
            write(to, &entry.file_name().to_string_lossy(), text);
        }
    }
}

#[test]
fn the_pack_that_is_built_in_has_no_faults() {
    let run = siklus(["pack", "check"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("Pack ilp "), "{}", run.out);
    assert!(run.out.contains("\n  pregnancy "), "{}", run.out);
    assert!(run.out.ends_with(" facts, no faults\n"), "{}", run.out);
}

#[test]
fn its_folder_gives_the_same() {
    assert_eq!(siklus(["pack", "check", PACK]).out, siklus(["pack", "check"]).out);
}

#[test]
fn faults_are_drawn_where_they_stand() {
    let pack = folder("faulty_pack");
    copy(Path::new(PACK), &pack);
    write(&pack, "rules/own.toml", "[derived.twice]\nlabel = { id = \"Dua kali\", en = \"Twice\" }\nvalue = \"muac * 2\"\n");
    let run = siklus(["pack".as_ref(), "check".as_ref(), pack.as_os_str()]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("rules/own.toml:3:10"), "{}", run.out);
    assert!(run.out.contains("value = \"muac * 2\""), "{}", run.out);
    assert!(run.out.ends_with("\n1 fault\n"), "{}", run.out);
}

#[test]
fn a_faulty_pack_judges_nobody() {
    let pack = folder("faulty_pack_assess");
    write(&pack, "pack.toml", "[pack]\nid = \"ilp\"\n");
    let case = write(&folder("faulty_pack_case"), "case.toml", common::woman(""));
    let run = siklus(["assess".as_ref(), case.as_os_str(), "--pack".as_ref(), pack.as_os_str()]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("pack.toml:1:"), "{}", run.err);
}

#[test]
fn missing_translations_are_listed() {
    let pack = folder("translated_pack");
    copy(Path::new(PACK), &pack);
    let language = "[translation.jv]\nname = \"Basa Jawa\"\n[translation.jv.texts]\n\"text.yes\" = \"Inggih\"\n";
    write(&pack, "translations/jv.toml", language);
    let run = siklus(["pack".as_ref(), "check".as_ref(), pack.as_os_str()]);
    assert_eq!(run.status, 0, "{}", run.out);
    assert!(run.out.contains("\nBasa Jawa (jv): "), "{}", run.out);
    assert!(run.out.contains("\n  text.no\n") && !run.out.contains("\n  text.yes\n"), "{}", run.out);
    assert!(run.out.contains("\n  rule.pregnancy.muac_low.title\n"));
}

#[test]
fn a_folder_without_a_pack_is_refused() {
    let empty = folder("no_pack");
    for path in [empty.as_path(), Path::new("/nowhere")] {
        let run = siklus(["pack".as_ref(), "check".as_ref(), path.as_os_str()]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.err.contains("not the folder of a pack"), "{}", run.err);
    }
}

/// A district that calls an arm below 24.0 cm low. Invented.
const LOCAL: &str = r#"
["pregnancy.muac_low"]
action = "refer"
within = "24h"
when = "muac_cm >= 15.0 && muac_cm < 24.0"
words = "LiLA below 24.0 cm"
title = { id = "LiLA kurang dari 24,0 cm", en = "Arm circumference below 24.0 cm" }
advice = { id = "Laporkan ke bidan.", en = "Tell the midwife." }
dossier = ["PG-07"]
source = "KMK HK.01.07/MENKES/2015/2023, form 2 ibu hamil"
confidence = "design"
"#;

#[test]
fn local_entries_replace_those_of_the_pack_and_change_its_identity() {
    let overlay = folder("overlay");
    write(&overlay, "local.toml", LOCAL);
    let run = siklus(["pack".as_ref(), "check".as_ref(), "--overlay".as_ref(), overlay.as_os_str()]);
    assert_eq!(run.status, 0);
    let hash = |out: &str| out.lines().find(|line| line.starts_with("SHA-256 ")).map(str::to_owned);
    assert!(hash(&run.out).is_some());
    assert_ne!(hash(&run.out), hash(&siklus(["pack", "check"]).out));
}

#[test]
fn local_entries_judge() {
    let overlay = folder("overlay_judges");
    write(&overlay, "local.toml", LOCAL);
    let case = common::woman("[pregnancy]\nlmp = 2025-10-01\n[facts]\nmuac_cm = 23.9\n");
    let case = write(&folder("overlay_case"), "case.toml", case);
    let plain = siklus(["assess".as_ref(), "--json".as_ref(), case.as_os_str()]);
    let local = siklus(["assess".as_ref(), "--json".as_ref(), case.as_os_str(), "--overlay".as_ref(), overlay.as_os_str()]);
    assert!(!plain.out.contains("23.9"), "{}", plain.out);
    assert!(local.out.contains("muac_cm < 24"), "{}", local.out);
}
