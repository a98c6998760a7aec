//! Which documents of a pack the source of a rule names.

use crate::pack::source::{DocumentSource, Source};

/// The documents that a source cites, in the order in which it names them, each once. Where the words of one document lie within those of
/// another, the longer ones count: a form of a guideline is not the guideline.
pub(super) fn cited<'p>(pack: &'p Source, source: &str) -> Vec<&'p DocumentSource> {
    let mut found: Vec<Citation<'p>> = pack.documents.iter().flat_map(|document| citations(document, source)).collect();
    found.sort_by_key(|citation| (citation.start, std::cmp::Reverse(citation.end)));
    let mut cited: Vec<&DocumentSource> = Vec::new();
    let mut end = 0;
    for citation in found {
        let within = citation.start < end;
        end = end.max(citation.end);
        if !within && !cited.iter().any(|document| document.id.value == citation.document.id.value) {
            cited.push(citation.document);
        }
    }
    cited
}

struct Citation<'p> {
    start: usize,
    end: usize,
    document: &'p DocumentSource,
}

fn citations<'p>(document: &'p DocumentSource, source: &str) -> Vec<Citation<'p>> {
    let places = document.cites.iter().flat_map(|words| source.match_indices(words.as_str()));
    let whole = places.filter(|(start, words)| {
        let before = source.get(..*start).unwrap_or_default();
        let after = source.get(start + words.len()..).unwrap_or_default();
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    });
    whole.map(|(start, words)| Citation { start, end: start + words.len(), document }).collect()
}
