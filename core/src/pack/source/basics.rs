//! What the entries of a pack are made of.

use crate::pack::fault::Span;
use crate::person::Age;
use std::ops::Range;

/// A value and the place where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place; [`Span::NONE`] in the pack that is built in.
    pub span: Span,
}

/// An expression of the rule language, as text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expr {
    /// The expression.
    pub text: String,
    /// The place of the text inside its quotes; the whole string when it is not verbatim.
    pub span: Span,
    /// Whether the file holds the text byte by byte, without escapes.
    pub verbatim: bool,
}

impl Expr {
    /// The place of some bytes of the text; that of the whole string when it is not verbatim.
    pub fn span_of(&self, part: Range<usize>) -> Span {
        if !self.verbatim || self.span.is_none() {
            return self.span;
        }
        let base = self.span.start as usize;
        Span::new(self.span.file, base + part.start, base + part.end)
    }
}

/// What an age is counted in. Always completed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AgeUnit {
    /// Completed days.
    Days,
    /// Completed calendar months.
    Months,
    /// Completed years.
    Years,
}

/// Ages from one limit to another, both included: `"6..71 months"`, `"60.. days"`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// What both limits are counted in.
    pub unit: AgeUnit,
    /// The youngest age, 0 or more.
    pub from: i32,
    /// The oldest age, not below `from`; none for no upper limit.
    pub to: Option<i32>,
}

impl AgeUnit {
    /// The completed age in this unit.
    pub fn of(self, age: Age) -> i32 {
        match self {
            Self::Days => age.days,
            Self::Months => age.months,
            Self::Years => age.years,
        }
    }
}

impl Window {
    /// Whether an age lies in the window.
    pub fn holds(self, age: Age) -> bool {
        let age = self.unit.of(age);
        self.from <= age && self.to.is_none_or(|to| age <= to)
    }
}

/// What is done about a finding, in order of urgency: the last one is the most urgent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Action {
    /// All is well: *sudah baik*.
    None,
    /// Teach: *edukasi*.
    Educate,
    /// A service is missing, make the appointment: *ingatkan layanan*.
    ServiceDue,
    /// Told to the health worker the same day: *lapor nakes*.
    Report,
    /// Examined at Pustu or Puskesmas by a deadline: *rujuk*.
    Refer,
    /// Go now: *rujuk segera*.
    Emergency,
}

impl Action {
    /// All actions, the least urgent first.
    pub const ALL: [Self; 6] = [Self::None, Self::Educate, Self::ServiceDue, Self::Report, Self::Refer, Self::Emergency];

    /// The word for it in packs and case files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Educate => "educate",
            Self::ServiceDue => "service_due",
            Self::Report => "report",
            Self::Refer => "refer",
            Self::Emergency => "emergency",
        }
    }
}

/// By when somebody who is referred must be examined.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Within {
    /// Within 24 hours.
    Hours24,
    /// Within 7 days.
    Days7,
}

impl Within {
    /// Both deadlines, the nearer first.
    pub const ALL: [Self; 2] = [Self::Hours24, Self::Days7];

    /// The word for it in packs and case files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hours24 => "24h",
            Self::Days7 => "7d",
        }
    }
}

/// How well a rule is founded.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Confidence {
    /// Read in its source.
    Confirmed,
    /// Known from its source, which was not at hand.
    Recalled,
    /// Sources contradict each other.
    Disputed,
    /// Decided by this project.
    Design,
}

impl Confidence {
    /// All degrees.
    pub const ALL: [Self; 4] = [Self::Confirmed, Self::Recalled, Self::Disputed, Self::Design];

    /// The word for it in packs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Recalled => "recalled",
            Self::Disputed => "disputed",
            Self::Design => "design",
        }
    }
}

/// When the health workers and cadres meet somebody: a section of a form belongs to one or both.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Setting {
    /// The short checklist of the home visit.
    HomeVisit,
    /// The full card of the Posyandu day.
    Posyandu,
}

impl Setting {
    /// Both settings.
    pub const ALL: [Self; 2] = [Self::HomeVisit, Self::Posyandu];

    /// The word for it in packs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HomeVisit => "home_visit",
            Self::Posyandu => "posyandu",
        }
    }
}
