//! Which rules find something that is not for the eyes of others.

use super::lang::program::{FactSlot, Node};
use super::lang::walk::Walk;
use super::{FactRef, Pack, RuleId};

impl Pack {
    /// Whether a fact is asked in a section that is for the ears of the person alone, in whichever form.
    pub fn is_private(&self, fact: FactRef) -> bool {
        self.orders.private().contains(FactSlot(fact.0))
    }

    /// Whether what a rule finds is not for the eyes of others: the pack says so, or it may tell something that was said alone, since the rule
    /// reads a private fact, by itself or through others.
    pub fn finds_private(&self, rule: RuleId) -> bool {
        if self.rule(rule).is_some_and(|rule| rule.private) {
            return true;
        }
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
        let is_private = |id: &str| pack.finds_private(pack.find_rule(id).unwrap());
        assert!(!is_private("pregnancy.headache_severe") && !is_private("pregnancy.muac_low"));
        let scores: Vec<_> = pack.rules().filter(|(rule, _)| pack.finds_private(*rule)).map(|(_, rule)| &*rule.id.value).collect();
        assert!(scores.len() > 10 && scores.iter().any(|id| id.contains("suicid")), "{scores:?}");
        assert!(pack.is_private(FactRef::of(pack.dictionary().find("suicide_thoughts").unwrap())));
    }

    /// Tuberculosis, HIV, severe mental illness, and pregnancy of girls (threat table of the personal-data profile).
    #[test]
    fn what_brands_a_person_is_private() {
        let pack = Pack::embedded().unwrap();
        assert!(pack.finds_private(pack.find_rule("pregnancy.too_young").unwrap()));
        assert!(!pack.finds_private(pack.find_rule("pregnancy.too_old").unwrap()));
        for (rule, source) in pack.rules() {
            let title = source.title.exactly("id").unwrap();
            let brands = ["TBC", "ODGJ", "Dipasung"].iter().any(|word| title.contains(word));
            assert!(!brands || pack.finds_private(rule), "{}", source.id.value);
        }
    }
}
