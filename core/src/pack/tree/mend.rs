//! Mends a text that is no valid TOML where its parser gives up, byte for byte, so that what stands behind keeps its place.

use std::ops::Range;
use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

/// A bracket that is still open where the next entry begins.
pub(super) struct Unclosed {
    pub bracket: usize,
    pub head: usize,
}

/// The first such bracket, the outermost one. The bracket of a head itself is none: a head ends with its line.
pub(super) fn unclosed(text: &str) -> Option<Unclosed> {
    let tokens = Source::new(text).lex().into_vec();
    let mut open = Vec::new();
    let (mut line_start, mut in_head) = (true, false);
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
                in_head = open.len() == 1 && line_start;
            }
            TokenKind::Newline if in_head => open.clear(),
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

/// Blanks the lines from the one with this bracket to the head of the next entry.
pub(super) fn blank_to_head(text: &mut String, bracket: usize, head: usize) {
    let start = line_at(text, bracket).start;
    replace(text, start..head.saturating_sub(1), "");
}

/// Makes the line of this byte one that the parser passes over: a head stays one, of an entry that nobody has; another line is blanked.
pub(super) fn mend_line(text: &mut String, byte: usize) {
    let line = line_at(text, byte);
    let is_head = text.get(line.clone()).is_some_and(|line| line.starts_with('['));
    if is_head && line.len() > 2 {
        let name = "z".repeat(line.len() - 2);
        replace(text, line, &format!("[{name}]"));
    } else {
        replace(text, line, "");
    }
}

fn line_at(text: &str, byte: usize) -> Range<usize> {
    let before = text.get(..byte).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.find('\n').map_or(text.len(), |newline| start + newline);
    start..end
}

/// Puts other bytes in the place of these, filled up with spaces to the same number.
fn replace(text: &mut String, place: Range<usize>, other: &str) {
    if text.get(place.clone()).is_some() {
        let spaces = place.len().saturating_sub(other.len());
        text.replace_range(place, &(other.to_owned() + &" ".repeat(spaces)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_any_length_is_blanked() {
        let mut text = "a = ".to_owned() + &"[".repeat(100_000) + "\nb = 1\n";
        mend_line(&mut text, 7);
        assert_eq!(text, " ".repeat(100_004) + "\nb = 1\n");
    }
}
