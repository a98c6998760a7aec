//! The services of a person on the day of a visit.

use chrono::NaiveDate;

use super::evaluate::Evaluator;
use super::scratch::Scratch;
use super::subject::Subject;
use crate::hidden::hidden;
use crate::pack::{Pack, ServiceId};
use crate::schedule::Status;

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

/// The services that apply to a person, in the order of their codes. One that is missing here does not apply.
pub fn due(pack: &Pack, subject: &Subject<'_>) -> Vec<Due> {
    lines(&mut Evaluator::new(pack, subject, &mut Scratch::new()))
}

pub(super) fn lines(evaluator: &mut Evaluator<'_>) -> Vec<Due> {
    let pack = evaluator.pack;
    let services = (0..pack.source().services.len()).filter_map(|index| u16::try_from(index).ok()).map(ServiceId);
    let line = |service| evaluator.line(service).map(|line| (service, line));
    let lines = services.filter_map(line).filter(|(_, line)| line.status != Status::NotApplicable);
    lines
        .map(|(service, line)| Due { service, status: line.status, from: line.from, due_until: line.due_until, until: line.until })
        .collect()
}
