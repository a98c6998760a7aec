//! Text to tokens. The tokens are those of CEL, as far as the language uses them.

use crate::fact::Number;

/// A half-open range of bytes in the text of one expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At {
    pub start: u32,
    pub end: u32,
}

impl At {
    /// From the first byte of `self` to the last of `other`.
    pub(crate) fn to(self, other: Self) -> Self {
        Self { start: self.start, end: other.end }
    }
}

/// What is wrong with the text of an expression, where, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub at: At,
    pub message: String,
    pub help: Option<String>,
}

impl SyntaxError {
    pub(crate) fn new(at: At, message: impl Into<String>) -> Self {
        Self { at, message: message.into(), help: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token<'a> {
    Name(&'a str),
    Number(Number),
    Code(&'a str),
    Symbol(&'static str),
    End,
}

/// Longer symbols stand before those that they begin with.
const SYMBOLS: [&str; 21] = ["||", "&&", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/", "?", ":", "(", ")", "[", "]", ",", "."];

/// All tokens of `text` with their places, closed by [`Token::End`].
pub(crate) fn tokens(text: &str) -> Result<Vec<(Token<'_>, At)>, SyntaxError> {
    let mut lexer = Lexer { text, pos: 0 };
    let mut found = Vec::with_capacity(text.len() / 4 + 1);
    loop {
        let (token, at) = lexer.next()?;
        let end = token == Token::End;
        found.push((token, at));
        if end {
            return Ok(found);
        }
    }
}

struct Lexer<'a> {
    text: &'a str,
    pos: usize,
}

impl<'a> Lexer<'a> {
    fn next(&mut self) -> Result<(Token<'a>, At), SyntaxError> {
        self.take_while(char::is_whitespace);
        let start = self.pos;
        let Some(first) = self.rest().chars().next() else {
            return Ok((Token::End, self.at(start)));
        };
        let token = match first {
            'a'..='z' | 'A'..='Z' | '_' => Token::Name(self.take_while(|c| c.is_ascii_alphanumeric() || c == '_')),
            '0'..='9' => self.number(start)?,
            '\'' => self.code(start)?,
            _ => self.symbol(start, first)?,
        };
        Ok((token, self.at(start)))
    }

    fn number(&mut self, start: usize) -> Result<Token<'a>, SyntaxError> {
        self.take_while(|c| c.is_ascii_digit());
        let fraction = self.rest().strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if fraction {
            self.pos += 1;
            self.take_while(|c| c.is_ascii_digit());
        }
        if self.rest().starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
            self.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
            return Err(SyntaxError::new(self.at(start), "this is neither a number nor a name")
                .help("a number is written 12 or 12.5; a name begins with a letter"));
        }
        let text = self.text.get(start..self.pos).unwrap_or_default();
        let number = Number::parse(text).ok_or_else(|| SyntaxError::new(self.at(start), "this number has too many digits"))?;
        Ok(Token::Number(number))
    }

    fn code(&mut self, start: usize) -> Result<Token<'a>, SyntaxError> {
        self.pos += 1;
        let code = self.take_while(|c| c != '\'' && c != '\n');
        if !self.rest().starts_with('\'') {
            return Err(SyntaxError::new(self.at(start), "this code has no end").help("a code stands between single quotes: 'active'"));
        }
        self.pos += 1;
        Ok(Token::Code(code))
    }

    fn symbol(&mut self, start: usize, first: char) -> Result<Token<'a>, SyntaxError> {
        let found = SYMBOLS.into_iter().find(|symbol| self.rest().starts_with(symbol));
        self.pos += found.map_or(first.len_utf8(), str::len);
        found.map(Token::Symbol).ok_or_else(|| {
            let error = SyntaxError::new(self.at(start), format!("`{first}` has no meaning here"));
            match first {
                '=' => error.help("equality is written =="),
                '&' => error.help("\"and\" is written &&"),
                '|' => error.help("\"or\" is written ||"),
                '"' | '’' | '‘' => error.help("a code stands between single quotes: 'active'"),
                '≤' => error.help("write <="),
                '≥' => error.help("write >="),
                _ => error,
            }
        })
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.pos += length;
        rest.get(..length).unwrap_or_default()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.pos..).unwrap_or_default()
    }

    fn at(&self, start: usize) -> At {
        let offset = |pos: usize| u32::try_from(pos).unwrap_or(u32::MAX);
        At { start: offset(start), end: offset(self.pos) }
    }
}
