//! The entries of a pack out of many files: merged, and overlaid by those of a district.

use super::node::{Member, Node, Tree};
use super::toml::read_file;
use crate::pack::fault::{Fault, SourceFile, Span, place};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// One entry of a pack: a fact, a rule, a table.
#[derive(Clone, Debug)]
pub struct Entry<'i> {
    /// Where its id stands.
    pub key_span: Span,
    /// What it says.
    pub node: Node<'i>,
}

/// Places play no part.
impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

impl Eq for Entry<'_> {}

/// The entries of a pack by kind and id. `[pack]` has the kind `pack` and an empty id; a rule has the kind `rule`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Entries<'i> {
    kinds: BTreeMap<Cow<'i, str>, BTreeMap<Cow<'i, str>, Entry<'i>>>,
}

impl<'i> Entries<'i> {
    /// Reads and merges some of the files of a pack, those with an index in `which`. Adds every fault that it finds.
    pub fn read(files: &'i [SourceFile], which: Range<usize>, faults: &mut Vec<Fault>) -> Self {
        let mut entries = Self::default();
        for (index, file) in files.iter().enumerate() {
            if !which.contains(&index) {
                continue;
            }
            let index = u16::try_from(index).unwrap_or(u16::MAX);
            for member in read_file(file, index, faults) {
                entries.add_member(member, files, faults);
            }
        }
        entries
    }

    /// Puts the entries of another pack over these: an entry of the same kind and id replaces the whole entry here.
    pub fn overlay(&mut self, over: Self) {
        for (kind, entries) in over.kinds {
            self.kinds.entry(kind).or_default().extend(entries);
        }
    }

    /// The kinds of which there are entries.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.kinds.keys().map(AsRef::as_ref)
    }

    /// The entries of one kind, sorted by id.
    pub fn of(&self, kind: &str) -> impl Iterator<Item = (&str, &Entry<'i>)> {
        let entries = self.kinds.get(kind).into_iter().flatten();
        entries.map(|(id, entry)| (id.as_ref(), entry))
    }

    /// One entry.
    pub fn get(&self, kind: &str, id: &str) -> Option<&Entry<'i>> {
        self.kinds.get(kind)?.get(id)
    }

    /// One entry, to be changed.
    pub fn get_mut(&mut self, kind: &str, id: &str) -> Option<&mut Entry<'i>> {
        self.kinds.get_mut(kind)?.get_mut(id)
    }

    /// Adds an entry; gives back the one that already has its kind and id, which stays.
    pub fn add(&mut self, kind: Cow<'i, str>, id: Cow<'i, str>, entry: Entry<'i>) -> Option<&Entry<'i>> {
        use std::collections::btree_map::Entry::{Occupied, Vacant};
        match self.kinds.entry(kind).or_default().entry(id) {
            Vacant(vacant) => {
                vacant.insert(entry);
                None
            }
            Occupied(first) => Some(first.into_mut()),
        }
    }

    /// Adds what one name at the top of a file holds: the pack's own table, a rule, or all entries of a kind.
    fn add_member(&mut self, member: Member<'i>, files: &[SourceFile], faults: &mut Vec<Fault>) {
        let Member { key, key_span, node } = member;
        if key == "pack" {
            self.add_entry(key, "".into(), Entry { key_span, node }, files, faults);
        } else if key.contains('.') {
            self.add_entry("rule".into(), key, Entry { key_span, node }, files, faults);
        } else if key == "rule" {
            let fault = Fault::new(key_span, "`rule` is no kind of entry.");
            faults.push(fault.help("A rule begins with its id in quotes: `[\"group.what\"]`."));
        } else if let Tree::Table(table) = node.value {
            for Member { key: id, key_span, mut node } in table.into_members() {
                keep_order_of_choices(&key, &mut node);
                self.add_entry(key.clone(), id, Entry { key_span, node }, files, faults);
            }
        } else {
            let fault = Fault::new(key_span, format!("`{key}` belongs to no entry."));
            faults.push(fault.help("A file consists of entries, as `[fact.x]` or `[\"group.what\"]`."));
        }
    }

    fn add_entry(&mut self, kind: Cow<'i, str>, id: Cow<'i, str>, entry: Entry<'i>, files: &[SourceFile], faults: &mut Vec<Fault>) {
        let name = entry_name(&kind, &id);
        let span = entry.key_span;
        if let Some(first) = self.add(kind, id, entry) {
            let place = place(first.key_span, files).unwrap_or_default();
            let fault = Fault::new(span, format!("{name} stands twice; the other is at {place}."));
            faults.push(fault.help("Remove one of the two, or give it another id."));
        }
    }
}

/// How an entry begins in a file, as `` `[fact.x]` ``.
pub fn entry_name(kind: &str, id: &str) -> String {
    match kind {
        "pack" => "`[pack]`".to_owned(),
        "rule" => format!("`[\"{id}\"]`"),
        _ if id.contains('.') => format!("`[{kind}.\"{id}\"]`"),
        _ => format!("`[{kind}.{id}]`"),
    }
}

/// The answers to a question are shown in the order in which its author wrote them.
fn keep_order_of_choices(kind: &str, node: &mut Node<'_>) {
    if kind != "fact" {
        return;
    }
    let choices = node.table_mut().and_then(|table| table.get_mut("choices"));
    if let Some(choices) = choices.and_then(Node::table_mut) {
        choices.keep_order();
    }
}
