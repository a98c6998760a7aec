//! A service that is given once, between limits on a clock.

use chrono::NaiveDate;

use super::days::{Limits, plus_days};
use super::reckoner::{Answers, Reckoner};
use super::{Line, Status};
use crate::pack::ServiceId;
use crate::pack::lang::plan::Window;

/// The days on which the status can turn.
struct Days {
    limits: Limits,
    /// The earliest possible day.
    earliest: Option<NaiveDate>,
    /// The same, of what is shown: an interval since a dose that does not count is not.
    from: Option<NaiveDate>,
}

impl Reckoner<'_> {
    pub(super) fn window(&mut self, service: ServiceId, window: &Window, answers: &mut impl Answers) -> Line {
        if self.counted(service).is_some() {
            return Line::of(Status::Done);
        }
        let is_in_use = window.in_use.is_none_or(|in_use| answers.is_true(in_use));
        let began_late = self.began_late(service, window);
        let is_not_needed = began_late && self.series_has_begun(service);
        if !is_in_use || self.taken_by_other(service).is_some() || is_not_needed {
            return Line::of(Status::NotApplicable);
        }
        let days = self.days(service, window);
        let status = self.status_in_window(window, &days, began_late);
        let after = |day: Option<NaiveDate>| day.and_then(|day| day.succ_opt());
        let Limits { due_until, until, .. } = days.limits;
        let line = Line { from: days.from, due_until, until, ..Line::of(status) };
        line.turning(self.person.on, [days.earliest, days.from, after(due_until), after(until), self.spacing_begins(service)])
    }

    fn status_in_window(&mut self, window: &Window, days: &Days, began_late: bool) -> Status {
        let on = self.person.on;
        let is_before = |day: Option<NaiveDate>| day.is_some_and(|day| on < day);
        let is_past = |day: Option<NaiveDate>| day.is_some_and(|day| on > day);
        let cannot_be = days.earliest.zip(days.limits.until).is_some_and(|(earliest, until)| earliest > until);
        let waits = began_late || window.after.is_some_and(|after| self.in_its_place(after.service).is_none());
        match () {
            () if is_past(days.limits.until) || cannot_be => Status::Missed,
            () if waits || is_before(days.earliest) => Status::Upcoming,
            () if is_past(days.limits.due_until) => Status::Overdue,
            () => Status::Due,
        }
    }

    fn days(&mut self, service: ServiceId, window: &Window) -> Days {
        let limits = self.limits(window);
        let (shown, reckoned) = self.end_of_interval(service, window);
        let spaced = self.end_of_spacing(service);
        let latest = |end: Option<NaiveDate>| limits.from.max(end).max(spaced);
        Days { limits, earliest: latest(reckoned), from: latest(shown) }
    }

    /// A series that began late needs fewer doses once its first one counts. Before that the others wait for it.
    fn began_late(&mut self, service: ServiceId, window: &Window) -> bool {
        let Some(limit) = window.not_needed_if_started_from else { return false };
        self.months_at_first_dose(service).is_some_and(|months| months >= limit)
    }

    /// Two of some services on different days keep their distance; one of the day at hand is no obstacle, nor is one that is long past.
    fn end_of_spacing(&self, service: ServiceId) -> Option<NaiveDate> {
        self.spaced_from(service).and_then(|(last, days)| plus_days(last, days))
    }

    /// Tomorrow, when what was given today keeps the service away then.
    fn spacing_begins(&self, service: ServiceId) -> Option<NaiveDate> {
        let spacing = self.plans.services.get(usize::from(service.0))?.spacing?;
        let spacing = self.plans.spacings.get(spacing)?;
        self.records.days_of_any(&spacing.of).find(|day| *day == self.person.on).and_then(|day| day.succ_opt())
    }

    /// The day from which such a distance is kept, and how many days it is.
    pub(super) fn spaced_from(&self, service: ServiceId) -> Option<(NaiveDate, i32)> {
        let spacing = self.plans.services.get(usize::from(service.0))?.spacing?;
        let spacing = self.plans.spacings.get(spacing)?;
        let earlier = self.records.days_of_any(&spacing.of).filter(|day| *day < self.person.on);
        let holds = |last: &NaiveDate| plus_days(*last, spacing.days).is_some_and(|end| end > self.person.on);
        earlier.max().filter(holds).map(|last| (last, spacing.days))
    }
}
