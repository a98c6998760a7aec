//! Runs the binary on files of its own.

#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot run its binary fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a run of the binary gave.
pub struct Run {
    pub out: String,
    pub err: String,
    pub status: i32,
}

/// Runs `siklus` with these arguments.
pub fn siklus<A: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = A>) -> Run {
    let run = Command::new(env!("CARGO_BIN_EXE_siklus")).args(arguments).env_remove("NO_COLOR").output().unwrap();
    Run { out: String::from_utf8(run.stdout).unwrap(), err: String::from_utf8(run.stderr).unwrap(), status: run.status.code().unwrap() }
}

/// An empty folder for one test.
pub fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Writes a file into the folder of a test.
pub fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

/// A woman of 27 on a visit, in four lines; what follows begins on line 5.
pub fn woman(rest: &str) -> String {
    format!("on = 2026-03-02\n[person]\nsex = \"female\"\nborn = 1998-05-01\n{rest}")
}
