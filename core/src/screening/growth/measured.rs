//! What is measured of a child, read from the facts of its visits.

use crate::fact::{Dictionary, FactId, Number};
use crate::growth::{Measure, Position};
use crate::pack::Pack;
use crate::pack::growth_facts::{OEDEMA, POSITION, fact_of};
use crate::pack::lang::program::{FactSlot, Operand};
use crate::screening::Subject;
use crate::screening::truth::Truth;

/// The facts of a pack that hold measures.
pub(super) struct MeasuredFacts<'p> {
    dictionary: &'p Dictionary,
    /// In the order of [`Measure::ALL`].
    measures: [Option<FactSlot>; Measure::ALL.len()],
    position: Option<FactSlot>,
    oedema: Option<FactSlot>,
}

impl<'p> MeasuredFacts<'p> {
    pub fn of(pack: &'p Pack) -> Self {
        let dictionary = pack.dictionary();
        let find = |name| dictionary.find(name).map(|fact| FactSlot(fact.0));
        Self { dictionary, measures: Measure::ALL.map(|measure| find(fact_of(measure))), position: find(POSITION), oedema: find(OEDEMA) }
    }

    /// A measure in kg or cm at a visit; 0 is today's, then the earlier ones, newest first.
    pub fn number(&self, measure: Measure, subject: &Subject, visit: usize) -> Option<Number> {
        let (_, fact) = Measure::ALL.into_iter().zip(self.measures).find(|(of, _)| *of == measure)?;
        match read(subject, visit, fact) {
            Operand::Number(number) => Some(number),
            _ => None,
        }
    }

    /// How length or height was measured.
    pub fn position(&self, subject: &Subject, visit: usize) -> Option<Position> {
        let Operand::Code(code) = read(subject, visit, self.position) else { return None };
        self.dictionary.code(code).parse().ok()
    }

    /// Whether there was oedema of both feet for certain.
    pub fn oedema(&self, subject: &Subject, visit: usize) -> bool {
        Truth::from_operand(read(subject, visit, self.oedema)) == Truth::Yes
    }
}

/// Whether a fact holds something that growth is made of.
pub(crate) fn is_measure(pack: &Pack, fact: FactId) -> bool {
    let id = &*pack.dictionary().get(fact).id;
    Measure::ALL.into_iter().any(|measure| fact_of(measure) == id)
}

fn read(subject: &Subject, visit: usize, fact: Option<FactSlot>) -> Operand {
    fact.map_or(Operand::Absent, |fact| subject.operand_at(visit, fact))
}
