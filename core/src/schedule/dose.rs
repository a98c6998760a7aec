//! The doses that were received, one by one.

use chrono::NaiveDate;

use super::counting::Wanted;
use super::reckoner::Reckoner;
use super::series::Dose;
use crate::pack::ServiceId;

/// A dose that was received.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct DoseLine {
    pub service: ServiceId,
    /// None when its day is not known.
    pub on: Option<NaiveDate>,
    /// Whether it counts.
    pub counts: bool,
    /// Whether it was given before its time, days of grace included, though it may count.
    pub too_early: bool,
}

crate::hidden::hidden!(DoseLine);

impl Reckoner<'_> {
    /// Every dose that was received, by date; those of unknown date last.
    pub(crate) fn all_doses(&mut self) -> &[DoseLine] {
        if self.doses.is_none() {
            let mut all: Vec<_> = self.records.services().into_iter().flat_map(|service| self.doses_of(service)).collect();
            all.sort_by_key(|dose| (dose.on.is_none(), dose.on));
            self.doses = Some(all);
        }
        self.doses.as_deref().unwrap_or_default()
    }

    fn doses_of(&mut self, service: ServiceId) -> Vec<DoseLine> {
        let records = self.records.of(service).to_vec();
        let Some(way) = self.counting_way(service).filter(|_| !records.is_empty()) else { return Vec::new() };
        let plans = self.plans;
        let series = plans.series.iter().position(|series| series.has(service));
        if let Some(placed) = series.and_then(|series| self.placed(series)) {
            let line = |on| {
                let dose = Dose { service, on };
                DoseLine { service, on, counts: placed.counts(dose), too_early: placed.is_too_early(dose) }
            };
            return records.iter().map(|(_, on)| line(*on)).collect();
        }
        let counted = self.counted(service);
        let proposed = self.in_time(service, way, Wanted::AsProposed);
        let first = records.iter().position(|(_, on)| counted.is_some_and(|counted| counted.on == *on));
        let line = |(place, (_, on)): (usize, &(ServiceId, Option<NaiveDate>))| DoseLine {
            service,
            on: *on,
            counts: first == Some(place),
            too_early: on.is_some_and(|on| proposed.is_after(on)),
        };
        records.iter().enumerate().map(line).collect()
    }
}
