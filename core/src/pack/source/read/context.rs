//! What every reader needs: the pack as a whole, and where faults go.

use super::super::basics::Located;
use crate::fact::nearest;
use crate::pack::fault::{Fault, SourceFile, Span};
use crate::pack::tree::{Entries, Entry, Node, Text};
use std::collections::BTreeSet;

/// The pack that is being read and the faults found in it.
pub(super) struct Context<'p> {
    pub entries: &'p Entries<'p>,
    pub files: &'p [SourceFile],
    pub faults: Vec<Fault>,
}

impl<'p> Context<'p> {
    /// Reads all entries of one kind, in the order of their ids. Those that cannot be read have left a fault.
    pub fn each<T>(&mut self, kind: &'static str, read: impl Fn(&mut Self, &'p str, &'p Entry<'p>) -> Option<T>) -> Vec<T> {
        let entries = self.entries;
        entries.of(kind).filter_map(|(id, entry)| read(self, id, entry)).collect()
    }

    /// Adds a fault.
    pub fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Adds a fault that needs no help. Gives nothing, as the value that could not be read.
    pub fn refuse<T>(&mut self, span: Span, message: impl Into<String>) -> Option<T> {
        self.faults.push(Fault::new(span, message));
        None
    }

    /// Adds a fault and what would be right. Gives nothing, as the value that could not be read.
    pub fn refuse_with<T>(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) -> Option<T> {
        self.faults.push(Fault::new(span, message).help(help));
        None
    }

    /// Refuses a value of another kind than the one that must stand there: "a text", "a list".
    pub fn wrong_type<T>(&mut self, node: &Node<'_>, expected: &str) -> Option<T> {
        let found = node.describe();
        self.refuse(node.span, format!("Here stands {found}; {expected} belongs here."))
    }

    /// Checks that an entry of this kind and id is there. `what` names the kind in words: "fact".
    pub fn check_reference(&mut self, kind: &str, what: &str, id: &str, span: Span) -> bool {
        let known = self.entries.get(kind, id).is_some();
        if !known {
            let near = nearest(id, self.entries.of(kind).map(|(id, _)| id));
            let fault = Fault::new(span, format!("There is no {what} `{id}`."));
            self.faults.push(fault.did_you_mean(near));
        }
        known
    }

    /// Checks that no two of these are the same.
    pub fn check_distinct(&mut self, names: &[Located<String>]) {
        let mut seen = BTreeSet::new();
        for name in names {
            if !seen.insert(name.value.as_str()) {
                let message = format!("`{}` stands twice in this list.", name.value);
                self.fault(Fault::new(name.span, message).help("Remove one of the two."));
            }
        }
    }
}

/// The place of a text, without its quotes where that is known.
pub(super) fn text_span(node: &Node<'_>, text: &Text<'_>) -> Span {
    text.inner.unwrap_or(node.span)
}
