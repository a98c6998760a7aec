//! Which dose counts.

use chrono::NaiveDate;

use super::days::plus_days;
use super::reckoner::Reckoner;
use crate::pack::ServiceId;
use crate::pack::lang::plan::{After, CountRule, Times, Way, Window};
use crate::pack::source::{Interval, LateStart};
use crate::person::{add_months, months_between};

/// The dose of a service that counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    /// None when its day is not known.
    pub on: Option<NaiveDate>,
}

/// The first day on which a dose would have been given in time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum InTime {
    /// No limit, or from this day on.
    From(Option<NaiveDate>),
    /// The dose that must come first does not count.
    Never,
}

impl InTime {
    /// A dose of unknown day is taken as it is where the rule says so.
    pub(super) fn holds(self, on: Option<NaiveDate>, rule: CountRule) -> bool {
        match (self, on) {
            (Self::Never, _) => false,
            (Self::From(_), None) => rule.undated_counts,
            (Self::From(first), Some(on)) => first.is_none_or(|first| first <= on),
        }
    }
}

impl<'r> Reckoner<'r> {
    /// The first dose of a service that counts.
    pub(super) fn counted(&mut self, service: ServiceId) -> Option<Counted> {
        if let Some(Some(known)) = self.counted.get(usize::from(service.0)) {
            return *known;
        }
        let counted = match self.in_series(service) {
            Some(of_series) => of_series,
            None => self.counted_by_number(service).or_else(|| self.also_done(service)),
        };
        if let Some(place) = self.counted.get_mut(usize::from(service.0)) {
            *place = Some(counted);
        }
        counted
    }

    /// The day of the dose of a service that counts, which may not be known; none without such a dose.
    pub(crate) fn day_counted(&mut self, service: ServiceId) -> Option<Option<NaiveDate>> {
        self.counted(service).map(|counted| counted.on)
    }

    /// By its own number, without another vaccine in its place.
    fn counted_by_number(&mut self, service: ServiceId) -> Option<Counted> {
        let way = self.counting_way(service).filter(|_| self.is_recorded(service))?;
        let first = self.in_time(service, way, Wanted::ToCount);
        self.records.of(service).iter().find(|(_, on)| first.holds(*on, way.rule)).map(|(_, on)| Counted { on: *on })
    }

    /// The way that says which doses count; where there are several, they say the same of that.
    pub(super) fn counting_way(&self, service: ServiceId) -> Option<&'r Way> {
        self.plans.services.get(usize::from(service.0))?.ways.first()
    }

    /// The first day on which a dose would have been in time, days of grace included.
    pub(super) fn in_time(&mut self, service: ServiceId, way: &Way, wanted: Wanted) -> InTime {
        let person = self.person;
        match &way.times {
            Times::Window(window) => {
                let first = self.begins(window);
                self.after_dose_before(service, window.after, first, way.rule, wanted)
            }
            Times::Course(course) => self.after_dose_before(service, course.after, None, way.rule, wanted),
            Times::Check(check) => {
                let first = check.from.and_then(|months| add_months(person.born, months));
                InTime::From(earlier(first, way.rule))
            }
            Times::Campaign(_) | Times::School(_) => InTime::From(None),
        }
    }

    fn after_dose_before(
        &mut self,
        service: ServiceId,
        after: Option<After>,
        first: Option<NaiveDate>,
        rule: CountRule,
        wanted: Wanted,
    ) -> InTime {
        let Some(after) = after else { return InTime::From(earlier(first, rule)) };
        let before = self.counted(after.service);
        if rule.in_order && before.is_none() {
            return InTime::Never;
        }
        let before = if before.is_some() { self.day_of(after.service) } else { self.records.days(after.service).next() };
        let interval = match (wanted, after.accept) {
            (Wanted::ToCount, Some(accept)) => accept,
            _ => self.interval(service, after),
        };
        InTime::From(earlier(first.max(before.and_then(|before| interval.after(before))), rule))
    }

    /// The dose that counts, or else the one of the other vaccine in its place.
    pub(super) fn in_its_place(&mut self, service: ServiceId) -> Option<Counted> {
        self.counted(service).or_else(|| self.taken_by_other(service))
    }

    /// The day of a dose that counts. Where nobody knows it, it was at least not before the dose that had to come first.
    pub(super) fn day_of(&mut self, service: ServiceId) -> Option<NaiveDate> {
        let counted = self.in_its_place(service)?;
        counted.on.or_else(|| {
            let way = self.counting_way(service)?;
            let Times::Window(Window { after: Some(before), .. }) = &way.times else { return None };
            self.day_of(before.service)
        })
    }

    /// The interval that is proposed; another one where the series began late.
    pub(super) fn interval(&self, service: ServiceId, after: After) -> Interval {
        let began_late = |late: &LateStart| self.months_at_first_dose(service).is_some_and(|began| began >= late.from);
        after.late_start.filter(began_late).map_or(after.interval, |late| late.min_interval)
    }

    /// Completed months at the first recorded dose of a series, of whatever number.
    pub(super) fn months_at_first_dose(&self, service: ServiceId) -> Option<i32> {
        let family = &self.plans.services.get(usize::from(service.0))?.family;
        self.records.days_of_any(family).min().map(|first| months_between(self.person.born, first))
    }

    /// Whether the first dose of its series counts.
    pub(super) fn series_has_begun(&mut self, service: ServiceId) -> bool {
        let plans = self.plans;
        let first = plans.services.get(usize::from(service.0)).and_then(|plan| plan.family.first());
        first.is_some_and(|first| self.counted(*first).is_some())
    }

    /// The end of the interval since the dose before: since the one that counts, or else since the first one that was recorded.
    pub(super) fn end_of_interval(&mut self, service: ServiceId, window: &Window) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let Some(after) = window.after else { return (None, None) };
        let interval = self.interval(service, after);
        match self.in_its_place(after.service) {
            Some(_) => {
                let end = self.day_of(after.service).and_then(|on| interval.after(on));
                (end, end)
            }
            None => (None, self.records.days(after.service).next().and_then(|on| interval.after(on))),
        }
    }
}

/// What a dose is to be in time for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// To count.
    ToCount,
    /// To need no check.
    AsProposed,
}

fn earlier(day: Option<NaiveDate>, rule: CountRule) -> Option<NaiveDate> {
    day.and_then(|day| plus_days(day, -rule.grace_days))
}
