//! The entries of a pack as a tree in which every node knows its place in the text, before anything is known of their kinds.

mod depth;
mod entries;
mod mend;
mod node;
mod syntax;
mod toml;

pub(crate) use entries::{Entries, Entry, entry_name};
pub(crate) use node::{Member, Node, Table, Text, Tree};

#[cfg(test)]
mod tests;
