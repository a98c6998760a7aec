//! Who was judged, in one line.

use super::{Line, Renderer, Role};
use crate::person::{Age, LifeStage, Sex};
use crate::screening::Subject;

/// Up to this age, in completed months, an age is told in days, and up to the next one in months.
const TOLD_IN_DAYS: i32 = 2;
const TOLD_IN_MONTHS: i32 = 24;
/// From this age, in completed years, the months no longer matter.
const TOLD_IN_YEARS: i32 = 6;

impl Renderer<'_> {
    /// Sex, age and condition, and the day of the visit. There is no name: the core knows none.
    pub(super) fn person(&self, subject: &Subject) -> Vec<Line> {
        let sex = match subject.sex() {
            Sex::Female => "sex_female",
            Sex::Male => "sex_male",
        };
        let mut parts = vec![self.words.say(sex).to_owned(), self.age(subject.age())];
        parts.extend(self.conditions(subject));
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
    fn conditions(&self, subject: &Subject) -> Option<String> {
        let stages = subject.stages();
        let pregnant = stages.contains(LifeStage::Pregnant);
        let stage = [LifeStage::Pregnant, LifeStage::Postpartum].into_iter().find(|stage| stages.contains(*stage))?;
        let text = self.words.say(&format!("stage_{}", stage.as_str())).to_lowercase();
        Some(match subject.gestation_days().filter(|_| pregnant) {
            Some(days) => format!("{text} {}", self.words.weeks_and_days(i64::from(days))),
            None => text,
        })
    }
}
