//! Anybody at a visit, for tests of what holds for everybody.

use std::sync::OnceLock;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{Dose, EarlierVisit, Input};
use crate::fact::{Answer, FactDef, FactId, FactKind, Number, Raw};
use crate::pack::{Pack, ServiceId};
use crate::person::{BirthDate, Precision, PregnancyDate, Sex};

pub(super) fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::embedded().unwrap_or_else(|faults| panic!("{faults}")))
}

/// A person in bytes, so that proptest makes any of them smaller.
#[derive(Clone, Debug)]
pub(super) struct Somebody {
    female: bool,
    age_days: u64,
    precision: u8,
    pregnant_days: Option<u64>,
    delivered_days: Option<u64>,
    today: Vec<(u16, u8)>,
    earlier: Vec<(u64, Vec<(u16, u8)>)>,
    /// Services and how many days ago; a quarter of them without a date.
    doses: Vec<(u16, u64)>,
}

pub(super) fn somebody() -> impl Strategy<Value = Somebody> {
    let age = prop_oneof![0..800_u64, 0..30_000_u64, 4_000..18_000_u64];
    let facts = || prop::collection::vec(any::<(u16, u8)>(), 0..160);
    let pregnancy = (prop::option::of(0..300_u64), prop::option::weighted(0.3, 0..60_u64));
    let earlier = prop::collection::vec((1..400_u64, facts()), 0..3);
    let doses = prop::collection::vec((any::<u16>(), 0..900_u64), 0..30);
    (any::<bool>(), age, 0..4_u8, pregnancy, facts(), earlier, doses).prop_map(
        |(female, age_days, precision, (pregnant_days, delivered_days), today, earlier, doses)| Somebody {
            female,
            age_days,
            precision,
            pregnant_days,
            delivered_days,
            today,
            earlier,
            doses,
        },
    )
}

impl Somebody {
    pub(super) fn input(&self) -> Input {
        let on: NaiveDate = "2026-03-02".parse().unwrap();
        let ago = |days: u64| on.checked_sub_days(Days::new(days)).unwrap();
        let precision = [Precision::Day, Precision::Day, Precision::Month, Precision::Year][usize::from(self.precision)];
        let sex = if self.female { Sex::Female } else { Sex::Male };
        let mut input = Input::new(on, sex, BirthDate::new(ago(self.age_days), precision));
        if self.female && self.age_days > 4_000 {
            input.pregnancy = self.pregnant_days.map(|days| PregnancyDate::Lmp(ago(days)));
            input.delivery = self.delivered_days.filter(|_| self.pregnant_days.is_none()).map(ago);
        }
        input.facts = answers(on, &self.today);
        let visits = self.earlier.iter().filter(|(days, _)| *days < self.age_days);
        input.history = visits.map(|(days, facts)| EarlierVisit { on: ago(*days), facts: answers(ago(*days), facts) }).collect();
        input.history.dedup_by_key(|visit| visit.on);
        input.doses = self.doses.iter().filter_map(|(service, days)| self.dose(*service, *days, ago)).collect();
        input.doses.sort_by_key(|dose| (dose.service, dose.on));
        input.doses.dedup_by_key(|dose| (dose.service, dose.on));
        input
    }
}

impl Somebody {
    fn dose(&self, service: u16, days: u64, ago: impl Fn(u64) -> NaiveDate) -> Option<Dose> {
        let services = u16::try_from(pack().source().services.len()).unwrap();
        let on = (!days.is_multiple_of(4)).then(|| ago(days));
        (days <= self.age_days).then_some(Dose { service: ServiceId(service % services), on })
    }
}

/// Each fact once; a few facts that stand far apart are as good as any others.
fn answers(on: NaiveDate, facts: &[(u16, u8)]) -> Vec<(FactId, Answer)> {
    let dictionary = pack().dictionary();
    let mut answers: Vec<_> = facts
        .iter()
        .filter_map(|(fact, byte)| {
            let fact = FactId(fact % u16::try_from(dictionary.len()).unwrap());
            Some((fact, answer(on, fact, dictionary.get(fact), *byte)?))
        })
        .collect();
    answers.sort_by_key(|(fact, _)| *fact);
    answers.dedup_by_key(|(fact, _)| *fact);
    answers
}

fn answer(on: NaiveDate, fact: FactId, definition: &FactDef, byte: u8) -> Option<Answer> {
    let dictionary = pack().dictionary();
    let choice = |choices: &[crate::fact::Choice]| Some(dictionary.code(choices.get(usize::from(byte) % choices.len())?.code).to_owned());
    let read = |raw| dictionary.read(fact, raw).ok();
    match &definition.kind {
        FactKind::Bool => read(Raw::Bool(byte.is_multiple_of(3))),
        FactKind::Number { step, min, max, .. } => {
            let (min, max) = (min.unwrap_or(Number::ZERO), max.unwrap_or(Number::integer(100)));
            let part = max.sub(min)?.mul(Number::integer(byte.into()))?.div(Number::integer(255))?;
            let number = min.add(part)?.round_half_up(*step)?;
            read(Raw::Decimal(&number.to_fixed(step.decimals()))).or_else(|| read(Raw::Integer(number.to_integer()?)))
        }
        FactKind::Choice(choices) => read(Raw::Text(&choice(choices)?)),
        FactKind::Choices(choices) => read(Raw::List(vec![&choice(choices)?])),
        FactKind::Date { .. } => read(Raw::Date(on.checked_sub_days(Days::new(u64::from(byte) * 2))?)),
        FactKind::Text { .. } => None,
    }
}
