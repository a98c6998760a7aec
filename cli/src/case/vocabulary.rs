//! The names that a case file may use.

use std::collections::BTreeSet;

use siklus_core::fact::Dictionary;

/// Facts and services of a pack.
pub struct Vocabulary<'p> {
    /// The facts, with their types and ranges.
    pub dictionary: &'p Dictionary,
    /// The codes of the dated services.
    pub services: BTreeSet<&'p str>,
}
