//! What is measured once more before it is saved.

use chrono::NaiveDate;

use super::tables::Limits;
use crate::growth::{Length, Position, Weight};
use crate::hidden::hidden;
use crate::names::names;
use crate::person::{BirthDate, add_months, month_start, months_between};

/// Under so many completed months a child is measured lying (Permenkes 2/2020).
const FIRST_STANDING_MONTH: i32 = 24;

/// Why something is to be measured again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeasureAgain {
    /// Length or height is further below the last one than the board can err.
    LengthFell,
    /// Length or height rose faster than a child grows.
    LengthJumped,
    /// Measured standing under 24 completed months: lay the child down.
    StandingTooYoung,
    /// The weight differs too much from the last one of the month before.
    WeightChanged,
}

names! {
    MeasureAgain {
        LengthFell = "length_fell",
        LengthJumped = "length_jumped",
        StandingTooYoung = "standing_too_young",
        WeightChanged = "weight_changed",
    }
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

/// What of today's measures to take again; nothing of a child who is older than the limits. `earlier` are the visits before today, the first one
/// first where two are of one day.
pub fn measure_again(born: BirthDate, today: &Measured, earlier: &[Measured], limits: &Limits) -> Vec<MeasureAgain> {
    if months_between(born.effective(), today.on) > limits.last_month {
        return Vec::new();
    }
    let before = earlier.iter().filter(|visit| visit.on < today.on);
    let last_length = before.clone().filter(|visit| visit.length.is_some()).max_by_key(|visit| visit.on);
    let last_weight = before.filter(|visit| visit.weight.is_some() && is_month_before(visit.on, today.on)).max_by_key(|visit| visit.on);
    let found = [
        (MeasureAgain::LengthFell, last_length.is_some_and(|last| fell(last, today, limits))),
        (MeasureAgain::LengthJumped, last_length.is_some_and(|last| jumped(born, last, today, limits))),
        (MeasureAgain::StandingTooYoung, stood_too_young(born, today)),
        (MeasureAgain::WeightChanged, last_weight.is_some_and(|last| changed(last, today, limits))),
    ];
    found.into_iter().filter(|(_, is_so)| *is_so).map(|(why, _)| why).collect()
}

fn fell(last: &Measured, today: &Measured, limits: &Limits) -> bool {
    last.length.zip(today.length).is_some_and(|(then, now)| now.steps().saturating_add(limits.fall.steps()) < then.steps())
}

/// A month that has begun counts as a whole one.
fn jumped(born: BirthDate, last: &Measured, today: &Measured, limits: &Limits) -> bool {
    let months = u64::from(months_between(last.on, today.on).unsigned_abs()) + 1;
    let limit = limits.jump_at(months_between(born.effective(), last.on)).map(|limit| u64::from(limit.steps()) * months);
    let grown = last.length.zip(today.length).map(|(then, now)| u64::from(now.steps().saturating_sub(then.steps())));
    grown.zip(limit).is_some_and(|(grown, limit)| grown > limit)
}

fn stood_too_young(born: BirthDate, today: &Measured) -> bool {
    let young = months_between(born.effective(), today.on) < FIRST_STANDING_MONTH;
    young && today.length.is_some() && today.position == Some(Position::Standing)
}

fn changed(last: &Measured, today: &Measured, limits: &Limits) -> bool {
    let (least, most) = (i64::from(*limits.weight_percent.start()), i64::from(*limits.weight_percent.end()));
    let pair = last.weight.zip(today.weight).map(|(then, now)| (i64::from(then.steps()), i64::from(now.steps()) * 100));
    pair.is_some_and(|(then, now)| now < then * least || now > then * most)
}

fn is_month_before(day: NaiveDate, on: NaiveDate) -> bool {
    add_months(month_start(on), -1) == Some(month_start(day))
}
