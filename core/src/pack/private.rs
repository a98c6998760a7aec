//! Which rules rest on what is asked alone with a person.

use super::lang::program::{FactSlot, Node};
use super::lang::walk::Walk;
use super::{FactRef, Pack, RuleId};

impl Pack {
    /// Whether a fact is asked in a section that is for the ears of the person alone, in whichever form.
    pub fn is_private(&self, fact: FactRef) -> bool {
        self.orders.private().contains(FactSlot(fact.0))
    }

    /// Whether what a rule finds may tell something that was said alone: the rule reads a private fact, by itself or through others.
    pub fn rests_on_private(&self, rule: RuleId) -> bool {
        let mut rests = false;
        let mut show = |node| rests |= matches!(node, Node::Fact(slot) if self.orders.private().contains(slot));
        Walk::new(&self.program).def(self.def_of(rule), &mut show);
        rests
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rests_on_private_answers_is_private() {
        let pack = Pack::embedded().unwrap();
        let rests = |id: &str| pack.rests_on_private(pack.find_rule(id).unwrap());
        assert!(!rests("pregnancy.headache_severe") && !rests("pregnancy.muac_low"));
        let scores: Vec<_> = pack.rules().filter(|(rule, _)| pack.rests_on_private(*rule)).map(|(_, rule)| &*rule.id.value).collect();
        assert!(scores.len() > 10 && scores.iter().any(|id| id.contains("suicid")), "{scores:?}");
        assert!(pack.is_private(FactRef::of(pack.dictionary().find("suicide_thoughts").unwrap())));
    }
}
