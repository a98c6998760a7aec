//! The services that a person received.

use chrono::NaiveDate;

use crate::pack::ServiceId;

/// The services that a person received up to a day, by service and then by date; those of unknown date last.
#[derive(Clone, Default)]
pub(crate) struct Records(Vec<(ServiceId, Option<NaiveDate>)>);

crate::hidden::hidden!(Records);

impl Records {
    pub(crate) fn new(received: impl Iterator<Item = (ServiceId, Option<NaiveDate>)>, until: NaiveDate) -> Self {
        let mut records: Vec<_> = received.filter(|(_, on)| on.is_none_or(|on| on <= until)).collect();
        records.sort_unstable_by_key(|(service, on)| (*service, on.is_none(), *on));
        Self(records)
    }

    /// When a service was received.
    pub(crate) fn of(&self, service: ServiceId) -> &[(ServiceId, Option<NaiveDate>)] {
        let start = self.0.partition_point(|(other, _)| *other < service);
        let rest = self.0.get(start..).unwrap_or_default();
        rest.get(..rest.partition_point(|(other, _)| *other == service)).unwrap_or_default()
    }

    /// The services that were received, each once.
    pub(super) fn services(&self) -> Vec<ServiceId> {
        let mut services: Vec<_> = self.0.iter().map(|(service, _)| *service).collect();
        services.dedup();
        services
    }

    /// The days on which a service was received, in order.
    pub(super) fn days(&self, service: ServiceId) -> impl DoubleEndedIterator<Item = NaiveDate> + '_ {
        self.of(service).iter().filter_map(|(_, on)| *on)
    }

    /// The days on which one of some services was received, in the order of the services.
    pub(super) fn days_of_any<'s>(&'s self, services: &'s [ServiceId]) -> impl Iterator<Item = NaiveDate> + 's {
        services.iter().flat_map(|service| self.days(*service))
    }
}
