//! `cargo xtask demo`: one home visit to an invented household.

use std::fs;
use std::path::Path;

use clap::ValueEnum;

use crate::console;
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// The case files of the demo, one for each person.
pub const HOUSEHOLD: &str = "tests/household";

/// How to show it.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The language of the findings.
    #[arg(long, value_enum, default_value_t = Language::Id)]
    pub lang: Language,
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

/// Assesses each person of the household.
pub fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    console::heading("Building siklus");
    Run::cargo(&["build", "--release", "--locked", "--package", "siklus-cli"]).run(workspace)?;
    let people = workspace.files(HOUSEHOLD, "toml");
    if people.is_empty() {
        return Err(Failure::Missing {
            what: format!("no case files in {HOUSEHOLD}"),
            help: String::from("Restore them from git: one file for each person."),
        });
    }
    people.iter().try_for_each(|person| assess(workspace, person, options.lang))
}

fn assess(workspace: &Workspace, person: &Path, language: Language) -> Result<(), Failure> {
    console::heading(title(workspace, person)?);
    Run::siklus(&["assess"])
        .with([person])
        .with(["--lang", language.code()])
        .help("Each line above names the place in the case file; docs of the format stand in docs/.")
        .run_silently(workspace)
}

/// The title of a case file, as a heading.
fn title(workspace: &Workspace, case: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(workspace.root().join(case)).unwrap_or_default();
    title_in(&text).ok_or_else(|| Failure::Missing {
        what: format!("{} has no title", case.display()),
        help: String::from("Begin the file with: title = \"...\""),
    })
}

fn title_in(text: &str) -> Option<String> {
    let case = toml::de::DeTable::parse(text).ok()?;
    let title = case.get_ref().get("title")?.get_ref().as_str()?;
    (!title.is_empty()).then(|| title.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_the_title_of_the_case() {
        assert_eq!(title_in("title = \"A father of 45\"\non = 2026-03-02\n").as_deref(), Some("A father of 45"));
    }

    #[test]
    fn a_case_without_a_title_or_without_sense_has_none() {
        for text in ["on = 2026-03-02", "title = \"\"", "title = 3", "title ="] {
            assert_eq!(title_in(text), None, "{text}");
        }
    }

    #[test]
    fn every_person_of_the_household_has_a_title() {
        let workspace = Workspace::at(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let people = workspace.files(HOUSEHOLD, "toml");
        assert_eq!(people.len(), 3);
        for person in people {
            assert!(title(&workspace, &person).is_ok(), "{}", person.display());
        }
    }
}
