//! What is due on the day of a visit, in words.

use chrono::NaiveDate;

use super::Renderer;
use crate::hidden::hidden;
use crate::schedule::Status;
use crate::screening::{Due, Subject, due_now};

/// What is due on the day of a visit, the overdue first.
#[derive(Clone, PartialEq, Eq)]
pub struct DueToday {
    /// The day.
    pub on: NaiveDate,
    /// The doses that may be given together on it.
    pub together: Vec<DueService>,
    /// What else is due: visits, examinations, and what is given again and again.
    pub others: Vec<DueService>,
    /// That the health worker decides: to be shown with it.
    pub note: String,
}

/// A service that is due.
#[derive(Clone, PartialEq, Eq)]
pub struct DueService {
    /// Its code in the pack.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// Due, or overdue.
    pub status: Status,
    /// How it stands, in words.
    pub status_text: String,
}

hidden!(DueToday, DueService);

impl Renderer<'_> {
    /// What is due on the day of the visit; none where nothing is.
    pub fn due_today(&self, subject: &Subject<'_>) -> Option<DueToday> {
        let now = due_now(self.pack, subject);
        let told = |due: &[Due]| due.iter().map(|due| self.due_service(due)).collect();
        let note = || self.words.say("due_note").to_owned();
        (!now.is_nothing()).then(|| DueToday { on: subject.on(), together: told(&now.together), others: told(&now.others), note: note() })
    }

    fn due_service(&self, due: &Due) -> DueService {
        DueService {
            code: self.pack.service_code(due.service).to_owned(),
            name: self.service_name(due.service).to_owned(),
            status: due.status,
            status_text: self.status_text(due.status).to_owned(),
        }
    }
}
