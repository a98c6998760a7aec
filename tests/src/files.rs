//! The files that tests read.

use std::fs;
use std::path::{Path, PathBuf};

use siklus_core::pack::fault::SourceFile;

/// The root of the workspace.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Every file of this extension in a folder and the folders in it, by name.
pub fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(next) = folders.pop() {
        let entries = fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display()));
        for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The text of a file.
pub fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The text files of the pack that is built in.
pub fn pack_files() -> Vec<SourceFile> {
    const PACK: &str = "core/packs/ilp";
    let named = |path: &PathBuf| {
        let name = path.strip_prefix(root().join(PACK)).unwrap_or(path).display().to_string();
        SourceFile::new(name, text(path))
    };
    files(PACK, "toml").iter().map(named).collect()
}
