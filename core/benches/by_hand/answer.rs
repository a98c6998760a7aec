//! Answers in three states, and conditions in three values.

/// What is known of a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer<T> {
    /// The answer.
    Known(T),
    /// Not asked yet, or the family does not know.
    Open,
    /// Rightly not asked.
    NotApplicable,
}

/// A condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    Yes,
    No,
    Open,
}

use Truth::{No, Open, Yes};

impl<T: Copy> Answer<T> {
    /// Whether a value meets a test; what does not apply meets none.
    pub fn is(self, test: impl FnOnce(T) -> bool) -> Truth {
        match self {
            Self::Known(value) => Truth::of(test(value)),
            Self::Open => Open,
            Self::NotApplicable => No,
        }
    }

    pub fn is_open(self) -> bool {
        matches!(self, Self::Open)
    }

    pub fn known(self) -> Option<T> {
        if let Self::Known(value) = self { Some(value) } else { None }
    }
}

impl Answer<bool> {
    /// Whether it is answered in this way. What does not apply counts as "no".
    pub fn is_answered(self, wanted: bool) -> Truth {
        match self {
            Self::Known(answer) => Truth::of(answer == wanted),
            Self::Open => Open,
            Self::NotApplicable => Truth::of(!wanted),
        }
    }
}

impl Truth {
    pub fn of(value: bool) -> Self {
        if value { Yes } else { No }
    }

    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (No, _) | (_, No) => No,
            (Yes, Yes) => Yes,
            _ => Open,
        }
    }

    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Yes, _) | (_, Yes) => Yes,
            (No, No) => No,
            _ => Open,
        }
    }
}
