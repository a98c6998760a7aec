//! Judges what of a condition shows at a glance.

use super::evaluate::compare;
use super::subject::Subject;
use super::truth::Truth;
use crate::pack::Glance;

impl Subject {
    /// How a condition comes out today by the facts that show at a glance; none when it takes more than these.
    #[inline]
    pub(super) fn at_a_glance(&self, glance: &Glance) -> Option<Truth> {
        match glance {
            Glance::All(parts) => self.through(parts, Truth::No),
            Glance::Any(parts) => self.through(parts, Truth::Yes),
            single => self.at_one(single),
        }
    }

    /// Always in its place: it is a few instructions, and is asked for nearly every rule.
    #[inline(always)]
    fn at_one(&self, glance: &Glance) -> Option<Truth> {
        match glance {
            Glance::Answer(slot, true) => Some(self.answer(*slot)),
            Glance::Answer(slot, false) => Some(self.answer(*slot).negated()),
            Glance::Compare(op, slot, limit) => Some(compare(*op, self.operand(*slot), limit)),
            Glance::All(_) | Glance::Any(_) | Glance::Deeper => None,
        }
    }

    /// One part that comes out as `settling` settles the whole, whatever the others are. One that is open goes before one that does not
    /// show: it will hardly be decided then.
    #[inline(never)]
    fn through(&self, parts: &[Glance], settling: Truth) -> Option<Truth> {
        let mut whole = Some(settling.negated());
        for part in parts {
            let shown = match part {
                Glance::All(parts) => self.through(parts, Truth::No),
                Glance::Any(parts) => self.through(parts, Truth::Yes),
                single => self.at_one(single),
            };
            if shown == Some(settling) {
                return shown;
            }
            if shown == Some(Truth::Open) || shown.is_none() && whole != Some(Truth::Open) {
                whole = shown;
            }
        }
        whole
    }
}
