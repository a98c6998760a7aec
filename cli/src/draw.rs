//! Draws the lines of a result on a terminal: signs and colours of the actions, indents, line breaks.

use siklus_core::pack::source::Action;
use siklus_core::screening::render::{Line, Role};

use crate::terminal::Terminal;
use crate::wrap::wrap;

/// How one line is drawn.
struct Style {
    /// What stands before the text; its further lines are indented as far.
    lead: String,
    /// Whether an empty line stands above.
    space: bool,
    /// Numbers of the escape sequence, as `1;31`; empty for plain text.
    codes: &'static str,
}

/// The lines as one text.
pub fn draw(lines: &[Line], terminal: Terminal) -> String {
    let mut out = String::new();
    let mut before = Role::Person;
    for line in lines {
        let role_before = std::mem::replace(&mut before, line.role);
        let style = style(line.role, role_before);
        if style.space && !out.is_empty() && role_before != Role::Heading {
            out.push('\n');
        }
        let indent = style.lead.chars().count();
        for (index, part) in wrap(&line.text, terminal.width.saturating_sub(indent)).iter().enumerate() {
            let lead = if index == 0 { style.lead.clone() } else { " ".repeat(indent) };
            out.push_str(&paint(&format!("{lead}{part}"), style.codes, terminal.color));
            out.push('\n');
        }
    }
    out
}

fn paint(text: &str, codes: &str, color: bool) -> String {
    let inside = text.trim_start_matches(' ');
    let indent = " ".repeat(text.len() - inside.len());
    match color && !codes.is_empty() {
        true => format!("{indent}\u{1b}[{codes}m{inside}\u{1b}[0m"),
        false => text.to_owned(),
    }
}

fn style(role: Role, before: Role) -> Style {
    let plain = |lead: &str, space: bool, codes| Style { lead: lead.to_owned(), space, codes };
    match role {
        Role::Person => plain("", true, BOLD),
        Role::Action(action) => Style { lead: format!("{} ", sign(action)), space: true, codes: banner(action) },
        Role::Undecidable => plain("[?] ", true, "1;7"),
        Role::Sentence | Role::Note => plain("", role == Role::Note && !matches!(before, Role::Note | Role::Person), ""),
        Role::Heading => plain("", true, "1;4"),
        Role::Urgency(action) => Style { lead: format!("{} ", sign(action)), space: true, codes: color(action) },
        Role::Finding(_) => plain("    ", !matches!(before, Role::Urgency(_)), BOLD),
        Role::Advice => plain("    ", false, ""),
        Role::Reason => plain("    - ", false, ""),
        Role::Inputs => plain("      ", false, DIM),
        Role::Source => plain("    ", false, DIM),
        Role::Ask(Action::None) => plain("[?] ", true, ""),
        Role::Ask(action) => Style { lead: "[?] ".to_owned(), space: true, codes: color(action) },
        Role::Growth => plain("    ", false, ""),
        Role::Questions => plain("    ", false, ""),
    }
}

const BOLD: &str = "1";
const DIM: &str = "2";

/// A sign that stands for the action where there is no colour.
fn sign(action: Action) -> &'static str {
    match action {
        Action::Emergency => "[!]",
        Action::Refer => "[→]",
        Action::Report => "[☎]",
        Action::ServiceDue => "[□]",
        Action::Educate => "[i]",
        Action::None => "[✓]",
    }
}

/// The colours of the terminal's own palette, which its user has chosen to be readable.
fn color(action: Action) -> &'static str {
    match action {
        Action::Emergency => "1;31",
        Action::Refer => "1;33",
        Action::Report => "1;34",
        Action::ServiceDue => "1;36",
        Action::Educate => "1",
        Action::None => "1;32",
    }
}

/// The same, turned round, so that it is seen from two metres.
fn banner(action: Action) -> &'static str {
    match action {
        Action::Emergency => "1;7;31",
        Action::Refer => "1;7;33",
        Action::Report => "1;7;34",
        Action::ServiceDue => "1;7;36",
        Action::Educate => "1;7",
        Action::None => "1;7;32",
    }
}
