//! When services are given, in the form in which the schedule is reckoned: conditions compiled, services by number.

use chrono::NaiveDate;

use super::program::{FactSlot, NodeId};
use crate::pack::ServiceId;
use crate::pack::source::{AgeUnit, Clock, Interval, LateStart};

/// All services of a pack.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plans {
    /// For each service, in the order of their codes.
    pub services: Vec<Plan>,
    pub spacings: Vec<Spacing>,
    pub series: Vec<Series>,
    /// The services of each set.
    pub sets: Vec<Vec<ServiceId>>,
}

impl Plans {
    /// The services of a set.
    pub(crate) fn set(&self, set: u16) -> &[ServiceId] {
        self.sets.get(usize::from(set)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The series in which a service has a place.
    pub(crate) fn series_of(&self, service: ServiceId) -> Option<(usize, &Series)> {
        let index = self.services.get(usize::from(service.0))?.series?;
        Some((index, self.series.get(index)?))
    }

    /// Every condition and value on which the services rest.
    pub(crate) fn all_conditions(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.services.iter().flat_map(|plan| &plan.ways).flat_map(Way::conditions)
    }

    /// Those of some services.
    pub(crate) fn conditions_of(&self, services: &[ServiceId]) -> Vec<NodeId> {
        let plans = services.iter().filter_map(|service| self.services.get(usize::from(service.0)));
        plans.flat_map(|plan| &plan.ways).flat_map(Way::conditions).collect()
    }
}

impl Plans {
    /// Whether a service is given once, on a day that follows from birth, delivery or the dose before. Visits in pregnancy have windows without
    /// a distance between them, so that no day of theirs follows.
    pub(crate) fn is_planned(&self, service: ServiceId) -> bool {
        let way = self.services.get(usize::from(service.0)).and_then(|plan| plan.ways.first());
        let clock = way.and_then(|way| if let Times::Window(window) = &way.times { Some(window.clock) } else { None });
        matches!(clock, Some(Clock::Birth | Clock::Delivery | Clock::Previous))
    }

    /// Whether a service is an earlier dose of the same vaccine than another one, or of what stands in for it.
    pub(crate) fn comes_before(&self, one: ServiceId, other: ServiceId) -> bool {
        let family = self.services.get(usize::from(one.0)).map(|plan| plan.family.as_slice()).unwrap_or_default();
        let place = |service| family.iter().position(|dose| *dose == service);
        let in_family = place(one).zip(place(other));
        let in_series = self.series.iter().find_map(|series| series.place_of(one).zip(series.place_of(other)));
        in_family.or(in_series).is_some_and(|(one, other)| one < other)
    }

    /// Whether another vaccine stands in for a dose: its own substitute, or all of those after which it is done too.
    pub(crate) fn stood_in_for(&self, service: ServiceId, can_be: impl Fn(ServiceId) -> bool) -> bool {
        self.series.iter().any(|series| {
            let place = series.places.iter().position(|place| *place == service);
            let own = place.and_then(|place| series.substitutes.get(place)).is_some_and(|substitute| can_be(*substitute));
            own || series.also_done.contains(&service) && series.substitutes.iter().all(|substitute| can_be(*substitute))
        })
    }
}

/// The ways in which a service is given: the first one that concerns a person is hers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    pub ways: Vec<Way>,
    /// The services of its series, itself among them, by `after`; the first dose is the first of them.
    pub family: Vec<ServiceId>,
    /// Index in [`Plans::spacings`].
    pub spacing: Option<usize>,
    /// Index in [`Plans::series`] of the one in which it has a place.
    pub series: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Way {
    /// Conditions that must all be true of a person.
    pub who: Vec<NodeId>,
    pub rule: CountRule,
    pub times: Times,
}

impl Way {
    pub(crate) fn conditions(&self) -> Vec<NodeId> {
        let own = match &self.times {
            Times::Window(window) => vec![window.in_use],
            Times::Campaign(_) => Vec::new(),
            Times::Check(check) => vec![check.instead.map(|(when, _)| when), check.done_if],
            Times::School(school) => vec![Some(school.pupil)],
            Times::Course(course) => vec![Some(course.card)],
        };
        self.who.iter().copied().chain(own.into_iter().flatten()).collect()
    }
}

/// Which doses count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CountRule {
    pub grace_days: i32,
    pub undated_counts: bool,
    /// A dose counts only after one before it that counts.
    pub in_order: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Times {
    Window(Window),
    Campaign(Campaign),
    Check(Check),
    School(School),
    Course(Course),
}

/// Once, between limits on a clock.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    pub clock: Clock,
    pub unit: AgeUnit,
    pub from: Option<i32>,
    pub due_until: Option<i32>,
    pub until: Option<i32>,
    pub after: Option<After>,
    pub not_needed_if_started_from: Option<i32>,
    pub in_use: Option<NodeId>,
}

/// The dose before, and how long after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct After {
    pub service: ServiceId,
    pub interval: Interval,
    pub accept: Option<Interval>,
    pub late_start: Option<LateStart>,
}

/// In certain months of the year, between two ages in completed months.
#[derive(Clone, Debug)]
pub(crate) struct Campaign {
    pub months: Vec<u32>,
    pub from: i32,
    pub until: i32,
    pub once: bool,
    /// Itself and what does as well.
    pub any_of: Vec<ServiceId>,
}

/// Again and again.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    /// Completed months of age at which it begins.
    pub from: Option<i32>,
    /// How long a record holds, and how long where a condition is true.
    pub every: Interval,
    pub instead: Option<(NodeId, Interval)>,
    pub holds_on_last_day: bool,
    /// Completed months of age up to which a record holds for its calendar month.
    pub calendar_month_until: Option<i32>,
    /// A fact whose value at a visit is a record of that day.
    pub recorded_by: Option<FactSlot>,
    pub done_if: Option<NodeId>,
}

/// In a month of a class.
#[derive(Clone, Debug)]
pub(crate) struct School {
    pub pupil: NodeId,
    pub class: i32,
    pub month: u32,
    pub catch_up: Vec<i32>,
    pub introduced: Option<NaiveDate>,
}

/// The next dose of a course.
#[derive(Clone, Debug)]
pub(crate) struct Course {
    /// How many doses the card says.
    pub card: NodeId,
    /// Its doses, the first one first; the service is one of them.
    pub doses: Vec<ServiceId>,
    pub after: Option<After>,
}

/// Services of which two on different days keep so many days.
#[derive(Clone, Debug)]
pub(crate) struct Spacing {
    pub of: Vec<ServiceId>,
    pub days: i32,
}

/// A vaccine that another one stands in for.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub places: Vec<ServiceId>,
    pub substitutes: Vec<ServiceId>,
    pub also_done: Vec<ServiceId>,
}

impl Series {
    pub(crate) fn has(&self, service: ServiceId) -> bool {
        self.places.contains(&service) || self.substitutes.contains(&service)
    }

    /// The place that a dose of this number would have by itself.
    pub(crate) fn place_of(&self, service: ServiceId) -> Option<usize> {
        let among = |services: &[ServiceId]| services.iter().position(|other| *other == service);
        among(&self.places).or_else(|| among(&self.substitutes))
    }
}
