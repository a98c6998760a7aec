//! The rules that what is known about a person must meet.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::fault::{InputFault, InputRule};
use super::input::Input;
use crate::fact::{Answer, FactId, FactKind, Value};
use crate::pack::lang::program::FactSlot;
use crate::pack::{FactSet, Pack};
use crate::person::{BirthDate, Precision, PregnancyDate, Sex, add_months};

/// Nobody is older, in years.
const OLDEST: i32 = 130;
const BIRTH_WEIGHT_G: std::ops::RangeInclusive<i64> = 300..=7_000;
const BIRTH_GESTATION_WEEKS: std::ops::RangeInclusive<i64> = 20..=45;

/// Every rule that what is known about a person must meet.
pub(crate) fn faults_of_person(pack: &Pack, input: &Input) -> Vec<InputFault> {
    let mut check = Check { pack, input, faults: Vec::new() };
    check.birth();
    check.pregnancy();
    check.delivery();
    check.visit(&|| "facts".to_owned(), input.on, &input.facts);
    check.history();
    check.doses();
    check.faults
}

/// The rules that the facts of one visit must meet by themselves, whoever or whatever they are of.
pub(crate) fn faults_of_visit(pack: &Pack, on: NaiveDate, facts: &[(FactId, Answer)]) -> Vec<InputFault> {
    let nobody = Input::new(on, Sex::Female, BirthDate::new(on, Precision::Day));
    let mut check = Check { pack, input: &nobody, faults: Vec::new() };
    check.visit(&|| "facts".to_owned(), on, facts);
    check.faults
}

struct Check<'i> {
    pack: &'i Pack,
    input: &'i Input,
    faults: Vec<InputFault>,
}

impl Check<'_> {
    fn refuse(&mut self, wrong: bool, field: &str, rule: InputRule) {
        self.refuse_in(wrong, || field.to_owned(), rule);
    }

    /// The same for a field whose name is put together only when there is a fault.
    #[inline]
    fn refuse_in(&mut self, wrong: bool, field: impl FnOnce() -> String, rule: InputRule) {
        if wrong {
            self.faults.push(InputFault { field: field(), rule });
        }
    }

    fn birth(&mut self) {
        let (born, on) = (self.input.born.earliest(), self.input.on);
        self.refuse(born > on, "person.born", InputRule::BornAfterVisit);
        let oldest = add_months(on, -12 * OLDEST);
        let latest = self.input.born.effective().max(born);
        self.refuse(oldest.is_some_and(|oldest| latest < oldest), "person.born", InputRule::BornTooLongAgo);
        let birth = self.input.birth;
        self.refuse(birth.weight_g.is_some_and(|g| !BIRTH_WEIGHT_G.contains(&g)), "birth.weight_g", InputRule::BirthWeight);
        let gestation = birth.gestation_weeks.is_some_and(|weeks| !BIRTH_GESTATION_WEEKS.contains(&weeks));
        self.refuse(gestation, "birth.gestation_weeks", InputRule::BirthGestation);
    }

    fn pregnancy(&mut self) {
        let Some(pregnancy) = self.input.pregnancy else { return };
        self.refuse(self.input.sex == Sex::Male, "pregnancy", InputRule::OfAMan);
        let field = match pregnancy {
            PregnancyDate::Lmp(_) => "pregnancy.lmp",
            PregnancyDate::Edd(_) => "pregnancy.edd",
        };
        self.refuse(pregnancy.lmp() > self.input.on, field, InputRule::PregnancyAfterVisit);
        let delivered = self.input.delivery.is_some_and(|delivery| delivery >= pregnancy.lmp());
        self.refuse(delivered, "delivery.on", InputRule::DeliveryInPregnancy);
    }

    fn delivery(&mut self) {
        let Some(delivery) = self.input.delivery else { return };
        self.refuse(self.input.sex == Sex::Male, "delivery", InputRule::OfAMan);
        self.refuse(delivery > self.input.on, "delivery.on", InputRule::AfterVisit);
    }

    fn history(&mut self) {
        let mut days = HashSet::new();
        for (index, visit) in self.input.history.iter().enumerate() {
            let field = || format!("history[{index}].on");
            self.in_life(field, visit.on);
            let again = visit.on == self.input.on || !days.insert(visit.on);
            self.refuse_in(again, field, InputRule::VisitTwice);
            self.visit(&|| format!("history[{index}].facts"), visit.on, &visit.facts);
        }
    }

    fn doses(&mut self) {
        let mut seen = HashSet::new();
        for (index, dose) in self.input.doses.iter().enumerate() {
            let Some(on) = dose.on else { continue };
            let field = || format!("doses[{index}].on");
            self.in_life(field, on);
            self.refuse_in(!seen.insert((dose.service, on)), field, InputRule::DoseTwice);
        }
    }

    fn in_life(&mut self, field: impl Fn() -> String, on: NaiveDate) {
        self.refuse_in(on > self.input.on, &field, InputRule::AfterVisit);
        self.refuse_in(on < self.input.born.earliest(), field, InputRule::BeforeBirth);
    }

    fn visit(&mut self, at: &dyn Fn() -> String, on: NaiveDate, facts: &[(FactId, Answer)]) {
        let mut seen = FactSet::EMPTY;
        for (fact, answer) in facts {
            let definition = self.pack.dictionary().get(*fact);
            let field = || format!("{}.{}", at(), definition.id);
            if usize::from(fact.0) >= self.pack.dictionary().len() {
                self.refuse_in(true, field, InputRule::WrongKind);
                continue;
            }
            self.refuse_in(!seen.insert_new(FactSlot(fact.0)), field, InputRule::FactTwice);
            let Answer::Known(value) = answer else {
                self.refuse_in(definition.is_setting(), field, InputRule::WrongKind);
                continue;
            };
            self.refuse_in(!fits(&definition.kind, value), field, InputRule::WrongKind);
            if let (FactKind::Date { future: false }, Value::Date(date)) = (&definition.kind, value) {
                self.refuse_in(*date > on, field, InputRule::AfterVisit);
            }
        }
        self.pressures(at, &seen, facts);
    }

    fn pressures(&mut self, at: &dyn Fn() -> String, seen: &FactSet, facts: &[(FactId, Answer)]) {
        let number = |wanted: FactId| match facts.iter().find(|(fact, _)| *fact == wanted) {
            Some((_, Answer::Known(Value::Number(number)))) => Some(*number),
            _ => None,
        };
        let is_there = |fact: FactId| seen.contains(FactSlot(fact.0));
        for (systolic, diastolic) in self.pack.pressures.iter().filter(|(high, low)| is_there(*high) && is_there(*low)) {
            let wrong = number(*systolic).zip(number(*diastolic)).is_some_and(|(high, low)| high <= low);
            let field = || format!("{}.{}", at(), self.pack.dictionary().get(*systolic).id);
            self.refuse_in(wrong, field, InputRule::PressureOrder);
        }
    }
}

fn fits(kind: &FactKind, value: &Value) -> bool {
    match (kind, value) {
        (FactKind::Bool, Value::Bool(_))
        | (FactKind::Choices(_), Value::Codes(_))
        | (FactKind::Date { .. }, Value::Date(_))
        | (FactKind::Text { .. }, Value::Text(_)) => true,
        (FactKind::Number { integer, .. }, Value::Number(number)) => !integer || number.is_integer(),
        (FactKind::Choice(choices), Value::Code(code)) => choices.iter().any(|choice| choice.code == *code),
        _ => false,
    }
}
