//! One test for each fault of a pack, and for what a pack without faults holds.

mod facts;
mod good;
mod loading;
mod names;
mod others;
mod rules;

use super::Source;
use crate::pack::fault::{Faults, SourceFile};

/// A pack without faults.
pub(super) const BASE: &str = include_str!("base.toml");

/// The faults of the base with a further file `a.toml`, each as one line.
pub(super) fn faults(text: &str) -> Vec<String> {
    let files = vec![SourceFile::new("base.toml", BASE), SourceFile::new("a.toml", text)];
    lines(Source::read(files).expect_err("a pack with faults"))
}

pub(super) fn lines(faults: Faults) -> Vec<String> {
    let files = &faults.files;
    faults.list.iter().map(|fault| fault.line(files)).collect()
}

/// The base with a further file.
pub(super) fn read(text: &str) -> Source {
    let files = vec![SourceFile::new("base.toml", BASE), SourceFile::new("a.toml", text)];
    Source::read(files).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Checks the only fault of the base with a further file.
#[track_caller]
pub(super) fn only(text: &str, fault: &str) {
    assert_eq!(faults(text), [fault]);
}
