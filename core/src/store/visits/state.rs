//! What became of a visit and of each member at it.

use crate::names::names;

/// What became of a member at a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartState {
    /// Asked and judged.
    Assessed,
    /// Not at home.
    Absent,
    /// Did not want to be asked.
    Refused,
    /// Not visited, with a reason.
    NotVisited,
}

/// How a visit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitState {
    /// Completed.
    Completed,
    /// Cancelled, with a reason: what was answered is kept and counts for nothing.
    Cancelled,
}

names! { PartState { Assessed = "assessed", Absent = "absent", Refused = "refused", NotVisited = "not_visited", } }
names! { VisitState { Completed = "completed", Cancelled = "cancelled", } }
