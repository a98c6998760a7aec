//! The page on the rule language: every example loads, every table comes out, every refusal reads as it says.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{Outcome, Person, date, outcome, rule};
use siklus_core::pack::fault::SourceFile;
use siklus_core::pack::source::Source;
use siklus_core::pack::{FactRef, Pack};
use siklus_core::screening::Assessment;

const PAGE: &str = include_str!("../../docs/rule-language.md");

/// What the page holds, in order.
#[derive(Debug, Default)]
struct Page {
    preamble: String,
    /// All examples together: one pack.
    examples: String,
    /// Examples that are refused, with what is said of them.
    refused: Vec<(String, Vec<String>)>,
    tables: Vec<Table>,
}

/// What is recorded, and what comes out for each column.
#[derive(Debug, Default)]
struct Table {
    columns: Vec<String>,
    rows: Vec<(Vec<String>, Vec<String>)>,
}

fn read(page: &str) -> Page {
    let mut read = Page::default();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let block: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            match kind {
                "toml preamble" => read.preamble += &block.join("\n"),
                "toml" => read.examples += &(complete(&block.join("\n")) + "\n"),
                "toml refused" => read.refused.push((block.join("\n"), Vec::new())),
                "text" => read.refused.last_mut().unwrap().1 = block.into_iter().map(str::to_owned).collect(),
                other => panic!("a block of {other}"),
            }
        } else if line.starts_with("| recorded |") {
            read.tables.push(table(line, lines.by_ref().skip(1).take_while(|line| line.starts_with('|'))));
        }
    }
    read
}

fn table<'t>(header: &str, rows: impl Iterator<Item = &'t str>) -> Table {
    let columns = cells(header)[1..].iter().map(|cell| quoted(cell).concat()).collect();
    let row = |line: &str| {
        let cells = cells(line);
        (quoted(&cells[0]), cells[1..].to_vec())
    };
    Table { columns, rows: rows.map(row).collect() }
}

fn cells(line: &str) -> Vec<String> {
    line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()
}

/// What stands between backticks.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Adds to each rule the keys that the page leaves out; the lines keep their places.
fn complete(block: &str) -> String {
    let mut keys = rule("x.x", "true");
    keys = keys.lines().skip(2).map(|line| line.replace("Buku", "Buku KIA")).collect::<Vec<_>>().join("\n");
    let mut parts: Vec<_> = block.split("\n[").map(str::to_owned).collect();
    for part in &mut parts {
        let is_rule = part.trim_start_matches('[').starts_with('"');
        if is_rule && !part.contains("title =") {
            part.push('\n');
            part.push_str(&keys);
        }
    }
    parts.join("\n[")
}

fn load(page: &Page, more: &str) -> Result<Pack, siklus_core::pack::fault::Faults> {
    let file = |name: &str, text: &str| SourceFile::new(name, text);
    Pack::new(Source::read(vec![file("preamble.toml", &page.preamble), file("page.toml", &page.examples), file("more.toml", more)])?)
}

/// Rules that tell of each value in a table whether it is answered and what it is.
fn probes(table: &Table) -> String {
    let mut text = String::new();
    for (column, name) in table.columns.iter().enumerate().filter(|(_, name)| !name.contains('.')) {
        text += &rule(&format!("general.known_{column}"), &format!("answered({name})"));
        text += &rule(&format!("general.same_{column}"), &format!("{name} == {name}"));
        for (row, (_, results)) in table.rows.iter().enumerate().filter(|(_, (_, results))| results[column].starts_with('`')) {
            text += &rule(&format!("general.is_{column}_{row}"), &format!("{name} == {}", quoted(&results[column]).concat()));
        }
    }
    text.replace("\"Buku\"", "\"Buku KIA\"")
}

fn person(recorded: &[String]) -> Person {
    recorded.iter().fold(Person::new(), |person, item| match item.split_once(" = ") {
        Some(("lmp", day)) => person.lmp(day),
        Some(("born", day)) => person.born(day),
        Some(("sex", "'male'")) => person.male(),
        _ if item.contains(" on ") => person.dose(item),
        _ => match item.split_once(": ") {
            Some((day, facts)) if day.starts_with("20") => person.earlier(&date(day).to_string(), &facts.replace("; ", ", ")),
            _ => person.with(item),
        },
    })
}

fn said(pack: &Pack, assessment: &Assessment, table: &Table, row: usize, column: usize) -> String {
    let name = &table.columns[column];
    if !name.contains('.') {
        return said_of_value(pack, assessment, &table.rows[row].1[column], row, column);
    }
    let code = |names: Vec<String>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let id = pack.find_rule(name).unwrap();
    if let Some(found) = assessment.findings.iter().find(|finding| finding.rule == id) {
        let tests = assessment.because(found).iter().filter_map(|reason| reason.test_text(pack));
        return format!("fires because {}", code(tests.collect()));
    }
    match assessment.undetermined.iter().find(|open| open.rule == id) {
        Some(open) => {
            format!("open, waits for {}", code(open.open.iter().map(|fact: &FactRef| pack.fact_name(*fact).to_owned()).collect()))
        }
        None => "no".to_owned(),
    }
}

fn said_of_value(pack: &Pack, assessment: &Assessment, expected: &str, row: usize, column: usize) -> String {
    let probe = |kind: &str| outcome(pack, assessment, &format!("general.{kind}_{column}"));
    match (probe("known"), probe("same")) {
        (Outcome::Fires, _) if outcome(pack, assessment, &format!("general.is_{column}_{row}")) == Outcome::Fires => expected.to_owned(),
        (Outcome::Fires, _) => "another value".to_owned(),
        (_, Outcome::Open) => "open".to_owned(),
        _ => "does not apply".to_owned(),
    }
}

#[test]
fn every_example_loads_and_comes_out_as_it_says() {
    let page = read(PAGE);
    assert!(page.tables.len() >= 6, "{} tables", page.tables.len());
    for table in &page.tables {
        let pack = load(&page, &probes(table)).unwrap_or_else(|faults| panic!("{faults}"));
        for (row, (recorded, results)) in table.rows.iter().enumerate() {
            let assessment = person(recorded).assess(&pack);
            for (column, expected) in results.iter().enumerate() {
                assert_eq!(said(&pack, &assessment, table, row, column), *expected, "`{}` where {recorded:?}", table.columns[column]);
            }
        }
    }
}

#[test]
fn what_is_refused_is_refused_in_these_words() {
    let page = read(PAGE);
    assert_eq!(page.refused.len(), 2);
    for (block, expected) in &page.refused {
        let faults = load(&page, &complete(block)).unwrap_err();
        let lines: Vec<_> = faults.list.iter().map(|fault| in_block(&fault.line(&faults.files), &complete(block), block)).collect();
        assert_eq!(lines, *expected);
    }
}

/// The line of a fault, with its place in the block as it stands on the page.
fn in_block(fault: &str, completed: &str, block: &str) -> String {
    let (line, rest) = fault.trim_start_matches("more.toml:").split_once(':').unwrap();
    let text = completed.lines().nth(line.parse::<usize>().unwrap() - 1).unwrap();
    let line = block.lines().position(|other| other == text).unwrap() + 1;
    format!("{line}:{rest}")
}

/// A page, not a book.
#[test]
fn the_page_stays_a_page() {
    assert!(PAGE.lines().count() <= 340, "{} lines", PAGE.lines().count());
}
