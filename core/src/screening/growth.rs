//! The growth of a person on the day of a visit.

use super::input::Input;
use super::subject::Subject;
use super::truth::Truth;
use crate::fact::{Answer, FactId, Value};
use crate::growth::chart::{Growing, Measured};
use crate::growth::{Child, ExactAge, Growth, Measure, assess};
use crate::pack::Pack;
use crate::pack::growth_facts::{OEDEMA, POSITION, fact_of};
use crate::pack::lang::program::{FactSlot, Operand};

/// The six indices of a person's growth by the measures of the visit, each with its z-score or why there is none. The rules of the pack read
/// the same numbers. Of adults there is none.
///
/// Source: WHO Child Growth Standards (2006), WHO Growth Reference (2007), Permenkes 2/2020.
pub fn growth(pack: &Pack, subject: &Subject) -> Growth {
    let dictionary = pack.dictionary();
    let read = |fact| dictionary.find(fact).map_or(Operand::Absent, |fact| *subject.operand(FactSlot(fact.0)));
    let mut child = Child {
        sex: Some(subject.sex()),
        age: ExactAge::on(subject.input().born, subject.on()),
        position: if let Operand::Code(code) = read(POSITION) { dictionary.code(code).parse().ok() } else { None },
        oedema: Truth::from_operand(read(OEDEMA)) == Truth::Yes,
        ..Child::default()
    };
    for measure in Measure::ALL {
        if let Operand::Number(number) = read(fact_of(measure)) {
            child.put(measure, number);
        }
    }
    assess(&child)
}

/// A person and all that was measured at this visit and at earlier ones, for the growth chart of the day.
pub fn growing(pack: &Pack, input: &Input) -> Growing {
    let earlier = input.history.iter().map(|visit| (visit.on, &visit.facts));
    let visits = earlier.chain(std::iter::once((input.on, &input.facts)));
    let measured = visits.map(|(on, facts)| Measured { on, child: measures(pack, facts) }).collect();
    Growing { sex: Some(input.sex), born: Some(input.born), measured, on: input.on }
}

/// What was measured at a visit.
fn measures(pack: &Pack, facts: &[(FactId, Answer)]) -> Child {
    let dictionary = pack.dictionary();
    let value = |name| {
        let fact = dictionary.find(name)?;
        facts.iter().find(|(of, _)| *of == fact).and_then(|(_, answer)| answer.value())
    };
    let mut child = Child { oedema: value(OEDEMA) == Some(&Value::Bool(true)), ..Child::default() };
    if let Some(Value::Code(code)) = value(POSITION) {
        child.position = dictionary.code(*code).parse().ok();
    }
    for measure in Measure::ALL {
        if let Some(Value::Number(number)) = value(fact_of(measure)) {
            child.put(measure, *number);
        }
    }
    child
}
