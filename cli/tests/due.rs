//! `siklus due`: a case file in, the personal calendar out.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot read its output fails")]

mod common;

use common::{Run, folder, siklus, woman, write};
use serde_json::{Value, json};

/// A girl of 10 months: two vaccines, one dose too early.
const GIRL: &str = "on = 2025-12-10
[person]
sex = \"female\"
born = 2025-01-15
[[doses]]
code = \"bcg\"
on = 2025-02-01
[[doses]]
code = \"opv.1\"
on = 2025-02-01
[[doses]]
code = \"opv.2\"
on = 2025-02-20
[[doses]]
code = \"hb0\"
[facts]
weight_kg = 8.1
";

fn told(test: &str, case: &str, options: &[&str]) -> Run {
    let path = write(&folder(test), "case.toml", case);
    siklus(["due".as_ref(), path.as_os_str()].into_iter().chain(options.iter().map(|option| option.as_ref())))
}

fn object(test: &str, case: &str, options: &[&str]) -> Value {
    let run = told(test, case, &[&["--json"], options].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn it_says_what_is_due_and_why() {
    let run = told("text", GIRL, &[]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for sentence in [
        "Sudah waktunya sekarang",
        "PCV 1: terlambat",
        "Waktunya mulai 15 Maret 2025 sampai 14 Januari 2030.",
        "- Mulai umur 2 bulan.",
        "- Yang diberikan 20 Februari 2025 terlalu dini",
        "Hari ini, 10 Desember 2025",
        "- Menunggu PCV 1 lebih dulu.",
        "- Diterima 1 Februari 2025.",
        "- Sudah diterima, tanggalnya tidak diketahui.",
        "- Hanya sampai umur 6 bulan.",
    ] {
        assert!(run.out.contains(sentence), "{sentence}\n{}", run.out);
    }
    let english = told("english", GIRL, &["--lang", "en"]).out;
    assert!(english.contains("PCV 1: overdue") && english.contains("- PCV 1 comes first."), "{english}");
}

#[test]
fn the_plan_ends_with_the_day_that_was_asked_for() {
    let days = |test, until: &str| {
        let object = object(test, GIRL, &["--until", until]);
        object["plan"].as_array().unwrap().iter().map(|day| day["on"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(days("short", "2026-01-06"), ["2025-12-10"]);
    assert_eq!(days("longer", "2026-01-07"), ["2025-12-10", "2026-01-07"]);
    assert_eq!(days("today", "2025-12-09"), ["2025-12-10"], "what is due is due today");
}

#[test]
fn the_object_has_the_services_of_an_assessment_and_the_plan() {
    let object = object("object", GIRL, &["--until", "2026-01-31"]);
    let pcv = json!({ "code": "pcv.1", "status": "overdue", "from": "2025-03-15", "until": "2030-01-14" });
    assert!(object["due"].as_array().unwrap().contains(&pcv));
    let today = json!({ "on": "2025-12-10", "codes": ["dpt_hb_hib.1", "ipv.1", "mr.1", "opv.2", "pcv.1"] });
    assert_eq!(object["plan"][0], today);
    assert_eq!(object["plan"][1], json!({ "on": "2026-01-07", "codes": ["dpt_hb_hib.2", "opv.3", "pcv.2"] }));
}

#[test]
fn who_has_nothing_planned_is_told_so() {
    let run = told("nothing", &woman(""), &["--lang", "en", "--until", "2026-04-01"]);
    assert!(run.out.contains("Blood pressure check: due") && run.out.contains("- No record yet."), "{}", run.out);
}

#[test]
fn a_faulty_file_and_a_faulty_day_are_refused() {
    let run = told("faulty", &GIRL.replace("opv.2", "opv.9"), &[]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("opv.9") || run.err.contains("did you mean"), "{}", run.err);
    assert_eq!(told("day", GIRL, &["--until", "soon"]).status, 2);
}
