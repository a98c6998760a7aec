//! Lines of a result, each with what it is for, so that a screen, a terminal or a sheet of paper can draw it in its own way.

use std::fmt;

use crate::pack::source::Action;

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Who was judged, and when.
    Person,
    /// The word of the most urgent action.
    Action(Action),
    /// In place of an action: the answers are not enough to call the person safe.
    Undecidable,
    /// A sentence about the result as a whole.
    Sentence,
    /// The heading of what follows.
    Heading,
    /// The word of an action, with the deadline; the findings that call for it follow.
    Urgency(Action),
    /// What was found.
    Finding(Action),
    /// What to do about a finding.
    Advice,
    /// Why it was found: a value and its limit.
    Reason,
    /// What the value in the line before was computed from.
    Inputs,
    /// On which documents it rests, and how surely.
    Source,
    /// How a child grows: an index, the month, or what to measure once more.
    Growth,
    /// Before questions: what they may lead to.
    Ask(Action),
    /// Questions that have not been answered.
    Questions,
    /// When to look again, and by which pack the person was judged.
    Note,
}

/// One line of a result. It is as long as its sentence; the reader breaks it.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is for.
    pub role: Role,
    /// What it says.
    pub text: String,
}

impl fmt::Debug for Line {
    /// Shows what it is for. Its text holds answers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line({:?})", self.role)
    }
}

impl Line {
    pub(super) fn new(role: Role, text: impl Into<String>) -> Self {
        Self { role, text: text.into() }
    }
}
