//! A service that is given in a month of a class at school.

use chrono::{Datelike, NaiveDate};

use super::reckoner::{Answers, Reckoner};
use super::{Line, Status};
use crate::pack::ServiceId;
use crate::pack::lang::plan::School;
use crate::person::{add_months, month_start};

/// The first month of the school year.
const JULY: u32 = 7;

impl Reckoner<'_> {
    /// It does not apply where the class is not known, nor before it was introduced.
    pub(super) fn school(&self, service: ServiceId, school: &School, answers: &mut impl Answers) -> Line {
        let on = self.person.on;
        if self.is_recorded(service) {
            return Line::of(Status::Done);
        }
        if school.introduced.is_some_and(|introduced| on < introduced) {
            return Line::of(Status::NotApplicable).turning(on, [school.introduced]);
        }
        let Some(class) = answers.whole(school.pupil) else { return Line::of(Status::NotApplicable) };
        let status = match class {
            _ if class < school.class => Status::Upcoming,
            _ if class > school.class => school.later(class),
            _ => match month_of_school_year(on.month()).cmp(&month_of_school_year(school.month)) {
                std::cmp::Ordering::Less => Status::Upcoming,
                std::cmp::Ordering::Equal => Status::Due,
                std::cmp::Ordering::Greater => Status::Overdue,
            },
        };
        Line::of(status).turning(on, school.turns(on))
    }
}

impl School {
    /// The next beginnings of its month, of the one after it and of the school year. The class turns with what it is reckoned from.
    fn turns(&self, on: NaiveDate) -> [Option<NaiveDate>; 3] {
        let next = |wanted: u32| (1..=12).filter_map(|months| add_months(month_start(on), months)).find(|day| day.month() == wanted);
        [next(self.month), next(self.month % 12 + 1), next(JULY)]
    }

    /// In a class above its own. Without classes to catch up every one of them does.
    fn later(&self, class: i32) -> Status {
        match () {
            () if self.catch_up.is_empty() || self.catch_up.contains(&class) => Status::Overdue,
            () if self.catch_up.iter().any(|later| *later > class) => Status::Upcoming,
            () => Status::Missed,
        }
    }
}

fn month_of_school_year(month: u32) -> u32 {
    (month + 12 - JULY) % 12
}
