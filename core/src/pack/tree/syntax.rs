//! What is wrong with the TOML of a file, in words for its author.

use crate::pack::fault::{Fault, Span};
use toml::de::{DeTable, Error};
use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

/// After so many brackets that are not closed, the rest of a file is not looked at.
const MOST_UNCLOSED: usize = 20;

/// What the parser says, by how it begins, and the same in plain words with what would be right.
const IN_PLAIN_WORDS: [(&str, &str, &str); 12] = [
    ("string values must be quoted", "This text does not stand in quotes.", "Write straight quotes around it: `\"...\"`."),
    ("invalid basic string", "The quotes of this text are not closed.", "Close them with `\"` on the same line."),
    ("invalid literal string", "The quotes of this text are not closed.", "Close them with `'` on the same line."),
    ("invalid multi-line", "The quotes of this long text are not closed.", "Close them with the three quotes that it begins with."),
    ("unclosed table", "This heading is not closed.", "Close it with `]` on the same line."),
    ("unclosed array", "A list is not closed.", "Close it with `]`."),
    ("unclosed inline table", "A table is not closed.", "Close it with `}`."),
    ("key with no value", "There is no `=` behind this name.", "Write `name = value`."),
    ("missing comma", "There is no comma before this.", "Values in `[...]` and `{...}` are parted by commas."),
    (
        "unexpected key or value",
        "This does not belong on this line.",
        "Each value stands on a line of its own; a decimal number has a point: `0.5`.",
    ),
    ("missing escaped value", "`\\` has a special meaning in a text.", "Write `\\\\` for a single one."),
    ("invalid date", "There is no such day.", "Write a date as `2026-01-31`."),
];

/// The faults of a text that is no valid TOML; `errors` are those that the parser found in it.
pub(super) fn faults(text: &str, file: u16, errors: Vec<Error>) -> Vec<Fault> {
    let mut report = Report { text, file, faults: Vec::new() };
    let (mut start, mut errors) = (0, errors);
    for _ in 0..MOST_UNCLOSED {
        let rest = text.get(start..).unwrap_or_default();
        let unclosed = unclosed(rest).filter(|_| !errors.is_empty());
        let Some(Unclosed { bracket, head }) = unclosed else {
            report.add(start, &errors);
            return report.faults;
        };
        // All that the parser says behind the bracket comes from the bracket alone; it starts afresh with the next entry.
        errors.retain(|error| error.span().is_some_and(|place| place.start < bracket));
        report.add(start, &errors);
        report.add_unclosed(start + bracket);
        start += head;
        errors = DeTable::parse_recoverable(text.get(start..).unwrap_or_default()).1;
    }
    report.faults
}

struct Report<'t> {
    text: &'t str,
    file: u16,
    faults: Vec<Fault>,
}

impl Report<'_> {
    /// Adds errors of the text from `start` on. Of an entry that stands twice only the head is named, not every key that repeats with it.
    fn add(&mut self, start: usize, errors: &[Error]) {
        let mut repeated_to = 0;
        for error in errors {
            let place = error.span().unwrap_or(0..0);
            let place = start + place.start..start + place.end;
            if error.message() != "duplicate key" {
                let fault = plain(self.span(place.start, place.end), error.message());
                self.faults.push(fault);
            } else if place.start >= repeated_to {
                if self.line_before(place.start).starts_with('[') {
                    repeated_to = self.next_head(place.end);
                }
                self.add_duplicate(place.start, place.end);
            }
        }
    }

    fn add_duplicate(&mut self, start: usize, end: usize) {
        let found = self.text.get(start..end).unwrap_or_default();
        let message = format!("`{found}` stands twice in this file.");
        let fault = Fault::new(self.span(start, end), message);
        self.faults.push(fault.help("Remove one of the two, or give it another name."));
    }

    fn add_unclosed(&mut self, bracket: usize) {
        let fault = Fault::new(self.span(bracket, bracket + 1), "This bracket is not closed before the next entry begins.");
        self.faults.push(fault.help("Close `[` with `]` and `{` with `}`."));
    }

    fn line_before(&self, byte: usize) -> &str {
        let before = self.text.get(..byte).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default().trim_start()
    }

    fn next_head(&self, byte: usize) -> usize {
        let after = self.text.get(byte..).unwrap_or_default();
        after.find("\n[").map_or(self.text.len(), |found| byte + found)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }
}

fn plain(span: Span, message: &str) -> Fault {
    let known = IN_PLAIN_WORDS.iter().find(|(begins, _, _)| message.starts_with(begins));
    match known {
        Some((_, found, help)) => Fault::new(span, *found).help(*help),
        None => Fault::new(span, format!("This is not valid TOML: {message}.")),
    }
}

/// A bracket that is still open where the next entry begins.
struct Unclosed {
    bracket: usize,
    head: usize,
}

fn unclosed(text: &str) -> Option<Unclosed> {
    let tokens = Source::new(text).lex().into_vec();
    let mut open = Vec::new();
    let mut line_start = true;
    for (index, token) in tokens.iter().enumerate() {
        let start = token.span().start();
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => {
                let rest = tokens.iter().skip(index);
                if let Some(bracket) = open.first().copied()
                    && line_start
                    && is_head(text, rest)
                {
                    return Some(Unclosed { bracket, head: start });
                }
                open.push(start);
            }
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                open.pop();
            }
            _ => {}
        }
        line_start = token.kind() == TokenKind::Newline;
    }
    None
}

/// Whether a line is the head of an entry, `[fact.x]` or `["group.what"]`, and no list of a list.
fn is_head<'t>(text: &str, line: impl Iterator<Item = &'t Token>) -> bool {
    let mut line = line
        .take_while(|token| token.kind() != TokenKind::Newline)
        .filter(|token| !matches!(token.kind(), TokenKind::Whitespace | TokenKind::Comment))
        .skip(1);
    loop {
        let Some(name) = line.next() else {
            return false;
        };
        let name = text.get(name.span().start()..name.span().end());
        let is_name = |c: char| c.is_ascii_alphabetic() || c == '"' || c == '\'';
        if !name.is_some_and(|name| name.starts_with(is_name)) {
            return false;
        }
        match line.next().map(Token::kind) {
            Some(TokenKind::Dot) => {}
            Some(TokenKind::RightSquareBracket) => return line.next().is_none(),
            _ => return false,
        }
    }
}
