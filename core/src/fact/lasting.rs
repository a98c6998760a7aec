//! How long an answer stays true, and what becomes of it at the next visit.

use super::FactKind;

/// How long an answer stays true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lasts {
    /// For the visit at which it was given.
    #[default]
    Visit,
    /// For the pregnancy in progress, or for the time after the delivery.
    Episode,
    /// For the person.
    Person,
}

impl Lasts {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Visit, Self::Episode, Self::Person];

    /// The word for it in packs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Episode => "episode",
            Self::Person => "person",
        }
    }
}

/// What becomes of an answer at the next visit. It is never an answer of that visit by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NextVisit {
    /// Nothing.
    Nothing,
    /// It stands beside the question.
    Shown,
    /// It stands beside the question, and one tap makes it an answer of the visit.
    Confirm,
}

impl NextVisit {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Shown, Self::Confirm];

    /// The word for it in packs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Shown => "shown",
            Self::Confirm => "confirm",
        }
    }

    /// Where the pack is silent: a number or a date is shown, so that a slip of the pen is seen, and nothing else.
    pub const fn by_default(kind: &FactKind) -> Self {
        match kind {
            FactKind::Number { .. } | FactKind::Date { .. } => Self::Shown,
            _ => Self::Nothing,
        }
    }
}
