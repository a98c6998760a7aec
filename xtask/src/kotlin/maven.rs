//! Runs Maven. It speaks only of what is wrong, and of the tests.

use std::ffi::OsString;
use std::path::Path;
use std::{env, fs};

use super::{PROJECT, at, file_failure};
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// Lets the test runner speak where everything else is quiet.
const TESTS_SPEAK: &str = "-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info";

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

/// Compiles the library with its tests and the demo, and tells where all of it lies.
pub fn class_path(workspace: &Workspace) -> Result<OsString, Failure> {
    let written = at(workspace, CLASS_PATH);
    maven()
        .with(["test-compile", "dependency:build-classpath", "-Dmdep.includeScope=runtime"])
        .with([written_to(&written)])
        .run(workspace)?;
    let others = fs::read_to_string(&written).map_err(|error| file_failure(&written, &error))?;
    let own = ["target/test-classes", "target/classes"].map(|folder| at(workspace, folder));
    let all = own.into_iter().chain(env::split_paths(others.trim()));
    env::join_paths(all)
        .map_err(|error| Failure::Missing { what: error.to_string(), help: String::from("Move to a folder without it in its name.") })
}

fn written_to(file: &Path) -> OsString {
    let mut argument = OsString::from("-Dmdep.outputFile=");
    argument.push(file);
    argument
}

fn maven() -> Run {
    Run::program("mvn", &["-B", "-q", "-f", PROJECT])
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
    fn nothing_in_the_build_is_a_snapshot_or_a_range() {
        let pom = read(&format!("{PROJECT}/pom.xml"));
        assert!(!pom.contains("SNAPSHOT") && !pom.contains("<version>["));
        let plugins = pom.matches("<plugin>").count();
        let (_, build) = pom.split_once("<build>").unwrap();
        assert_eq!(build.matches("<version>").count(), plugins, "each plugin has its version");
    }
}
