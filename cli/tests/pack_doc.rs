//! `siklus pack doc`: pages made from a pack.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot read its output fails")]

mod common;

use std::fs;
use std::path::Path;

use common::{Run, folder, siklus, write};

fn doc(output: &Path, options: &[&str]) -> Run {
    let arguments = ["pack".as_ref(), "doc".as_ref(), "-o".as_ref(), output.as_os_str()];
    siklus(arguments.into_iter().chain(options.iter().map(|option| option.as_ref())))
}

fn page(test: &str, options: &[&str]) -> String {
    let output = folder(test).join("pages");
    let run = doc(&output, options);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let path = output.join("immunisation.html");
    assert_eq!(run.out, format!("{}\n", path.display()));
    fs::read_to_string(path).unwrap()
}

#[test]
fn the_schedule_is_a_chart_by_age() {
    let page = page("schedule", &[]);
    for words in
        ["Jadwal imunisasi anak", "Polio suntik 2 (IPV2)", "112 hari setelah Polio suntik 1 (IPV1)", "JE *", "bulan yang dianjurkan", "48+"]
    {
        assert!(page.contains(words), "{words}");
    }
    // 24 vaccines with 27 columns and three cells of the legend.
    assert_eq!(
        page.matches("r=\"6\"").count() + page.matches("r=\"5\"").count() + page.matches("stroke-width=\"1.4\"").count(),
        24 * 27 + 3
    );
    assert!(page.contains("Sumber") && page.contains("sesuai pedoman"));
}

#[test]
fn it_is_in_english_too() {
    let page = page("english", &["--lang", "en"]);
    assert!(page.contains("<html lang=\"en\">") && page.contains("6 months after Measles-rubella 1 (MR1)"), "{page}");
}

#[test]
fn it_follows_the_pack() {
    let overlay = folder("overlay");
    let later = "[service.\"mr.2\"]\nname = { id = \"MR kedua\", en = \"Second MR\" }\nschedule = \"child_in_months\"\nfrom = 15\ndue_until = 15\n\
                 until = 59\nafter = \"mr.1\"\nmin_interval = \"5 months\"\nsource = \"Buku KIA\"\nconfidence = \"design\"\n";
    write(&overlay, "local.toml", later);
    let page = page("changed", &["--overlay", overlay.to_str().unwrap()]);
    assert!(page.contains("MR kedua") && page.contains("5 bulan setelah Campak-rubela 1 (MR1)") && !page.contains("(MR2)"));
}

#[test]
fn a_folder_that_cannot_be_is_told() {
    let file = write(&folder("no_folder"), "file", "");
    let run = doc(&file, &[]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("siklus: "), "{}", run.err);
}
