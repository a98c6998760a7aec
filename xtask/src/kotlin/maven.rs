//! Runs Maven. It speaks only of what is wrong, and of the tests.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::{PROJECT, file_failure};
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// Lets the test runner speak where everything else is quiet.
pub const TESTS_SPEAK: &str = "-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info";

/// A program that is compiled beside the tests of a Maven project.
pub struct Program {
    /// The folder of the project. It writes down what the program needs beside it, as `target/demo.classpath`.
    pub folder: &'static str,
    /// What Maven is told, to compile it.
    pub compile: &'static [&'static str],
    /// Where everything lies that it is compiled from.
    pub sources: &'static [&'static str],
    /// The class with its `main`.
    pub main: &'static str,
    /// How the JVM is started.
    pub options: &'static [&'static str],
}

impl Program {
    /// Compiles it when a source has changed, and gives what runs it.
    pub fn ready(&self, workspace: &Workspace) -> Result<Run, Failure> {
        let folder = workspace.root().join(self.folder);
        let written = folder.join("target/demo.classpath");
        if !is_newer(&written, &self.sources.iter().map(|path| workspace.root().join(path)).collect::<Vec<_>>()) {
            maven(self.compile).run(workspace)?;
        }
        // The class path is longer than some systems allow a command to be.
        let file = folder.join("target/demo.args");
        let arguments = format!("-cp \"{}\"\n", class_path(&folder, &written)?.to_string_lossy().replace('\\', "\\\\"));
        fs::write(&file, arguments).map_err(|error| file_failure(&file, &error))?;
        let mut argument = OsString::from("@");
        argument.push(file);
        Ok(java("java", self.options).with([argument, OsString::from(self.main)]))
    }
}

/// Compiles what apps use.
pub fn compile(workspace: &Workspace) -> Result<(), Failure> {
    maven(&["-f", PROJECT, "compile"]).run(workspace)
}

/// Compiles, tests and packs.
pub fn verify(workspace: &Workspace) -> Result<(), Failure> {
    maven(&["-f", PROJECT, TESTS_SPEAK, "verify"]).help(help(PROJECT)).run(workspace)
}

/// What to do when the tests of a project fail.
pub fn help(project: &str) -> String {
    format!(
        "Run one test alone: mvn -f {project} -Dtest=NAME test\nThe first run fetches what pom.xml names; later ones need no network (mvn -o)."
    )
}

/// Where what was compiled and all that it needs lie.
fn class_path(folder: &Path, written: &Path) -> Result<OsString, Failure> {
    let others = fs::read_to_string(written).map_err(|error| file_failure(written, &error))?;
    let own = ["target/test-classes", "target/classes"].map(|part| folder.join(part));
    let all = env::join_paths(own.into_iter().chain(env::split_paths(others.trim())));
    all.map_err(|error| Failure::Missing { what: error.to_string(), help: String::from("Rename that folder.") })
}

/// Whether a file is newer than all that lies at some places.
fn is_newer(file: &Path, than: &[PathBuf]) -> bool {
    let written = |path: &Path| fs::metadata(path).and_then(|known| known.modified()).ok();
    let mut open = than.to_vec();
    while let Some(path) = open.pop() {
        if written(file).is_none_or(|file| written(&path).is_none_or(|source| source > file)) {
            return false;
        }
        open.extend(fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()));
    }
    true
}

/// Maven, quiet.
pub fn maven(arguments: &[&str]) -> Run {
    java("mvn", &["-B", "-q", "-Dstyle.color=never"]).with(arguments)
}

/// A program that runs on the JVM. Cargo adds its own folder to where libraries are looked for, and JNA looks there first: it would find
/// what was built for Rust tests in place of what is shipped.
pub fn java(program: &str, arguments: &[&str]) -> Run {
    ["LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"].into_iter().fold(Run::program(program, arguments), Run::without_env)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str) -> String {
        fs::read_to_string(format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    #[test]
    fn the_kotlin_library_has_the_version_of_the_workspace() {
        let pom = read(&format!("{PROJECT}/pom.xml"));
        let own = pom.split("<version>").nth(1).and_then(|rest| rest.split("</version>").next());
        assert_eq!(own, Some(env!("CARGO_PKG_VERSION")));
    }

    #[test]
    fn a_file_is_newer_than_what_was_written_before_it() {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        assert!(!is_newer(&root.join("no-such-file"), &[root.join("src")]));
        assert!(!is_newer(&root.join("Cargo.toml"), &[root.join("no-such-folder")]));
        assert!(is_newer(&root.join("Cargo.toml"), &[root.join("Cargo.toml")]));
    }

    #[test]
    fn nothing_in_the_build_is_a_snapshot_or_a_range() {
        let pom = read(&format!("{PROJECT}/pom.xml"));
        assert!(!pom.contains("SNAPSHOT") && !pom.contains("<version>["));
        let plugins = pom.matches("<plugin>").count() + pom.matches("<signature>").count();
        let (_, build) = pom.split_once("<build>").unwrap();
        assert_eq!(build.matches("<version>").count(), plugins, "each plugin has its version");
    }
}
