//! The card of services of a person.

use chrono::NaiveDate;
use siklus_core::schedule::Status;
use siklus_core::screening::render::{DueService, DueToday, PlanLine};
use siklus_core::visit::{CardDose, CardEntry, CardGiven, CardGroup, CardService, OtherService, ServiceCard};

use super::person::DescribedView;
use crate::private::hide;

/// How a service stands on a day.
#[uniffi::remote(Enum)]
pub enum Status {
    /// Received, also late.
    Done,
    /// Within the recommended time.
    Due,
    /// After the recommended time, and still possible.
    Overdue,
    /// Not yet: too young, too soon after the dose before it, or that dose is missing.
    Upcoming,
    /// Too late.
    Missed,
    /// Not for this person, or not given here.
    NotApplicable,
}

/// The services that a person received and those to come.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ServiceCardView {
    /// The person.
    pub person: String,
    /// The name.
    pub name: Option<String>,
    /// Age and life stage on the day of the card.
    pub described: DescribedView,
    /// The day of the card, or of death.
    pub on: NaiveDate,
    /// The services, under the headings of the pack.
    pub groups: Vec<CardGroupView>,
    /// What is due on the day of the card; none where nothing is.
    pub due_today: Option<DueTodayView>,
    /// The next doses for twelve months, when each is given on the first day on which it may be.
    pub plan: Vec<PlanLineView>,
    /// How far the person is with what is called complete, a sentence each.
    pub completeness: Vec<String>,
    /// That the health worker decides.
    pub plan_note: String,
}

/// Services under one heading.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct CardGroupView {
    /// The heading.
    pub title: String,
    /// Those that apply to the person, and those that are recorded.
    pub services: Vec<CardServiceView>,
    /// Those that may be entered though they do not apply.
    pub others: Vec<OtherServiceView>,
}

/// A service on the card.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct CardServiceView {
    /// Its code in the pack.
    pub code: String,
    /// What it is called; the code where the pack does not know it.
    pub name: String,
    /// Whether it is given again and again, so that it may be entered more than once.
    pub again: bool,
    /// How it stands; none where the pack does not know it.
    pub status: Option<Status>,
    /// How it stands, in words.
    pub status_text: Option<String>,
    /// The earliest possible day.
    pub from: Option<NaiveDate>,
    /// The last recommended day.
    pub due_until: Option<NaiveDate>,
    /// The last possible day.
    pub until: Option<NaiveDate>,
    /// When it can be given, in words; none where that says nothing any more, or nothing yet.
    pub when: Option<String>,
    /// What its days came from, a sentence each.
    pub why: Vec<String>,
    /// What is recorded, by date; those of unknown date last.
    pub doses: Vec<CardDoseView>,
}

/// A service that is recorded.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct CardDoseView {
    /// Its id, which stays when it is corrected.
    pub id: String,
    /// The day; none when nobody knows it.
    pub on: Option<NaiveDate>,
    /// The day in words, or that nobody knows it.
    pub text: String,
    /// Whether it counts.
    pub counts: bool,
    /// Whether it was given before its time, though it may count.
    pub too_early: bool,
    /// Why it does not count, or that it was early; none where there is nothing to say.
    pub remark: Option<String>,
}

/// A service that may be entered though it does not apply.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct OtherServiceView {
    /// Its code in the pack.
    pub code: String,
    /// What it is called.
    pub name: String,
}

/// What may be given together on one day.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PlanLineView {
    /// The day.
    pub on: NaiveDate,
    /// The day in words; of the day of the card it says that it is today.
    pub day: String,
    /// What the services are called.
    pub services: Vec<String>,
}

/// What is due on a day.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct DueTodayView {
    /// The day.
    pub on: NaiveDate,
    /// The doses that may be given together on it.
    pub together: Vec<DueServiceView>,
    /// What else is due: visits, examinations, and what is given again and again.
    pub others: Vec<DueServiceView>,
    /// That the health worker decides.
    pub note: String,
}

/// A service that is due.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct DueServiceView {
    /// Its code in the pack.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// Due, or overdue.
    pub status: Status,
    /// How it stands, in words.
    pub status_text: String,
}

/// What the book says of a service.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct CardEntryRequest {
    /// The code of the service in the pack.
    pub service: String,
    /// Whether it was given.
    pub given: CardGivenRequest,
}

/// Whether a service was given.
#[derive(Clone, uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum CardGivenRequest {
    /// It was not.
    NotGiven,
    /// On a day.
    On {
        /// The day.
        day: NaiveDate,
    },
    /// On a day that nobody knows.
    DateNotKnown,
}

hide!(
    ServiceCardView,
    CardGroupView,
    CardServiceView,
    CardDoseView,
    OtherServiceView,
    PlanLineView,
    DueTodayView,
    DueServiceView,
    CardEntryRequest,
    CardGivenRequest
);

impl CardEntryRequest {
    pub(super) fn entry(self) -> CardEntry {
        let given = match self.given {
            CardGivenRequest::NotGiven => CardGiven::NotGiven,
            CardGivenRequest::On { day } => CardGiven::On(day),
            CardGivenRequest::DateNotKnown => CardGiven::DateNotKnown,
        };
        CardEntry { service: self.service, given }
    }
}

impl From<ServiceCard> for ServiceCardView {
    fn from(card: ServiceCard) -> Self {
        Self {
            person: card.person.to_string(),
            name: card.name,
            described: card.described.into(),
            on: card.on,
            groups: card.groups.into_iter().map(CardGroupView::from).collect(),
            due_today: card.due_today.map(DueTodayView::from),
            plan: card.calendar.plan.into_iter().map(PlanLineView::from).collect(),
            completeness: card.calendar.completeness,
            plan_note: card.calendar.note,
        }
    }
}

impl From<CardGroup> for CardGroupView {
    fn from(group: CardGroup) -> Self {
        let other = |OtherService { code, name }| OtherServiceView { code, name };
        Self {
            title: group.title,
            services: group.services.into_iter().map(CardServiceView::from).collect(),
            others: group.others.into_iter().map(other).collect(),
        }
    }
}

impl From<CardService> for CardServiceView {
    fn from(service: CardService) -> Self {
        let CardService { code, name, again, line, doses } = service;
        let due = line.as_ref().map(|line| line.due);
        let (status_text, when, why) = line.map_or((None, None, Vec::new()), |line| (Some(line.status_text), line.when, line.why));
        Self {
            code,
            name,
            again,
            status: due.map(|due| due.status),
            status_text,
            from: due.and_then(|due| due.from),
            due_until: due.and_then(|due| due.due_until),
            until: due.and_then(|due| due.until),
            when,
            why,
            doses: doses.into_iter().map(CardDoseView::from).collect(),
        }
    }
}

impl From<CardDose> for CardDoseView {
    fn from(dose: CardDose) -> Self {
        let CardDose { id, on, text, counts, too_early, remark } = dose;
        Self { id: id.to_string(), on, text, counts, too_early, remark }
    }
}

impl From<DueToday> for DueTodayView {
    fn from(due: DueToday) -> Self {
        let services = |services: Vec<DueService>| services.into_iter().map(DueServiceView::from).collect();
        Self { on: due.on, together: services(due.together), others: services(due.others), note: due.note }
    }
}

impl From<DueService> for DueServiceView {
    fn from(service: DueService) -> Self {
        let DueService { code, name, status, status_text } = service;
        Self { code, name, status, status_text }
    }
}

impl From<PlanLine> for PlanLineView {
    fn from(line: PlanLine) -> Self {
        let PlanLine { on, day, services } = line;
        Self { on, day, services }
    }
}
