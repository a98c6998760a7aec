//! `cargo xtask kotlin` and `cargo xtask api`: the Kotlin library over the native one, and what it promises to apps.

mod api;
pub mod maven;
mod native;
pub mod size;

use std::fs;
use std::path::{Path, PathBuf};

use crate::console;
use crate::packages::{self, JDK, MAVEN};
use crate::run::Failure;
use crate::workspace::Workspace;

use maven::Program;

/// The Maven project.
const PROJECT: &str = "bindings/kotlin";

/// What to do when the interface differs.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Write down the interface as it is now.
    #[arg(long)]
    pub accept: bool,
}

/// Builds the library and tests it.
pub fn run(workspace: &Workspace) -> Result<(), Failure> {
    for (name, step) in
        [("JDK and Maven", java as fn(&Workspace) -> _), ("Native library", library), ("Kotlin", tests), ("Interface", interface)]
    {
        console::heading(name);
        step(workspace)?;
    }
    Ok(())
}

/// Compares the interface with the one that is written down, or writes it down.
pub fn run_api(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    java(workspace)?;
    library(workspace)?;
    maven::compile(workspace)?;
    if options.accept { api::accept(workspace) } else { interface(workspace) }
}

/// Installs a JDK and Maven where they are lacking and may be installed.
pub fn java(workspace: &Workspace) -> Result<(), Failure> {
    packages::complete(workspace, &[JDK, MAVEN])
}

/// Builds the native library and writes the Kotlin that calls it.
pub fn library(workspace: &Workspace) -> Result<(), Failure> {
    native::build(workspace)
}

/// The same where it has changed.
pub fn library_if_changed(workspace: &Workspace) -> Result<(), Failure> {
    native::build_if_changed(workspace)
}

/// Compiles the Kotlin library, tests it against the native one, and packs it.
pub fn tests(workspace: &Workspace) -> Result<(), Failure> {
    maven::verify(workspace)
}

/// The visit of the demo.
pub const DEMO: Program = Program {
    folder: PROJECT,
    compile: &["-f", PROJECT, "process-test-classes"],
    sources: &["bindings/kotlin/src", "bindings/kotlin/pom.xml"],
    main: "id.siklus.demo.MainKt",
    // It is short: compiling it thoroughly while it runs does not pay.
    options: &["-XX:TieredStopAtLevel=1"],
};

/// The benchmark of what crosses the border.
pub const BENCH: Program = Program { main: "id.siklus.bench.MainKt", options: &[], ..DEMO };

/// Holds the interface of what was compiled against the one that is written down.
pub fn interface(workspace: &Workspace) -> Result<(), Failure> {
    api::compare(workspace)
}

/// A file or folder of the Maven project.
fn at(workspace: &Workspace, path: impl AsRef<Path>) -> PathBuf {
    workspace.root().join(PROJECT).join(path)
}

/// Removes a folder with everything in it, if it is there.
pub fn clear(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(file_failure(folder, &error)),
        _ => Ok(()),
    }
}

/// Says what could not be done with a file.
pub fn file_failure(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Missing { what: format!("{}: {error}", path.display()), help: String::from("Mend that, then run it again.") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_clear() {
        assert_eq!(clear(Path::new("siklus-no-such-folder")), Ok(()));
    }
}
