//! Judges what of a condition shows at a glance.

use super::evaluate::compare;
use super::scratch::Scratch;
use super::subject::Subject;
use super::truth::Truth;
use crate::pack::lang::program::{FactSlot, Operand};
use crate::pack::{Glance, ReadingGlance, Wanted};

impl Subject<'_> {
    /// How a condition comes out today by the facts that show at a glance; none when it takes more than these. Always in its place, to the
    /// parts of a whole: that is a few instructions for each of them, and it is asked for every rule.
    #[inline(always)]
    pub(super) fn at_a_glance(&self, glance: &Glance, scratch: &Scratch) -> Option<Truth> {
        match glance {
            Glance::All(parts) => self.through(parts, Truth::No, scratch),
            Glance::Any(parts) => self.through(parts, Truth::Yes, scratch),
            part => self.of_a_part(part, scratch),
        }
    }

    /// One part that comes out as `settling` settles the whole, whatever the others are. One that is open goes before one that does not
    /// show: it will hardly be decided then.
    #[inline(always)]
    fn through(&self, parts: &[Glance], settling: Truth, scratch: &Scratch) -> Option<Truth> {
        let mut whole = Some(settling.negated());
        for part in parts {
            let shown = self.of_a_part(part, scratch);
            if shown == Some(settling) {
                return shown;
            }
            if shown == Some(Truth::Open) || shown.is_none() && whole != Some(Truth::Open) {
                whole = shown;
            }
        }
        whole
    }

    #[inline(always)]
    fn of_a_part(&self, part: &Glance, scratch: &Scratch) -> Option<Truth> {
        match part {
            Glance::Answer(wanted) => Some(self.given(*wanted)),
            Glance::OneOf(answers) => Some(self.through_answers(answers, Truth::Yes)),
            Glance::EachOf(answers) => Some(self.through_answers(answers, Truth::No)),
            Glance::Choice(slot, codes) => Some(match self.operand(*slot) {
                Operand::Code(code) => Truth::of(codes.contains(code)),
                Operand::Open => Truth::Open,
                _ => Truth::No,
            }),
            Glance::Compare(op, slot, limit) => Some(compare(*op, self.operand(*slot), limit)),
            Glance::Computed(op, def, limit) => scratch.value(def.index()).map(|value| compare(*op, value, limit)),
            Glance::Readings(readings) => self.reads_none(readings, scratch).then_some(Truth::No),
            Glance::All(parts) => self.deeper_through(parts, Truth::No, scratch),
            Glance::Any(parts) => self.deeper_through(parts, Truth::Yes, scratch),
            Glance::Not(of) => self.other_than(of, scratch),
            Glance::Deeper => None,
        }
    }

    /// Whether a question has the answer that is looked for.
    #[inline(always)]
    fn given(&self, Wanted { fact, answer }: Wanted) -> Truth {
        if answer { self.answer(fact) } else { self.answer(fact).negated() }
    }

    /// The same as [`Self::through`] for answers alone.
    #[inline(always)]
    fn through_answers(&self, answers: &[Wanted], settling: Truth) -> Truth {
        let mut whole = settling.negated();
        for wanted in answers {
            match self.given(*wanted) {
                given if given == settling => return settling,
                Truth::Open => whole = Truth::Open,
                _ => {}
            }
        }
        whole
    }

    /// The same for a part that is a whole itself.
    #[inline(never)]
    fn deeper_through(&self, parts: &[Glance], settling: Truth, scratch: &Scratch) -> Option<Truth> {
        self.through(parts, settling, scratch)
    }

    /// The other way round.
    #[inline(never)]
    fn other_than(&self, glance: &Glance, scratch: &Scratch) -> Option<Truth> {
        self.of_a_part(glance, scratch).map(Truth::negated)
    }

    /// Whether surely no reading is such. One that could still be there counts only where there is no other.
    #[inline(never)]
    fn reads_none(&self, readings: &[ReadingGlance], scratch: &Scratch) -> bool {
        let (mut one_is_there, mut one_could_be) = (false, false);
        for ReadingGlance { facts, condition } in readings {
            match self.are_there(facts) {
                Truth::Yes if self.of_a_part(condition, scratch) != Some(Truth::No) => return false,
                Truth::Yes => one_is_there = true,
                Truth::Open => one_could_be = true,
                Truth::No => {}
            }
        }
        one_is_there || !one_could_be
    }

    fn are_there(&self, facts: &[FactSlot]) -> Truth {
        let mut all = Truth::Yes;
        for fact in facts {
            match self.is_there(*fact) {
                Truth::No => return Truth::No,
                Truth::Open => all = Truth::Open,
                Truth::Yes => {}
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::evaluate::{Concern, Evaluator, TODAY};
    use crate::screening::somebody::{pack, somebody};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_shows_at_a_glance_is_how_the_rule_comes_out(somebody in somebody()) {
            let subject = Subject::new(pack(), somebody.input());
            prop_assume!(subject.is_ok());
            let (subject, mut scratch) = (subject.unwrap(), Scratch::new());
            let mut evaluator = Evaluator::new(pack(), &subject, &mut scratch);
            for entry in pack().rules_in_time(|_| true) {
                if evaluator.concern(entry.def, TODAY) == Concern::Applies {
                    let evaluated = Truth::from_operand(evaluator.value_of_rule(entry.def));
                    let shown = subject.at_a_glance(&entry.glance, evaluator.scratch).filter(|shown| *shown != Truth::Open);
                    prop_assert_eq!(shown.unwrap_or(evaluated), evaluated, "{:?}", entry.rule);
                }
            }
        }
    }
}
