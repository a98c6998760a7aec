//! A condition in three values.

use crate::pack::lang::program::Operand;

/// A condition in three values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    Yes,
    No,
    Open,
}

impl Truth {
    pub(super) fn of(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }

    /// A condition that does not apply is false.
    pub(super) fn from_operand(operand: Operand) -> Self {
        match operand {
            Operand::Bool(value) => Self::of(value),
            Operand::Open => Self::Open,
            _ => Self::No,
        }
    }

    pub(super) fn negated(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Open => Self::Open,
        }
    }

    /// This or the other.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::Open, _) | (_, Self::Open) => Self::Open,
            _ => Self::No,
        }
    }

    pub(super) fn operand(self) -> Operand {
        match self {
            Self::Yes => Operand::Bool(true),
            Self::No => Operand::Bool(false),
            Self::Open => Operand::Open,
        }
    }
}
