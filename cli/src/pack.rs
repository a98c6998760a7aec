//! Reads rule packs from folders.

use std::path::{Path, PathBuf};

use siklus_core::pack::Pack;
use siklus_core::pack::fault::{Faults, SourceFile};
use siklus_core::pack::source::Source;
use thiserror::Error;

use crate::error::CliError;
use crate::files;

/// Why there is no pack.
#[derive(Debug, Error)]
pub enum PackError {
    /// The folder or a file in it cannot be read.
    #[error(transparent)]
    Folder(#[from] CliError),
    /// The pack has faults.
    #[error("{0}")]
    Faults(#[from] Faults),
}

impl From<PackError> for CliError {
    fn from(error: PackError) -> Self {
        match error {
            PackError::Folder(error) => error,
            PackError::Faults(faults) => Self::Faults(format!("{faults}\n")),
        }
    }
}

/// The pack in a folder, or the one that is built in, with the local entries of another folder over it, ready to judge.
pub fn load(folder: Option<&Path>, overlay: Option<&Path>) -> Result<Pack, PackError> {
    let source = match (folder, overlay) {
        (None, None) => Source::embedded()?,
        (None, Some(overlay)) => Source::embedded_with_overlay(files_of(overlay)?)?,
        (Some(folder), None) => Source::read(files_of(folder)?)?,
        (Some(folder), Some(overlay)) => Source::read_with_overlay(files_of(folder)?, files_of(overlay)?)?,
    };
    Ok(Pack::new(source)?)
}

/// All files of a pack, named relative to its folder.
fn files_of(folder: &Path) -> Result<Vec<SourceFile>, CliError> {
    if !folder.is_dir() {
        return Err(CliError::NoPack { folder: folder.to_owned() });
    }
    let paths = files::find(&[folder.to_owned()])?;
    if paths.is_empty() {
        return Err(CliError::NoPack { folder: folder.to_owned() });
    }
    paths.iter().map(|path| Ok(SourceFile::new(name_in(path, folder), files::read(path)?))).collect()
}

fn name_in(path: &Path, folder: &Path) -> String {
    let parts: PathBuf = path.strip_prefix(folder).unwrap_or(path).to_owned();
    parts.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
