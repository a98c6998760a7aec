//! A service that is given again and again.

use chrono::NaiveDate;

use super::counting::Wanted;
use super::reckoner::{Answers, Reckoner};
use super::{Line, Status};
use crate::pack::ServiceId;
use crate::pack::lang::plan::{Check, Holds, Way};
use crate::pack::source::Interval;
use crate::person::{add_months, months_between};

impl Reckoner<'_> {
    pub(super) fn check(&mut self, service: ServiceId, way: &Way, check: &Check, answers: &mut impl Answers) -> Line {
        let begins = check.from.and_then(|months| add_months(self.person.born, months));
        if begins.is_some_and(|begins| self.person.on < begins) {
            return Line::of(Status::Upcoming).turning(self.person.on, [begins]);
        }
        let is_done = check.done_if.is_some_and(|done| answers.is_true(done));
        match check.holds {
            Holds::Since(since) => self.since(service, is_done, answers.date(since)),
            Holds::For { every, instead, on_last_day } => {
                let every = instead.filter(|(when, _)| answers.is_true(*when)).map_or(every, |(_, other)| other);
                self.every(service, way, is_done, every, on_last_day)
            }
        }
    }

    fn since(&self, service: ServiceId, is_done: bool, since: Option<NaiveDate>) -> Line {
        let is_recorded = since.is_some_and(|since| self.records.days(service).any(|day| day >= since));
        Line::of(if is_done || is_recorded { Status::Done } else { Status::Due })
    }

    fn every(&mut self, service: ServiceId, way: &Way, is_done: bool, every: Interval, on_last_day: bool) -> Line {
        let on = self.person.on;
        let first = self.in_time(service, way, Wanted::ToCount);
        let last = self.records.days(service).rfind(|day| first.holds(Some(*day), way.rule));
        let holds = last.is_some_and(|last| match every {
            Interval::Months(months) if !on_last_day => months_between(last, on) < months,
            _ => every.after(last).is_some_and(|end| if on_last_day { on <= end } else { on < end }),
        });
        let end = last.and_then(|last| every.after(last));
        let line = Line { from: end.filter(|_| on_last_day), ..Line::of(if is_done || holds { Status::Done } else { Status::Due }) };
        line.turning(on, [end, end.and_then(|end| end.succ_opt())])
    }
}
