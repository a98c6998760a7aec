//! The page around the chart.

use std::collections::BTreeSet;
use std::fmt::Write;

use siklus_core::pack::Pack;
use siklus_core::screening::render::Renderer;

use super::{Row, rows, sheet};

/// The words of the page. They are about the page and nothing medical, so that they stand here and not in the pack.
pub struct Words {
    pub title: &'static str,
    pub age: &'static str,
    pub recommended: &'static str,
    pub possible: &'static str,
    pub not_given: &'static str,
    pub local: &'static str,
    pub days: &'static str,
    pub months: &'static str,
    after: &'static str,
    made_from: &'static str,
    sources: &'static str,
    note: &'static str,
}

const INDONESIAN: Words = Words {
    title: "Jadwal imunisasi anak",
    age: "Umur dalam bulan yang sudah genap",
    recommended: "bulan yang dianjurkan",
    possible: "masih bisa diberikan",
    not_given: "tidak diberikan",
    local: "* hanya di daerah yang memberikannya",
    days: "hari",
    months: "bulan",
    after: "{time} setelah {name}",
    made_from: "Dibuat dari aturan",
    sources: "Sumber",
    note: "Nakes yang memutuskan apa yang diberikan.",
};

const ENGLISH: Words = Words {
    title: "Immunisation schedule of children",
    age: "Age in completed months",
    recommended: "recommended month",
    possible: "can still be given",
    not_given: "not given",
    local: "* only where the area has it",
    days: "days",
    months: "months",
    after: "{time} after {name}",
    made_from: "Made from the rules",
    sources: "Sources",
    note: "The health worker decides what is given.",
};

impl Words {
    fn of(language: &str) -> &'static Self {
        if language == "en" { &ENGLISH } else { &INDONESIAN }
    }

    /// How long after which other vaccine.
    pub fn after(&self, name: &str, time: String) -> String {
        self.after.replace("{time}", &time).replace("{name}", name)
    }
}

/// The page as HTML that needs nothing beside it.
pub fn page(pack: &Pack, language: &str) -> String {
    let words = Words::of(language);
    let renderer = Renderer::new(pack, language);
    let rows = rows(pack, &renderer);
    let (title, meta) = (words.title, &pack.source().meta);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>body {{ font-family: sans-serif; \
         margin: 2rem; color: #222 }} svg {{ width: 100%; height: auto }}</style>\n</head>\n<body>\n",
        if language == "en" { "en" } else { "id" }
    );
    page.push_str(&sheet(&rows, words));
    // Writing to a text cannot fail.
    let _ = write!(page, "\n<p>{}</p>\n<h2>{}</h2>\n<ul>\n", words.note, words.sources);
    for (source, confidence) in sources(&rows, &renderer) {
        let _ = writeln!(page, "<li>{} ({})</li>", escaped(&source), escaped(&confidence));
    }
    let _ = write!(page, "</ul>\n<p>{}: {} {}</p>\n</body>\n</html>\n", words.made_from, escaped(&meta.id), escaped(&meta.version));
    page
}

fn sources(rows: &[Row], renderer: &Renderer<'_>) -> BTreeSet<(String, String)> {
    rows.iter().map(|row| (row.source.clone(), renderer.confidence_words(row.confidence).to_owned())).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
