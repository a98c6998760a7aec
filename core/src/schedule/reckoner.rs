//! Reckons how services stand for one person on one day.

use chrono::NaiveDate;

use super::counting::Counted;
use super::series::Placed;
use super::{DoseLine, Line, Records, Status};
use crate::pack::ServiceId;
use crate::pack::lang::plan::{Plans, Times, Way};
use crate::pack::lang::program::{FactSlot, NodeId};
use crate::person::add_months;

/// The months of life of which the days are kept: those of a child's services.
const MONTHS_KEPT: usize = 73;

/// What the pack's conditions say of a person on the day at hand.
pub(crate) trait Answers {
    /// Whether a condition is certainly true.
    fn is_true(&mut self, condition: NodeId) -> bool;
    /// A whole number, when it is known.
    fn whole(&mut self, number: NodeId) -> Option<i32>;
    /// The days of the visits up to today at which a fact had a value.
    fn days_answered(&mut self, fact: FactSlot) -> Vec<NaiveDate>;
}

/// A person on a day.
#[derive(Clone, Copy)]
pub(crate) struct Person {
    pub on: NaiveDate,
    /// The day from which ages count.
    pub born: NaiveDate,
    /// First day of the last period of the pregnancy in progress.
    pub lmp: Option<NaiveDate>,
    pub delivery: Option<NaiveDate>,
}

crate::hidden::hidden!(Person);

/// What has been reckoned for a person on a day, and with what.
pub(crate) struct Reckoner<'r> {
    pub(super) plans: &'r Plans,
    pub(super) person: Person,
    pub(super) records: Records,
    /// For each service, once it was asked for, the dose that counts.
    pub(super) counted: Vec<Option<Option<Counted>>>,
    /// For each series, once it was asked for, who took its places.
    pub(super) placed: Vec<Option<Option<Placed>>>,
    /// Every dose by date, once they were asked for.
    pub(super) doses: Option<Vec<DoseLine>>,
    lines: Vec<Option<Line>>,
    /// Conditions on whom services concern, which many of them share.
    who: Vec<(NodeId, bool)>,
    /// The days on which so many months of life are complete, once they were asked for.
    months_of_life: [Option<NaiveDate>; MONTHS_KEPT],
}

impl<'r> Reckoner<'r> {
    pub(crate) fn new(plans: &'r Plans, person: Person, records: Records) -> Self {
        Self {
            plans,
            person,
            records,
            counted: vec![None; plans.services.len()],
            placed: vec![None; plans.series.len()],
            doses: None,
            lines: vec![None; plans.services.len()],
            who: Vec::new(),
            months_of_life: [None; MONTHS_KEPT],
        }
    }

    /// How a service stands, where it was reckoned already.
    #[inline]
    pub(crate) fn known(&self, service: ServiceId) -> Option<Line> {
        self.lines.get(usize::from(service.0)).copied().flatten()
    }

    /// How a service stands.
    pub(crate) fn line(&mut self, service: ServiceId, answers: &mut impl Answers) -> Line {
        if let Some(known) = self.known(service) {
            return known;
        }
        let line = self.reckon(service, answers);
        if let Some(place) = self.lines.get_mut(usize::from(service.0)) {
            *place = Some(line);
        }
        line
    }

    fn reckon(&mut self, service: ServiceId, answers: &mut impl Answers) -> Line {
        let Some(way) = self.way(service, answers) else { return self.for_nobody(service) };
        match &way.times {
            Times::Window(window) => self.window(service, window, answers),
            Times::Campaign(campaign) => self.campaign(service, campaign),
            Times::Check(check) => self.check(service, way, check, answers),
            Times::School(school) => self.school(service, school, answers),
            Times::Course(course) => self.course(service, course, answers),
        }
    }

    /// Whether a service was received, on whatever day.
    pub(crate) fn is_recorded(&self, service: ServiceId) -> bool {
        !self.records.of(service).is_empty()
    }

    /// The first way of a service that concerns the person.
    pub(super) fn way(&mut self, service: ServiceId, answers: &mut impl Answers) -> Option<&'r Way> {
        let plan = self.plans.services.get(usize::from(service.0))?;
        plan.ways.iter().find(|way| way.who.iter().all(|condition| self.concerns(*condition, answers)))
    }

    fn concerns(&mut self, condition: NodeId, answers: &mut impl Answers) -> bool {
        if let Some((_, known)) = self.who.iter().find(|(other, _)| *other == condition) {
            return *known;
        }
        let concerns = answers.is_true(condition);
        self.who.push((condition, concerns));
        concerns
    }

    /// The day on which so many months of life are complete.
    pub(super) fn month_of_life(&mut self, months: i32) -> Option<NaiveDate> {
        let born = self.person.born;
        let Some(kept) = usize::try_from(months).ok().and_then(|place| self.months_of_life.get_mut(place)) else {
            return add_months(born, months);
        };
        *kept = kept.or_else(|| add_months(born, months));
        *kept
    }

    /// A service that does not concern the person; what is given once stays done.
    fn for_nobody(&mut self, service: ServiceId) -> Line {
        let plan = self.plans.services.get(usize::from(service.0));
        let is_once = plan.is_some_and(|plan| plan.ways.iter().any(|way| matches!(way.times, Times::Window(_))));
        Line::of(if is_once && self.counted(service).is_some() { Status::Done } else { Status::NotApplicable })
    }
}
