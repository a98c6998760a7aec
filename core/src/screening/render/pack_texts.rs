//! The notice on personal data and what the pack that is built in says of itself.

use sha2::{Digest, Sha256};

use super::{ConsentNotice, Renderer};
use crate::pack::Pack;
use crate::pack::source::Confidence;

fn notice(language: &str) -> ConsentNotice {
    Renderer::new(&Pack::embedded().unwrap(), language).consent_notice()
}

/// All that is read out, in both languages.
fn all_of_it() -> String {
    ["id", "en"].map(|language| format!("{:?}", notice(language))).concat()
}

#[test]
fn a_notice_says_what_the_law_demands() {
    let read_out = notice("id").paragraphs.join(" ");
    let demanded = [
        ("who is responsible", "Puskesmas bertanggung jawab"),
        ("the kinds of data", "Yang dicatat: nama, tanggal lahir, NIK, alamat"),
        ("the purpose", "Gunanya"),
        ("who sees them", "hanya kader yang bertugas dan petugas kesehatan"),
        ("how long they are kept", "Data disimpan"),
        ("the right to see and copy", "berhak melihat"),
        ("the right to correct", "diperbaiki"),
        ("the right to delete", "dihapus"),
        ("the right to withdraw", "dicabut kapan saja"),
        ("what a refusal means", "tetap dilayani"),
        ("whom to turn to", "petugas pelindungan data"),
        ("the law", "Nomor 27 Tahun 2022"),
    ];
    for (what, words) in demanded {
        assert!(read_out.contains(words), "{what}");
    }
    assert!(notice("id").question.contains("anak"), "a guardian agrees for the children");
}

#[test]
fn a_notice_is_read_out_in_about_a_minute() {
    let ConsentNotice { paragraphs, question, .. } = notice("id");
    let words = paragraphs.join(" ").split_whitespace().count() + question.split_whitespace().count();
    assert!((100..=165).contains(&words), "{words} words");
}

#[test]
fn a_notice_has_as_many_paragraphs_in_each_language_and_one_version() {
    let (indonesian, english, other) = (notice("id"), notice("en"), notice("jv"));
    assert_eq!(indonesian.paragraphs.len(), english.paragraphs.len());
    assert_eq!(indonesian.version, english.version);
    assert_ne!(indonesian.title, english.title);
    assert_eq!(indonesian, other, "a language without texts has those of Indonesian");
}

/// Households agreed to these words. Whoever changes one gives the notice a new version, and then this hash.
#[test]
fn the_words_of_a_version_never_change() {
    let hash = hex::encode(Sha256::digest(all_of_it()));
    assert_eq!((notice("id").version.as_str(), &hash[..16]), ("2026-2", "b2588e5403ac531a"));
}

#[test]
fn a_pack_says_by_which_rules_it_judges_and_on_what_they_rest() {
    let pack = Pack::embedded().unwrap();
    let about = Renderer::new(&pack, "id").about();
    assert_eq!((about.id.as_str(), about.version.as_str(), about.rules), ("ilp", "2026.11.0", pack.source().rules.len()));
    assert!(pack.source().sha256().starts_with(&about.short_hash) && about.short_hash.len() == 12);
    assert_eq!(about.languages[..2], ["id", "en"]);
    assert_eq!(about.library, env!("CARGO_PKG_VERSION"));
    assert!(about.sources.is_sorted_by(|one, other| one.rules >= other.rules) && about.sources.iter().all(|source| source.rules > 0));
    assert_eq!(about.sources[0].title, "Buku KIA (Buku Kesehatan Ibu dan Anak)");
}

#[test]
fn each_rule_is_counted_under_one_degree() {
    let pack = Pack::embedded().unwrap();
    let about = Renderer::new(&pack, "en").about();
    assert!(about.confidence.iter().map(|degree| degree.confidence).eq(Confidence::ALL));
    assert_eq!(about.confidence.iter().map(|degree| degree.rules).sum::<usize>(), about.rules);
    assert_eq!(about.confidence[0].text, "as the guideline says");
}
