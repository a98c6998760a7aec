//! Services as a cadre reads them: when they can be given, and why.

use chrono::NaiveDate;

use super::Renderer;
use crate::hidden::hidden;
use crate::pack::ServiceId;
use crate::pack::source::{AgeUnit, Clock, Interval};
use crate::schedule::{Status, Why};
use crate::screening::{Due, PlannedDay};

/// How the texts of a first day are called.
const BEGINS: &str = "begins";

/// A service with its words.
#[derive(Clone, PartialEq, Eq)]
pub struct ServiceLine {
    /// How it stands.
    pub due: Due,
    /// Its code in the pack.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// How it stands, in words.
    pub status_text: String,
    /// When it can be given; none where that says nothing any more, or nothing yet.
    pub when: Option<String>,
    /// What its days came from, a sentence each.
    pub why: Vec<String>,
}

/// A day of the plan with its words.
#[derive(Clone, PartialEq, Eq)]
pub struct PlanLine {
    /// The day.
    pub on: NaiveDate,
    /// The day in words.
    pub day: String,
    /// What may be given together on it.
    pub services: Vec<String>,
}

hidden!(ServiceLine, PlanLine);

impl Renderer<'_> {
    /// What a service is called.
    pub fn service_name(&self, service: ServiceId) -> &str {
        self.pack.service(service).map_or("", |service| self.words.local(&service.name))
    }

    /// How a service stands, in words.
    pub(super) fn status_text(&self, status: Status) -> &str {
        self.words.say(&format!("status_{}", status.as_str()))
    }

    /// A service with its words.
    pub fn service_line(&self, due: &Due, why: &[Why]) -> ServiceLine {
        ServiceLine {
            due: *due,
            code: self.pack.service_code(due.service).to_owned(),
            name: self.service_name(due.service).to_owned(),
            status_text: self.status_text(due.status).to_owned(),
            when: if why.iter().any(|why| matches!(why, Why::WaitsFor { .. })) { None } else { self.when(due) },
            why: why.iter().map(|why| self.why(due.service, why)).collect(),
        }
    }

    /// A day of the plan; of the day of the visit it says that it is today.
    pub fn plan_line(&self, planned: &PlannedDay, today: NaiveDate) -> PlanLine {
        let date = self.words.date(planned.on);
        let day = if planned.on == today { self.words.fill("plan_today", &[("date", &date)]) } else { date };
        let services = planned.doses.iter().map(|service| self.service_name(*service).to_owned()).collect();
        PlanLine { on: planned.on, day, services }
    }

    fn when(&self, due: &Due) -> Option<String> {
        if matches!(due.status, Status::Done | Status::Missed | Status::NotApplicable) {
            return None;
        }
        let (from, until) = (due.from.map(|day| self.words.date(day)), due.until.map(|day| self.words.date(day)));
        Some(match (from, until) {
            (Some(from), Some(until)) => self.words.fill("service_from_until", &[("from", &from), ("until", &until)]),
            (Some(from), None) => self.words.fill("service_from", &[("from", &from)]),
            (None, Some(until)) => self.words.fill("service_until", &[("until", &until)]),
            (None, None) => return None,
        })
    }

    fn why(&self, of: ServiceId, why: &Why) -> String {
        let words = &self.words;
        match why {
            Why::Received { service, on } => self.received(of, *service, *on),
            Why::OnCard => words.say("why_on_card").to_owned(),
            Why::Answered => words.say("why_answered").to_owned(),
            Why::NoRecord => words.say("why_no_record").to_owned(),
            Why::Begins { clock, unit, number } => self.limit(BEGINS, *clock, *unit, *number),
            Why::Ends { clock, unit, number } => self.limit("ends", *clock, *unit, *number),
            Why::After { service, on, interval } => {
                let (time, date) = (self.interval(*interval), words.date(*on));
                words.fill("why_after", &[("time", &time), ("service", self.service_name(*service)), ("date", &date)])
            }
            Why::WaitsFor { service } => words.fill("why_waits_for", &[("service", self.service_name(*service))]),
            Why::Apart { on, days } => {
                words.fill("why_apart", &[("time", &self.interval(Interval::Days(*days))), ("date", &words.date(*on))])
            }
            Why::TooEarly { on, again_from: None } => words.fill("why_too_early", &[("date", &words.date(*on))]),
            Why::TooEarly { on, again_from: Some(again) } => {
                words.fill("why_too_early_again", &[("date", &words.date(*on)), ("again", &words.date(*again))])
            }
            Why::Months(months) => {
                let months: Vec<_> = months.iter().map(|month| self.month(*month).to_owned()).collect();
                words.fill("why_months", &[("months", &words.list(&months))])
            }
            Why::Last { on, every } => words.fill("why_last", &[("date", &words.date(*on)), ("time", &self.interval(*every))]),
            Why::Class { class, month } => words.fill("why_class", &[("class", &class.to_string()), ("month", self.month(*month))]),
        }
    }

    fn received(&self, of: ServiceId, service: ServiceId, on: Option<NaiveDate>) -> String {
        let date = on.map(|on| self.words.date(on)).unwrap_or_default();
        let text = match (of == service, on.is_some()) {
            (true, true) => "why_received",
            (true, false) => "why_received_undated",
            (false, true) => "why_received_as",
            (false, false) => "why_received_as_undated",
        };
        self.words.fill(text, &[("date", &date), ("service", self.service_name(service))])
    }

    fn limit(&self, end: &str, clock: Clock, unit: AgeUnit, number: i32) -> String {
        // The month of birth begins with the birth; it does not end with it.
        let is_at_once = number == 0 && (end == BEGINS || clock == Clock::Birth && unit == AgeUnit::Days);
        if is_at_once && clock != Clock::Previous {
            return self.words.say(&format!("why_{end}_at_{}", clock.as_str())).to_owned();
        }
        let time = match (clock, unit) {
            (Clock::Gestation, AgeUnit::Days) => self.words.weeks_and_days(number.into()),
            _ => self.time(unit, number),
        };
        self.words.fill(&format!("why_{end}_{}", clock.as_str()), &[("time", &time)])
    }

    fn interval(&self, interval: Interval) -> String {
        match interval {
            Interval::Days(days) => self.time(AgeUnit::Days, days),
            Interval::Months(months) if months >= 12 && months % 12 == 0 => self.time(AgeUnit::Years, months / 12),
            Interval::Months(months) => self.time(AgeUnit::Months, months),
        }
    }

    pub(super) fn time(&self, unit: AgeUnit, count: i32) -> String {
        let text = match (unit, count) {
            (AgeUnit::Days, 1) => "time_day",
            (AgeUnit::Days, _) => "time_days",
            (AgeUnit::Months, 1) => "time_month",
            (AgeUnit::Months, _) => "time_months",
            (AgeUnit::Years, 1) => "time_year",
            (AgeUnit::Years, _) => "time_years",
        };
        self.words.fill(text, &[("count", &count.to_string())])
    }

    fn month(&self, month: u32) -> &str {
        self.words.say(&format!("month_{month}"))
    }
}
