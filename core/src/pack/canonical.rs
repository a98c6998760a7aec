//! The one form of a pack that its identity is made of: canonical JSON, its SHA-256, and the same compressed.
//!
//! Entries are sorted by kind and id, names by their bytes; comments, files and places are left out. What JSON lacks is written as
//! a table with one name that begins with `$`: `{"$decimal":"0.1"}`, `{"$date":"2026-01-31"}`, and `{"$ordered":[["b",1],["a",2]]}`
//! for a table whose order counts.

use crate::pack::fault::Span;
use crate::pack::tree::{Entries, Entry, Member, Node, Table, Text, Tree};
use chrono::NaiveDate;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt::{self, Write};

/// The largest canonical JSON that is unpacked, in bytes: some twenty times the pack of the ministry.
const LARGEST: usize = 16 * 1024 * 1024;

/// Why a stored pack cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CanonicalError {
    /// It cannot be unpacked, or is larger than any pack.
    #[error("the stored pack is damaged: it cannot be unpacked")]
    Unpack,
    /// It is no canonical JSON.
    #[error("the stored pack is damaged: {reason}")]
    Json {
        /// What the reader of JSON says.
        reason: String,
    },
    /// It is not the pack that was asked for.
    #[error("the stored pack is damaged: its content does not have the hash that it is stored under")]
    Hash,
}

/// Writes the canonical JSON of a resolved pack.
pub fn write(entries: &Entries<'_>) -> String {
    let mut json = String::new();
    object(&mut json, entries.kinds(), |json, kind| {
        string(json, kind);
        json.push(':');
        object(json, entries.of(kind), |json, (id, entry)| {
            string(json, id);
            json.push(':');
            tree(json, &entry.node.value);
        });
    });
    json
}

/// The SHA-256 of a canonical JSON.
pub fn hash(json: &str) -> [u8; 32] {
    Sha256::digest(json.as_bytes()).into()
}

/// Packs a canonical JSON as small as it gets.
pub fn compress(json: &str) -> Vec<u8> {
    compress_to_vec(json.as_bytes(), 10)
}

/// Unpacks a canonical JSON.
///
/// # Errors
/// [`CanonicalError::Unpack`] when it is damaged or unreasonably large.
pub fn decompress(bytes: &[u8]) -> Result<String, CanonicalError> {
    let json = decompress_to_vec_with_limit(bytes, LARGEST).map_err(|_| CanonicalError::Unpack)?;
    String::from_utf8(json).map_err(|_| CanonicalError::Unpack)
}

/// Reads a canonical JSON; nothing in it has a place.
///
/// # Errors
/// [`CanonicalError::Json`] for what [`write`] does not write.
pub fn read(json: &str) -> Result<Entries<'_>, CanonicalError> {
    let damaged = |reason: &dyn fmt::Display| CanonicalError::Json { reason: reason.to_string() };
    let root: Node<'_> = serde_json::from_str(json).map_err(|error| damaged(&error))?;
    let mut entries = Entries::default();
    for kind in members(root).map_err(|reason| damaged(&reason))? {
        for Member { key, node, .. } in members(kind.node).map_err(|reason| damaged(&reason))? {
            let key_span = Span::NONE;
            entries.add(kind.key.clone(), key, Entry { key_span, node });
        }
    }
    Ok(entries)
}

fn members(node: Node<'_>) -> Result<Vec<Member<'_>>, &'static str> {
    match node.value {
        Tree::Table(table) => Ok(table.into_members()),
        _ => Err("a kind or the whole is no table"),
    }
}

fn tree(json: &mut String, value: &Tree<'_>) {
    match value {
        Tree::Bool(value) => json.push_str(if *value { "true" } else { "false" }),
        Tree::Integer(value) => json.push_str(&value.to_string()),
        Tree::Decimal(value) => special(json, "$decimal", value),
        Tree::Date(value) => special(json, "$date", &value.to_string()),
        Tree::Text(text) => string(json, &text.value),
        Tree::Array(items) => array(json, items, |json, item| tree(json, &item.value)),
        Tree::Table(table) => table_members(json, table),
    }
}

fn table_members(json: &mut String, table: &Table<'_>) {
    if table.is_as_written() {
        json.push_str("{\"$ordered\":");
        array(json, table.members(), |json, member| {
            json.push('[');
            string(json, &member.key);
            json.push(',');
            tree(json, &member.node.value);
            json.push(']');
        });
        json.push('}');
    } else {
        object(json, table.members(), |json, member| {
            string(json, &member.key);
            json.push(':');
            tree(json, &member.node.value);
        });
    }
}

fn special(json: &mut String, name: &str, value: &str) {
    json.push('{');
    string(json, name);
    json.push(':');
    string(json, value);
    json.push('}');
}

fn array<T>(json: &mut String, items: impl IntoIterator<Item = T>, item: impl Fn(&mut String, T)) {
    between(json, ['[', ']'], items, item);
}

fn object<T>(json: &mut String, items: impl IntoIterator<Item = T>, item: impl Fn(&mut String, T)) {
    between(json, ['{', '}'], items, item);
}

fn between<T>(json: &mut String, [open, close]: [char; 2], items: impl IntoIterator<Item = T>, item: impl Fn(&mut String, T)) {
    json.push(open);
    for (index, value) in items.into_iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        item(json, value);
    }
    json.push(close);
}

/// Only what must be escaped is escaped, as RFC 8785 says.
fn string(json: &mut String, text: &str) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\u{8}' => json.push_str("\\b"),
            '\t' => json.push_str("\\t"),
            '\n' => json.push_str("\\n"),
            '\u{c}' => json.push_str("\\f"),
            '\r' => json.push_str("\\r"),
            c if c < ' ' => {
                // Writing to a text cannot fail.
                let _ = write!(json, "\\u{:04x}", u32::from(c));
            }
            c => json.push(c),
        }
    }
    json.push('"');
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = deserializer.deserialize_any(TreeVisitor)?;
        Ok(Node { value, span: Span::NONE })
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of a pack")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree<'de>, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Tree<'de>, E> {
        Ok(Tree::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Tree<'de>, E> {
        i64::try_from(value).map(Tree::Integer).map_err(E::custom)
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Tree<'de>, E> {
        Ok(text(Cow::Borrowed(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Tree<'de>, E> {
        Ok(text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree<'de>, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Tree::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree<'de>, A::Error> {
        let mut members: Vec<Member<'de>> = Vec::new();
        while let Some(Str(key)) = map.next_key()? {
            if key.starts_with('$') && members.is_empty() {
                return special_value(&key, map);
            }
            if key.starts_with('$') || members.last().is_some_and(|last| last.key >= key) {
                return Err(A::Error::custom("names that are not sorted"));
            }
            members.push(member(key, map.next_value()?));
        }
        Ok(Tree::Table(Table::sorted(members)))
    }
}

fn text(value: Cow<'_, str>) -> Tree<'_> {
    Tree::Text(Text { value, inner: None })
}

fn member<'de>(key: Cow<'de, str>, node: Node<'de>) -> Member<'de> {
    Member { key, key_span: Span::NONE, node }
}

fn special_value<'de, A: MapAccess<'de>>(name: &str, mut map: A) -> Result<Tree<'de>, A::Error> {
    let tree = match name {
        "$decimal" => Tree::Decimal(map.next_value::<Str<'de>>()?.0),
        "$date" => Tree::Date(date(&map.next_value::<Str<'de>>()?.0).map_err(A::Error::custom)?),
        "$ordered" => {
            let pairs: Vec<(Str<'de>, Node<'de>)> = map.next_value()?;
            let members = pairs.into_iter().map(|(Str(key), node)| member(key, node));
            Tree::Table(Table::as_written(members.collect()))
        }
        _ => return Err(A::Error::custom("a name that begins with `$`")),
    };
    match map.next_key::<Str<'de>>()? {
        None => Ok(tree),
        Some(_) => Err(A::Error::custom("more names beside one that begins with `$`")),
    }
}

fn date(text: &str) -> Result<NaiveDate, chrono::ParseError> {
    text.parse()
}

/// A text that is borrowed where JSON has no escapes in it.
struct Str<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Str<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_any(TreeVisitor)? {
            Tree::Text(text) => Ok(Self(text.value)),
            _ => Err(D::Error::custom("something else than a text")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CanonicalError, compress, decompress, read, write};
    use crate::pack::fault::SourceFile;
    use crate::pack::tree::Entries;

    #[test]
    fn how_it_is_written() {
        let text = "[b.y]\nz = [1, 2.50, true]\na = 2026-01-31\n[b.\"x.1\"]\nq = \"a\\\"\\\\\\n\\t\\u0001é\"\n[fact.f]\nchoices.b = 1\n\
                    choices.a = 2\n";
        let files = [SourceFile::new("a.toml", text)];
        let entries = Entries::read(&files, 0..1, &mut Vec::new());
        let json = r#"{"b":{"x.1":{"q":"a\"\\\n\t\u0001é"},"y":{"a":{"$date":"2026-01-31"},"z":[1,{"$decimal":"2.5"},true]}},"#.to_owned()
            + r#""fact":{"f":{"choices":{"$ordered":[["b",1],["a",2]]}}}}"#;
        assert_eq!(write(&entries), json);
        assert_eq!(read(&json).as_ref(), Ok(&entries));
        assert_eq!(decompress(&compress(&json)), Ok(json));
    }

    #[test]
    fn what_is_not_canonical() {
        for json in [
            "",
            "[]",
            "{\"a\":1}",
            "{\"a\":{\"b\":1.5}}",
            "{\"a\":{\"b\":null}}",
            "{\"a\":{\"c\":1,\"b\":1}}",
            "{\"a\":{\"b\":{\"$date\":\"2026-02-30\"}}}",
            "{\"a\":{\"b\":{\"$date\":\"2026-02-20\",\"c\":1}}}",
            "{\"a\":{\"b\":{\"$other\":1}}}",
            "{\"a\":{\"b\":18446744073709551615}}",
        ] {
            let found = read(json);
            assert!(matches!(found, Err(CanonicalError::Json { .. })), "{json}: {found:?}");
        }
        let deep = format!("{{\"a\":{{\"b\":{}", "[".repeat(100_000));
        assert!(read(&deep).is_err());
    }

    #[test]
    fn bombs_are_not_unpacked() {
        let bomb = compress(&" ".repeat(20 * 1024 * 1024));
        assert_eq!(decompress(&bomb), Err(CanonicalError::Unpack));
    }
}
