//! The next dose of a course whose earlier doses may stand on a card.

use chrono::NaiveDate;

use super::reckoner::{Answers, Reckoner};
use super::{Line, Status};
use crate::pack::ServiceId;
use crate::pack::lang::plan::Course;

impl Reckoner<'_> {
    pub(super) fn course(&mut self, service: ServiceId, course: &Course, answers: &mut impl Answers) -> Line {
        let Some(place) = course.doses.iter().position(|dose| *dose == service) else { return Line::of(Status::NotApplicable) };
        let counted = course.doses.iter().filter(|dose| self.counted(**dose).is_some()).count();
        let card = answers.whole(course.card).and_then(|card| usize::try_from(card).ok()).unwrap_or(0);
        let received = counted.max(card);
        match place {
            _ if place < received => Line::of(Status::Done),
            _ if place > received => Line::of(Status::Upcoming),
            _ => self.next_of_course(course, counted, card),
        }
    }

    /// The interval runs from the last dose that counts; with the card ahead of these, from the latest one that was recorded.
    fn next_of_course(&mut self, course: &Course, counted: usize, card: usize) -> Line {
        let last = if card > counted {
            self.records.days_of_any(&course.doses).max()
        } else {
            course.doses.iter().rev().find_map(|dose| self.counted(*dose)).and_then(|dose| dose.on)
        };
        let from: Option<NaiveDate> = course.after.zip(last).and_then(|(after, last)| after.interval.after(last));
        let is_early = from.is_some_and(|from| self.person.on < from);
        let line = Line { from, ..Line::of(if is_early { Status::Upcoming } else { Status::Due }) };
        line.turning(self.person.on, [from])
    }
}
