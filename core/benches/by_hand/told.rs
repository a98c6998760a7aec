//! Reads what was told at a visit into the plain fields of the rules that are written by hand.

use chrono::NaiveDate;
use siklus_core::fact::{Answer as Given, CodeSet, FactDef, FactId, Number, Value};
use siklus_core::growth::{Child, ExactAge};
use siklus_core::pack::Pack;
use siklus_core::person::{Age, Sex, StageSet};
use siklus_core::screening::{Input, Subject, growing};

use super::answer::Answer;

/// One visit.
pub struct Told<'p> {
    pack: &'p Pack,
    pub input: &'p Input,
    stages: StageSet,
    pub age: Age,
    pub gestation_days: Option<i32>,
}

impl<'p> Told<'p> {
    pub fn new(pack: &'p Pack, input: &'p Input) -> Self {
        let subject = Subject::new(pack, input).expect("an input of the benchmark");
        Self { pack, input, stages: subject.stages(), age: subject.age(), gestation_days: subject.gestation_days() }
    }

    pub fn yes_no(&self, name: &str) -> Answer<bool> {
        self.read(name, |value| if let Value::Bool(answer) = value { Some(*answer) } else { None })
    }

    pub fn number(&self, name: &str) -> Answer<Number> {
        self.read(name, number)
    }

    /// What was chosen of a list.
    pub fn codes(&self, name: &str) -> Answer<CodeSet> {
        self.read(name, |value| if let Value::Codes(codes) = value { Some(*codes) } else { None })
    }

    /// The place of a code in a list.
    pub fn place(&self, name: &str, code: &str) -> usize {
        let choices = self.pack.dictionary().get(self.fact(name)).kind.choices();
        choices.iter().position(|choice| self.pack.dictionary().code(choice.code) == code).expect(code)
    }

    /// How many of a list were chosen.
    pub fn chosen(&self, name: &str) -> Answer<usize> {
        self.read(name, |value| if let Value::Codes(codes) = value { Some(codes.len()) } else { None })
    }

    /// A code; one that no rule names reads as the empty text.
    pub fn code(&self, name: &str, named: &[&'static str]) -> Answer<&'static str> {
        self.read(name, |value| {
            let Value::Code(code) = value else { return None };
            let code = self.pack.dictionary().code(*code);
            Some(named.iter().find(|named| **named == code).copied().unwrap_or_default())
        })
    }

    /// Whether the answer was that the family does not know.
    pub fn is_unknown(&self, name: &str) -> bool {
        self.given(self.fact(name)) == Some(&Given::Unknown)
    }

    /// A number at the earlier visits, newest first.
    pub fn earlier(&self, name: &str) -> Vec<(NaiveDate, Number)> {
        let fact = self.fact(name);
        let at = |facts: &[(FactId, Given)]| facts.iter().find(|(id, _)| *id == fact).and_then(|(_, given)| number(given.value()?));
        let mut found: Vec<_> = self.input.history.iter().filter_map(|visit| Some((visit.on, at(&visit.facts)?))).collect();
        found.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
        found
    }

    /// The days of the earlier visits that answer a question with "yes".
    pub fn days_of_yes(&self, name: &str) -> Vec<NaiveDate> {
        let yes = (self.fact(name), Given::Known(Value::Bool(true)));
        self.input.history.iter().filter(|visit| visit.facts.contains(&yes)).map(|visit| visit.on).collect()
    }

    /// What growth is made of.
    pub fn measured(&self) -> Child {
        let measured = growing(self.pack, self.input).measured.pop().expect("the visit").child;
        Child { sex: Some(self.input.sex), age: ExactAge::on(self.input.born, self.input.on), ..measured }
    }

    /// Whether a medicine was missed at the earlier visits that tell it, newest first.
    pub fn missed_before(&self, at_home: &str, taken: &str) -> Vec<bool> {
        let (at_home, taken) = (self.fact(at_home), self.fact(taken));
        let answer = |facts: &[(FactId, Given)], fact| match facts.iter().find(|(id, _)| *id == fact)?.1.value()? {
            Value::Bool(answer) => Some(*answer),
            _ => None,
        };
        let mut visits: Vec<_> = self.input.history.iter().collect();
        visits.sort_by_key(|visit| std::cmp::Reverse(visit.on));
        let missed = visits.iter().filter_map(|visit| match answer(&visit.facts, at_home)? {
            true => answer(&visit.facts, taken).map(|taken| !taken),
            false => Some(false),
        });
        missed.collect()
    }

    pub fn is_male(&self) -> bool {
        self.input.sex == Sex::Male
    }

    fn read<T>(&self, name: &str, read: impl Fn(&Value) -> Option<T>) -> Answer<T> {
        match self.state(self.fact(name)) {
            Answer::Known(value) => Answer::Known(read(value).expect(name)),
            Answer::Open => Answer::Open,
            Answer::NotApplicable => Answer::NotApplicable,
        }
    }

    fn fact(&self, name: &str) -> FactId {
        self.pack.dictionary().find(name).expect(name)
    }

    fn given(&self, fact: FactId) -> Option<&Given> {
        self.input.facts.iter().find(|(id, _)| *id == fact).map(|(_, given)| given)
    }

    fn state(&self, fact: FactId) -> Answer<&Value> {
        match self.given(fact) {
            Some(Given::Known(value)) => Answer::Known(value),
            Some(Given::Unknown) => Answer::Open,
            None if self.applies(self.pack.dictionary().get(fact)) => Answer::Open,
            None => Answer::NotApplicable,
        }
    }

    fn applies(&self, fact: &FactDef) -> bool {
        fact.sex.is_none_or(|sex| sex == self.input.sex)
            && fact.asked_of.is_none_or(|stages| stages.intersects(self.stages))
            && fact.gates.iter().all(|gate| match self.state(gate.fact) {
                Answer::Known(value) => gate.test.is_met_by(value),
                Answer::Open => true,
                Answer::NotApplicable => false,
            })
    }
}

fn number(value: &Value) -> Option<Number> {
    if let Value::Number(number) = value { Some(*number) } else { None }
}
