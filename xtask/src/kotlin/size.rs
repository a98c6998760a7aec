//! How large the native library is that an app carries, with the store and without. The sizes are written down, so that a jump is seen and
//! must be wanted.

use std::fs;
use std::path::{Path, PathBuf};

use super::{file_failure, native};
use crate::console;
use crate::run::{Failure, Run};
use crate::workspace::Workspace;

const WRITTEN: &str = "bindings/sizes.toml";
/// A library may grow by this much without a word, in hundredths.
const TOLERANCE: u64 = 5;
const HEADING: &str = "\
# The native library for 64-bit Linux, stripped, in bytes. `cargo xtask size` compares; a jump of more than 5 % is accepted with
# `cargo xtask size --accept NAME`, and CHANGELOG.md says what it is for.
";

/// Which size is accepted as it is now.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// `with_store` or `without_store`.
    #[arg(long, value_name = "NAME")]
    pub accept: Option<String>,
}

/// A library and its size.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Size {
    name: String,
    bytes: u64,
}

/// Builds both libraries, and compares or writes down their sizes.
pub fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    native::build(workspace)?;
    let sizes = measure(workspace)?;
    let written = read(&fs::read_to_string(workspace.root().join(WRITTEN)).unwrap_or_default());
    match &options.accept {
        Some(name) => accept(workspace, written, &sizes, name),
        None => compare(&written, &sizes),
    }
}

/// Compares the sizes with those that are written down; the library with the store stands ready.
pub fn check(workspace: &Workspace) -> Result<(), Failure> {
    let written = read(&fs::read_to_string(workspace.root().join(WRITTEN)).unwrap_or_default());
    compare(&written, &measure(workspace)?)
}

fn measure(workspace: &Workspace) -> Result<Vec<Size>, Failure> {
    let with_store = weigh(workspace, &native::shipped(workspace))?;
    // In a folder of its own: the library with the store must stay where Maven and the demo look for it.
    let target = workspace.target()?.join("without-store");
    Run::cargo(&["rustc", "--release", "--locked", "--package", "siklus-ffi", "--lib", "--crate-type", "cdylib", "--no-default-features"])
        .with(["--target-dir"])
        .with([&target])
        .run(workspace)?;
    let without_store = weigh(workspace, &target.join("release").join(native::file()))?;
    let size = |name: &str, bytes| Size { name: name.to_owned(), bytes };
    Ok(vec![size("with_store", with_store), size("without_store", without_store)])
}

/// The size of a library without its symbols.
fn weigh(workspace: &Workspace, library: &Path) -> Result<u64, Failure> {
    let stripped: PathBuf = library.with_extension("stripped");
    Run::program("strip", &["--strip-all", "-o"])
        .with([&stripped, &library.to_owned()])
        .help("`strip` is part of binutils, which every C compiler comes with.")
        .run(workspace)?;
    let size = fs::metadata(&stripped).map(|file| file.len()).map_err(|error| file_failure(&stripped, &error))?;
    fs::remove_file(&stripped).map(|()| size).map_err(|error| file_failure(&stripped, &error))
}

fn compare(written: &[Size], sizes: &[Size]) -> Result<(), Failure> {
    for size in sizes {
        let known = written.iter().find(|known| known.name == size.name).map_or(0, |known| known.bytes);
        console::line(format_args!("{}: {} bytes, written down {known}", size.name, size.bytes));
        if size.bytes * 100 > known * (100 + TOLERANCE) {
            return Err(Failure::Missing {
                what: format!("the library {} is more than {TOLERANCE} % larger than {WRITTEN} says", size.name),
                help: format!("Find what it grew by; if it is worth it: cargo xtask size --accept {}", size.name),
            });
        }
    }
    Ok(())
}

fn accept(workspace: &Workspace, mut written: Vec<Size>, sizes: &[Size], name: &str) -> Result<(), Failure> {
    let Some(size) = sizes.iter().find(|size| size.name == name) else {
        let names: Vec<&str> = sizes.iter().map(|size| size.name.as_str()).collect();
        return Err(Failure::Missing { what: format!("there is no size `{name}`"), help: format!("Sizes are {}.", names.join(" and ")) });
    };
    written.retain(|known| known.name != name);
    written.push(size.clone());
    written.sort_by(|one, other| one.name.cmp(&other.name));
    let lines: String = written.iter().map(|size| format!("{} = {}\n", size.name, size.bytes)).collect();
    let path = workspace.root().join(WRITTEN);
    fs::write(&path, format!("{HEADING}{lines}")).map_err(|error| file_failure(&path, &error))
}

fn read(text: &str) -> Vec<Size> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once('='));
    pairs.filter_map(|(name, bytes)| Some(Size { name: name.trim().to_owned(), bytes: bytes.trim().parse().ok()? })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(bytes: u64) -> Vec<Size> {
        vec![Size { name: "with_store".into(), bytes }]
    }

    #[test]
    fn sizes_are_read_as_they_are_written() {
        assert_eq!(read("# a comment = 3\nwith_store = 1000\n"), size(1000));
        assert_eq!(read(""), []);
    }

    #[test]
    fn growth_of_more_than_five_percent_is_seen() {
        assert!(compare(&size(1000), &size(1050)).is_ok());
        assert!(compare(&size(1000), &size(1051)).is_err());
        assert!(compare(&size(1000), &size(10)).is_ok());
        assert!(compare(&[], &size(10)).is_err());
    }
}
