//! The native library as it is shipped, and the Kotlin that calls it.

use std::env::consts::{ARCH, DLL_PREFIX, DLL_SUFFIX, OS};
use std::fs;
use std::path::{Path, PathBuf};

use super::{at, clear, file_failure};
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

/// Where Maven looks; everything in `target` is made anew.
const BUILD: &str = "target";
const SOURCES: &str = "target/ffi/kotlin";
const RESOURCES: &str = "target/ffi/native";

/// Builds the library, and makes everything that comes from it anew.
pub fn build(workspace: &Workspace) -> Result<(), Failure> {
    let target = workspace.target()?;
    let library = compile(workspace, &target)?;
    renew(workspace, &target, &library)
}

/// Builds the library, and makes what comes from it anew where it has changed.
pub fn build_if_changed(workspace: &Workspace) -> Result<(), Failure> {
    let target = workspace.target()?;
    let library = compile(workspace, &target)?;
    let used = fs::read(at(workspace, RESOURCES).join(platform()).join(file())).ok();
    if used.is_some() && used == fs::read(&library).ok() { Ok(()) } else { renew(workspace, &target, &library) }
}

/// Builds the library as it is shipped, but for its symbols: the generator reads them.
fn compile(workspace: &Workspace, target: &Path) -> Result<PathBuf, Failure> {
    // With one crate type the whole program is optimised at the link; with two it is not.
    Run::cargo(&["rustc", "--release", "--locked", "--package", "siklus-ffi", "--lib", "--crate-type", "cdylib"])
        .with(["--", "-Cstrip=debuginfo"])
        .run(workspace)?;
    Ok(target.join("release").join(file()))
}

fn renew(workspace: &Workspace, target: &Path, library: &Path) -> Result<(), Failure> {
    clear(&at(workspace, BUILD))?;
    generate(workspace, &target.join("bindgen"), library)?;
    copy(library, &at(workspace, RESOURCES).join(platform()))
}

fn generate(workspace: &Workspace, target: &Path, library: &Path) -> Result<(), Failure> {
    Run::cargo(&["build", "--locked", "--manifest-path", "bindings/bindgen/Cargo.toml", "--target-dir"]).with([target]).run(workspace)?;
    Run::program(target.join("debug/uniffi-bindgen"), &["generate"])
        .with([library])
        .with(["--language", "kotlin", "--no-format", "--config", "bindings/uniffi.toml", "--out-dir"])
        .with([at(workspace, SOURCES)])
        .run(workspace)
}

fn copy(library: &Path, folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| file_failure(folder, &error))?;
    fs::copy(library, folder.join(file())).map(drop).map_err(|error| file_failure(library, &error))
}

/// The library that Maven packs.
pub fn shipped(workspace: &Workspace) -> PathBuf {
    at(workspace, RESOURCES).join(platform()).join(file())
}

/// The file of the library on this system.
pub fn file() -> String {
    format!("{DLL_PREFIX}siklus_ffi{DLL_SUFFIX}")
}

/// The folder in which JNA looks for libraries of this system.
fn platform() -> String {
    jna_name(OS, ARCH)
}

fn jna_name(system: &str, machine: &str) -> String {
    let system = match system {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    format!("{system}-{}", machine.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jna_has_names_of_its_own() {
        assert_eq!(jna_name("linux", "x86_64"), "linux-x86-64");
        assert_eq!(jna_name("linux", "aarch64"), "linux-aarch64");
        assert_eq!(jna_name("macos", "aarch64"), "darwin-aarch64");
        assert_eq!(jna_name("windows", "x86_64"), "win32-x86-64");
    }

    #[test]
    fn the_generator_has_the_version_of_the_library() {
        let version = |manifest: &str| {
            let text = fs::read_to_string(format!("{}/../{manifest}", env!("CARGO_MANIFEST_DIR"))).unwrap();
            let line = text.lines().find(|line| line.starts_with("uniffi = {")).unwrap();
            line.split('"').nth(1).unwrap().to_owned()
        };
        assert_eq!(version("bindings/bindgen/Cargo.toml"), version("Cargo.toml"));
    }
}
