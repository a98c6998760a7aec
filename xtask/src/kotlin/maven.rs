//! Runs Maven. It speaks only of what is wrong, and of the tests.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::{PROJECT, at, file_failure};
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// Lets the test runner speak where everything else is quiet.
const TESTS_SPEAK: &str = "-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info";

/// What the demo needs beside what is compiled here, as `pom.xml` says.
const CLASS_PATH: &str = "target/demo.classpath";

/// Compiles what apps use.
pub fn compile(workspace: &Workspace) -> Result<(), Failure> {
    maven().with(["compile"]).run(workspace)
}

/// Compiles, tests and packs.
pub fn verify(workspace: &Workspace) -> Result<(), Failure> {
    maven()
        .with([TESTS_SPEAK, "verify"])
        .help(format!("Run one test alone: mvn -f {PROJECT} -Dtest=NAME test\nThe first run fetches what pom.xml names; later ones need no network (mvn -o)."))
        .run(workspace)
}

/// The argument file of `java` that names where the demo and all that it needs lie; compiled first when a source has changed.
pub fn demo_arguments(workspace: &Workspace) -> Result<OsString, Failure> {
    let written = at(workspace, CLASS_PATH);
    if !is_newer(&written, &[at(workspace, "src"), at(workspace, "pom.xml")]) {
        maven().with(["process-test-classes"]).run(workspace)?;
    }
    let file = at(workspace, "target/demo.args");
    let arguments = format!("-cp \"{}\"\n", class_path(workspace, &written)?.to_string_lossy().replace('\\', "\\\\"));
    fs::write(&file, arguments).map_err(|error| file_failure(&file, &error))?;
    let mut argument = OsString::from("@");
    argument.push(file);
    Ok(argument)
}

/// Where what was compiled and all that it needs lie.
fn class_path(workspace: &Workspace, written: &Path) -> Result<OsString, Failure> {
    let others = fs::read_to_string(written).map_err(|error| file_failure(written, &error))?;
    let own = ["target/test-classes", "target/classes"].map(|folder| at(workspace, folder));
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

fn maven() -> Run {
    java("mvn", &["-B", "-q", "-Dstyle.color=never", "-f", PROJECT])
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
        let plugins = pom.matches("<plugin>").count();
        let (_, build) = pom.split_once("<build>").unwrap();
        assert_eq!(build.matches("<version>").count(), plugins, "each plugin has its version");
    }
}
