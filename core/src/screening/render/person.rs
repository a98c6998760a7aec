//! Who was judged, in one line.

use super::{Line, Renderer, Role};
use crate::hidden::hidden;
use crate::person::{Age, LifeStage, Precision, Sex, StageSet};
use crate::screening::subject::Visit;
use crate::screening::{Input, Subject};

/// Up to this age, in completed months, an age is told in days, and up to the next one in months.
const TOLD_IN_DAYS: i32 = 2;
const TOLD_IN_MONTHS: i32 = 24;
/// From this age, in completed years, the months no longer matter.
const TOLD_IN_YEARS: i32 = 6;

/// Who somebody is on a day, in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Described {
    /// The age, as "17 tahun".
    pub age: String,
    /// Whether the birth date is not known to the day.
    pub is_estimated: bool,
    /// Pregnancy with its weeks, the time after a delivery, or the life stage of the age.
    pub stage: String,
    /// The life stage of the age alone.
    pub age_group: String,
}

hidden!(Described);

impl<'p> Renderer<'p> {
    /// Sex, age and condition, and the day of the visit. There is no name: the core knows none.
    pub(super) fn person(&self, subject: &Subject) -> Vec<Line> {
        let sex = match subject.sex() {
            Sex::Female => "sex_female",
            Sex::Male => "sex_male",
        };
        let mut parts = vec![self.words.say(sex).to_owned(), self.age(subject.age())];
        parts.extend(self.condition(subject.stages(), subject.gestation_days()).map(|condition| condition.to_lowercase()));
        let visit = self.words.fill("visit_on", &[("date", &self.words.date(subject.on()))]);
        let mut lines = vec![Line::new(Role::Person, format!("{}. {visit}", parts.join(", ")))];
        if subject.age_is_estimated() {
            lines.push(Line::new(Role::Note, self.words.say("age_estimated")));
        }
        lines
    }

    fn age(&self, age: Age) -> String {
        let count = |number: i32, unit: &str| self.words.number(crate::fact::Number::integer(i64::from(number)), 0, Some(unit));
        match age {
            Age { months: ..TOLD_IN_DAYS, days, .. } => count(days, "d"),
            Age { months: months @ ..TOLD_IN_MONTHS, .. } => count(months, "mo"),
            Age { years: years @ ..TOLD_IN_YEARS, months, .. } => {
                let rest = (months % 12).to_string();
                self.words.fill("years_and_months", &[("years", &years.to_string()), ("months", &rest)])
            }
            Age { years, .. } => count(years, "a"),
        }
    }

    /// Pregnancy with its weeks, or the time after delivery.
    fn condition(&self, stages: StageSet, gestation_days: Option<i32>) -> Option<String> {
        let pregnant = stages.contains(LifeStage::Pregnant);
        let stage = [LifeStage::Pregnant, LifeStage::Postpartum].into_iter().find(|stage| stages.contains(*stage))?;
        let text = self.stage_word(stage);
        Some(match gestation_days.filter(|_| pregnant) {
            Some(days) => format!("{text} {}", self.weeks_and_days(days)),
            None => text.to_owned(),
        })
    }

    fn stage_word(&self, stage: LifeStage) -> &'p str {
        self.words.say(&format!("stage_{}", stage.as_str()))
    }

    /// A gestation in weeks and days.
    pub fn weeks_and_days(&self, days: i32) -> String {
        self.words.weeks_and_days(i64::from(days))
    }

    /// Who somebody is on the day of an input.
    pub fn describe(&self, input: &Input) -> Described {
        let visit = Visit::new(input, input.born.effective().min(input.on), input.on);
        let stage = self.condition(visit.stages, visit.gestation);
        Described {
            age: self.age(visit.age),
            is_estimated: input.born.precision() != Precision::Day,
            stage: stage.unwrap_or_else(|| self.stage_word(LifeStage::of_age(visit.age)).to_owned()),
            age_group: self.stage_word(LifeStage::of_age(visit.age)).to_owned(),
        }
    }
}
