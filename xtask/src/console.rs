//! What the developer sees. A closed pipe (`cargo xtask demo | head`) ends nothing.

use std::fmt::Display;
use std::io::{self, Write};

/// A heading with an empty line before it.
pub fn heading(text: impl Display) {
    line(format_args!("\n== {text}"));
}

/// One line on standard output.
pub fn line(text: impl Display) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// The last words of a run that failed, on standard error.
pub fn failure(text: impl Display) {
    let _ = writeln!(io::stderr(), "\n{text}");
}
