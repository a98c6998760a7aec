//! Services: how they stand on the day of the visit, and the doses that were received.

use chrono::NaiveDate;

use super::collection::Whole;
use super::{Evaluator, TODAY, Truth};
use crate::pack::ServiceId;
use crate::pack::lang::program::{DosePart, FactSlot, NodeId, Operand, ServicePart};
use crate::schedule::{Answers, DoseLine, Line, Person, Reckoner, Records, Status, Why};
use crate::screening::subject::day_of;

impl Answers for Evaluator<'_> {
    fn is_true(&mut self, condition: NodeId) -> bool {
        Truth::from_operand(self.named(condition, TODAY)) == Truth::Yes
    }

    fn whole(&mut self, number: NodeId) -> Option<i32> {
        match self.named(number, TODAY) {
            Operand::Number(number) => number.to_integer().and_then(|number| i32::try_from(number).ok()),
            _ => None,
        }
    }

    fn days_answered(&mut self, fact: FactSlot) -> Vec<NaiveDate> {
        let visits = (0..).zip(&self.subject.visits);
        visits.filter(|(at, _)| self.fact_is_answered(fact, *at)).map(|(_, visit)| visit.on).collect()
    }
}

impl<'a> Evaluator<'a> {
    /// How a service stands today.
    pub(in crate::screening) fn line(&mut self, service: ServiceId) -> Line {
        if self.watch.is_none()
            && let Some(known) = self.reckoner.as_ref().and_then(|reckoner| reckoner.known(service))
        {
            return known;
        }
        // Taken out meanwhile: conditions of services read no service, which the checker of the pack holds to.
        let mut reckoner = self.take_reckoner();
        let line = reckoner.line(service, self);
        self.reckoner = Some(reckoner);
        if let Some(watch) = self.watch.as_mut() {
            watch.note(line.turns);
        }
        line
    }

    /// What the line of a service came from.
    pub(in crate::screening) fn why(&mut self, service: ServiceId, line: &Line) -> Vec<Why> {
        let mut reckoner = self.take_reckoner();
        let why = reckoner.why(service, line, self);
        self.reckoner = Some(reckoner);
        why
    }

    fn take_reckoner(&mut self) -> Box<Reckoner<'a>> {
        self.reckoner.take().unwrap_or_else(|| {
            let (input, on) = (self.subject.input(), self.subject.on());
            let person =
                Person { on, born: self.subject.born, lmp: input.pregnancy.map(|pregnancy| pregnancy.lmp()), delivery: input.delivery };
            Box::new(Reckoner::new(&self.program.plans, person, Records::new(self.subject.doses(), on)))
        })
    }

    fn reckoned<T>(&mut self, run: impl FnOnce(&mut Reckoner<'a>) -> T) -> T {
        let mut reckoner = self.take_reckoner();
        let done = run(&mut reckoner);
        self.reckoner = Some(reckoner);
        done
    }

    /// Every dose that was received, by date.
    pub(in crate::screening) fn doses(&mut self) -> Vec<DoseLine> {
        self.reckoned(|reckoner| reckoner.all_doses().to_vec())
    }

    pub(in crate::screening) fn dose(&mut self, dose: u16) -> Option<DoseLine> {
        self.reckoned(|reckoner| reckoner.all_doses().get(usize::from(dose)).copied())
    }

    /// The day on which the last of some services was received that count; none where the day of one of them is not known.
    pub(in crate::screening) fn last_counted(&mut self, services: &[ServiceId]) -> Option<NaiveDate> {
        self.reckoned(|reckoner| {
            services.iter().filter_map(|service| reckoner.day_counted(*service)).collect::<Option<Vec<_>>>()?.into_iter().max()
        })
    }

    /// Whether a dose that was received on a day counts.
    pub(in crate::screening) fn dose_counts(&mut self, service: ServiceId, on: NaiveDate) -> bool {
        let is_it = |dose: &DoseLine| dose.service == service && dose.on == Some(on) && dose.counts;
        self.reckoned(|reckoner| reckoner.all_doses().iter().any(is_it))
    }

    #[inline(never)]
    pub(super) fn of_service(&mut self, service: NodeId, part: ServicePart, at: u16) -> Operand {
        let Operand::Service(service) = self.eval(service, at) else { return Operand::Absent };
        if part == ServicePart::Recorded {
            return Operand::Bool(self.reckoned(|reckoner| reckoner.is_recorded(service)));
        }
        let line = self.line(service);
        match part {
            ServicePart::Status => self.code_of_status(line.status),
            ServicePart::From => date(line.from),
            ServicePart::Until => date(line.until),
            ServicePart::DueUntil => date(line.due_until),
            ServicePart::Recorded => Operand::Absent,
        }
    }

    /// The service of a dose.
    pub(in crate::screening) fn service_of_dose(&mut self, dose: NodeId, at: u16) -> Option<ServiceId> {
        match self.eval(dose, at) {
            Operand::Dose(dose) => self.dose(dose).map(|dose| dose.service),
            _ => None,
        }
    }

    fn code_of_status(&self, status: Status) -> Operand {
        let place = Status::ALL.iter().position(|other| *other == status);
        place.and_then(|place| self.program.statuses.get(place)).map_or(Operand::Absent, |code| Operand::Code(*code))
    }

    #[inline(never)]
    pub(super) fn of_dose(&mut self, dose: NodeId, part: DosePart, at: u16) -> Operand {
        let Operand::Dose(dose) = self.eval(dose, at) else { return Operand::Absent };
        let Some(dose) = self.dose(dose) else { return Operand::Absent };
        match part {
            DosePart::On => date(dose.on),
            DosePart::Counts => Operand::Bool(dose.counts),
            DosePart::TooEarly => Operand::Bool(dose.too_early),
            DosePart::Code => {
                self.program.service_codes.get(usize::from(dose.service.0)).map_or(Operand::Absent, |code| Operand::Code(*code))
            }
        }
    }

    #[inline(never)]
    pub(super) fn push_services(&mut self, set: u16) -> Whole {
        let program = self.program;
        self.scratch.stack.extend(program.plans.set(set).iter().map(|service| Operand::Service(*service)));
        Whole::There
    }

    /// The doses of a set, by date.
    #[inline(never)]
    pub(super) fn push_doses(&mut self, set: u16) -> Whole {
        let set = self.program.plans.set(set);
        let places = self.reckoned(|reckoner| {
            let doses = reckoner.all_doses().iter().enumerate();
            doses.filter(|(_, dose)| set.contains(&dose.service)).filter_map(|(place, _)| u16::try_from(place).ok()).collect::<Vec<_>>()
        });
        self.scratch.stack.extend(places.into_iter().map(Operand::Dose));
        Whole::There
    }
}

fn date(day: Option<NaiveDate>) -> Operand {
    day.map_or(Operand::Absent, |day| Operand::Date(day_of(day)))
}
