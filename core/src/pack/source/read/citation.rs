//! Which documents the `source` of a rule or table cites.

use super::super::basics::Located;
use super::super::model::DocumentSource;
use super::context::Context;
use crate::pack::fault::Fault;
use std::collections::BTreeSet;

/// Checks that every source cites at least one document of the pack.
pub(super) fn check<'s>(ctx: &mut Context<'_>, documents: &[DocumentSource], sources: impl Iterator<Item = &'s Located<String>>) {
    let cites: Vec<&str> = documents.iter().flat_map(|document| &document.cites).map(String::as_str).collect();
    // Many have one and the same.
    let mut well_founded = BTreeSet::new();
    for source in sources {
        let text = source.value.as_str();
        if well_founded.contains(text) {
            continue;
        }
        if cites.iter().any(|words| is_cited(text, words)) {
            well_founded.insert(text);
            continue;
        }
        let fault = Fault::new(source.span, "This source cites no document of the pack.");
        ctx.fault(fault.help("Cite one as its `[document.x]` says in `cites`, or add the document."));
    }
}

/// Whether a text holds these words, and no longer word that only begins or ends like them.
fn is_cited(text: &str, words: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric();
    text.match_indices(words).any(|(start, found)| {
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(start + found.len()..).unwrap_or_default();
        !before.ends_with(inside) && !after.starts_with(inside)
    })
}
