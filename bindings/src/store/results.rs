//! How persons were judged at a visit, and to whom it was told.

use chrono::NaiveDate;
use siklus_core::form::Ask;
use siklus_core::pack::source::Action;
use siklus_core::screening::Standing;
use siklus_core::screening::render::Line;
use siklus_core::store::{PartState, Report, ReportWay, VisitState};
use siklus_core::visit::{Completion, NotAssessed, OpenQuestions, PersonResult, VisitResults};

use super::growth::GrowthView;
use super::person::DescribedView;
use super::screen::AskView;
use super::service_card::DueTodayView;
use super::words::{LineRole, role};
use crate::private::hide;
use crate::view::{FindingView, UndeterminedView};

/// What came of completing a visit.
#[derive(Clone, uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum CompletionView {
    /// Urgent questions are open: nothing was written. Completing again with `leave_open` does it, and records that the cadre was asked.
    AskFirst {
        /// The questions of each member who has some.
        open: Vec<OpenQuestionsView>,
    },
    /// It is completed.
    Done {
        /// The results of everyone who was assessed, the most urgent first.
        results: Vec<PersonResultView>,
    },
}

/// Urgent questions that are open for a member.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct OpenQuestionsView {
    /// The member.
    pub person: String,
    /// At most five, danger signs first.
    pub ask_next: Vec<AskView>,
}

/// How a visit came out.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct VisitResultsView {
    /// The visit.
    pub visit: String,
    /// The household.
    pub household: String,
    /// How the household is called now.
    pub household_name: Option<String>,
    /// Its day.
    pub on: NaiveDate,
    /// How it ended.
    pub state: VisitState,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// Everyone who was assessed, the most urgent first; nobody when it was cancelled.
    pub results: Vec<PersonResultView>,
    /// The other members, with what became of them; nobody when it was cancelled.
    pub not_assessed: Vec<NotAssessedView>,
}

/// A member who was not assessed at a visit.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct NotAssessedView {
    /// The member.
    pub person: String,
    /// The name as known now.
    pub name: Option<String>,
    /// What became of the member.
    pub state: PartState,
    /// Why the member was not visited.
    pub reason: Option<String>,
}

/// The result of a person at a visit.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PersonResultView {
    /// The person.
    pub person: String,
    /// The name as known now.
    pub name: Option<String>,
    /// Age and life stage on the day of the visit.
    pub described: DescribedView,
    /// The day of the visit.
    pub on: NaiveDate,
    /// The most urgent action.
    pub action: Action,
    /// Whether something urgent could not be judged.
    pub open_urgent: bool,
    /// Whether every question of the form was answered, "not known" included.
    pub complete: bool,
    /// How the person stands: what a screen shows.
    pub standing: Standing,
    /// The word for that.
    pub headline: String,
    /// What the result means, a sentence or two.
    pub sentences: Vec<String>,
    /// What was found, the most urgent first.
    pub findings: Vec<FindingView>,
    /// What could not be judged, the most urgent first.
    pub undetermined: Vec<UndeterminedView>,
    /// How a child grows; none of adults, and of one of whom nothing was measured.
    pub growth: Option<GrowthView>,
    /// What is due on the day of the visit; none where nothing is.
    pub due_today: Option<DueTodayView>,
    /// When to look again, by which pack the person was judged, and whether the age is estimated.
    pub notes: Vec<String>,
    /// To whom it was told so far, the first one first.
    pub reports: Vec<ReportRecord>,
    /// The whole result in words.
    pub lines: Vec<LineView>,
    /// Whether judging again gave what was kept. It always does, unless the store or the library is broken.
    pub follows: bool,
}

/// One line of a result. It is as long as its sentence; the reader breaks it.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct LineView {
    /// What it is for.
    pub role: LineRole,
    /// The action that it speaks of.
    pub action: Option<Action>,
    /// What it says.
    pub text: String,
}

/// A result was told to the health worker.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ReportRecord {
    /// When, in milliseconds since 1970-01-01 00:00 UTC.
    pub told_ms: i64,
    /// To whom.
    pub told_to: String,
    /// How.
    pub way: ReportWay,
}

hide!(CompletionView, OpenQuestionsView, VisitResultsView, NotAssessedView, PersonResultView, LineView, ReportRecord);

impl From<Completion> for CompletionView {
    fn from(completion: Completion) -> Self {
        match completion {
            Completion::AskFirst(open) => Self::AskFirst { open: open.into_iter().map(OpenQuestionsView::from).collect() },
            Completion::Done(results) => Self::Done { results: results.into_iter().map(PersonResultView::from).collect() },
        }
    }
}

impl From<OpenQuestions> for OpenQuestionsView {
    fn from(open: OpenQuestions) -> Self {
        let ask = |ask: Ask| AskView::from(ask);
        Self { person: open.person.to_string(), ask_next: open.ask_next.into_iter().map(ask).collect() }
    }
}

impl From<VisitResults> for VisitResultsView {
    fn from(visit: VisitResults) -> Self {
        Self {
            visit: visit.visit.to_string(),
            household: visit.household.to_string(),
            household_name: visit.household_name,
            on: visit.on,
            state: visit.state,
            reason: visit.reason,
            results: visit.results.into_iter().map(PersonResultView::from).collect(),
            not_assessed: visit.not_assessed.into_iter().map(NotAssessedView::from).collect(),
        }
    }
}

impl From<NotAssessed> for NotAssessedView {
    fn from(part: NotAssessed) -> Self {
        let NotAssessed { person, name, state, reason } = part;
        Self { person: person.to_string(), name, state, reason }
    }
}

impl From<PersonResult> for PersonResultView {
    fn from(result: PersonResult) -> Self {
        Self {
            person: result.person.to_string(),
            name: result.name,
            described: result.described.into(),
            on: result.on,
            action: result.action,
            open_urgent: result.open_urgent,
            complete: result.complete,
            standing: result.standing,
            headline: result.headline,
            sentences: result.sentences,
            findings: result.findings.into_iter().map(FindingView::from).collect(),
            undetermined: result.undetermined.into_iter().map(UndeterminedView::from).collect(),
            growth: result.growth.map(GrowthView::from),
            due_today: result.due_today.map(DueTodayView::from),
            notes: result.notes,
            reports: result.reports.into_iter().map(ReportRecord::from).collect(),
            lines: result.lines.into_iter().map(LineView::from).collect(),
            follows: result.follows,
        }
    }
}

impl From<Line> for LineView {
    fn from(line: Line) -> Self {
        let (role, action) = role(line.role);
        Self { role, action, text: line.text }
    }
}

impl From<Report> for ReportRecord {
    fn from(report: Report) -> Self {
        Self { told_ms: report.told_ms, told_to: report.told_to, way: report.way }
    }
}

impl ReportRecord {
    pub(super) fn report(&self) -> Report {
        Report { told_ms: self.told_ms, told_to: self.told_to.clone(), way: self.way }
    }
}
