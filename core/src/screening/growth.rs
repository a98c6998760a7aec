//! The growth of a person on the day of a visit.

use super::subject::Subject;
use crate::fact::FactId;
use crate::growth::{Child, ExactAge, Growth, Length, Position, Weight, assess};
use crate::pack::Pack;
use crate::pack::growth_facts::GrowthFacts;
use crate::pack::lang::program::{FactSlot, Operand};

/// The six indices of a person's growth by the measures of the visit, each with its z-score or why there is none. The rules of the pack read
/// the same numbers. Of adults there is none.
///
/// Source: WHO Child Growth Standards (2006), WHO Growth Reference (2007), Permenkes 2/2020.
pub fn growth(pack: &Pack, subject: &Subject) -> Growth {
    assess(&child(pack, subject))
}

fn child(pack: &Pack, subject: &Subject) -> Child {
    let facts = GrowthFacts::of(pack.dictionary());
    let read = |fact: Option<FactId>| fact.map_or(Operand::Absent, |fact| *subject.operand(FactSlot(fact.0)));
    let number = |fact| if let Operand::Number(number) = read(fact) { Some(number) } else { None };
    let length = |fact| number(fact).and_then(Length::from_cm);
    Child {
        sex: Some(subject.sex()),
        age: ExactAge::on(subject.input().born, subject.on()),
        weight: number(facts.weight).and_then(Weight::from_kg),
        length: length(facts.length),
        head: length(facts.head),
        arm: length(facts.arm),
        position: if let Operand::Code(code) = read(facts.position) { position(pack.dictionary().code(code)) } else { None },
        oedema: read(facts.oedema) == Operand::Bool(true),
    }
}

fn position(code: &str) -> Option<Position> {
    code.parse().ok()
}
