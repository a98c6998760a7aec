//! One service on one day.

use chrono::NaiveDate;

use super::Status;

/// How one service stands on a day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    pub status: Status,
    /// The earliest possible day.
    pub from: Option<NaiveDate>,
    /// The last recommended day.
    pub due_until: Option<NaiveDate>,
    /// The last possible day.
    pub until: Option<NaiveDate>,
    /// A day after the one at hand up to which it surely stays so; it may be too early. None while no day changes it.
    pub turns: Option<NaiveDate>,
}

crate::hidden::hidden!(Line);

impl Line {
    pub(super) fn of(status: Status) -> Self {
        Self { status, from: None, due_until: None, until: None, turns: None }
    }

    /// The first of some days that lies after the day at hand.
    pub(super) fn turning(self, on: NaiveDate, days: impl IntoIterator<Item = Option<NaiveDate>>) -> Self {
        Self { turns: days.into_iter().flatten().filter(|day| *day > on).min(), ..self }
    }
}
