//! `cargo xtask demo`: one home visit to an invented household, through the Kotlin library and its encrypted store.

mod case;

use std::fs;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::app;
use crate::console;
use crate::kotlin;
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// The case files of the demo, one for each person.
pub const HOUSEHOLD: &str = "tests/household";
/// What the demo reads, written anew at each run.
const CASES: &str = "bindings/kotlin/target/demo";
/// Columns of a text that is not written to a terminal, and the widest lines on one.
const WIDEST: u16 = 100;
/// The narrowest lines; below it a word and its indent no longer fit.
const NARROWEST: u16 = 40;

/// How to show it.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The language of the findings.
    #[arg(long, value_enum, default_value_t = Language::Id)]
    pub lang: Language,
    /// Draw the screens of the app to files, even where it could open in a window.
    #[arg(long)]
    pub pictures: bool,
}

/// A language that every text of the pack has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Indonesian.
    Id,
    /// English.
    En,
}

impl Language {
    fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }
}

/// Builds the library, then lets a cadre visit the household.
pub fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    console::heading("1 of 4: the native library (the first time takes some minutes: OpenSSL and SQLCipher are built too)");
    app::ready(workspace)?;
    console::heading("2 of 4: the Kotlin library and the demo");
    let demo = demo(workspace, options.lang)?;
    console::heading("3 of 4: the demo");
    demo.run_silently(workspace)?;
    console::heading("4 of 4: the cadre's app (the first time it fetches Android, about 600 MB)");
    app::demo(workspace, options.lang.code(), options.pictures)
}

/// Whether the demo comes to its end and finds everything as it should be. What it says is not shown.
pub fn check(workspace: &Workspace) -> Result<(), Failure> {
    let said = demo(workspace, Language::En)?.output(workspace);
    said.map(drop).ok_or_else(|| missing("the demo fails".into(), "Run it to see why: cargo xtask demo"))
}

fn demo(workspace: &Workspace, language: Language) -> Result<Run, Failure> {
    let demo = kotlin::DEMO.ready(workspace)?;
    let shown = [language.code(), &width().to_string(), if color() { "color" } else { "plain" }].map(str::to_owned);
    Ok(demo.with(shown).with(write_cases(workspace)?).help("The lines above say what went wrong."))
}

fn write_cases(workspace: &Workspace) -> Result<Vec<PathBuf>, Failure> {
    let people = workspace.files(HOUSEHOLD, "toml");
    if people.is_empty() {
        return Err(missing(format!("no case files in {HOUSEHOLD}"), "Restore them from git: one file for each person."));
    }
    let folder = workspace.root().join(CASES);
    fs::create_dir_all(&folder).map_err(|error| missing(format!("{}: {error}", folder.display()), "Mend that, then run it again."))?;
    people.iter().map(|person| write_case(workspace, &folder, person)).collect()
}

fn write_case(workspace: &Workspace, folder: &Path, person: &Path) -> Result<PathBuf, Failure> {
    let text = fs::read_to_string(workspace.root().join(person)).unwrap_or_default();
    let no_case = || missing(format!("{} is no case of a person", person.display()), "`siklus case` names what is wrong with it.");
    let lines = case::lines(&text).ok_or_else(no_case)?;
    let file = folder.join(person.file_name().unwrap_or_default()).with_extension("txt");
    fs::write(&file, lines).map_err(|error| missing(format!("{}: {error}", file.display()), "Mend that, then run it again."))?;
    Ok(file)
}

fn missing(what: String, help: &str) -> Failure {
    Failure::Missing { what, help: help.to_owned() }
}

/// Whether the terminal shows colours. The variable NO_COLOR, set to anything, turns them off.
fn color() -> bool {
    stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

fn width() -> u16 {
    terminal_size::terminal_size().map_or(WIDEST, |(width, _)| width.0).clamp(NARROWEST, WIDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_person_of_the_household_is_a_case() {
        let workspace = Workspace::at(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let people = workspace.files(HOUSEHOLD, "toml");
        assert_eq!(people.len(), 3);
        for person in people {
            let text = fs::read_to_string(workspace.root().join(&person)).unwrap();
            assert!(case::lines(&text).is_some_and(|lines| lines.lines().count() > 50), "{}", person.display());
        }
    }

    #[test]
    fn a_line_is_wide_enough_for_a_word() {
        assert!((NARROWEST..=WIDEST).contains(&width()));
    }
}
