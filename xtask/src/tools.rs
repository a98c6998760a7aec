//! Tools of the gate that do not come with the toolchain. A tool of the pinned version is used where it is; otherwise it is built
//! into `target/tools`, so that nothing of the user's is touched and the next run finds it.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::console;
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

const FOLDER: &str = "target/tools";

/// A program from the registry, at one version: another one may judge otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    name: &'static str,
    version: &'static str,
}

/// Checks licences, sources and versions of the dependencies.
pub const CARGO_DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2" };

/// Finds dependencies that nothing uses.
pub const CARGO_MACHETE: Tool = Tool { name: "cargo-machete", version: "0.9.2" };

impl Tool {
    /// The tool with its arguments; built first where it is missing.
    pub fn ready(self, workspace: &Workspace, arguments: &[&str]) -> Result<Run, Failure> {
        let program = match self.find(workspace) {
            Some(program) => program,
            None => self.install(workspace)?,
        };
        Ok(Run::program(program, arguments))
    }

    fn find(self, workspace: &Workspace) -> Option<OsString> {
        [self.own(workspace).into_os_string(), OsString::from(self.name)].into_iter().find(|program| self.is_pinned(workspace, program))
    }

    fn is_pinned(self, workspace: &Workspace, program: &OsString) -> bool {
        Run::program(program, &["--version"]).output(workspace).is_some_and(|text| self.says_version(&text))
    }

    /// Whether `--version` printed the pinned version, with or without the tool's name before it.
    fn says_version(self, text: &str) -> bool {
        text.split_whitespace().last() == Some(self.version)
    }

    fn install(self, workspace: &Workspace) -> Result<OsString, Failure> {
        console::line(format_args!("{} {} is not there; it is built once, which takes about a minute", self.name, self.version));
        let package = format!("{}@{}", self.name, self.version);
        // Unoptimised: built in a third of the time, and on this workspace it runs in half a second.
        Run::cargo(&["install", "--quiet", "--locked", "--debug", "--root", FOLDER, &package])
            .without_env("CARGO_TARGET_DIR")
            .help("Installing needs the crate registry. Without it, bring the tool of this version along on the PATH.")
            .run(workspace)?;
        Ok(self.own(workspace).into_os_string())
    }

    fn own(self, workspace: &Workspace) -> PathBuf {
        workspace.root().join(FOLDER).join("bin").join(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pinned_version_is_taken() {
        assert!(CARGO_DENY.says_version("cargo-deny 0.20.2\n"));
        assert!(CARGO_MACHETE.says_version("0.9.2\n"));
        assert!(!CARGO_DENY.says_version("cargo-deny 0.20.20\n"));
        assert!(!CARGO_DENY.says_version("cargo-deny 0.19.0\n"));
        assert!(!CARGO_DENY.says_version(""));
    }
}
