//! The services that a person received, one by one.

use chrono::NaiveDate;

use super::evaluate::Evaluator;
use super::scratch::Scratch;
use super::subject::Subject;
use crate::hidden::hidden;
use crate::pack::{Pack, ServiceId};

/// A service that a person received.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Received {
    /// Which.
    pub service: ServiceId,
    /// When; none when its day is not known.
    pub on: Option<NaiveDate>,
    /// Whether it counts. Of what is given again and again each one does that was in time.
    pub counts: bool,
    /// Whether it was given before its time, days of grace included, though it may count.
    pub too_early: bool,
}

hidden!(Received);

/// Every service that a person received up to the day of the visit, by date; those of unknown date last.
pub fn received(pack: &Pack, subject: &Subject<'_>) -> Vec<Received> {
    let mut scratch = Scratch::new();
    let doses = Evaluator::new(pack, subject, &mut scratch).doses();
    let received = doses.into_iter().map(|dose| Received {
        service: dose.service,
        on: dose.on,
        counts: dose.counts || pack.is_given_again(dose.service) && !dose.too_early,
        too_early: dose.too_early,
    });
    received.collect()
}
