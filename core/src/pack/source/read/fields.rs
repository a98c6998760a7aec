//! Reads a table field by field and refuses what nobody asked for.

use super::super::basics::Located;
use super::context::Context;
use crate::fact::nearest;
use crate::pack::fault::{Fault, Span};
use crate::pack::tree::{Entry, Node, Table, entry_name};

/// A table of which the fields are read one after the other. [`close`](Self::close) it in the end.
pub(super) struct Fields<'c, 'p> {
    pub ctx: &'c mut Context<'p>,
    owner: Owner<'p>,
    span: Span,
    table: &'p Table<'p>,
    known: Vec<&'static str>,
}

/// Whose fields they are.
#[derive(Clone, Copy)]
enum Owner<'p> {
    Entry(&'static str, &'p str),
    Part(&'static str),
}

impl<'c, 'p> Fields<'c, 'p> {
    /// Opens an entry of the pack.
    pub fn entry(ctx: &'c mut Context<'p>, kind: &'static str, id: &'p str, entry: &'p Entry<'p>) -> Option<Self> {
        Self::open(ctx, Owner::Entry(kind, id), entry.key_span, &entry.node)
    }

    /// Opens a table inside an entry; `what` names it in words at the beginning of a sentence: "This band".
    pub fn part(ctx: &'c mut Context<'p>, what: &'static str, node: &'p Node<'p>) -> Option<Self> {
        Self::open(ctx, Owner::Part(what), node.span, node)
    }

    fn open(ctx: &'c mut Context<'p>, owner: Owner<'p>, span: Span, node: &'p Node<'p>) -> Option<Self> {
        let Some(table) = node.table() else {
            return ctx.wrong_type(node, "a table of names and values");
        };
        let known = Vec::new();
        Some(Self { ctx, owner, span, table, known })
    }

    /// The value of a field that may be absent.
    pub fn optional<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Context<'p>, &'p Node<'p>) -> Option<T>) -> Option<T> {
        self.node(key).and_then(|node| read(self.ctx, node))
    }

    /// The value of a field that must be there.
    pub fn required<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Context<'p>, &'p Node<'p>) -> Option<T>) -> Option<T> {
        let Some(node) = self.node(key) else {
            let message = format!("{} has no `{key}`.", self.owner());
            return self.ctx.refuse(self.span, message);
        };
        read(self.ctx, node)
    }

    /// The node of a field, to be read later.
    pub fn node(&mut self, key: &'static str) -> Option<&'p Node<'p>> {
        self.known.push(key);
        self.table.get(key)
    }

    /// The id of the entry, with its place.
    pub fn id(&self) -> Located<String> {
        let value = match self.owner {
            Owner::Entry(_, id) => id.to_owned(),
            Owner::Part(_) => String::new(),
        };
        Located { value, span: self.span }
    }

    /// Where the entry or table stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// How a sentence about the entry or table begins.
    pub fn owner(&self) -> String {
        match self.owner {
            Owner::Entry(kind, id) => entry_name(kind, id),
            Owner::Part(what) => what.to_owned(),
        }
    }

    /// Refuses the fields that were not asked for.
    pub fn close(self) {
        for member in self.table.members() {
            let key = member.key.as_ref();
            if !self.known.contains(&key) {
                let near = nearest(key, self.known.iter().copied());
                let message = format!("{} cannot have `{key}`.", self.owner());
                let fault = Fault::new(member.key_span, message);
                self.ctx.fault(match near {
                    Some(_) => fault.did_you_mean(near),
                    None => fault.help(format!("It can have {}.", known_names(&self.known))),
                });
            }
        }
    }
}

fn known_names(known: &[&str]) -> String {
    let names: Vec<_> = known.iter().map(|key| format!("`{key}`")).collect();
    names.join(", ")
}
