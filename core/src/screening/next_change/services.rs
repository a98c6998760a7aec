//! The first day on which a service stands another way.

use chrono::NaiveDate;

use super::{MOST_TURNS, end_of_life};
use crate::pack::Pack;
use crate::screening::due::due_lines;
use crate::screening::evaluate::{Evaluator, Watch};
use crate::screening::scratch::Scratch;
use crate::screening::subject::Subject;

/// The first day on which the services of a person differ when only the date moves; it may be too early, never too late.
pub(super) fn next_change_of_services(pack: &Pack, subject: &Subject, scratch: &mut Scratch) -> Option<NaiveDate> {
    let end_of_life = end_of_life(subject);
    let mut moved = subject.clone();
    let (today, mut turn) = watched(pack, &moved, scratch);
    for _ in 0..MOST_TURNS {
        let day = turn.filter(|day| Some(*day) <= end_of_life)?;
        moved.move_to(pack, day);
        let (then, next) = watched(pack, &moved, scratch);
        if then != today {
            return Some(day);
        }
        turn = next;
    }
    turn
}

/// How the services stand, and the first day on which anything turns that they were reckoned with.
fn watched(pack: &Pack, subject: &Subject, scratch: &mut Scratch) -> (Vec<crate::screening::Due>, Option<NaiveDate>) {
    let mut evaluator = Evaluator::new(pack, subject, scratch);
    evaluator.watch = Some(Watch::new(subject.on(), subject.born));
    let lines = due_lines(&mut evaluator);
    (lines, evaluator.watch.as_ref().and_then(Watch::first))
}
