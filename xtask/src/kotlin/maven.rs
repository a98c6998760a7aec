//! Runs Maven. It speaks only of what is wrong, and of the tests.

use super::PROJECT;
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// Lets the test runner speak where everything else is quiet.
const TESTS_SPEAK: &str = "-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info";

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

fn maven() -> Run {
    Run::program("mvn", &["-B", "-q", "-f", PROJECT])
}

#[cfg(test)]
mod tests {
    use std::fs;

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
