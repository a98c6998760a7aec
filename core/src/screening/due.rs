//! The services of a person on the day of a visit.

use chrono::NaiveDate;

use super::evaluate::Evaluator;
use super::scratch::Scratch;
use super::subject::Subject;
use crate::hidden::hidden;
use crate::pack::source::CompletenessSource;
use crate::pack::{Pack, ServiceId};
use crate::person::first_day_of_age_months;
use crate::schedule::{Line, Status, Why};

/// How a service stands on the day of a visit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The service.
    pub service: ServiceId,
    /// How it stands.
    pub status: Status,
    /// The earliest possible day, by age, interval and distance to other vaccines.
    pub from: Option<NaiveDate>,
    /// The last recommended day.
    pub due_until: Option<NaiveDate>,
    /// The last possible day.
    pub until: Option<NaiveDate>,
}

hidden!(Due);

impl Due {
    fn of(service: ServiceId, line: &Line) -> Self {
        Self { service, status: line.status, from: line.from, due_until: line.due_until, until: line.until }
    }
}

/// The services that apply to a person, in the order of their codes. One that is missing here does not apply.
pub fn due(pack: &Pack, subject: &Subject<'_>) -> Vec<Due> {
    let mut scratch = Scratch::new();
    due_lines(&mut Evaluator::new(pack, subject, &mut scratch))
}

/// How far a person is with services that together are called complete.
#[derive(Clone, PartialEq, Eq)]
pub struct Completeness {
    /// Its place among `[completeness.x]` of the pack, by id.
    pub index: usize,
    /// Those that are done.
    pub done: usize,
    /// All of them.
    pub of: usize,
    /// Those that are not done and still can be.
    pub missing: Vec<ServiceId>,
    /// Those that can no longer be done: it cannot be complete any more.
    pub missed: Vec<ServiceId>,
    /// Whether the last one was there in time; none while it is not complete, and where the day is not known.
    pub in_time: Option<bool>,
}

hidden!(Completeness);

/// How far a person is with each set of services that the pack calls complete, where one of them applies.
///
/// Source: `[completeness.x]` of the pack, each with its own.
pub fn completeness(pack: &Pack, subject: &Subject<'_>) -> Vec<Completeness> {
    let mut scratch = Scratch::new();
    let mut evaluator = Evaluator::new(pack, subject, &mut scratch);
    let sets = pack.source().completeness.iter().enumerate();
    sets.filter_map(|(index, set)| of_set(&mut evaluator, index, set)).collect()
}

fn of_set(evaluator: &mut Evaluator<'_>, index: usize, set: &CompletenessSource) -> Option<Completeness> {
    let services: Vec<_> = set.of.iter().filter_map(|code| evaluator.pack.find_service(&code.value)).collect();
    let statuses: Vec<_> = services.iter().map(|service| (*service, evaluator.line(*service).status)).collect();
    if statuses.iter().all(|(_, status)| matches!(status, Status::NotApplicable)) {
        return None;
    }
    let with =
        |wanted: &[Status]| statuses.iter().filter(|(_, status)| wanted.contains(status)).map(|(service, _)| *service).collect::<Vec<_>>();
    let done = with(&[Status::Done, Status::NotApplicable]);
    let limit = first_day_of_age_months(evaluator.subject.born, set.by_months);
    let last = evaluator.last_counted(&done).zip(limit).map(|(last, limit)| last < limit);
    Some(Completeness {
        index,
        done: done.len(),
        of: services.len(),
        missing: with(&[Status::Due, Status::Overdue, Status::Upcoming]),
        missed: with(&[Status::Missed]),
        in_time: last.filter(|_| done.len() == services.len()),
    })
}

/// The same, each with what its days came from.
pub fn due_with_reasons(pack: &Pack, subject: &Subject<'_>) -> Vec<(Due, Vec<Why>)> {
    let mut scratch = Scratch::new();
    let mut evaluator = Evaluator::new(pack, subject, &mut scratch);
    let lines = lines(&mut evaluator);
    lines.into_iter().map(|(service, line)| (Due::of(service, &line), evaluator.why(service, &line))).collect()
}

pub(super) fn due_lines(evaluator: &mut Evaluator<'_>) -> Vec<Due> {
    lines(evaluator).iter().map(|(service, line)| Due::of(*service, line)).collect()
}

fn lines(evaluator: &mut Evaluator<'_>) -> Vec<(ServiceId, Line)> {
    let services = (0..evaluator.pack.source().services.len()).filter_map(|index| u16::try_from(index).ok()).map(ServiceId);
    let lines = services.map(|service| (service, evaluator.line(service)));
    lines.filter(|(_, line)| line.status != Status::NotApplicable).collect()
}
