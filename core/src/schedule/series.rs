//! Two vaccines in one series by date.

use chrono::NaiveDate;

use super::counting::{Counted, InTime, Wanted};
use super::days::plus_days;
use super::reckoner::Reckoner;
use crate::pack::ServiceId;
use crate::pack::lang::plan::{Series, Times};

/// Who took the places of a series.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Placed {
    /// The doses in their places.
    pub places: Vec<Option<Dose>>,
    /// The doses that were too early for the place that was free.
    pub refused: Vec<Dose>,
    /// The doses that count though they are earlier than proposed.
    pub hurried: Vec<Dose>,
}

/// A dose as it was recorded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Dose {
    pub service: ServiceId,
    /// None when its day is not known.
    pub on: Option<NaiveDate>,
}

impl Reckoner<'_> {
    /// The dose that counts of a service that belongs to such a series; none where it belongs to none, or only its own vaccine was given.
    pub(super) fn in_series(&mut self, service: ServiceId) -> Option<Option<Counted>> {
        let plans = self.plans;
        let (index, series) = plans.series_of(service)?;
        let placed = self.placed(index)?;
        let place = series.place_of(service)?;
        let taken = placed.places.get(place).copied().flatten();
        let counts = taken.filter(|dose| series.places.contains(&service) || series.substitutes.contains(&dose.service));
        Some(counts.map(|dose| Counted { on: dose.on }))
    }

    /// The dose in the place of a substitute, where it is of the vaccine that it stands in for.
    pub(super) fn taken_by_other(&mut self, service: ServiceId) -> Option<Counted> {
        let plans = self.plans;
        let (index, series) = plans.series_of(service).filter(|(_, series)| series.substitutes.contains(&service))?;
        let place = series.place_of(service)?;
        match self.placed(index) {
            Some(placed) => {
                let dose = placed.places.get(place).copied().flatten().filter(|dose| series.places.contains(&dose.service))?;
                Some(Counted { on: dose.on })
            }
            None => self.counted(*series.places.get(place)?),
        }
    }

    /// What is done with all substitutes of a series.
    pub(super) fn also_done(&mut self, service: ServiceId) -> Option<Counted> {
        let plans = self.plans;
        let (index, series) = plans.series.iter().enumerate().find(|(_, series)| series.also_done.contains(&service))?;
        let placed = self.placed(index)?;
        let mut substitutes = placed.places.iter().flatten().filter(|dose| series.substitutes.contains(&dose.service));
        substitutes.nth(series.substitutes.len().checked_sub(1)?).map(|dose| Counted { on: dose.on })
    }

    /// Who took the places; none without a substitute.
    pub(super) fn placed(&mut self, index: usize) -> Option<Placed> {
        if let Some(Some(known)) = self.placed.get(index) {
            return known.clone();
        }
        let series = self.plans.series.get(index)?;
        let is_mixed = series.substitutes.iter().any(|substitute| self.is_recorded(*substitute));
        let placed = is_mixed.then(|| self.place(series));
        if let Some(kept) = self.placed.get_mut(index) {
            *kept = Some(placed.clone());
        }
        placed
    }

    /// Each dose takes the next free place if it is not too early there; its own number does not count. Of one whose day is not known the
    /// number is all there is to go by: it has its own place before the others.
    fn place(&mut self, series: &Series) -> Placed {
        let all = series.places.iter().chain(&series.substitutes);
        let records = &self.records;
        let mut doses: Vec<_> =
            all.flat_map(|service| records.of(*service)).map(|(service, on)| Dose { service: *service, on: *on }).collect();
        doses.sort_by_key(|dose| dose.on);
        let mut placed = Placed { places: vec![None; series.places.len()], refused: Vec::new(), hurried: Vec::new() };
        for dose in doses.iter().filter(|dose| dose.on.is_none()) {
            if let Some(place) = series.place_of(dose.service).and_then(|place| placed.places.get_mut(place)) {
                *place = place.or(Some(*dose));
            }
        }
        doses.iter().filter(|dose| dose.on.is_some()).for_each(|dose| self.place_dose(series, *dose, &mut placed));
        placed
    }

    fn place_dose(&mut self, series: &Series, dose: Dose, placed: &mut Placed) {
        let Some(free) = placed.places.iter().position(Option::is_none) else { return };
        let Some(place) = series.places.get(free) else { return };
        let before = placed.places.iter().take(free).flatten().filter_map(|before| before.on).max();
        let mut is_early = |wanted| self.in_time_at(*place, before, wanted).is_some_and(|first| dose.on < Some(first));
        if is_early(Wanted::ToCount) {
            placed.refused.push(dose);
            return;
        }
        if is_early(Wanted::AsProposed) {
            placed.hurried.push(dose);
        }
        if let Some(taken) = placed.places.get_mut(free) {
            *taken = Some(dose);
        }
    }

    /// The first day on which a dose is in time for a place, days of grace included.
    fn in_time_at(&mut self, place: ServiceId, before: Option<NaiveDate>, wanted: Wanted) -> Option<NaiveDate> {
        let way = self.counting_way(place)?;
        let Times::Window(window) = &way.times else { return None };
        let end = window.after.zip(before).and_then(|(after, before)| {
            let interval = if wanted == Wanted::ToCount { after.accept.unwrap_or(after.interval) } else { after.interval };
            interval.after(before)
        });
        self.begins(window).max(end).and_then(|first| plus_days(first, -way.rule.grace_days))
    }
}

/// Whether a dose was too early for its place, or is not in one because of that.
impl Placed {
    pub(super) fn is_too_early(&self, dose: Dose) -> bool {
        self.refused.contains(&dose) || self.hurried.contains(&dose)
    }

    pub(super) fn counts(&self, dose: Dose) -> bool {
        self.places.contains(&Some(dose))
    }
}

impl InTime {
    /// Whether a dose of a known day was too early.
    pub(super) fn is_after(self, on: NaiveDate) -> bool {
        matches!(self, Self::From(Some(first)) if on < first)
    }
}
