//! A JDK and Maven: used where they are, installed from Debian's packages where that is allowed, otherwise named.

use crate::console;
use crate::run::{Failure, Run};
use crate::toolchain::{Remedy, remedy};
use crate::workspace::Workspace;

/// The oldest JDK that compiles what we write and runs what we test with.
const OLDEST: u32 = 17;
const JDK: &str = "openjdk-17-jdk-headless";
const MAVEN: &str = "maven";

/// Installs what is lacking, or says which command does.
pub fn complete(workspace: &Workspace) -> Result<(), Failure> {
    let lacking: Vec<&str> =
        [(JDK, has_jdk(workspace)), (MAVEN, has_maven(workspace))].into_iter().filter(|(_, there)| !there).map(|(name, _)| name).collect();
    match remedy(&lacking, may_install(workspace)) {
        Remedy::Nothing => Ok(()),
        Remedy::Install => install(workspace, &lacking),
        Remedy::Tell => Err(Failure::Missing { what: format!("not there: {}", lacking.join(", ")), help: help(&lacking) }),
    }
}

fn install(workspace: &Workspace, lacking: &[&str]) -> Result<(), Failure> {
    console::line(format_args!("not there: {}; installed from the packages of this system", lacking.join(", ")));
    Run::program("apt-get", &["update", "--quiet"]).help(help(lacking)).run(workspace)?;
    Run::program("apt-get", &["install", "--yes", "--quiet", "--no-install-recommends"]).with(lacking).help(help(lacking)).run(workspace)
}

fn help(lacking: &[&str]) -> String {
    format!("Install them: sudo apt-get install {}\nAny JDK from {OLDEST} on and any Maven from 3.8 on will do.", lacking.join(" "))
}

fn has_jdk(workspace: &Workspace) -> bool {
    Run::program("javac", &["-version"]).output(workspace).is_some_and(|text| major(&text).is_some_and(|major| major >= OLDEST))
}

fn has_maven(workspace: &Workspace) -> bool {
    Run::program("mvn", &["-B", "--version"]).output(workspace).is_some()
}

/// The first number of `javac 17.0.15`.
fn major(text: &str) -> Option<u32> {
    text.split_whitespace().nth(1)?.split(['.', '-', '+']).next()?.parse().ok()
}

/// Whether this is the administrator of a system with Debian's packages.
fn may_install(workspace: &Workspace) -> bool {
    let root = Run::program("id", &["-u"]).output(workspace).is_some_and(|user| user.trim() == "0");
    root && Run::program("apt-get", &["--version"]).output(workspace).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_first_number() {
        assert_eq!(major("javac 17.0.15\n"), Some(17));
        assert_eq!(major("javac 21-ea"), Some(21));
        assert_eq!(major("javac 1.8.0_402"), Some(1));
        assert_eq!(major(""), None);
    }

    #[test]
    fn what_is_lacking_is_named_with_its_command() {
        assert!(help(&[MAVEN]).starts_with("Install them: sudo apt-get install maven\n"));
    }
}
