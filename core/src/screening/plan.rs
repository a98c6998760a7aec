//! The next doses of a person, day by day.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::due::{Due, due};
use super::evaluate::Evaluator;
use super::input::{Dose, Input};
use super::scratch::Scratch;
use super::subject::Subject;
use crate::hidden::hidden;
use crate::pack::{Pack, ServiceId};
use crate::schedule::Status;

/// More days than any plan has: each of them gives at least one dose.
const MOST_DAYS: usize = 400;

/// What may be given together on one day.
#[derive(Clone, PartialEq, Eq)]
pub struct PlannedDay {
    /// The day.
    pub on: NaiveDate,
    /// The doses, in the order of their codes.
    pub doses: Vec<ServiceId>,
}

hidden!(PlannedDay);

/// The doses that are still to come, when each is given on the first day on which it may be: today what is due, then what follows, up to a
/// day. Nothing is planned past its last day, before its interval is over, or in the past. A vaccine that another one stands in for is
/// planned only where the other one cannot be given.
///
/// It plans what is given once and counted from birth, delivery or the dose before. The health worker decides what is given.
pub fn plan(pack: &Pack, subject: &Subject<'_>, until: NaiveDate) -> Vec<PlannedDay> {
    let mut input = subject.input().clone();
    let mut days = Vec::new();
    while days.len() < MOST_DAYS {
        // What was recorded today stays what is known.
        let open = open_doses(pack, &Subject::build(pack, Cow::Borrowed(&input)));
        let is_first = |due: &&Due| !open.iter().any(|other| pack.program.plans.comes_before(other.service, due.service));
        let possible: Vec<_> = open.iter().filter(|due| is_possible(due)).filter(is_first).map(|due| due.service).collect();
        let doses: Vec<_> = possible.iter().copied().filter(|service| has_its_place(pack, &input, *service)).collect();
        let next = if possible.is_empty() { next_day(&open, input.on) } else { input.on.succ_opt() };
        if !doses.is_empty() {
            input.doses.extend(doses.iter().map(|service| Dose { service: *service, on: Some(input.on) }));
            days.push(PlannedDay { on: input.on, doses });
        }
        match next.filter(|next| *next <= until) {
            Some(next) => input.on = next,
            None => break,
        }
    }
    days
}

/// The doses that are not done and can still be, without those that another vaccine stands in for.
fn open_doses(pack: &Pack, subject: &Subject<'_>) -> Vec<Due> {
    let plans = &pack.program.plans;
    let all = due(pack, subject);
    let can_be = |service: ServiceId| all.iter().any(|due| due.service == service && (is_open(due) || due.status == Status::Done));
    let open = all.iter().filter(|due| is_open(due) && plans.is_planned(due.service));
    open.filter(|due| !plans.stood_in_for(due.service, can_be)).copied().collect()
}

fn is_open(due: &Due) -> bool {
    matches!(due.status, Status::Due | Status::Overdue | Status::Upcoming)
}

fn is_possible(due: &Due) -> bool {
    matches!(due.status, Status::Due | Status::Overdue)
}

/// Whether a dose of today would count in a series of two vaccines, where the doses before it go by date and not by number.
fn has_its_place(pack: &Pack, input: &Input, service: ServiceId) -> bool {
    if !pack.program.plans.series.iter().any(|series| series.has(service)) {
        return true;
    }
    let mut given = input.clone();
    given.doses.push(Dose { service, on: Some(input.on) });
    let subject = Subject::build(pack, Cow::Owned(given));
    let mut scratch = Scratch::new();
    Evaluator::new(pack, &subject, &mut scratch).dose_counts(service, input.on)
}

/// The first day on which one of some doses may be given.
fn next_day(open: &[Due], on: NaiveDate) -> Option<NaiveDate> {
    open.iter().filter_map(|due| due.from).filter(|from| *from > on).min()
}
