//! Invented people with services, made step by step.

use std::sync::OnceLock;

use chrono::{Days, NaiveDate};
use siklus_core::fact::{Answer, Raw};
use siklus_core::pack::{Pack, ServiceId};
use siklus_core::person::{BirthDate, Precision, PregnancyDate, Sex};
use siklus_core::schedule::Status;
use siklus_core::screening::{Dose, Due, Input, Subject, due};

pub fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::embedded().unwrap_or_else(|faults| panic!("{faults}")))
}

pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

pub fn service(code: &str) -> ServiceId {
    pack().find_service(code).unwrap_or_else(|| panic!("a service {code}"))
}

pub fn code(service: ServiceId) -> &'static str {
    &pack().source().services[usize::from(service.0)].id.value
}

/// A person of whom everything else is made.
#[derive(Clone)]
pub struct Somebody(pub Input);

impl std::fmt::Debug for Somebody {
    /// The days of an invented child, for a law that fails.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let doses: Vec<_> = self.0.doses.iter().map(|dose| (code(dose.service), dose.on.map(|on| on.to_string()))).collect();
        write!(f, "born {}, on {}, {} facts, {doses:?}", self.0.born.effective(), self.0.on, self.0.facts.len())
    }
}

impl Somebody {
    pub fn girl(born: &str) -> Self {
        Self::new(Sex::Female, born)
    }

    pub fn boy(born: &str) -> Self {
        Self::new(Sex::Male, born)
    }

    fn new(sex: Sex, born: &str) -> Self {
        Self(Input::new(day(born), sex, BirthDate::new(day(born), Precision::Day)))
    }

    pub fn on(mut self, iso: &str) -> Self {
        self.0.on = day(iso);
        self
    }

    pub fn after_days(mut self, days: u64) -> Self {
        self.0.on = self.0.born.effective() + Days::new(days);
        self
    }

    pub fn dose(mut self, code: &str, iso: &str) -> Self {
        self.0.doses.push(Dose { service: service(code), on: Some(day(iso)) });
        self
    }

    pub fn undated(mut self, code: &str) -> Self {
        self.0.doses.push(Dose { service: service(code), on: None });
        self
    }

    pub fn pregnant_since(mut self, lmp: &str) -> Self {
        self.0.pregnancy = Some(PregnancyDate::Lmp(day(lmp)));
        self
    }

    pub fn delivered(mut self, iso: &str) -> Self {
        self.0.delivery = Some(day(iso));
        self
    }

    pub fn says(mut self, fact: &str, raw: Raw<'_>) -> Self {
        let dictionary = pack().dictionary();
        let id = dictionary.find(fact).unwrap_or_else(|| panic!("a fact {fact}"));
        let answer: Answer = dictionary.read(id, raw).unwrap_or_else(|fault| panic!("{fact}: {fault:?}"));
        self.0.facts.push((id, answer));
        self
    }

    pub fn subject(&self) -> Subject<'_> {
        Subject::new(pack(), &self.0).unwrap_or_else(|faults| panic!("{faults:?}"))
    }

    pub fn line(&self, code: &str) -> Option<Due> {
        due(pack(), &self.subject()).into_iter().find(|due| due.service == service(code))
    }

    /// The status in a word; one that is not listed does not apply.
    pub fn status(&self, code: &str) -> &'static str {
        self.line(code).map_or(Status::NotApplicable, |due| due.status).as_str()
    }

    /// The earliest day.
    pub fn from(&self, code: &str) -> String {
        self.line(code).and_then(|due| due.from).map_or_else(|| "none".to_owned(), |day| day.to_string())
    }

    /// The last day.
    pub fn until(&self, code: &str) -> String {
        self.line(code).and_then(|due| due.until).map_or_else(|| "none".to_owned(), |day| day.to_string())
    }
}
