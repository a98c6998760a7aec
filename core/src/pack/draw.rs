//! Draws faults as compilers do: the line in question, what was found under it, and what would be right.

use super::fault::{Fault, SourceFile};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// Draws faults one below the other, each with its line of the file; with colours for a terminal if `color`.
pub fn draw(faults: &[Fault], files: &[SourceFile], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let drawn: Vec<_> = faults.iter().map(|fault| renderer.render(&[group(fault, files)])).collect();
    drawn.join("\n\n")
}

fn group<'a>(fault: &'a Fault, files: &'a [SourceFile]) -> Group<'a> {
    let title = Level::ERROR.primary_title(&fault.message);
    let mut group = Group::with_title(title);
    if let Some(file) = files.get(usize::from(fault.span.file)) {
        group = group.element(snippet(fault, file));
    }
    if let Some(help) = &fault.help {
        group = group.element(Level::HELP.message(help));
    }
    group
}

fn snippet<'a>(fault: &Fault, file: &'a SourceFile) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    // Whatever a span says, only characters of the file are marked.
    let start = boundary(&file.text, fault.span.start as usize);
    let end = boundary(&file.text, fault.span.end as usize).max(start);
    Snippet::source(file.text.as_str()).path(file.name.as_str()).annotation(AnnotationKind::Primary.span(start..end))
}

fn boundary(text: &str, byte: usize) -> usize {
    text.floor_char_boundary(byte)
}
