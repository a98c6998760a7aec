//! What makes a text no TOML, in words that quote nothing of it.

use thiserror::Error;

/// A slip in the notation of TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Slip {
    /// Text or a code without quotes.
    #[error("text must stand in double quotes; true, false, numbers and dates stand without")]
    Unquoted,
    /// `"abc` without its end.
    #[error("a closing quote is missing")]
    OpenQuote,
    /// A backslash before something that it may not stand before.
    #[error("a backslash in double quotes must be written twice")]
    Escape,
    /// A day that the calendar does not have, or one in another notation.
    #[error("not a date of the calendar, expected year-month-day like 2026-03-02")]
    Date,
    /// A number in a notation that TOML does not have.
    #[error("not a number, expected digits with at most one decimal point, without leading zeros; text stands in double quotes")]
    Number,
    /// A bracket or brace without its end.
    #[error("a closing bracket is missing")]
    OpenBracket,
    /// Something follows a value, as in `4,5`.
    #[error("something stands after the value; a decimal takes a point, and each key its own line")]
    AfterValue,
    /// `key =`.
    #[error("the value is missing")]
    NoValue,
    /// A line that is neither a table, nor a key with a value, nor a comment.
    #[error("expected `key = value`, a [table] or a # comment")]
    NoPair,
    /// Items of a list or of an inline table without a comma.
    #[error("expected one comma between two items")]
    Comma,
    /// Nested beyond what a case file can need.
    #[error("nested too deeply")]
    Depth,
    /// Anything else.
    #[error("not the notation of TOML")]
    Other,
}

/// The beginnings of the parser's own messages. They are translated instead of passed on, so that no later version of the parser can
/// bring a piece of the text into an error.
const MESSAGES: &[(&str, Slip)] = &[
    ("string values must be quoted", Slip::Unquoted),
    ("invalid boolean", Slip::Unquoted),
    ("missing opening quote", Slip::Unquoted),
    ("invalid basic string", Slip::OpenQuote),
    ("invalid literal string", Slip::OpenQuote),
    ("invalid multi-line", Slip::OpenQuote),
    ("missing escaped value", Slip::Escape),
    ("too few unicode value digits", Slip::Escape),
    ("invalid date", Slip::Date),
    ("invalid time", Slip::Date),
    ("invalid offset", Slip::Date),
    ("invalid integer number", Slip::Number),
    ("invalid float", Slip::Number),
    ("invalid hexadecimal", Slip::Number),
    ("invalid octal", Slip::Number),
    ("invalid binary", Slip::Number),
    ("unexpected leading zero", Slip::Number),
    ("unexpected sign", Slip::Number),
    ("redundant numeric sign", Slip::Number),
    ("redundant integer number prefix", Slip::Number),
    ("integers with a radix cannot be signed", Slip::Number),
    ("radix must be lowercase", Slip::Number),
    ("`_` may only go between digits", Slip::Number),
    ("unclosed", Slip::OpenBracket),
    ("unexpected key or value", Slip::AfterValue),
    ("missing value", Slip::NoValue),
    ("key with no value", Slip::NoPair),
    ("missing assignment", Slip::NoPair),
    ("unquoted keys cannot be empty", Slip::NoPair),
    ("invalid unquoted key", Slip::NoPair),
    ("invalid key-value pair", Slip::NoPair),
    ("missing comma", Slip::Comma),
    ("extra comma", Slip::Comma),
    ("recursion limit", Slip::Depth),
    ("cannot recurse further", Slip::Depth),
];

impl Slip {
    /// Recognises a message of the parser.
    pub(crate) fn from_message(message: &str) -> Self {
        let known = MESSAGES.iter().find(|(start, _)| message.starts_with(start));
        known.map_or(Self::Other, |(_, slip)| *slip)
    }

    /// Whether it spoils one value and nothing of the structure around it, so that the rest of the file can still be checked.
    pub(crate) fn is_inside_a_value(self) -> bool {
        matches!(self, Self::Unquoted | Self::Escape | Self::Date | Self::Number)
    }
}
