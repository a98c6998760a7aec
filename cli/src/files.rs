//! Finds, reads and writes files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::CliError;

/// The files that paths stand for: a file itself, of a folder all `.toml` files with those below it, each folder in the order of names.
pub fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut files = Vec::new();
    for path in paths {
        match path.is_dir() {
            true => find_below(path, &mut files)?,
            false => files.push(path.clone()),
        }
    }
    Ok(files)
}

fn find_below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), CliError> {
    let unreadable = |error| CliError::Unreadable { path: folder.to_owned(), error };
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    paths.sort();
    for path in paths {
        // A link to a folder could lead back to where it stands.
        if path.is_dir() && !path.is_symlink() {
            find_below(&path, files)?;
        } else if path.is_file() && path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    Ok(())
}

/// The text of a file.
pub fn read(path: &Path) -> Result<String, CliError> {
    let bytes = fs::read(path).map_err(|error| CliError::Unreadable { path: path.to_owned(), error })?;
    String::from_utf8(bytes).map_err(|error| {
        let sound = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = sound.iter().filter(|byte| **byte == b'\n').count() + 1;
        CliError::NotUtf8 { path: path.to_owned(), line }
    })
}

/// Whether two paths lead to one file.
pub fn is_same(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}

/// Writes a file that appears when it is complete.
pub fn write(path: &Path, text: &str) -> Result<(), CliError> {
    let partial = path.with_added_extension("part");
    let written = fs::write(&partial, text).and_then(|()| fs::rename(&partial, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&partial);
        CliError::Unwritable { path: path.to_owned(), error }
    })
}
