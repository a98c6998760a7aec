//! Which documents the `source` of a rule cites.

use super::super::basics::Located;
use super::super::model::DocumentSource;
use super::context::Context;
use crate::pack::fault::Fault;

/// Checks that a source cites at least one document of the pack.
pub(super) fn check(ctx: &mut Context<'_>, documents: &[DocumentSource], source: &Located<String>) {
    let cited = documents
        .iter()
        .flat_map(|document| &document.cites)
        .any(|cite| cites(&source.value, cite));
    if !cited {
        let fault = Fault::new(source.span, "This source cites no document of the pack.");
        ctx.fault(
            fault.help("Cite one as its `[document.x]` says in `cites`, or add the document."),
        );
    }
}

/// Whether a text holds these words, and no longer word that only begins or ends like them.
fn cites(text: &str, words: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric();
    text.match_indices(words).any(|(start, found)| {
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(start + found.len()..).unwrap_or_default();
        !before.ends_with(inside) && !after.starts_with(inside)
    })
}
