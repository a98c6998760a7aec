//! A condition in three values.

use crate::pack::lang::program::Operand;

/// A condition in three values. The order is that of Kleene's logic: of an `||` the greatest part counts, of an `&&` the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Truth {
    No,
    Open,
    Yes,
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
        self.max(other)
    }

    pub(super) fn operand(self) -> Operand {
        match self {
            Self::Yes => Operand::Bool(true),
            Self::No => Operand::Bool(false),
            Self::Open => Operand::Open,
        }
    }
}
