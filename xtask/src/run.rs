//! Runs other programs: shown before they start, named when they fail.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use crate::console;
use crate::workspace::Workspace;

/// Why a run ended early, with what to do about it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// A program ended with a status other than 0.
    #[error("failed: {program} ({status})\n{help}")]
    Ended { program: String, status: String, help: String },
    /// A program could not be started.
    #[error("cannot start: {program} ({reason})\n{help}")]
    NotStarted { program: String, reason: String, help: String },
    /// Something that the run needs is not there.
    #[error("{what}\n{help}")]
    Missing { what: String, help: String },
}

/// A program with its arguments, to be run at the root of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    program: OsString,
    shown: String,
    arguments: Vec<OsString>,
    set: Vec<(&'static str, &'static str)>,
    unset: Vec<&'static str>,
    help: String,
}

impl Run {
    /// A program by its name or path.
    pub fn program(program: impl Into<OsString>, arguments: &[&str]) -> Self {
        let program = program.into();
        Self {
            shown: program.to_string_lossy().into_owned(),
            program,
            arguments: arguments.iter().map(OsString::from).collect(),
            set: Vec::new(),
            unset: Vec::new(),
            help: String::from("The lines above say why."),
        }
    }

    /// The cargo that runs this command.
    pub fn cargo(arguments: &[&str]) -> Self {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        Self { shown: String::from("cargo"), ..Self::program(cargo, arguments) }
    }

    /// The program `siklus` as it is shipped.
    pub fn siklus(arguments: &[&str]) -> Self {
        Self::cargo(&["run", "--quiet", "--release", "--locked", "--package", "siklus-cli", "--bin", "siklus", "--"]).with(arguments)
    }

    /// More arguments, behind those that are there.
    pub fn with<A: Into<OsString>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// An environment variable for this program alone.
    pub fn env(mut self, name: &'static str, value: &'static str) -> Self {
        self.set.push((name, value));
        self
    }

    /// Keeps an environment variable from this program.
    pub fn without_env(mut self, name: &'static str) -> Self {
        self.unset.push(name);
        self
    }

    /// What to do when the program fails.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The program as one would type it.
    pub fn shown(&self) -> String {
        let set = self.set.iter().map(|(name, value)| format!("{name}={value}"));
        let arguments = self.arguments.iter().map(|argument| argument.to_string_lossy().into_owned());
        set.chain([self.shown.clone()]).chain(arguments).collect::<Vec<_>>().join(" ")
    }

    /// Shows the program and runs it to its end.
    pub fn run(&self, workspace: &Workspace) -> Result<(), Failure> {
        console::line(format_args!("$ {}", self.shown()));
        self.run_silently(workspace)
    }

    /// Runs the program to its end without showing it first.
    pub fn run_silently(&self, workspace: &Workspace) -> Result<(), Failure> {
        match self.command(workspace).status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Failure::Ended { program: self.shown(), status: status.to_string(), help: self.help.clone() }),
            Err(error) => Err(Failure::NotStarted { program: self.shown(), reason: error.to_string(), help: self.help.clone() }),
        }
    }

    /// What the program prints on standard output; none when it is not there or fails.
    pub fn output(&self, workspace: &Workspace) -> Option<String> {
        let output = self.command(workspace).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn command(&self, workspace: &Workspace) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(workspace.root()).envs(self.set.iter().copied());
        for name in &self.unset {
            command.env_remove(name);
        }
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_shown_as_one_would_type_it() {
        let run = Run::cargo(&["doc", "--no-deps"]).env("RUSTDOCFLAGS", "-Dwarnings").with(["--locked"]);
        assert_eq!(run.shown(), "RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps --locked");
    }

    #[test]
    fn a_failure_names_the_program_and_says_what_to_do() {
        let failure = Run::program("false", &["--hard"]).help("Do this.").run_silently(&Workspace::at("."));
        let text = failure.map_or_else(|failure| failure.to_string(), |()| String::new());
        assert_eq!(text, "failed: false --hard (exit status: 1)\nDo this.");
    }

    #[test]
    fn a_program_that_is_not_there_is_no_panic() {
        let run = Run::program("siklus-no-such-program", &[]);
        let workspace = Workspace::at(".");
        assert!(matches!(run.run_silently(&workspace), Err(Failure::NotStarted { .. })));
        assert_eq!(run.output(&workspace), None);
    }
}
