//! How a service stands on a day.

/// How a service stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Received, also late.
    Done,
    /// Within the recommended time.
    Due,
    /// After the recommended time, and still possible.
    Overdue,
    /// Not yet: too young, too soon after the dose before it, or that dose is missing.
    Upcoming,
    /// Too late.
    Missed,
    /// Not for this person, or not given here.
    NotApplicable,
}

impl Status {
    /// All, in the order in which packs and case files name them.
    pub const ALL: [Self; 6] = [Self::Done, Self::Due, Self::Overdue, Self::Upcoming, Self::Missed, Self::NotApplicable];

    /// The word in packs and case files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Due => "due",
            Self::Overdue => "overdue",
            Self::Upcoming => "upcoming",
            Self::Missed => "missed",
            Self::NotApplicable => "not_applicable",
        }
    }
}
