//! Reads what the app gives with the names of a pack. All faults are found, each with its field.

use siklus_core::fact::{Answer, FactId};
use siklus_core::pack::Pack;
use siklus_core::person::{BirthDate, PregnancyDate};
use siklus_core::screening::{BirthData, Dose, EarlierVisit, Input, Subject};

use crate::answer::RecordedFact;
use crate::case::{CaseRequest, DoseRequest, EarlierVisitRequest, PregnancyRequest};
use crate::error::{InvalidField, InvalidRule, SiklusError};

/// The person of a request, checked.
pub(crate) fn subject(pack: &Pack, case: &CaseRequest, language: &str) -> Result<Subject<'static>, SiklusError> {
    let mut reader = Reader { pack, language, faults: Vec::new() };
    let input = reader.input(case);
    if !reader.faults.is_empty() {
        return Err(SiklusError::InvalidInput { fields: reader.faults });
    }
    Ok(Subject::new(pack, input)?)
}

struct Reader<'p> {
    pack: &'p Pack,
    language: &'p str,
    faults: Vec<InvalidField>,
}

impl Reader<'_> {
    fn input(&mut self, case: &CaseRequest) -> Input {
        Input {
            on: case.on,
            sex: case.sex,
            born: BirthDate::new(case.born.date, case.born.precision),
            pregnancy: case.pregnancy.as_ref().map(pregnancy),
            delivery: case.delivered_on,
            birth: BirthData { weight_g: case.birth.weight_g, gestation_weeks: case.birth.gestation_weeks },
            facts: self.facts("facts", &case.facts),
            history: case.history.iter().enumerate().map(|(place, visit)| self.earlier(place, visit)).collect(),
            doses: case.doses.iter().enumerate().filter_map(|(place, dose)| self.dose(place, dose)).collect(),
        }
    }

    fn facts(&mut self, at: &str, facts: &[RecordedFact]) -> Vec<(FactId, Answer)> {
        facts.iter().filter_map(|recorded| self.fact(at, recorded)).collect()
    }

    fn fact(&mut self, at: &str, recorded: &RecordedFact) -> Option<(FactId, Answer)> {
        let dictionary = self.pack.dictionary();
        let field = || format!("{at}.{}", recorded.fact);
        let Some(fact) = dictionary.find(&recorded.fact) else {
            self.refuse(field(), InvalidRule::NoSuchFact, "the id of a fact of the pack".to_owned());
            return None;
        };
        match dictionary.read(fact, recorded.answer.raw()) {
            Ok(answer) => Some((fact, answer)),
            Err(error) => {
                self.refuse(field(), InvalidRule::from(&error), error.message(self.language));
                None
            }
        }
    }

    fn earlier(&mut self, place: usize, visit: &EarlierVisitRequest) -> EarlierVisit {
        EarlierVisit { on: visit.on, facts: self.facts(&format!("history[{place}].facts"), &visit.facts) }
    }

    fn dose(&mut self, place: usize, dose: &DoseRequest) -> Option<Dose> {
        let service = self.pack.find_service(&dose.service);
        if service.is_none() {
            self.refuse(format!("doses[{place}].service"), InvalidRule::NoSuchService, "the code of a service of the pack".to_owned());
        }
        service.map(|service| Dose { service, on: dose.on })
    }

    fn refuse(&mut self, field: String, rule: InvalidRule, accepted: String) {
        self.faults.push(InvalidField { field, rule, accepted });
    }
}

fn pregnancy(pregnancy: &PregnancyRequest) -> PregnancyDate {
    match pregnancy {
        PregnancyRequest::Lmp { on } => PregnancyDate::Lmp(*on),
        PregnancyRequest::Edd { on } => PregnancyDate::Edd(*on),
    }
}
