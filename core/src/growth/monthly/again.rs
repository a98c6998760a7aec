//! What is measured once more before it is saved.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::tables::LengthJumps;
use crate::growth::{Length, Position, Weight};
use crate::hidden::hidden;
use crate::person::{BirthDate, add_months, month_start, months_between};

/// A child that seems to have shrunk by more than this, in steps of 0.001 mm (dossier 7.4, design).
const FALL: u32 = 10_000;
/// Under so many completed months a child is measured lying (Permenkes 2/2020).
const FIRST_STANDING_MONTH: i32 = 24;
/// A weight of more than 120 % or less than 80 % of that of the month before is not believed (dossier 7.4, design).
const PERCENT: RangeInclusive<u64> = 80..=120;

/// Why something is to be measured again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeasureAgain {
    /// Length or height is more than 1.0 cm below the last one.
    LengthFell,
    /// Length or height rose faster than a child grows.
    LengthJumped,
    /// Measured standing under 24 completed months: lay the child down.
    StandingTooYoung,
    /// The weight differs by more than 20 % from the last one of the month before.
    WeightChanged,
}

/// What was measured, on its day.
#[derive(Clone, Copy)]
pub struct Measured {
    /// The day.
    pub on: NaiveDate,
    /// Length or height, as it was measured.
    pub length: Option<Length>,
    /// How it was measured.
    pub position: Option<Position>,
    /// The weight.
    pub weight: Option<Weight>,
}

hidden!(Measured);

/// What of today's measures to take again. `earlier` are the visits before today, in any order.
pub fn measure_again(born: BirthDate, today: &Measured, earlier: &[Measured], jumps: &LengthJumps) -> Vec<MeasureAgain> {
    let before = earlier.iter().filter(|visit| visit.on < today.on);
    let last_length = before.clone().filter(|visit| visit.length.is_some()).max_by_key(|visit| visit.on);
    let last_weight = before.filter(|visit| visit.weight.is_some() && is_month_before(visit.on, today.on)).max_by_key(|visit| visit.on);
    let found = [
        (MeasureAgain::LengthFell, last_length.is_some_and(|last| fell(last, today))),
        (MeasureAgain::LengthJumped, last_length.is_some_and(|last| jumped(born, last, today, jumps))),
        (MeasureAgain::StandingTooYoung, stood_too_young(born, today)),
        (MeasureAgain::WeightChanged, last_weight.is_some_and(|last| changed(last, today))),
    ];
    found.into_iter().filter(|(_, is_so)| *is_so).map(|(why, _)| why).collect()
}

fn fell(last: &Measured, today: &Measured) -> bool {
    last.length.zip(today.length).is_some_and(|(then, now)| now.steps() + FALL < then.steps())
}

/// A month that has begun counts as a whole one.
fn jumped(born: BirthDate, last: &Measured, today: &Measured, jumps: &LengthJumps) -> bool {
    let months = u64::from(months_between(last.on, today.on).unsigned_abs()) + 1;
    let limit = jumps.at(months_between(born.effective(), last.on)).map(|limit| u64::from(limit.steps()) * months);
    let grown = last.length.zip(today.length).map(|(then, now)| u64::from(now.steps().saturating_sub(then.steps())));
    grown.zip(limit).is_some_and(|(grown, limit)| grown > limit)
}

fn stood_too_young(born: BirthDate, today: &Measured) -> bool {
    let young = months_between(born.effective(), today.on) < FIRST_STANDING_MONTH;
    young && today.length.is_some() && today.position == Some(Position::Standing)
}

fn changed(last: &Measured, today: &Measured) -> bool {
    let pair = last.weight.zip(today.weight).map(|(then, now)| (u64::from(then.steps()), u64::from(now.steps()) * 100));
    pair.is_some_and(|(then, now)| now < then * PERCENT.start() || now > then * PERCENT.end())
}

fn is_month_before(day: NaiveDate, on: NaiveDate) -> bool {
    add_months(month_start(on), -1) == Some(month_start(day))
}
