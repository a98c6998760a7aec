//! Where the output goes: with colours or without, and how wide.

use std::io::{IsTerminal, stdout};

use crate::args::Color;

/// Columns of a text that is not written to a terminal, and the widest lines on one: longer ones are hard to read.
const MAX_WIDTH: usize = 100;
/// The narrowest lines; below it a word and its indent no longer fit.
const MIN_WIDTH: usize = 40;

/// What the output can show.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Whether it understands colours.
    pub color: bool,
    /// Columns to use.
    pub width: usize,
}

impl Terminal {
    /// The standard output, with the choice of `--color`. The variable NO_COLOR, set to anything, turns colours off.
    pub fn of_stdout(color: Color) -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let color = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => stdout().is_terminal() && !no_color,
        };
        let columns = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        Self { color, width: columns.unwrap_or(MAX_WIDTH).clamp(MIN_WIDTH, MAX_WIDTH) }
    }
}
