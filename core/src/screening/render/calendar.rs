//! The personal calendar: what is due, what comes next, what was received.

use chrono::NaiveDate;

use super::services::{PlanLine, ServiceLine};
use super::{Line, Renderer, Role};
use crate::hidden::hidden;
use crate::pack::ServiceId;
use crate::pack::source::Action;
use crate::pack::source::AgeUnit;
use crate::schedule::Status;
use crate::screening::{Completeness, Subject, completeness, due_with_reasons, plan};

/// The services of a person and what is planned up to a day.
#[derive(Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Every service that applies, those that begin first before the others.
    pub services: Vec<ServiceLine>,
    /// The doses to come, when each is given on the first day on which it may be.
    pub plan: Vec<PlanLine>,
    /// How far the person is with what is called complete, a sentence each.
    pub completeness: Vec<String>,
    /// That the health worker decides.
    pub note: String,
    until: NaiveDate,
}

hidden!(Calendar);

impl Renderer<'_> {
    /// The services of a person on the day of the visit, and the plan up to another day.
    pub fn calendar(&self, subject: &Subject<'_>, until: NaiveDate) -> Calendar {
        let mut services = due_with_reasons(self.pack, subject);
        let planned = plan(self.pack, subject, until);
        services.sort_by_key(|(due, _)| (due.from.is_none(), due.from));
        Calendar {
            services: services.iter().map(|(due, why)| self.service_line(due, why)).collect(),
            plan: planned.iter().map(|day| self.plan_line(day, subject.on())).collect(),
            completeness: completeness(self.pack, subject).iter().map(|it| self.completeness(it)).collect(),
            note: self.words.say("plan_note").to_owned(),
            until,
        }
    }

    /// The same as lines: who it is about, what can be given now, the plan, what comes later, what was received and what is too late.
    pub fn calendar_lines(&self, subject: &Subject<'_>, calendar: &Calendar) -> Vec<Line> {
        let mut lines = self.person(subject);
        lines.extend(self.group("heading_due_now", calendar, &[Status::Overdue, Status::Due]));
        lines.extend(self.plan_lines(calendar));
        if !calendar.completeness.is_empty() {
            lines.push(Line::new(Role::Heading, self.words.say("heading_completeness")));
            lines.extend(calendar.completeness.iter().map(|sentence| Line::new(Role::Sentence, sentence.as_str())));
        }
        lines.extend(self.group("heading_due_later", calendar, &[Status::Upcoming]));
        lines.extend(self.group("heading_due_done", calendar, &[Status::Done]));
        lines.extend(self.group("heading_due_missed", calendar, &[Status::Missed]));
        lines
    }

    fn completeness(&self, it: &Completeness) -> String {
        let Some(set) = self.pack.source().completeness.get(it.index) else { return String::new() };
        let names = |services: &[ServiceId]| {
            self.words.list(&services.iter().map(|service| self.service_name(*service).to_owned()).collect::<Vec<_>>())
        };
        let text = match (it.missed.is_empty(), it.missing.is_empty(), it.in_time) {
            (false, ..) => "cannot_be_complete",
            (true, false, _) => "not_complete",
            (true, true, Some(false)) => "complete_late",
            (true, true, _) => "complete",
        };
        let values = [
            ("name", self.words.local(&set.title)),
            ("count", &it.done.to_string()),
            ("total", &it.of.to_string()),
            ("missing", &names(&it.missing)),
            ("missed", &names(&it.missed)),
            ("time", &self.time(AgeUnit::Months, set.by_months)),
        ];
        self.words.fill(text, &values)
    }

    fn group(&self, heading: &str, calendar: &Calendar, statuses: &[Status]) -> Vec<Line> {
        let of = |status: Status| calendar.services.iter().filter(move |line| line.due.status == status);
        let services: Vec<Line> = statuses.iter().flat_map(|status| of(*status)).flat_map(|line| self.service_lines(line)).collect();
        if services.is_empty() {
            return services;
        }
        std::iter::once(Line::new(Role::Heading, self.words.say(heading))).chain(services).collect()
    }

    fn service_lines(&self, line: &ServiceLine) -> Vec<Line> {
        let is_told = matches!(line.due.status, Status::Due | Status::Overdue | Status::Upcoming);
        let title = self.words.fill("service_status", &[("service", &line.name), ("status", &line.status_text)]);
        let mut lines = vec![Line::new(Role::Finding(Action::ServiceDue), title)];
        lines.extend(line.when.iter().filter(|_| is_told).map(|when| Line::new(Role::Advice, when.as_str())));
        lines.extend(line.why.iter().map(|why| Line::new(Role::Reason, why.as_str())));
        lines
    }

    fn plan_lines(&self, calendar: &Calendar) -> Vec<Line> {
        let mut lines = vec![Line::new(Role::Heading, self.words.say("heading_plan"))];
        if calendar.plan.is_empty() {
            let nothing = self.words.fill("plan_nothing", &[("date", &self.words.date(calendar.until))]);
            lines.push(Line::new(Role::Sentence, nothing));
            return lines;
        }
        for day in &calendar.plan {
            lines.push(Line::new(Role::Finding(Action::None), day.day.as_str()));
            lines.push(Line::new(Role::Advice, self.words.list(&day.services)));
        }
        lines.push(Line::new(Role::Note, calendar.note.as_str()));
        lines
    }
}
