//! The command line.

use clap::{Parser, Subcommand};

use crate::{app, bench, crash, demo, fuzz, kotlin};

/// Builds, shows and checks Siklus.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub task: Task,
}

/// One command; each has a file of its own.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Visit an invented household through the Kotlin library, kill the app in the middle, and print the results.
    Demo(demo::Options),
    /// Run every check of the gate.
    Test,
    /// Build and test the Kotlin library.
    Kotlin,
    /// Compare the interface of the Kotlin library with the one that is written down.
    Api(kotlin::Options),
    /// Compare the size of the native library with the one that is written down.
    Size(kotlin::size::Options),
    /// Open the cadre's app in a window on the desktop.
    App,
    /// Write the picture of every screen of the app.
    Shots(app::Options),
    /// Build the app as an APK for a phone.
    Apk,
    /// Measure the engine and the store.
    Bench(bench::Options),
    /// Feed mutated inputs to the readers of packs, expressions and cases.
    Fuzz(fuzz::Options),
    /// Kill a process that writes visits, and look at what is left.
    Crash(crash::Options),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parse(line: &str) -> Result<Task, clap::Error> {
        Cli::try_parse_from(line.split_whitespace()).map(|cli| cli.task)
    }

    #[test]
    fn the_definition_holds_no_contradiction() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_demo_speaks_indonesian_unless_told() {
        let Ok(Task::Demo(options)) = parse("xtask demo") else { panic!("not read") };
        assert_eq!(options.lang, demo::Language::Id);
        let Ok(Task::Demo(options)) = parse("xtask demo --lang en") else { panic!("not read") };
        assert_eq!(options.lang, demo::Language::En);
        assert!(parse("xtask demo --lang xx").is_err());
    }

    #[test]
    fn the_gate_takes_no_arguments() {
        assert!(matches!(parse("xtask test"), Ok(Task::Test)));
        assert!(parse("xtask test --fast").is_err());
    }

    #[test]
    fn the_benchmark_measures_all_and_only_shows_it_unless_told() {
        let Ok(Task::Bench(options)) = parse("xtask bench") else { panic!("not read") };
        assert_eq!((options.check, options.filter), (false, None));
        let Ok(Task::Bench(options)) = parse("xtask bench --check assess/child") else { panic!("not read") };
        assert_eq!((options.check, options.filter.as_deref()), (true, Some("assess/child")));
    }

    #[test]
    fn the_interface_is_only_compared_unless_told() {
        assert!(matches!(parse("xtask kotlin"), Ok(Task::Kotlin)));
        let Ok(Task::Api(options)) = parse("xtask api") else { panic!("not read") };
        assert!(!options.accept);
        let Ok(Task::Api(options)) = parse("xtask api --accept") else { panic!("not read") };
        assert!(options.accept);
    }

    #[test]
    fn all_screens_are_drawn_unless_those_of_the_readme_are_asked_for() {
        let Ok(Task::Shots(options)) = parse("xtask shots") else { panic!("not read") };
        assert!(!options.readme);
        let Ok(Task::Shots(options)) = parse("xtask shots --readme") else { panic!("not read") };
        assert!(options.readme);
    }

    #[test]
    fn fuzzing_needs_its_rounds() {
        let Ok(Task::Fuzz(options)) = parse("xtask fuzz --rounds 500 --seed 7") else { panic!("not read") };
        assert_eq!((options.rounds, options.seed), (500, Some(7)));
        assert!(parse("xtask fuzz").is_err());
        assert!(parse("xtask fuzz --rounds 0").is_err());
    }

    #[test]
    fn killing_needs_its_rounds() {
        let Ok(Task::Crash(options)) = parse("xtask crash --rounds 500 --seed 7") else { panic!("not read") };
        assert_eq!((options.rounds, options.seed), (500, Some(7)));
        assert!(parse("xtask crash").is_err());
        assert!(parse("xtask crash --rounds 0").is_err());
    }

    #[test]
    fn a_command_is_needed() {
        assert!(parse("xtask").is_err());
        assert!(parse("xtask deploy").is_err());
    }
}
