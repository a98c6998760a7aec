//! Which field a line of the text is about, when the parser could make nothing of it.
//!
//! Only names that a case file can have are recognised, so that no part of an answer is taken for one.

use super::lines::Lines;
use super::vocabulary::Vocabulary;

const TABLES: &[&str] = &["person", "pregnancy", "delivery", "birth", "history", "doses", "facts", "expect", "household", "members"];
const KEYS: &[&str] = &[
    "title",
    "why",
    "on",
    "sex",
    "born",
    "born_precision",
    "lmp",
    "edd",
    "weight_g",
    "gestation_weeks",
    "facts",
    "code",
    "id",
    "pregnancy",
    "delivery",
    "birth",
    "stages",
    "action",
    "findings",
    "absent",
    "undetermined",
    "decided",
    "exact",
    "status",
    "from",
    "until",
];

/// The path of the table or key that begins on a line; empty when there is none that is known.
pub(crate) fn field_on(line: usize, lines: &Lines<'_>, vocabulary: &Vocabulary<'_>) -> String {
    let text = lines.text_of(line);
    if let Some(table) = table_of(text) {
        return table.to_owned();
    }
    let key = text.split('=').next().unwrap_or_default().trim();
    let known = KEYS.contains(&key) || vocabulary.dictionary.find(key).is_some();
    if known { path_of(key, line, lines) } else { String::new() }
}

/// The path of a key on a line: its name behind that of the last table above.
pub(crate) fn path_of(key: &str, line: usize, lines: &Lines<'_>) -> String {
    if let Some(table) = table_of(lines.text_of(line)) {
        return table.to_owned();
    }
    let table = (1..line).rev().find_map(|above| table_of(lines.text_of(above)));
    table.map_or_else(|| key.to_owned(), |table| format!("{table}.{key}"))
}

fn table_of(text: &str) -> Option<&str> {
    let name = text.trim_start().strip_prefix('[')?.trim_start_matches('[');
    let name = name.split(']').next()?.trim();
    let bare = |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let mut parts = name.split('.');
    let known = parts.next().is_some_and(|first| TABLES.contains(&first));
    (known && parts.all(bare)).then_some(name)
}
