//! Why a service stands as it does: what its days came from.

use chrono::NaiveDate;

use super::counting::InTime;
use super::counting::Wanted;
use super::reckoner::{Answers, Reckoner};
use super::{Line, Status};
use crate::hidden::hidden;
use crate::pack::ServiceId;
use crate::pack::lang::plan::{Campaign, Check, Course, School, Times, Way, Window};
use crate::pack::source::{AgeUnit, Clock, Interval};

/// What a service stands as it does for.
#[derive(Clone, PartialEq, Eq)]
pub enum Why {
    /// It was received; on a day that may not be known.
    Received {
        /// As which service: itself, or what stands in for it.
        service: ServiceId,
        /// When.
        on: Option<NaiveDate>,
    },
    /// The card says that it was received.
    OnCard,
    /// An answer or a measure of the visit says that it is done.
    Answered,
    /// It begins so long after the day from which its clock runs.
    Begins {
        /// What it counts from.
        clock: Clock,
        /// Completed days or months.
        unit: AgeUnit,
        /// How many of them.
        number: i32,
    },
    /// It may be given no later than so long after that day.
    Ends {
        /// What it counts from.
        clock: Clock,
        /// Completed days or months.
        unit: AgeUnit,
        /// The last ones.
        number: i32,
    },
    /// Its interval runs from the dose before it.
    After {
        /// The dose before it.
        service: ServiceId,
        /// When that was given.
        on: NaiveDate,
        /// How long it takes.
        interval: Interval,
    },
    /// The dose before it is missing.
    WaitsFor {
        /// That dose.
        service: ServiceId,
    },
    /// It keeps its distance to another service.
    Apart {
        /// When that was given.
        on: NaiveDate,
        /// How many days.
        days: i32,
    },
    /// A dose was given, and does not count.
    TooEarly {
        /// When.
        on: NaiveDate,
        /// The earliest day on which it may be given again.
        again_from: Option<NaiveDate>,
    },
    /// It is given in these months of the year.
    Months(Vec<u32>),
    /// It was done then, and is due again after some time.
    Last {
        /// When.
        on: NaiveDate,
        /// How long it holds.
        every: Interval,
    },
    /// There is no record of it.
    NoRecord,
    /// It is given in a month of a class.
    Class {
        /// The class.
        class: i32,
        /// The month of the year.
        month: u32,
    },
}

hidden!(Why);

impl<'r> Reckoner<'r> {
    /// What the line of a service came from.
    pub(crate) fn why(&mut self, service: ServiceId, line: &Line, answers: &mut impl Answers) -> Vec<Why> {
        let Some(way) = self.way(service, answers).or_else(|| self.counting_way(service)) else { return Vec::new() };
        match &way.times {
            Times::Window(window) => self.why_in_window(service, way, window, line),
            Times::Course(course) => self.why_in_course(service, course, line),
            Times::Campaign(campaign) => vec![self.why_in_campaign(campaign)],
            Times::Check(check) => vec![self.why_of_check(service, way, check, line, answers)],
            Times::School(school) => vec![self.received(service).unwrap_or_else(|| of_school(school))],
        }
    }

    fn received(&self, service: ServiceId) -> Option<Why> {
        let last = self.records.of(service).last()?;
        Some(Why::Received { service, on: last.1 })
    }

    fn why_in_window(&mut self, service: ServiceId, way: &Way, window: &Window, line: &Line) -> Vec<Why> {
        if line.status == Status::Done {
            let on = self.counted(service).and_then(|counted| counted.on);
            return vec![Why::Received { service: self.given_as(service, on), on }];
        }
        let mut why = self.doses_that_do_not_count(service, way, line);
        match line.status {
            Status::Missed => why.extend(ends(window)),
            _ => why.extend(self.what_decides_the_day(service, window, line)),
        }
        why
    }

    /// The service as which a dose was given that counts on a day.
    fn given_as(&self, service: ServiceId, on: Option<NaiveDate>) -> ServiceId {
        let was_given = |service: &ServiceId| self.records.of(*service).iter().any(|(_, day)| *day == on);
        if was_given(&service) {
            return service;
        }
        let series = self.plans.series.iter().filter(|series| series.has(service) || series.also_done.contains(&service));
        let others = series.flat_map(|series| series.substitutes.iter().chain(&series.places));
        others.copied().find(was_given).unwrap_or(service)
    }

    fn doses_that_do_not_count(&mut self, service: ServiceId, way: &Way, line: &Line) -> Vec<Why> {
        let first = self.in_time(service, way, Wanted::ToCount);
        let is_early = |on: &NaiveDate| first == InTime::Never || first.is_after(*on);
        let early = self.records.days(service).filter(is_early);
        early.map(|on| Why::TooEarly { on, again_from: line.from.filter(|_| line.status != Status::Missed) }).collect()
    }

    /// Of the days that all must have come, the last one.
    fn what_decides_the_day(&mut self, service: ServiceId, window: &Window, line: &Line) -> Option<Why> {
        if let Some(after) = window.after {
            if self.in_its_place(after.service).is_none() {
                return Some(Why::WaitsFor { service: after.service });
            }
            let interval = self.interval(service, after);
            if let Some(on) = self.day_of(after.service).filter(|on| interval.after(*on) == line.from && interval != Interval::Days(0)) {
                return Some(Why::After { service: after.service, on, interval });
            }
        }
        let begins = self.begins(window);
        if let Some((on, days)) = self.spaced_from(service).filter(|_| begins < line.from) {
            return Some(Why::Apart { on, days });
        }
        window.from.map(|number| Why::Begins { clock: window.clock, unit: window.unit, number })
    }

    fn why_in_course(&mut self, service: ServiceId, course: &Course, line: &Line) -> Vec<Why> {
        let before = course.after.and_then(|after| Some((after, line.from?)));
        match line.status {
            Status::Done => vec![match self.counted(service) {
                Some(counted) => Why::Received { service, on: counted.on },
                None => Why::OnCard,
            }],
            _ => match before {
                Some((after, from)) => {
                    let days = self.records.days_of_any(&course.doses);
                    let last = days.filter(|on| after.interval.after(*on) == Some(from)).max();
                    last.map(|on| Why::After { service: after.service, on, interval: after.interval }).into_iter().collect()
                }
                None => course
                    .after
                    .map(|after| Why::WaitsFor { service: after.service })
                    .filter(|_| line.status == Status::Upcoming)
                    .into_iter()
                    .collect(),
            },
        }
    }

    fn why_in_campaign(&self, campaign: &Campaign) -> Why {
        let latest = campaign.any_of.iter().filter_map(|service| Some((self.records.days(*service).next_back()?, *service))).max();
        let began = campaign.began(self.person.on);
        match latest.filter(|(on, _)| campaign.once || began.is_some_and(|began| *on >= began)) {
            Some((on, service)) => Why::Received { service, on: Some(on) },
            None => Why::Months(campaign.months.clone()),
        }
    }

    fn why_of_check(&mut self, service: ServiceId, way: &Way, check: &Check, line: &Line, answers: &mut impl Answers) -> Why {
        if check.done_if.is_some_and(|done| answers.is_true(done)) {
            return Why::Answered;
        }
        match (self.last_check(service, way, check, answers), check.from) {
            (Some(on), _) if check.calendar_month_until.is_some() => Why::Received { service, on: Some(on) },
            (Some(on), _) => Why::Last { on, every: self.every(check, answers) },
            (None, Some(number)) if line.status == Status::Upcoming => Why::Begins { clock: Clock::Birth, unit: AgeUnit::Months, number },
            (None, _) => Why::NoRecord,
        }
    }
}

fn of_school(school: &School) -> Why {
    Why::Class { class: school.class, month: school.month }
}

fn ends(window: &Window) -> Option<Why> {
    window.until.map(|number| Why::Ends { clock: window.clock, unit: window.unit, number })
}
