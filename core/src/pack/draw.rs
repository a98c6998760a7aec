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

#[cfg(test)]
mod tests {
    use super::draw;
    use crate::pack::fault::{Fault, SourceFile, Span};

    #[test]
    fn line_under_what_was_found() {
        let files = [SourceFile::new("a.toml", "[fact.x]\ntype = \"boole\"\n")];
        let fault = Fault::new(Span::new(0, 17, 22), "`boole` is no word that can stand here.");
        let drawn = draw(&[fault.did_you_mean(Some("bool")), Fault::new(Span::NONE, "No name.")], &files, false);
        let expected = "\
error: `boole` is no word that can stand here.
 --> a.toml:2:9
  |
2 | type = \"boole\"
  |         ^^^^^
  |
  = help: Did you mean `bool`?

error: No name.";
        assert_eq!(drawn, expected);
    }

    #[test]
    fn span_that_fits_no_text() {
        let files = [SourceFile::new("a.toml", "é")];
        let drawn = draw(&[Fault::new(Span::new(0, 1, 99), "Wrong.")], &files, true);
        assert!(drawn.contains("Wrong."));
    }
}
