//! A guard against files that nest so deeply that reading them would exhaust the stack.

use toml_parser::{Source, lexer::TokenKind};

/// How deeply tables and lists may stand in each other. A pack needs six.
const LIMIT: usize = 32;

/// The byte at which a file nests too deeply. Looks at single tokens only, so that no text can exhaust the stack here.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let mut open = vec![0_usize];
    for token in Source::new(text).lex() {
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => open.push(0),
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket if open.len() > 1 => {
                open.pop();
            }
            TokenKind::Dot => open.iter_mut().next_back().into_iter().for_each(|n| *n += 1),
            TokenKind::Comma => open.iter_mut().next_back().into_iter().for_each(|n| *n = 0),
            TokenKind::Newline if open.len() == 1 => open = vec![0],
            _ => {}
        }
        // Each open bracket is a level, and so is each point of a dotted key.
        if open.len() + open.iter().sum::<usize>() > LIMIT {
            return Some(token.span().start());
        }
    }
    None
}
