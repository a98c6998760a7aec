//! The services of a person on the day of a visit.

use chrono::NaiveDate;

use super::evaluate::Evaluator;
use super::scratch::Scratch;
use super::subject::Subject;
use crate::hidden::hidden;
use crate::pack::{Pack, ServiceId};
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
