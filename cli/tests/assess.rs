//! `siklus assess`: the JSON object of the case format, and the text for a cadre in both languages.

mod common;

use std::path::{Path, PathBuf};

use common::{Run, folder, siklus, woman, write};
use serde_json::{Value, json};

fn assess(path: &Path, options: &[&str]) -> Run {
    siklus(["assess".as_ref(), path.as_os_str()].into_iter().chain(options.iter().map(|option| option.as_ref())))
}

fn pregnant(test: &str) -> PathBuf {
    let text = woman(
        "[pregnancy]\nlmp = 2025-10-01\n[[history]]\non = 2026-02-02\nfacts = { weight_kg = 52.0 }\n[facts]\nmuac_cm = 22.8\n\
        weight_kg = 48.25\nheadache = true\nheadache_severe = true\nfever_over_2_days = \"unknown\"\nsystolic_mmhg = 150\ndiastolic_mmhg = 95\n",
    );
    write(&folder(test), "case.toml", text)
}

/// The object that is printed, and its entry with this id in one of its lists.
fn object(path: &Path, options: &[&str]) -> Value {
    let run = assess(path, &[&["--json"], options].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    serde_json::from_str(&run.out).unwrap_or_default()
}

fn entry<'v>(object: &'v Value, list: &str, id: &str) -> &'v Value {
    let entries = object[list].as_array().map(Vec::as_slice).unwrap_or_default();
    entries.iter().find(|entry| entry["id"] == id).unwrap_or(&Value::Null)
}

#[test]
fn the_object_has_the_keys_of_the_case_format_in_their_order() {
    let path = pregnant("keys");
    let text = assess(&path, &["--json"]).out;
    let keys = ["stages", "action", "findings", "undetermined", "open_urgent", "due", "growth", "next_change_on", "pack"];
    let places: Vec<_> = keys.iter().map(|key| text.find(&format!("\n  \"{key}\": "))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    let object = object(&path, &[]);
    assert_eq!(object.as_object().map(serde_json::Map::len), Some(keys.len()));
    assert_eq!(object["stages"], json!(["pregnant", "adult"]));
    assert_eq!(object["action"], "emergency");
    assert_eq!(object["growth"], json!({}));
    let visit = object["due"].as_array().and_then(|due| due.iter().find(|service| service["code"] == "anc.k2"));
    assert_eq!(visit, Some(&json!({ "code": "anc.k2", "status": "due", "from": "2025-12-31", "until": "2026-03-24" })));
    assert_eq!(object["pack"]["id"], "ilp");
    assert!(object["next_change_on"].as_str().is_some_and(|day| day > "2026-03-02"));
}

#[test]
fn a_finding_tells_its_reasons_with_values_and_limits_as_text() {
    let object = object(&pregnant("reasons"), &[]);
    let finding = entry(&object, "findings", "pregnancy.muac_low");
    assert_eq!((&finding["action"], &finding["within"]), (&json!("refer"), &json!("24h")));
    let because = json!([
        { "fact": "muac_cm", "value": "22.8", "test": "muac_cm >= 15", "limit": "15" },
        { "fact": "muac_cm", "value": "22.8", "test": "muac_cm < 23.5", "limit": "23.5" },
    ]);
    assert_eq!(finding["because"], because);
    assert!(finding["source"].as_str().is_some_and(|source| source.starts_with("KMK HK.01.07/MENKES/2015/2023")));
    assert!(finding["title"].as_str().is_some_and(|title| title.contains("23,5 cm")));
    let severe = entry(&object, "findings", "pregnancy.headache_severe");
    assert_eq!(severe["because"], json!([{ "fact": "headache_severe", "value": "true", "test": "headache_severe", "limit": "true" }]));
    assert_eq!(severe.get("within"), None);
}

#[test]
fn what_cannot_be_decided_names_its_questions() {
    let object = object(&pregnant("undetermined"), &[]);
    let fever = entry(&object, "undetermined", "pregnancy.fever");
    assert_eq!(*fever, json!({ "id": "pregnancy.fever", "missing": ["fever_over_2_days"], "open": ["fever_over_2_days"] }));
    let urgent = object["open_urgent"].as_array().map(Vec::as_slice).unwrap_or_default();
    assert!(urgent.contains(&json!("pregnancy.fever")));
    let listed = |id: &Value| entry(&object, "undetermined", id.as_str().unwrap_or_default()) != &Value::Null;
    assert!(urgent.iter().all(listed));
}

#[test]
fn texts_come_in_the_language_that_was_asked_for() {
    let path = pregnant("languages");
    let title = |options| entry(&object(&path, options), "findings", "pregnancy.headache_severe")["title"].clone();
    assert_eq!(title(&["--lang", "id"]), "Sakit kepala berat");
    assert_eq!(title(&["--lang", "en"]), "Severe headache");
    assert_eq!(title(&[]), title(&["--lang", "id"]));
}

#[test]
fn a_language_that_the_pack_does_not_have_is_refused() {
    let run = assess(&pregnant("no_language"), &["--lang", "xx"]);
    let expected = "siklus: --lang: not a language of this pack, expected one of: id, en\n";
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (2, "", expected));
}

const HOUSEHOLD: &str = "on = 2026-03-02\n[household]\nfacts = { clean_water = true }\n[[members]]\nid = \"father\"\nsex = \"male\"\n\
    born = 1970-01-01\nfacts = { smoking = \"active\" }\n[[members]]\nid = \"mother\"\nsex = \"female\"\nborn = 1998-05-01\n\
    pregnancy = { lmp = 2025-10-01 }\n";

#[test]
fn a_household_gives_its_members_and_says_what_it_leaves_out() {
    let path = write(&folder("household_json"), "case.toml", HOUSEHOLD);
    let run = assess(&path, &["--json"]);
    assert_eq!(run.status, 0);
    assert_eq!(run.err, "siklus: the rules on the household itself and its index are not judged yet, only its members\n");
    let object: Value = serde_json::from_str(&run.out).unwrap_or_default();
    assert_eq!(object.get("household"), None);
    let ids: Vec<_> = object["members"].as_array().into_iter().flatten().map(|member| member["id"].clone()).collect();
    assert_eq!(ids, ["father", "mother"]);
    assert_eq!(object["members"][1]["stages"], json!(["pregnant", "adult"]));
    assert_eq!(object["members"][1].get("pack"), None);
    assert_eq!(object["pack"]["id"], "ilp");
    let text = assess(&path, &[]).out;
    assert!(text.contains("Orang father\n") && text.contains("Orang mother\n"), "{text}");
}

#[test]
fn a_cadre_reads_the_urgency_the_findings_and_why() {
    let text = assess(&pregnant("indonesian"), &[]).out;
    let beginning = "Perempuan, 27 tahun, ibu hamil 21 minggu 5 hari. Kunjungan 2 Maret 2026\n\n[!] RUJUK SEGERA\n";
    assert!(text.starts_with(beginning), "{text}");
    for part in [
        "    Sakit kepala berat\n    Antar ibu sekarang juga ke Puskesmas atau RS.",
        "    - Sakit kepala berat: ya\n",
        "    - Lingkar lengan atas (LiLA): 22,8 cm (15,0 cm atau lebih, kurang dari 23,5 cm)\n",
        "form 2 ibu hamil; Buku KIA",
        "(sesuai pedoman)",
        "Belum bisa dinilai\n[?] Mungkin perlu dirujuk segera.",
        "Demam lebih dari 2 hari",
        "hasil ini bisa berubah",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    assert!(!text.contains("muac_cm") && !text.contains("pregnancy."), "an id in {text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn the_same_in_english() {
    let text = assess(&pregnant("english"), &["--lang", "en"]).out;
    let beginning = "Female, 27 years, pregnant 21 weeks 5 days. Visit of 2 March 2026\n\n[!] REFER NOW\n";
    assert!(text.starts_with(beginning), "{text}");
    assert!(text.contains("    - Mid-upper arm circumference: 22.8 cm (15.0 cm or more, less than 23.5 cm)\n"), "{text}");
    assert!(text.contains("Could not be judged\n[?] May need to be referred now."), "{text}");
}

#[test]
fn somebody_with_an_open_danger_sign_is_never_called_well() {
    let path = write(&folder("open_danger"), "case.toml", woman("[facts]\nhemoglobin_g_dl = 13.0\n"));
    let text = assess(&path, &[]).out;
    assert!(text.contains("\n[?] BELUM BISA DINILAI\nBelum bisa dikatakan aman"), "{text}");
}

#[test]
fn colours_are_for_those_who_want_them() {
    let path = pregnant("colours");
    assert!(!assess(&path, &[]).out.contains('\u{1b}'));
    assert!(assess(&path, &["--color", "always"]).out.contains("\u{1b}[1;7;31m[!] RUJUK SEGERA\u{1b}[0m\n"));
    assert!(!assess(&path, &["--color", "never"]).out.contains('\u{1b}'));
}

/// A boy of 10 years; `precise` is the precision of his birth date.
fn boy(test: &str, precise: &str, facts: &str) -> PathBuf {
    let text = format!("on = 2026-03-02\n[person]\nsex = \"male\"\nborn = 2016-01-15\nborn_precision = \"{precise}\"\n[facts]\n{facts}");
    write(&folder(test), "case.toml", text)
}

#[test]
fn without_the_day_of_birth_a_child_cannot_be_judged_and_a_sentence_says_why() {
    let why = "Tanggal lahir belum lengkap, jadi pertumbuhan belum bisa dinilai.";
    let known = assess(&boy("birth_day_known", "day", ""), &["--lang", "id"]).out;
    assert!(!known.contains(why), "{known}");
    for precision in ["month", "year"] {
        let case = boy(&format!("birth_{precision}"), precision, "weight_kg = 30.0\nheight_cm = 135.0\n");
        let text = assess(&case, &["--lang", "id"]).out;
        assert!(text.contains(why) && !text.contains("SUDAH BAIK"), "{text}");
        let printed = object(&case, &[]);
        assert_eq!((&printed["growth"], &printed["needs_birth_day"]), (&json!({}), &json!(true)));
    }
}

#[test]
fn the_growth_of_a_child_stands_in_the_text() {
    let case = boy("growth_in_text", "day", "weight_kg = 30.0\nheight_cm = 135.0\n");
    let text = assess(&case, &["--lang", "id"]).out;
    assert!(text.contains("Pertumbuhan\n") && text.contains("Indeks massa tubuh (IMT) menurut umur: Gizi baik ("), "{text}");
    assert!(text.contains("Tinggi badan menurut umur: "), "{text}");
}
