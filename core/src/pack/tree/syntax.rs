//! What is wrong with the TOML of a file, in words for its author.

use super::mend::{Unclosed, blank_to_head, mend_line, unclosed};
use crate::pack::fault::{Fault, Span};
use toml::de::{DeTable, Error};

/// How often a text is mended to find what is wrong behind a place where the parser gives up.
const ROUNDS: usize = 20;

/// How the errors begin behind which the parser gives up.
const GIVES_UP: [&str; 4] = ["key with no value", "missing value for key", "unclosed table", "unclosed array table"];

/// What the parser says, by how it begins, and the same in plain words with what would be right.
const IN_PLAIN_WORDS: [(&str, &str, &str); 13] = [
    ("string values must be quoted", "This is neither a number nor a text in quotes.", "A text stands in straight quotes: `\"...\"`."),
    ("invalid basic string", "The quotes of this text are not closed.", "Close them with `\"` on the same line."),
    ("invalid literal string", "The quotes of this text are not closed.", "Close them with `'` on the same line."),
    ("invalid multi-line", "The quotes of this long text are not closed.", "Close them with the three quotes that it begins with."),
    ("unclosed table", "This heading is not closed.", "Close it with `]` on the same line."),
    ("unclosed array", "A list is not closed.", "Close it with `]`."),
    ("unclosed inline table", "A table is not closed.", "Close it with `}`."),
    ("key with no value", "There is no `=` behind this name.", "Write `name = value`."),
    ("extra assignment", "Here is one `=` more than names.", "Values in `{...}` are parted by commas."),
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
pub(super) fn faults(text: &str, file: u16, mut errors: Vec<Error>) -> Vec<Fault> {
    let mut report = Report { text, file, faults: Vec::new() };
    let mut mended = text.to_owned();
    for _ in 0..ROUNDS {
        if errors.is_empty() || !report.mend(&mut mended, &errors) {
            break;
        }
        errors = DeTable::parse_recoverable(&mended).1;
    }
    report.add(&errors);
    report.faults
}

struct Report<'t> {
    text: &'t str,
    file: u16,
    faults: Vec<Fault>,
}

impl Report<'_> {
    /// Adds the errors behind which nothing more is found, and mends their places. False when there are none.
    fn mend(&mut self, mended: &mut String, errors: &[Error]) -> bool {
        if let Some(Unclosed { bracket, head }) = unclosed(mended) {
            let fault = Fault::new(self.span(bracket, bracket + 1), "This bracket is not closed before the next entry begins.");
            self.faults.push(fault.help("Close `[` with `]` and `{` with `}`."));
            blank_to_head(mended, bracket, head);
            return true;
        }
        let gives_up = |error: &&Error| {
            let mut messages = GIVES_UP.iter();
            messages.any(|begin| error.message().starts_with(begin))
        };
        let places = errors.iter().filter(gives_up).filter_map(|error| {
            let place = error.span()?;
            self.faults.push(plain(self.span(place.start, place.end), error.message()));
            Some(place.start)
        });
        places.map(|place| mend_line(mended, place)).count() > 0
    }

    /// Adds errors. Of an entry that stands twice only the head is named, not every key that repeats with it.
    fn add(&mut self, errors: &[Error]) {
        let mut repeated_to = 0;
        for error in errors {
            let place = error.span().unwrap_or(0..0);
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
