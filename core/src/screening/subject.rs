//! One person on one day, checked and ready to be judged.

use std::borrow::Cow;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use smallvec::SmallVec;

use super::cells::{Cell, Cells, Earlier, State, shown};
use super::fault::InputFault;
use super::input::{Dose, Input};
use super::subject_check;
use super::truth::Truth;
use crate::fact::{CodeSet, Number, Symbol, Value};
use crate::pack::lang::program::{Context, FactSlot, Operand};
use crate::pack::{Pack, ServiceId};
use crate::person::{Age, LifeStage, Sex, StageSet, days_between, stages};

/// Last day of gestation that counts as known: 44 weeks. (READINGS-mother-and-child 19)
pub(crate) const LAST_DAY_OF_GESTATION: i32 = 308;

/// Where not even one question in so many was answered, hardly any rule can be decided.
const HARDLY_ONE_IN: usize = 20;

/// What is known about one person on one day, checked. Immutable; an assessment takes it with a pack and nothing else.
#[derive(Clone)]
pub struct Subject<'i> {
    pub(super) input: Cow<'i, Input>,
    pub(super) born: NaiveDate,
    /// Today's visit first, then the earlier ones, newest first.
    pub(super) visits: SmallVec<[Visit; 1]>,
    pub(super) today: Vec<Cell>,
    pub(super) earlier: Vec<Earlier>,
    pub(super) texts: Vec<Box<str>>,
}

/// A visit and the person on its day.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    pub on: NaiveDate,
    /// The day from which ages count.
    pub born: NaiveDate,
    pub age: Age,
    pub stages: StageSet,
    /// First day of the pregnancy in progress on that day.
    pub lmp: Option<NaiveDate>,
    /// Completed days of gestation, while it counts as known.
    pub gestation: Option<i32>,
    pub days_since_delivery: Option<i32>,
}

impl fmt::Debug for Subject<'_> {
    /// Shows nothing of the person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Subject")
    }
}

impl<'i> Subject<'i> {
    /// Checks what is known about a person, which it takes or borrows.
    ///
    /// # Errors
    /// Every fault, each with its field; none holds what was entered.
    pub fn new(pack: &Pack, input: impl Into<Cow<'i, Input>>) -> Result<Self, Vec<InputFault>> {
        let input = input.into();
        let faults = subject_check::faults_of_person(pack, &input);
        if faults.is_empty() { Ok(Self::build(pack, input)) } else { Err(faults) }
    }

    /// Goes on to a later day with the same facts. Which of them apply follows from the life stages and not from the day itself.
    pub(super) fn move_to(&mut self, pack: &Pack, on: NaiveDate) {
        let born = self.input.born.effective().min(on);
        let visit = Visit::new(&self.input, born, on);
        let is_alike = born == self.born && visit.stages == self.stages();
        self.input.to_mut().on = on;
        match self.visits.first_mut() {
            Some(today) if is_alike => {
                self.today.truncate(pack.slots());
                self.today.extend(shown(pack, self.input.sex, &visit));
                *today = visit;
            }
            _ => *self = Self::build(pack, self.input.clone()),
        }
    }

    pub(super) fn build(pack: &Pack, mut input: Cow<'i, Input>) -> Self {
        if !input.history.is_sorted_by(|visit, before| visit.on >= before.on) {
            input.to_mut().history.sort_by_key(|visit| std::cmp::Reverse(visit.on));
        }
        // The middle of a year or month of birth may lie after a first visit in it.
        let born = input.born.effective().min(input.on);
        let days = std::iter::once(input.on).chain(input.history.iter().map(|visit| visit.on));
        let visits: SmallVec<_> = days.map(|on| Visit::new(&input, born, on)).collect();
        let mut cells = Cells::new(pack, &input, &visits);
        let (today, earlier, texts) = (cells.of_today(), cells.of_earlier_visits(), cells.texts);
        Self { input, born, visits, today, earlier, texts }
    }

    /// What it was made of; the earlier visits newest first.
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// The day of the visit.
    pub fn on(&self) -> NaiveDate {
        self.input.on
    }

    /// The sex.
    pub fn sex(&self) -> Sex {
        self.input.sex
    }

    /// The completed age on the day of the visit.
    pub fn age(&self) -> Age {
        self.visits.first().map_or(Age { days: 0, months: 0, years: 0 }, |visit| visit.age)
    }

    /// Whether the day of birth is not known, so that ages are estimated.
    pub fn age_is_estimated(&self) -> bool {
        self.input.born.is_estimated()
    }

    /// The life stages on the day of the visit: one age stage, and pregnancy or the time after delivery beside it.
    pub fn stages(&self) -> StageSet {
        self.visits.first().map_or(StageSet::EMPTY, |visit| visit.stages)
    }

    /// Completed days of gestation, while they count as known.
    pub fn gestation_days(&self) -> Option<i32> {
        self.visits.first().and_then(|visit| visit.gestation)
    }

    /// The services received, in the order given.
    pub fn doses(&self) -> impl Iterator<Item = (ServiceId, Option<NaiveDate>)> + '_ {
        self.input.doses.iter().map(|Dose { service, on }| (*service, *on))
    }

    /// Whether so little was answered that hardly any rule can be decided.
    pub(super) fn is_hardly_asked(&self, pack: &Pack) -> bool {
        self.input.facts.len() * HARDLY_ONE_IN < pack.slots()
    }

    pub(super) fn visit(&self, visit: u16) -> Option<&Visit> {
        self.visits.get(usize::from(visit))
    }

    pub(super) fn text(&self, index: u32) -> &str {
        self.texts.get(index as usize).map(|text| &**text).unwrap_or_default()
    }

    /// The value of an operand as it is handed out; none when it has no value.
    pub(super) fn value(&self, operand: Operand) -> Option<Value> {
        Some(match operand {
            Operand::Bool(value) => Value::Bool(value),
            Operand::Number(number) => Value::Number(number),
            Operand::Code(code) => Value::Code(code),
            Operand::Codes(codes) => Value::Codes(codes),
            Operand::Date(day) => Value::Date(date_of(day)?),
            Operand::Text(text) => Value::Text(self.text(text).into()),
            Operand::Open | Operand::Absent | Operand::Visit(_) | Operand::Reading(_) | Operand::Row(..) => return None,
            Operand::Service(_) | Operand::Dose(_) => return None,
        })
    }

    /// What expressions read of a fact today.
    #[inline(always)]
    pub(super) fn operand(&self, slot: FactSlot) -> &Operand {
        match self.today.get(slot.index()) {
            Some(cell) => &cell.operand,
            None => &Operand::Absent,
        }
    }

    /// What expressions read of a fact at a visit; 0 is today's, then the earlier ones, newest first.
    pub(super) fn operand_at(&self, visit: usize, slot: FactSlot) -> Operand {
        match visit.checked_sub(1) {
            None => *self.operand(slot),
            Some(earlier) => self.earlier.get(earlier).and_then(|visit| visit.known(slot)).unwrap_or(Operand::Absent),
        }
    }

    /// The day of a visit, counted in the same way.
    pub(super) fn day_of_visit(&self, visit: usize) -> Option<NaiveDate> {
        self.visits.get(visit).map(|visit| visit.on)
    }

    /// What a fact reads as today where it stands as a condition.
    #[inline(always)]
    pub(super) fn answer(&self, slot: FactSlot) -> Truth {
        match self.today.get(slot.index()) {
            Some(cell) => cell.answer,
            None => Truth::No,
        }
    }

    /// Whether a fact has a value today; open when it is not known, but applies.
    pub(super) fn is_there(&self, slot: FactSlot) -> Truth {
        match self.cell(slot).map(|cell| cell.state) {
            Some(State::Known) => Truth::Yes,
            Some(State::Open | State::Unknown) => Truth::Open,
            Some(State::NotApplicable) | None => Truth::No,
        }
    }

    pub(super) fn cell(&self, slot: FactSlot) -> Option<&Cell> {
        self.today.get(slot.index())
    }
}

impl Visit {
    pub(super) fn new(input: &Input, born: NaiveDate, on: NaiveDate) -> Self {
        let age = Age::on(born, on.max(born));
        // As of an earlier visit a pregnancy counts from its first day and a delivery from its day.
        let lmp = input.pregnancy.map(|pregnancy| pregnancy.lmp()).filter(|lmp| *lmp <= on);
        let delivery = input.delivery.filter(|delivery| *delivery <= on);
        let days_since_delivery = delivery.map(|delivery| days_between(delivery, on));
        let gestation = lmp.map(|lmp| days_between(lmp, on)).filter(|days| *days <= LAST_DAY_OF_GESTATION);
        Self { on, born, age, stages: stages(age, lmp.is_some(), days_since_delivery), lmp, gestation, days_since_delivery }
    }

    /// What expressions read of a visit and its person.
    pub(super) fn context(&self, context: Context, sex: Symbol) -> Operand {
        let number = |value: Option<i32>| value.map_or(Operand::Absent, |value| Operand::Number(Number::integer(value.into())));
        match context {
            Context::On => Operand::Date(day_of(self.on)),
            Context::Born => Operand::Date(day_of(self.born)),
            Context::Sex => Operand::Code(sex),
            Context::AgeDays => number(Some(self.age.days)),
            Context::AgeMonths => number(Some(self.age.months)),
            Context::AgeYears => number(Some(self.age.years)),
            Context::Stages => Operand::Codes(stage_set(self.stages)),
            Context::Pregnant => Operand::Bool(self.stages.contains(LifeStage::Pregnant)),
            Context::Lmp => self.lmp.map_or(Operand::Absent, |lmp| Operand::Date(day_of(lmp))),
            Context::Gestation => number(self.gestation),
            Context::DaysSinceDelivery => number(self.days_since_delivery),
        }
    }
}

fn stage_set(stages: StageSet) -> CodeSet {
    let places = LifeStage::ALL.iter().enumerate().filter(|(_, stage)| stages.contains(**stage)).map(|(place, _)| place);
    places.fold(CodeSet::EMPTY, |set, place| set.with(place).unwrap_or(set))
}

/// A date as the evaluation counts it.
pub(super) fn day_of(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

pub(super) fn date_of(day: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}
