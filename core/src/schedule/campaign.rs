//! A service that is given in certain months of the year.

use chrono::{Datelike, NaiveDate};

use super::reckoner::Reckoner;
use super::{Line, Status};
use crate::pack::ServiceId;
use crate::pack::lang::plan::Campaign;
use crate::person::{add_months, month_start, months_between};

impl Reckoner<'_> {
    pub(super) fn campaign(&self, service: ServiceId, campaign: &Campaign) -> Line {
        let on = self.person.on;
        let months = self.months();
        let turns =
            [add_months(self.person.born, campaign.from), add_months(self.person.born, campaign.until + 1), campaign.next_change(on)];
        let status = match months {
            _ if months < campaign.from => Status::Upcoming,
            _ if months > campaign.until && !campaign.once => Status::NotApplicable,
            _ if months > campaign.until && self.is_recorded(service) => Status::Done,
            _ if months > campaign.until => Status::Missed,
            _ => self.within_ages(campaign),
        };
        Line::of(status).turning(on, turns)
    }

    fn within_ages(&self, campaign: &Campaign) -> Status {
        let on = self.person.on;
        let Some(began) = campaign.began(on) else { return Status::Upcoming };
        let has_received = self.records.days_of_any(&campaign.any_of).any(|day| day >= began);
        let age_then = months_between(self.person.born, began);
        match () {
            () if has_received => Status::Done,
            () if campaign.months.contains(&on.month()) => Status::Due,
            () if (campaign.from..=campaign.until).contains(&age_then) => Status::Overdue,
            () => Status::Upcoming,
        }
    }

    pub(super) fn months(&self) -> i32 {
        months_between(self.person.born, self.person.on)
    }
}

impl Campaign {
    /// The first day of the campaign that began last.
    pub(super) fn began(&self, on: NaiveDate) -> Option<NaiveDate> {
        (0..12).filter_map(|back| add_months(month_start(on), -back)).find(|month| self.months.contains(&month.month()))
    }

    /// The next beginning of a month in which a campaign begins or has just ended.
    fn next_change(&self, on: NaiveDate) -> Option<NaiveDate> {
        let is_one = |day: NaiveDate| self.months.contains(&day.month());
        let mut later = (1..=12).filter_map(|months| add_months(month_start(on), months));
        later.find(|month| is_one(*month) || month.pred_opt().is_some_and(is_one))
    }
}
