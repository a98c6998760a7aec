//! Whose form it is.

use std::fmt;

use chrono::NaiveDate;

use crate::fact::{Answer, FactId};
use crate::pack::order::forms_of;
use crate::person::{Age, LifeStage, Sex, StageSet, days_between, stages};
use crate::screening::{EarlierVisit, Input};

/// Whose form is filled in, with all that is known before the first answer.
#[derive(Clone)]
pub enum Who {
    /// A person in all life stages of the day.
    Person {
        /// The person. The answers in it that the form does not ask for, as settings of the area, are given; those that it asks for
        /// are left out, because they belong in the draft.
        input: Box<Input>,
        /// Whether the form of a family member is filled in at the same visit.
        member: bool,
    },
    /// The family sheet, once a household.
    Household(Sheet),
    /// The settings of the area.
    Area(Sheet),
}

/// A sheet that is not about a person.
#[derive(Clone)]
pub struct Sheet {
    /// The day of the visit, a local calendar date.
    pub on: NaiveDate,
    /// Answers that the sheet does not ask for, as settings of the area.
    pub facts: Vec<(FactId, Answer)>,
    /// The sheet at earlier visits, in any order.
    pub history: Vec<EarlierVisit>,
}

impl fmt::Debug for Who {
    /// Shows nothing of the person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Person { .. } => "Who(person)",
            Self::Household(_) => "Who(household)",
            Self::Area(_) => "Who(area)",
        })
    }
}

impl fmt::Debug for Sheet {
    /// Shows nothing of the household.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sheet")
    }
}

impl Who {
    pub(super) fn on(&self) -> NaiveDate {
        match self {
            Self::Person { input, .. } => input.on,
            Self::Household(sheet) | Self::Area(sheet) => sheet.on,
        }
    }

    pub(super) fn sex(&self) -> Option<Sex> {
        match self {
            Self::Person { input, .. } => Some(input.sex),
            Self::Household(_) | Self::Area(_) => None,
        }
    }

    /// The life stages; none of a sheet, which is asked of nobody in particular.
    pub(super) fn stages(&self) -> StageSet {
        let Self::Person { input, .. } = self else { return StageSet::EMPTY };
        let age = Age::on(input.born.effective().min(input.on), input.on);
        let since_delivery = input.delivery.map(|delivery| days_between(delivery, input.on));
        stages(age, input.pregnancy.is_some(), since_delivery)
    }

    /// The names of the forms that are merged, in their order.
    pub(super) fn forms(&self) -> Vec<&'static str> {
        match self {
            Self::Person { member, .. } => forms_of(self.stages()).chain(member.then_some("member")).collect(),
            Self::Household(_) => vec!["household"],
            Self::Area(_) => vec!["area"],
        }
    }

    pub(super) fn facts(&self) -> &[(FactId, Answer)] {
        match self {
            Self::Person { input, .. } => &input.facts,
            Self::Household(sheet) | Self::Area(sheet) => &sheet.facts,
        }
    }

    pub(super) fn facts_mut(&mut self) -> &mut Vec<(FactId, Answer)> {
        match self {
            Self::Person { input, .. } => &mut input.facts,
            Self::Household(sheet) | Self::Area(sheet) => &mut sheet.facts,
        }
    }

    pub(super) fn history(&self) -> &[EarlierVisit] {
        match self {
            Self::Person { input, .. } => &input.history,
            Self::Household(sheet) | Self::Area(sheet) => &sheet.history,
        }
    }

    /// The first day of the pregnancy in progress, of the time after the delivery, or of a newborn.
    pub(super) fn episode_from(&self) -> Option<NaiveDate> {
        let Self::Person { input, .. } = self else { return None };
        let delivery = input.delivery.filter(|_| self.stages().contains(LifeStage::Postpartum));
        let birth = Some(input.born.effective()).filter(|_| self.stages().contains(LifeStage::Newborn));
        input.pregnancy.map(|pregnancy| pregnancy.lmp()).or(delivery).or(birth)
    }
}
