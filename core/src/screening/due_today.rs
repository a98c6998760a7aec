//! What is due on the day of a visit.

use std::cmp::Reverse;

use super::due::{Due, due};
use super::plan::plan;
use super::subject::Subject;
use crate::hidden::hidden;
use crate::pack::Pack;
use crate::schedule::Status;

/// What is due on the day of a visit, the overdue first.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct DueNow {
    /// The doses that may be given together. A dose that could be given, but not beside these, is none of them.
    pub together: Vec<Due>,
    /// What else is due: visits, examinations, and what is given again and again.
    pub others: Vec<Due>,
}

hidden!(DueNow);

impl DueNow {
    /// Whether nothing is.
    pub fn is_nothing(&self) -> bool {
        self.together.is_empty() && self.others.is_empty()
    }
}

/// What is due on the day of the visit. Of two vaccines that stand in for each other, and of a series, it holds what [`plan`] gives that day.
pub fn due_now(pack: &Pack, subject: &Subject<'_>) -> DueNow {
    let mut now = due(pack, subject);
    now.retain(|due| matches!(due.status, Status::Due | Status::Overdue));
    now.sort_by_key(|due| Reverse(due.status == Status::Overdue));
    let doses = plan(pack, subject, subject.on()).into_iter().flat_map(|day| day.doses).collect::<Vec<_>>();
    let (planned, others): (Vec<_>, Vec<_>) = now.into_iter().partition(|due| pack.program.plans.is_planned(due.service));
    DueNow { together: planned.into_iter().filter(|due| doses.contains(&due.service)).collect(), others }
}
