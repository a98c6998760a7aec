//! The rows of the chart: the vaccines that the pack gives between limits of age, in the order in which they begin.

use siklus_core::pack::Pack;
use siklus_core::pack::source::{AgeUnit, Clock, Confidence, Interval, ScheduleKind, ServiceSource};
use siklus_core::screening::render::Renderer;

/// The set of services that the chart shows.
const SHOWN: &str = "vaccines";

/// A vaccine with its ages in completed months.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What it is called.
    pub name: String,
    /// The first month.
    pub from: i32,
    /// The last recommended one.
    pub due_until: i32,
    /// The last one at all.
    pub until: i32,
    /// What must come before it, and how long before.
    pub after: Option<(String, Interval)>,
    /// Whether it is only given where the area has it.
    pub local: bool,
    /// How well it is founded.
    pub confidence: Confidence,
    /// The documents that it follows.
    pub source: String,
}

/// The vaccines of a pack, in the order in which they begin; none where the pack has no set of this name.
pub fn rows(pack: &Pack, renderer: &Renderer<'_>) -> Vec<Row> {
    let source = pack.source();
    let set = source.service_sets.iter().find(|set| set.id.value == SHOWN);
    let codes = set.map(|set| set.codes.as_slice()).unwrap_or_default();
    let services = codes.iter().filter_map(|code| source.services.iter().find(|service| service.id.value == code.value));
    let mut rows: Vec<_> = services.filter_map(|service| row(pack, renderer, service)).collect();
    rows.sort_by_key(|row| (row.from, row.due_until));
    rows
}

fn row(pack: &Pack, renderer: &Renderer<'_>, service: &ServiceSource) -> Option<Row> {
    let schedule = service.schedules.first()?;
    let schedule = pack.source().schedules.iter().find(|it| it.id.value == schedule.value)?;
    if (schedule.kind, schedule.clock) != (ScheduleKind::Window, Some(Clock::Birth)) {
        return None;
    }
    // Days of the first weeks all lie in the month of birth.
    let months = |number: i32| if schedule.unit == AgeUnit::Days { number / 30 } else { number };
    let timing = &service.timing;
    let until = months(timing.until?);
    let name = |code: &str| pack.find_service(code).map_or("", |service| renderer.service_name(service)).to_owned();
    Some(Row {
        name: name(&service.id.value),
        from: months(timing.from?),
        due_until: timing.due_until.map_or(until, months),
        until,
        after: timing.after.as_ref().zip(timing.min_interval).map(|(after, interval)| (name(&after.value), interval)),
        local: timing.in_use.is_some(),
        confidence: service.confidence,
        source: service.source.value.clone(),
    })
}
