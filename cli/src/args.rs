//! The arguments of the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use siklus_core::growth::Index;
use siklus_core::growth::chart::CHARTED;

/// Judges case files by a rule pack, compares them with what they expect, and checks packs.
#[derive(Parser)]
#[command(
    name = "siklus",
    version,
    about,
    after_help = "Exit status: 0 done and nothing differs, 1 a case differs or a pack has faults, 2 bad input or nothing to do."
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Colours in the output; `auto` means on a terminal where NO_COLOR is not set.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
}

/// When to use colours.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Judge one case file and say what was found and why.
    Assess(AssessArguments),
    /// Compare case files with what they expect.
    #[command(
        after_help = "One line a case, its differences below it; the last line counts cases, ids compared, differences and files skipped.\n\
        Exit status: 0 nothing differs, 1 a case differs, 2 a file is faulty or nothing was compared."
    )]
    Case(CaseArguments),
    /// Say which services of a case file are due, and what comes next.
    Due(DueArguments),
    /// Draw the growth chart of the child in a case file.
    #[command(
        after_help = "Drawn are the measures of the visit and of every [[history]]. Neither a name nor a date stands on the chart.\n\
        Exit status: 0 drawn, 2 the file is faulty or there is no such chart for the child (nothing is written then)."
    )]
    Chart(ChartArguments),
    /// Assess the growth of every child in a CSV file.
    #[command(
        after_help = "Columns that are read, by name, in any order: sex (M, F), age_days or age_months or the dates born and on, measure (l lying, \
        h standing), weight_kg, lenhei_cm, headc_cm, muac_cm, oedema (y, n). All others pass through.\n\
        Exit status: 0 every row was read, 1 a row could not be read (the column error says why), 2 a file is faulty."
    )]
    Growth(GrowthArguments),
    /// Work with rule packs.
    Pack {
        /// What to do with the pack.
        #[command(subcommand)]
        command: PackCommand,
    },
}

/// Arguments of `siklus assess`.
#[derive(Args)]
#[command(after_help = "Exit status: 0 judged, 2 the file or the pack is faulty (nothing is printed then).")]
pub struct AssessArguments {
    /// The case file: one person or one household.
    pub file: PathBuf,
    /// Print one JSON object.
    #[arg(long)]
    pub json: bool,
    /// The language: id, en, or another one of the pack.
    #[arg(long, default_value = "id", value_name = "LANG")]
    pub lang: String,
    /// Which pack judges.
    #[command(flatten)]
    pub packs: PackFolders,
}

/// Arguments of `siklus due`.
#[derive(Args)]
#[command(after_help = "Exit status: 0 told, 2 the file or the pack is faulty (nothing is printed then).")]
pub struct DueArguments {
    /// The case file: one person or one household.
    pub file: PathBuf,
    /// The last day of the plan, as 2026-12-31; twelve months after the visit if left out.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub until: Option<NaiveDate>,
    /// Print JSON: one object, of a household one for each member.
    #[arg(long)]
    pub json: bool,
    /// The language: id, en, or another one of the pack.
    #[arg(long, default_value = "id", value_name = "LANG")]
    pub lang: String,
    /// Which pack judges.
    #[command(flatten)]
    pub packs: PackFolders,
}

/// Where the rules come from.
#[derive(Args, Default)]
pub struct PackFolders {
    /// A folder with a rule pack, in place of the one that is built in.
    #[arg(long, value_name = "DIR")]
    pub pack: Option<PathBuf>,
    /// A folder with local entries: each replaces the one of the same kind and id in the pack, or joins it.
    #[arg(long, value_name = "DIR")]
    pub overlay: Option<PathBuf>,
}

/// Arguments of `siklus case`.
#[derive(Args)]
pub struct CaseArguments {
    /// Case files, and folders of which all .toml files are read, also those further below.
    #[arg(required = true, value_name = "FILE|DIR")]
    pub paths: Vec<PathBuf>,
    /// Compare only the ids of these groups (leaves out `action` and the household's index).
    #[arg(long, value_name = "GROUP,...", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Leave out these ids on both sides; @FILE names a file with one id a line (leaves out `action` and the household's index).
    #[arg(long, value_name = "ID,...|@FILE", value_delimiter = ',')]
    pub except: Vec<String>,
    /// Leave out the status of services.
    #[arg(long)]
    pub no_due: bool,
    /// Leave out the z-scores of growth.
    #[arg(long)]
    pub no_growth: bool,
    /// Which pack judges.
    #[command(flatten)]
    pub packs: PackFolders,
}

/// Arguments of `siklus chart`.
#[derive(Args)]
pub struct ChartArguments {
    /// The case file of a child.
    pub file: PathBuf,
    /// The index: wfa weight for age, lhfa length or height for age, wflh weight for length or height, bfa body mass index for age, hcfa head
    /// circumference for age.
    #[arg(long, value_parser = chart_index())]
    pub index: Index,
    /// Where the drawing goes; a file of this name is replaced.
    #[arg(short, long, value_name = "OUT.svg")]
    pub output: PathBuf,
    /// Draw the child's year of life alone, or the place around its last point on the chart by length.
    #[arg(long)]
    pub zoom: bool,
    /// The language: id, en, or another one of the pack.
    #[arg(long, default_value = "id", value_name = "LANG")]
    pub lang: String,
    /// Which pack names the classes.
    #[command(flatten)]
    pub packs: PackFolders,
}

/// Takes the names of the indices that have a chart.
fn chart_index() -> impl TypedValueParser<Value = Index> {
    PossibleValuesParser::new(CHARTED.map(Index::as_str))
        .try_map(|name| name.parse::<Index>().map_err(|unknown| unknown.allowed.join(", ")))
}

/// Arguments of `siklus growth`.
#[derive(Args)]
pub struct GrowthArguments {
    /// The children, one a row.
    #[arg(value_name = "FILE.csv")]
    pub file: PathBuf,
    /// Where the rows go with their z-scores, flags and classes.
    #[arg(short, long, value_name = "OUT.csv")]
    pub output: PathBuf,
    /// Where the table of prevalence goes: children under 60 months below and above each limit.
    #[arg(long, value_name = "FILE")]
    pub summary: Option<PathBuf>,
}

/// Arguments of `siklus pack doc`.
#[derive(Args)]
#[command(after_help = "Exit status: 0 written, 2 the pack is faulty or the folder cannot be written to.")]
pub struct DocArguments {
    /// The folder that the pages go into; made where it is missing.
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// The language: id or en.
    #[arg(long, default_value = "id", value_name = "LANG")]
    pub lang: String,
    /// Which pack is told.
    #[command(flatten)]
    pub packs: PackFolders,
}

/// The commands on packs.
#[derive(Subcommand)]
pub enum PackCommand {
    /// Check a pack: count its rules by group, show every fault where it stands, and list missing translations.
    #[command(after_help = "Exit status: 0 the pack is sound, 1 it has faults, 2 it cannot be read.")]
    Check {
        /// The folder of the pack; the one that is built in if left out.
        dir: Option<PathBuf>,
        /// A folder with local entries: each replaces the one of the same kind and id in the pack, or joins it.
        #[arg(long, value_name = "DIR")]
        overlay: Option<PathBuf>,
    },
    /// Write pages made from a pack: the immunisation schedule as a chart by age.
    Doc(DocArguments),
}

fn date(text: &str) -> Result<NaiveDate, &'static str> {
    text.parse().map_err(|_| "expected a date like 2026-03-02")
}
