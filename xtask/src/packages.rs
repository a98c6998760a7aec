//! Programs that come from the packages of the system: used where they are, installed where that is allowed, otherwise named.

use crate::console;
use crate::run::{Failure, Run};
use crate::toolchain::{Remedy, remedy};
use crate::workspace::Workspace;

/// The oldest JDK that compiles what we write and runs what we test with.
const OLDEST_JDK: u32 = 17;

/// A package of Debian, and how to see that what it brings is there.
pub struct Package {
    name: &'static str,
    is_there: fn(&Workspace) -> bool,
}

/// Compiles and runs Kotlin.
pub const JDK: Package = Package { name: "openjdk-17-jdk-headless", is_there: has_jdk };
/// Builds what is written in Kotlin.
pub const MAVEN: Package =
    Package { name: "maven", is_there: |workspace| Run::program("mvn", &["-B", "--version"]).output(workspace).is_some() };
/// Brings aapt2, which compiles the resources of the app.
pub const AAPT: Package = Package { name: "aapt", is_there: |workspace| Run::program("aapt2", &["version"]).output(workspace).is_some() };

/// Signs an APK.
pub const APKSIGNER: Package =
    Package { name: "apksigner", is_there: |workspace| Run::program("apksigner", &["--version"]).output(workspace).is_some() };
/// Puts what lies in an APK where a phone reads it.
pub const ZIPALIGN: Package =
    Package { name: "zipalign", is_there: |workspace| Run::program("sh", &["-c", "command -v zipalign"]).output(workspace).is_some() };

/// Installs what is lacking, or says which command does.
pub fn complete(workspace: &Workspace, packages: &[Package]) -> Result<(), Failure> {
    let lacking: Vec<&str> = packages.iter().filter(|package| !(package.is_there)(workspace)).map(|package| package.name).collect();
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
    format!("Install them: sudo apt-get install {}\nAny JDK from {OLDEST_JDK} on and any Maven from 3.8 on will do.", lacking.join(" "))
}

fn has_jdk(workspace: &Workspace) -> bool {
    Run::program("javac", &["-version"]).output(workspace).is_some_and(|text| major(&text).is_some_and(|major| major >= OLDEST_JDK))
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
        assert!(help(&[MAVEN.name]).starts_with("Install them: sudo apt-get install maven\n"));
    }
}
