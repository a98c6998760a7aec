//! `siklus chart`: a case file of a child in, a drawing out.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot read its output fails")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{Run, folder, siklus, woman, write};

/// A girl of 14 months with four weighings: in September, two in consecutive months, and one that cannot be.
const GIRL: &str = "on = 2026-03-10
[person]
sex = \"female\"
born = 2025-01-05
[facts]
weight_kg = 7.7
height_cm = 73.0
measured_position = \"lying\"
head_circumference_cm = 44.3
[[history]]
on = 2025-09-10
facts = { weight_kg = 7.1 }
[[history]]
on = 2025-12-10
facts = { weight_kg = 75.0 }
[[history]]
on = 2026-02-10
facts = { weight_kg = 7.6, height_cm = 72.0, measured_position = \"lying\" }
";

fn chart(input: &Path, output: &Path, options: &[&str]) -> Run {
    let arguments = ["chart".as_ref(), input.as_os_str(), "-o".as_ref(), output.as_os_str()];
    siklus(arguments.into_iter().chain(options.iter().map(|option| option.as_ref())))
}

/// Draws a case that is written here; gives what was said and where the drawing lies.
fn drawn(test: &str, case: &str, options: &[&str]) -> (Run, PathBuf) {
    let folder = folder(test);
    let output = folder.join("child.svg");
    (chart(&write(&folder, "child.toml", case), &output, options), output)
}

fn drawing(test: &str, options: &[&str]) -> String {
    let (run, output) = drawn(test, GIRL, options);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    fs::read_to_string(output).unwrap()
}

/// The texts on the sheet.
fn texts(svg: &str) -> Vec<String> {
    let inside = svg.split("<text").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once("</text>"));
    inside.map(|(text, _)| text.trim().to_owned()).collect()
}

fn has(texts: &[String], text: &str) -> bool {
    texts.iter().any(|found| found == text)
}

#[test]
fn a_chart_is_drawn_and_told_in_words() {
    let (run, output) = drawn("chart-girl", GIRL, &["--index", "wfa"]);
    let expected = "Pada 10 Maret 2026 berat badannya 7,7 kg, termasuk berat badan normal. Bulan sebelumnya 7,6 kg: naik 0,1 kg.\n";
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, expected, ""));
    let svg = fs::read_to_string(output).unwrap();
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
    let texts = texts(&svg);
    let title = "Grafik berat badan menurut umur, anak perempuan";
    for text in
        [title, "Semua umur", "-3", "0", "+3", "Umur (bulan)", "1 tahun", "Berat badan (kg)", "Hasil ukur", "Tidak wajar, ukur lagi"]
    {
        assert!(has(&texts, text), "{text}: {texts:?}");
    }
    let names = texts.iter().filter(|text| *text == "Berat badan kurang").count();
    assert_eq!(names, 2, "in the band and in the legend");
}

#[test]
fn points_of_consecutive_months_are_joined_and_what_cannot_be_is_hollow() {
    let svg = drawing("chart-points", &["--index", "wfa"]);
    // One of each kind stands in the legend.
    assert_eq!(svg.matches("fill=\"#0b3d91\" r=\"5.5\"").count(), 3 + 1);
    assert_eq!(svg.matches("fill=\"#fff\" r=\"5.5\"").count(), 1 + 1);
    assert_eq!(svg.matches("stroke-width=\"2.6\" x1=").count(), 1, "from February to March");
}

#[test]
fn every_index_is_drawn_in_both_languages() {
    for (index, id, en) in [
        ("wfa", "Berat badan sangat kurang", "Severely underweight"),
        ("lhfa", "Sangat pendek", "Severely stunted"),
        ("wflh", "Gizi buruk", "Severely wasted"),
        ("bfa", "Gizi buruk", "Severely wasted"),
        ("hcfa", "Lingkar kepala kecil", "Small head"),
    ] {
        assert!(has(&texts(&drawing("chart-indices", &["--index", index])), id), "{index}");
        assert!(has(&texts(&drawing("chart-indices", &["--index", index, "--lang", "en"])), en), "{index}");
    }
}

#[test]
fn a_zoom_shows_the_year_of_the_child() {
    let year = texts(&drawing("chart-zoom", &["--index", "lhfa", "--zoom"]));
    assert!(has(&year, "12 sampai 24 bulan") && has(&year, "13") && !has(&year, "6"), "{year:?}");
    assert!(has(&texts(&drawing("chart-zoom", &["--index", "wflh", "--zoom"])), "Sekitar titik terakhir"));
}

/// With the age of a point its day would tell the birth date.
#[test]
fn no_date_stands_on_a_chart() {
    let svg = drawing("chart-private", &["--index", "wfa"]);
    for date in ["2025", "2026", "Januari", "Maret", "September"] {
        assert!(!svg.contains(date), "{date}");
    }
}

#[test]
fn an_index_that_does_not_exist_at_the_age_is_refused() {
    let case = GIRL.replace("2025-01-05", "2019-01-05");
    let (run, output) = drawn("chart-age", &case, &["--index", "hcfa"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(
        run.err.ends_with("child.toml: person.born: the index does not exist at this age, expected one of: wfa, lhfa, bfa\n"),
        "{}",
        run.err
    );
    assert!(!output.exists());
    let (run, _) = drawn("chart-age", &woman(""), &["--index", "bfa"]);
    assert!(run.err.ends_with("person.born: the index does not exist at this age, expected a child under 19 years\n"), "{}", run.err);
}

#[test]
fn the_day_of_birth_must_be_known() {
    let case = GIRL.replace("born = 2025-01-05", "born = 2025-01-05\nborn_precision = \"month\"");
    let (run, _) = drawn("chart-day", &case, &["--index", "wfa"]);
    assert_eq!(run.status, 2);
    assert!(run.err.ends_with("person.born_precision: the day of birth is not known, expected \"day\"\n"), "{}", run.err);
}

#[test]
fn what_is_not_an_index_with_a_chart_is_refused() {
    for index in ["waz", "acfa"] {
        let (run, _) = drawn("chart-index", GIRL, &["--index", index]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains("[possible values: wfa, lhfa, wflh, bfa, hcfa]"), "{}", run.err);
    }
}

#[test]
fn a_household_and_a_faulty_file_are_refused() {
    let household = "on = 2026-03-02\n[household]\n[[members]]\nid = \"a\"\nsex = \"female\"\nborn = 2025-01-05\n";
    let (run, _) = drawn("chart-household", household, &["--index", "wfa"]);
    assert_eq!(run.status, 2);
    assert!(run.err.ends_with("child.toml: [household]: expected the case of one person\n"), "{}", run.err);
    let (run, output) = drawn("chart-faulty", &GIRL.replace("7.7", "\"heavy\""), &["--index", "wfa"]);
    assert!(run.status == 2 && run.err.contains("child.toml:6: facts.weight_kg") && !output.exists(), "{}", run.err);
}

#[test]
fn neither_the_case_nor_a_file_that_cannot_be_written_is_touched() {
    let folder = folder("chart-output");
    let input = write(&folder, "child.toml", GIRL);
    let run = chart(&input, &input, &["--index", "wfa"]);
    assert_eq!((run.status, run.err.contains("must be different files")), (2, true));
    assert_eq!(fs::read_to_string(&input).unwrap(), GIRL);
    let run = chart(&input, &folder.join("none/child.svg"), &["--index", "wfa"]);
    assert!(run.status == 2 && run.err.contains("cannot be written"), "{}", run.err);
    let old = write(&folder, "old.svg", "old");
    assert_eq!(chart(&input, &old, &["--index", "wfa"]).status, 0);
    assert!(fs::read_to_string(&old).unwrap().starts_with("<svg"), "a drawing replaces an older one, as results of `siklus growth` do");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing half-written stays");
}

#[test]
fn the_picture_of_the_docs_is_drawn_from_its_case() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let output = folder("chart-docs").join("growth-chart.svg");
    assert_eq!(chart(&root.join("tests/growth/girl-14-months.toml"), &output, &["--index", "wfa"]).status, 0);
    let [drawn, kept] = [output, root.join("docs/pictures/growth-chart.svg")].map(|path| fs::read_to_string(path).unwrap());
    assert!(drawn == kept, "draw it again with `siklus chart`");
}
