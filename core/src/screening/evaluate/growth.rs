//! Growth: the z-scores that follow from the measures of a visit.

use super::{Evaluator, Truth};
use crate::fact::Number;
use crate::growth::{Child, ExactAge, Index, Length, Measure, Position, Weight, assess_index};
use crate::pack::lang::program::{GrowthParts, Kids, NodeId, Operand};

impl Evaluator<'_> {
    /// The z-score, or whether it is beyond what can be. Open while a measure is; it does not apply where there is no such index.
    #[inline(never)]
    pub(in crate::screening) fn growth(&mut self, index: Index, flagged: bool, parts: Kids, at: u16) -> Operand {
        let Some(parts) = self.program.growth_parts(parts) else { return Operand::Absent };
        // The tables are by day, which must be noted while the next change is sought.
        self.eval(parts.age, at);
        match assess_index(index, &self.child(index, parts, at)) {
            Ok(score) if flagged => Operand::Bool(score.flagged),
            Ok(score) => Number::decimal(score.z.hundredths().into(), 2).map_or(Operand::Absent, Operand::Number),
            Err(reason) if reason.is_open() && self.one_is_open(parts.measures, at) => Operand::Open,
            Err(_) => Operand::Absent,
        }
    }

    fn child(&mut self, index: Index, parts: GrowthParts<'_>, at: u16) -> Child {
        let visit = self.subject.visit(at);
        let mut child = Child {
            sex: Some(self.subject.sex()),
            age: visit.and_then(|visit| ExactAge::on(self.subject.input().born, visit.on)),
            position: self.position(parts.position, at),
            oedema: self.truth(parts.oedema, at) == Truth::Yes,
            ..Child::default()
        };
        for (measure, node) in index.measures().iter().zip(parts.measures) {
            let Operand::Number(number) = self.eval(*node, at) else { continue };
            match measure {
                Measure::Weight => child.weight = Weight::from_kg(number),
                Measure::Length => child.length = Length::from_cm(number),
                Measure::Head => child.head = Length::from_cm(number),
                Measure::Arm => child.arm = Length::from_cm(number),
            }
        }
        child
    }

    fn position(&mut self, node: NodeId, at: u16) -> Option<Position> {
        let Operand::Code(code) = self.eval(node, at) else { return None };
        self.pack.dictionary().code(code).parse().ok()
    }

    fn one_is_open(&mut self, measures: &[NodeId], at: u16) -> bool {
        measures.iter().any(|measure| self.eval(*measure, at) == Operand::Open)
    }
}
