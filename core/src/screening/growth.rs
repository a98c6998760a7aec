//! The growth of a person on the day of a visit.

use super::subject::Subject;
use super::truth::Truth;
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
