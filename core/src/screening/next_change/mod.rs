//! The first day on which an assessment can differ when only the date moves.

mod moving;
mod services;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use moving::{Differs, Moving};
use services::next_change_of_services;

use super::assess::assess_with;
use super::assessment::Assessment;
use super::scratch::Scratch;
use super::subject::Subject;
use crate::pack::Pack;
use crate::person::first_day_of_age_months;

/// Nobody grows older, in completed months.
const LIFE_ENDS_AT_MONTHS: i32 = 130 * 12;

/// How many turns are followed without finding a difference before the next one is given, which may be too early.
const MOST_TURNS: usize = 200;

/// The first day on which the assessment can differ with no new fact, when only the date moves: findings, undetermined rules with what
/// they wait for, services or life stages. It may be too early, never too late, and is exact where time enters only through ages, gestation and days
/// compared with constants. `None` when nothing depends on the date.
pub fn next_change_on(pack: &Pack, subject: &Subject) -> Option<NaiveDate> {
    let mut scratch = Scratch::new();
    let today = assess_with(pack, subject, &mut scratch);
    next_change_after(pack, subject, &today, &mut scratch)
}

fn end_of_life(subject: &Subject) -> Option<NaiveDate> {
    first_day_of_age_months(subject.born, LIFE_ENDS_AT_MONTHS)
}

/// The same where the assessment of today is at hand.
pub(crate) fn next_change_after(pack: &Pack, subject: &Subject, today: &Assessment, scratch: &mut Scratch) -> Option<NaiveDate> {
    let of_services = next_change_of_services(pack, subject, scratch);
    let of_rules = next_change_of_rules(pack, subject, today, scratch);
    of_services.into_iter().chain(of_rules).min()
}

fn next_change_of_rules(pack: &Pack, subject: &Subject, today: &Assessment, scratch: &mut Scratch) -> Option<NaiveDate> {
    let end_of_life = end_of_life(subject);
    let mut moving = Moving::new(pack, subject.clone(), scratch);
    for _ in 0..MOST_TURNS {
        let turn = moving.next_turn().filter(|turn| Some(*turn) <= end_of_life)?;
        let differs = match moving.move_to(turn) {
            Differs::No => false,
            Differs::Perhaps => moving.differs_from(today),
            Differs::Surely => true,
        };
        if differs {
            return Some(turn);
        }
    }
    moving.next_turn()
}
