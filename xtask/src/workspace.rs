//! Where things stand in the repository.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::{Failure, Run};

/// The root folder of the repository.
#[derive(Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace that this xtask belongs to; cargo tells it at every run.
    pub fn of_this_run() -> Result<Self, Failure> {
        env::var_os("CARGO_MANIFEST_DIR")
            .and_then(|folder| Path::new(&folder).parent().map(Self::at))
            .ok_or_else(|| Failure::Missing { what: "not started by cargo".into(), help: "Run it as: cargo xtask".into() })
    }

    /// The workspace in this folder.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder into which cargo builds, wherever the developer put it.
    pub fn target(&self) -> Result<PathBuf, Failure> {
        let metadata = Run::cargo(&["metadata", "--no-deps", "--format-version", "1"]).output(self);
        let metadata: Option<Value> = metadata.and_then(|text| serde_json::from_str(&text).ok());
        let folder = metadata.as_ref().and_then(|metadata| metadata.get("target_directory")?.as_str()).map(PathBuf::from);
        folder.ok_or_else(|| Failure::Missing {
            what: "cargo does not tell where it builds".into(),
            help: "Run `cargo metadata --no-deps` to see why.".into(),
        })
    }

    /// The files of a folder whose names end in `extension`, in the order of their names, as paths from the root.
    /// A folder that is not there has none.
    pub fn files(&self, folder: &str, extension: &str) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.root.join(folder)) else {
            return Vec::new();
        };
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| entry.ok().map(|entry| Path::new(folder).join(entry.file_name())))
            .filter(|path| path.extension() == Some(OsStr::new(extension)))
            .collect();
        files.sort();
        files
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_in_the_order_of_their_names() {
        let files = Workspace::at(env!("CARGO_MANIFEST_DIR")).files("src", "rs");
        assert!(files.contains(&PathBuf::from("src/main.rs")));
        assert!(files.is_sorted());
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_files() {
        assert!(Workspace::at(env!("CARGO_MANIFEST_DIR")).files("no-such-folder", "txt").is_empty());
    }
}
