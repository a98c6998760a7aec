//! Random people near the limits of the rules, and what applies to them.

use chrono::{Days, NaiveDate};
use siklus_core::fact::{Answer, FactDef, FactId, FactKind, GateTest, Number, Value};
use siklus_core::pack::source::{AgeUnit, Window};
use siklus_core::pack::{Pack, ServiceId};
use siklus_core::person::{Age, BirthDate, Precision, PregnancyDate, Sex, StageSet, add_months, days_between, stages};
use siklus_core::screening::{Dose, EarlierVisit, Input, Subject};

use crate::answers::{Question, day};
use crate::limits::Limits;
use crate::rng::Rng;

/// Makes random people for one pack.
pub struct People<'p> {
    pack: &'p Pack,
    limits: &'p Limits,
    /// The rules, to choose from.
    rules: Vec<&'p str>,
}

impl<'p> People<'p> {
    /// People for a pack, with the limits of its rules.
    pub fn new(pack: &'p Pack, limits: &'p Limits) -> Self {
        Self { pack, limits, rules: limits.rules().map(|(id, _)| id).collect() }
    }

    /// A random person who is accepted as a subject.
    pub fn any(&self, rng: &mut Rng) -> (Input, Subject<'static>) {
        for _ in 0..1000 {
            let input = self.try_one(rng);
            if let Ok(subject) = Subject::new(self.pack, input.clone()) {
                return (input, subject);
            }
        }
        panic!("a thousand people in a row were refused");
    }

    fn try_one(&self, rng: &mut Rng) -> Input {
        let mut input = self.without_answers(self.limits.any_window(rng), rng);
        self.add_answers(&mut input, rng);
        self.add_history(&mut input, rng);
        self.add_doses(&mut input, rng);
        self.repair(&mut input);
        input
    }

    /// A random person whose age is in or near a window, of whom nothing was asked yet.
    pub fn without_answers(&self, window: Window, rng: &mut Rng) -> Input {
        let on = day(2024, 1, 1) + Days::new(rng.below(1200) as u64);
        let sex = if rng.percent(60) { Sex::Female } else { Sex::Male };
        let born = BirthDate::new(birth(window, on, rng), if rng.percent(92) { Precision::Day } else { Precision::Year });
        let mut input = Input::new(on, sex, born);
        self.add_episodes(&mut input, rng);
        input
    }

    fn add_episodes(&self, input: &mut Input, rng: &mut Rng) {
        let age = Age::on(input.born.effective().min(input.on), input.on);
        let ago = |days: i64| input.on.checked_sub_days(Days::new(days.unsigned_abs()));
        if input.sex == Sex::Female && (12..=52).contains(&age.years) {
            match rng.below(5) {
                0 | 1 => {
                    // Around the ends of the trimesters and of what counts as known.
                    let weeks = *rng.pick(&[0, 8, 12, 13, 20, 24, 27, 28, 36, 37, 40, 41, 42, 44]).unwrap_or(&0);
                    let days = (7 * weeks + rng.between(-1, 7)).max(0);
                    input.pregnancy = ago(days).map(PregnancyDate::Lmp);
                }
                2 => input.delivery = ago(rng.between(0, 44)),
                _ => {}
            }
        }
        if age.months <= 71 && rng.percent(60) {
            input.birth.weight_g = rng.percent(70).then(|| *rng.pick(&[1999, 2000, 2499, 2500, 3000, 4000, 4001]).unwrap_or(&3000));
            input.birth.gestation_weeks = rng.percent(70).then(|| rng.between(34, 41));
        }
    }

    /// Answers to the facts of some rules, and to others here and there.
    fn add_answers(&self, input: &mut Input, rng: &mut Rng) {
        let (often, seldom) = *rng.pick(&[(90, 70), (90, 20), (70, 5), (40, 2), (100, 95)]).unwrap_or(&(50, 50));
        let wanted: Vec<FactId> = (0..8).flat_map(|_| self.facts_of_a_rule(rng)).collect();
        let negative = *rng.pick(&[20, 50, 90]).unwrap_or(&50);
        for (fact, definition) in self.pack.dictionary().iter() {
            let likely = if wanted.contains(&fact) { often } else { seldom };
            let chance = match definition.is_setting() {
                true => 15,
                false if applies(self.pack, input, fact) => likely,
                false => likely / 20,
            };
            if rng.percent(chance) {
                let answer = self.answer(fact, definition, input.on, negative, rng);
                Question::Fact(fact).put(input, answer);
            }
        }
    }

    fn facts_of_a_rule(&self, rng: &mut Rng) -> Vec<FactId> {
        rng.pick(&self.rules).into_iter().flat_map(|rule| &self.limits.rule(rule).facts).copied().collect()
    }

    fn answer(&self, fact: FactId, definition: &FactDef, on: NaiveDate, negative: usize, rng: &mut Rng) -> Option<Answer> {
        if !definition.is_setting() && rng.percent(10) {
            return Some(Answer::Unknown);
        }
        if definition.kind == FactKind::Bool && rng.percent(negative) {
            return Some(Answer::Known(Value::Bool(false)));
        }
        self.known(fact, on, rng)
    }

    /// A random value near the limits of the rules that read a fact.
    pub fn known(&self, fact: FactId, on: NaiveDate, rng: &mut Rng) -> Option<Answer> {
        let numbers = self.limits.numbers_of(fact).collect();
        rng.pick(&Question::Fact(fact).candidates(self.pack, &numbers, on)).cloned()
    }

    fn add_history(&self, input: &mut Input, rng: &mut Rng) {
        let facts = self.historical(rng);
        self.add_visits(input, &facts, rng);
    }

    /// Earlier visits at which most of some facts were recorded.
    pub fn add_visits(&self, input: &mut Input, facts: &[FactId], rng: &mut Rng) {
        let mut days = Vec::new();
        for _ in 0..*rng.pick(&[0, 0, 1, 2, 3]).unwrap_or(&0) {
            let ago = *rng.pick(&[1, 20, 28, 31, 59, 62, 92, 93, 180, 366]).unwrap_or(&1) + rng.below(3) as u64;
            let Some(on) = input.on.checked_sub_days(Days::new(ago)).filter(|on| *on >= input.born.earliest()) else { continue };
            if days.contains(&on) {
                continue;
            }
            days.push(on);
            let mut recorded = Vec::new();
            for fact in facts.iter().copied().filter(|_| rng.percent(75)).collect::<Vec<_>>() {
                let answer = if rng.percent(8) { Some(Answer::Unknown) } else { self.near_today(fact, input, on, rng) };
                recorded.extend(answer.map(|answer| (fact, answer)));
            }
            input.history.push(EarlierVisit { on, facts: recorded });
        }
    }

    /// The facts of some rules that look at earlier visits.
    fn historical(&self, rng: &mut Rng) -> Vec<FactId> {
        let rules: Vec<_> = self.limits.rules().filter(|(_, reads)| reads.history).map(|(_, reads)| reads).collect();
        let mut facts: Vec<_> = (0..4).filter_map(|_| rng.pick(&rules)).flat_map(|reads| reads.facts.iter().copied()).collect();
        facts.retain(|fact| !self.pack.dictionary().get(*fact).is_setting());
        facts.sort_unstable();
        facts.dedup();
        facts
    }

    /// The value of today a little changed, so that comparisons with earlier visits come out either way.
    fn near_today(&self, fact: FactId, input: &Input, on: NaiveDate, rng: &mut Rng) -> Option<Answer> {
        let step = match &self.pack.dictionary().get(fact).kind {
            FactKind::Number { step, .. } => *step,
            _ => return self.known(fact, on, rng),
        };
        let Some(Answer::Known(Value::Number(today))) = Question::Fact(fact).answer(input) else { return self.known(fact, on, rng) };
        let size = rng.pick(&[1, 1, 10, 100]).copied().unwrap_or(1);
        let steps = Number::integer(size * rng.between(-8, 8));
        let moved = step.mul(steps).and_then(|by| today.add(by)).filter(|moved| *moved > Number::ZERO).unwrap_or(today);
        Some(Answer::Known(Value::Number(moved)))
    }

    fn add_doses(&self, input: &mut Input, rng: &mut Rng) {
        let services = self.pack.source().services.len();
        for _ in 0..*rng.pick(&[0, 0, 3, 10]).unwrap_or(&0) {
            let service = ServiceId(u16::try_from(rng.below(services)).unwrap_or(0));
            let on = input.on.checked_sub_days(Days::new(rng.below(800) as u64)).filter(|on| *on >= input.born.earliest());
            let there = input.doses.iter().any(|dose| dose.service == service && dose.on == on);
            if services > 0 && !there {
                input.doses.push(Dose { service, on });
            }
        }
    }

    /// Takes out what [`Subject::new`] refuses, so that few people are lost.
    fn repair(&self, input: &mut Input) {
        for _ in 0..20 {
            let Err(faults) = Subject::new(self.pack, &*input) else { return };
            for fault in faults {
                let name = fault.field.rsplit('.').next().unwrap_or_default();
                if let Some(fact) = self.pack.dictionary().find(name) {
                    input.facts.retain(|(known, _)| *known != fact);
                    input.history.iter_mut().for_each(|visit| visit.facts.retain(|(known, _)| *known != fact));
                }
            }
        }
    }
}

/// A birth date with an age at a limit of the window, a day beside it, or somewhere between.
fn birth(window: Window, on: NaiveDate, rng: &mut Rng) -> NaiveDate {
    let top = window.to.unwrap_or(match window.unit {
        AgeUnit::Days => 36_000,
        AgeUnit::Months => 1100,
        AgeUnit::Years => 95,
    });
    let age = match rng.below(4) {
        0 => i64::from(window.from),
        1 => i64::from(top) + 1,
        _ => rng.between(window.from.into(), top.into()),
    };
    let count = i32::try_from(age).unwrap_or(0);
    let born = match window.unit {
        AgeUnit::Days => on.checked_sub_days(Days::new(age.unsigned_abs())),
        AgeUnit::Months => add_months(on, -count),
        AgeUnit::Years => add_months(on, -12 * count),
    };
    let born = born.unwrap_or(on) + chrono::TimeDelta::days(rng.between(-1, 1));
    born.min(on)
}

/// The life stages of a person today, from the case format's words.
pub fn stages_of(input: &Input) -> StageSet {
    let age = Age::on(input.born.effective().min(input.on), input.on);
    let pregnant = input.pregnancy.is_some_and(|pregnancy| pregnancy.lmp() <= input.on);
    stages(age, pregnant, input.delivery.map(|delivery| days_between(delivery, input.on)))
}

/// Whether a fact applies to a person today ("Facts that are rightly not asked" of the case format).
pub fn applies(pack: &Pack, input: &Input, fact: FactId) -> bool {
    let definition = pack.dictionary().get(fact);
    let stages = stages_of(input);
    let asked = definition.asked_of.is_none_or(|of| of.intersects(stages)) && definition.sex.is_none_or(|sex| sex == input.sex);
    asked
        && definition.gates.iter().all(|gate| match recorded(pack, input, gate.fact) {
            Some(value) => is_met(&gate.test, &value),
            None => applies(pack, input, gate.fact),
        })
}

fn is_met(test: &GateTest, value: &Value) -> bool {
    match test {
        GateTest::Is(answer) => *value == Value::Bool(*answer),
        GateTest::In(values) => values.contains(value),
        GateTest::NotIn(values) => !values.contains(value),
    }
}

/// The value of a fact today; of a setting that is not recorded its default.
fn recorded(pack: &Pack, input: &Input, fact: FactId) -> Option<Value> {
    match Question::Fact(fact).answer(input) {
        Some(Answer::Known(value)) => Some(value),
        _ => pack.dictionary().get(fact).default.clone(),
    }
}

/// Whether a fact is open today: it applies, has no value, and can be asked.
pub fn is_open(pack: &Pack, input: &Input, question: Question) -> bool {
    match question {
        Question::Fact(fact) => recorded(pack, input, fact).is_none() && applies(pack, input, fact),
        birth => birth.answer(input).is_none(),
    }
}

/// The facts that are open today.
pub fn open_questions(pack: &Pack, input: &Input) -> Vec<Question> {
    let facts = pack.dictionary().iter().map(|(fact, _)| Question::Fact(fact));
    facts.filter(|question| is_open(pack, input, *question)).collect()
}
