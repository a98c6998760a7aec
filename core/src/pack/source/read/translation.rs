//! Puts the texts of `[translation.x]` beside those that they translate, before anything else is read.

use crate::fact::nearest;
use crate::pack::fault::Fault;
use crate::pack::tree::{Entries, Member, Node, Table, Tree};
use std::borrow::Cow;

/// One text in a further language.
struct Translated<'i> {
    language: Cow<'i, str>,
    of: Member<'i>,
}

/// Adds every translated text to its text. The name of a text says where it stands: kind, id and field, as
/// `rule.pregnancy.muac_low.title`.
pub(super) fn put_in<'i>(entries: &mut Entries<'i>, faults: &mut Vec<Fault>) {
    let mut unknown = Vec::new();
    for Translated { language, of } in translated(entries, faults) {
        let Member { key, key_span, node } = of;
        let Some(table) = local_text_mut(entries, &key) else {
            unknown.push((key, key_span));
            continue;
        };
        let member = Member { key: language, key_span, node };
        if !table.insert(member) {
            let message = format!("The text `{key}` already stands in this language.");
            faults.push(Fault::new(key_span, message).help("Remove one of the two."));
        }
    }
    if !unknown.is_empty() {
        let names = names(entries);
        faults.extend(unknown.iter().map(|(key, span)| {
            let near = nearest(key, names.iter().map(AsRef::as_ref));
            let message = format!("There is no text `{key}` to translate.");
            Fault::new(*span, message).did_you_mean(near)
        }));
    }
}

fn translated<'i>(entries: &Entries<'i>, faults: &mut Vec<Fault>) -> Vec<Translated<'i>> {
    let mut all = Vec::new();
    for (language, entry) in entries.of("translation") {
        let texts = entry.node.table().and_then(|table| table.get("texts"));
        let Some(texts) = texts else {
            continue;
        };
        let Some(table) = texts.table() else {
            faults.push(Fault::new(texts.span, "Here belongs a table of names and texts."));
            continue;
        };
        all.extend(table.members().iter().map(|member| Translated { language: Cow::Owned(language.to_owned()), of: member.clone() }));
    }
    all
}

/// The text of this name. An id may have points, so the longest id that is there counts.
fn local_text_mut<'e, 'i>(entries: &'e mut Entries<'i>, name: &str) -> Option<&'e mut Table<'i>> {
    let (kind, rest) = name.split_once('.')?;
    let ends = rest.match_indices('.').map(|(at, _)| at);
    let ids: Vec<_> = ends.chain([rest.len()]).filter_map(|end| rest.get(..end)).collect();
    let id = if kind == "pack" {
        ""
    } else {
        let known = |id: &&str| entries.get(kind, id).is_some();
        ids.into_iter().rev().find(known)?
    };
    let fields = rest.get(id.len()..)?;
    let mut node = &mut entries.get_mut(kind, id)?.node;
    for field in fields.split('.').filter(|field| !field.is_empty()) {
        node = node.table_mut()?.get_mut(field)?;
    }
    node.table_mut().filter(|table| is_local_text(table))
}

fn is_local_text(table: &Table<'_>) -> bool {
    matches!(table.get("id"), Some(Node { value: Tree::Text(_), .. })) && table.get("en").is_some()
}

/// The names of all texts of the pack.
fn names(entries: &Entries<'_>) -> Vec<String> {
    let mut names = Vec::new();
    for kind in entries.kinds() {
        for (id, entry) in entries.of(kind) {
            let name = if id.is_empty() { kind.to_owned() } else { format!("{kind}.{id}") };
            add_names(&mut names, name, &entry.node);
        }
    }
    names
}

fn add_names(names: &mut Vec<String>, name: String, node: &Node<'_>) {
    let Some(table) = node.table() else {
        return;
    };
    if is_local_text(table) {
        names.push(name);
        return;
    }
    for member in table.members() {
        add_names(names, format!("{name}.{}", member.key), &member.node);
    }
}
