//! What is wrong with a pack, where it stands, and what would be right.

use std::fmt;

/// A stretch of bytes in one file of a pack.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// Index of the file in the list of files that were read.
    pub file: u16,
    /// First byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The place of what was read from no text file, as the pack that is built in.
    pub const NONE: Self = Self { file: u16::MAX, start: 0, end: 0 };

    /// Bytes `start..end` of the file with this index.
    pub fn new(file: u16, start: usize, end: usize) -> Self {
        let offset = |n| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: offset(start), end: offset(end) }
    }

    /// Whether there is no text that it could point to.
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }
}

/// One text file of a pack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceFile {
    /// The name relative to the folder of the pack, as `rules/pregnancy.toml`.
    pub name: String,
    /// What stands in it, with `\n` between the lines and without a byte order mark.
    pub text: String,
}

impl SourceFile {
    /// Takes the text of a file; line ends of Windows become `\n`, so that they change neither a text nor its place.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text: String = text.into();
        let text = match text.strip_prefix('\u{feff}') {
            Some(text) => text.replace("\r\n", "\n"),
            None if text.contains("\r\n") => text.replace("\r\n", "\n"),
            None => text,
        };
        Self { name: name.into(), text }
    }

    /// Line and column of a byte, both counted from 1, columns in characters.
    pub fn position(&self, byte: u32) -> (usize, usize) {
        let byte = byte as usize;
        let before = self.text.get(..byte).unwrap_or(&self.text);
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        (line, column)
    }
}

/// One thing that is wrong in a pack, in words for its author.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Where it stands.
    pub span: Span,
    /// What was found, a sentence.
    pub message: String,
    /// What would be right, a sentence.
    pub help: Option<String>,
}

impl Fault {
    /// A fault that says what was found.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: None }
    }

    /// Adds what would be right.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds the name that was probably meant, if there is one.
    #[must_use]
    pub fn did_you_mean(self, name: Option<&str>) -> Self {
        match name {
            Some(name) => self.help(format!("Did you mean `{name}`?")),
            None => self,
        }
    }

    /// One line, `file:line:column: message (help)`; without a place for what was read from no file.
    pub fn line(&self, files: &[SourceFile]) -> String {
        let mut line = place(self.span, files).map_or(String::new(), |place| place + ": ");
        line.push_str(&self.message);
        if let Some(help) = &self.help {
            line.push_str(&format!(" ({help})"));
        }
        line
    }
}

/// The place of a span as `file:line:column`; nothing for what was read from no file.
pub fn place(span: Span, files: &[SourceFile]) -> Option<String> {
    let file = files.get(usize::from(span.file))?;
    let (line, column) = file.position(span.start);
    Some(format!("{}:{line}:{column}", file.name))
}

/// Everything that is wrong in a pack, in the order of its files, with the files to show the places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Faults {
    /// At least one fault.
    pub list: Vec<Fault>,
    /// The files that the spans of the faults point into.
    pub files: Vec<SourceFile>,
}

impl Faults {
    /// Faults in the order of their places.
    pub fn new(mut list: Vec<Fault>, files: Vec<SourceFile>) -> Self {
        list.sort_by_key(|fault| fault.span);
        list.dedup();
        Self { list, files }
    }
}

impl fmt::Display for Faults {
    /// One line for each fault.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<_> = self.list.iter().map(|fault| fault.line(&self.files)).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Faults {}

#[cfg(test)]
mod tests {
    use super::{Fault, SourceFile, Span};

    #[test]
    fn position_counts_characters_from_one() {
        let file = SourceFile::new("a.toml", "a\né…b\n");
        assert_eq!(file.position(0), (1, 1));
        assert_eq!(file.position(1), (1, 2));
        assert_eq!(file.position(7), (2, 3));
        assert_eq!(file.position(9), (3, 1));
        assert_eq!(file.position(99), (3, 1));
    }

    #[test]
    fn line_ends_and_byte_order_mark() {
        assert_eq!(SourceFile::new("a", "\u{feff}x\r\ny\n").text, "x\ny\n");
    }

    #[test]
    fn one_line() {
        let files = [SourceFile::new("a.toml", "x = 1\ny = 2\n")];
        let fault = Fault::new(Span::new(0, 6, 7), "What is `y`?").did_you_mean(Some("x"));
        assert_eq!(fault.line(&files), "a.toml:2:1: What is `y`? (Did you mean `x`?)");
        let fault = Fault::new(Span::NONE, "It has no name.").did_you_mean(None);
        assert_eq!(fault.line(&files), "It has no name.");
    }
}
