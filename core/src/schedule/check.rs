//! A service that is given again and again.

use chrono::NaiveDate;

use super::counting::Wanted;
use super::reckoner::{Answers, Reckoner};
use super::{Line, Status};
use crate::pack::ServiceId;
use crate::pack::lang::plan::{Check, Way};
use crate::pack::source::Interval;
use crate::person::{add_months, month_start, months_between};

impl Reckoner<'_> {
    pub(super) fn check(&mut self, service: ServiceId, way: &Way, check: &Check, answers: &mut impl Answers) -> Line {
        let begins = check.from.and_then(|months| add_months(self.person.born, months));
        if begins.is_some_and(|begins| self.person.on < begins) {
            return Line::of(Status::Upcoming).turning(self.person.on, [begins]);
        }
        let on = self.person.on;
        let is_done = check.done_if.is_some_and(|done| answers.is_true(done));
        let last = self.last_check(service, way, check, answers);
        if let Some(last) = last.filter(|_| self.is_of_months(check)) {
            let next_month = add_months(month_start(on), 1);
            let ends = add_months(self.person.born, check.calendar_month_until.unwrap_or(0) + 1);
            let holds = is_done || month_start(last) == month_start(on);
            return Line::of(if holds { Status::Done } else { Status::Due }).turning(on, [next_month, ends]);
        }
        let every = self.every(check, answers);
        let end = last.and_then(|last| every.after(last));
        let holds = last.is_some_and(|last| check.holds(every, last, on));
        let from = end.filter(|_| check.holds_on_last_day && check.calendar_month_until.is_none());
        let line = Line { from, ..Line::of(if is_done || holds { Status::Done } else { Status::Due }) };
        line.turning(on, [end, end.and_then(|end| end.succ_opt())])
    }

    /// Whether a record holds for its calendar month at the age of the person.
    fn is_of_months(&self, check: &Check) -> bool {
        check.calendar_month_until.is_some_and(|until| self.months() <= until)
    }

    /// How long a record holds.
    pub(super) fn every(&self, check: &Check, answers: &mut impl Answers) -> Interval {
        check.instead.filter(|(when, _)| answers.is_true(*when)).map_or(check.every, |(_, other)| other)
    }

    /// The last day on which it was done and counts: as a service, or by an answer that shows it.
    pub(super) fn last_check(&mut self, service: ServiceId, way: &Way, check: &Check, answers: &mut impl Answers) -> Option<NaiveDate> {
        let first = self.in_time(service, way, Wanted::ToCount);
        let recorded = self.records.days(service).rfind(|day| first.holds(Some(*day), way.rule));
        let answered = check.recorded_by.and_then(|fact| answers.days_answered(fact).into_iter().max());
        recorded.max(answered)
    }
}

impl Check {
    fn holds(&self, every: Interval, last: NaiveDate, on: NaiveDate) -> bool {
        match every {
            Interval::Months(months) if !self.holds_on_last_day => months_between(last, on) < months,
            _ => every.after(last).is_some_and(|end| if self.holds_on_last_day { on <= end } else { on < end }),
        }
    }
}
