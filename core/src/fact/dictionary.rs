//! All facts of a pack.

use std::sync::LazyLock;

use super::{CodeSet, DictionaryError, FactDef, FactId, FactKind, Symbol, Symbols, nearest};

/// The definitions of all facts, in the order of their ids, and the codes of their answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dictionary {
    facts: Vec<FactDef>,
    symbols: Symbols,
}

/// What an id of another dictionary reads as: a text fact without a name.
static NO_FACT: LazyLock<FactDef> = LazyLock::new(|| FactDef::new("", FactKind::Text { pattern: None }));

impl Dictionary {
    /// A dictionary of these facts, which stand in the order of their ids: the gates of the n-th one name the others by that place, and
    /// all name their codes by `symbols`.
    pub fn new(facts: Vec<FactDef>, symbols: Symbols) -> Result<Self, DictionaryError> {
        if facts.len() > usize::from(u16::MAX) {
            return Err(DictionaryError::TooManyFacts);
        }
        let dictionary = Self { facts, symbols };
        dictionary.check_order()?;
        dictionary.facts.iter().try_for_each(|fact| dictionary.check_fact(fact))?;
        Ok(dictionary)
    }

    /// The fact of this name.
    pub fn find(&self, id: &str) -> Option<FactId> {
        let place = self.facts.binary_search_by(|fact| fact.id.as_ref().cmp(id)).ok()?;
        u16::try_from(place).ok().map(FactId)
    }

    /// The definition of a fact. An id of another dictionary may give another fact, or one without a name.
    pub fn get(&self, fact: FactId) -> &FactDef {
        self.facts.get(usize::from(fact.0)).unwrap_or_else(|| &NO_FACT)
    }

    /// How many facts there are.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether there is no fact.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// All facts, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, &FactDef)> {
        (0..).map(FactId).zip(&self.facts)
    }

    /// The fact whose name differs least from a name that is none; see [`nearest`].
    pub fn nearest(&self, name: &str) -> Option<&str> {
        nearest(name, self.facts.iter().map(|fact| fact.id.as_ref()))
    }

    /// The symbol of a code, if the code is known.
    pub fn symbol(&self, code: &str) -> Option<Symbol> {
        self.symbols.find(code)
    }

    /// The code of a symbol.
    pub fn code(&self, symbol: Symbol) -> &str {
        self.symbols.code(symbol)
    }

    /// The symbol of a code, a new one when the code is new; see [`Symbols::intern`].
    pub fn intern(&mut self, code: &str) -> Symbol {
        self.symbols.intern(code)
    }

    fn check_order(&self) -> Result<(), DictionaryError> {
        let pairs = self.facts.iter().zip(self.facts.iter().skip(1));
        match pairs.into_iter().find(|(before, after)| before.id >= after.id) {
            Some((_, after)) => Err(DictionaryError::NotSorted { id: after.id.clone() }),
            None => Ok(()),
        }
    }

    fn check_fact(&self, fact: &FactDef) -> Result<(), DictionaryError> {
        let choices = fact.kind.choices();
        if choices.len() > CodeSet::CAPACITY {
            return Err(DictionaryError::TooManyChoices { id: fact.id.clone() });
        }
        let gates_known = fact.gates.iter().all(|gate| usize::from(gate.fact.0) < self.len());
        let codes_known = choices.iter().all(|choice| self.symbols.contains(choice.code));
        if gates_known && codes_known { Ok(()) } else { Err(DictionaryError::Dangling { id: fact.id.clone() }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::fixtures::dictionary;
    use crate::fact::{Choice, Gate, GateTest, LocalText};

    fn error_of(facts: Vec<FactDef>) -> DictionaryError {
        Dictionary::new(facts, Symbols::default()).unwrap_err()
    }

    fn yes_no(id: &str) -> FactDef {
        FactDef::new(id, FactKind::Bool)
    }

    #[test]
    fn every_fact_is_found_by_its_name() {
        let dictionary = dictionary();
        assert_eq!(dictionary.iter().count(), dictionary.len());
        for (id, fact) in dictionary.iter() {
            assert_eq!(dictionary.find(&fact.id), Some(id));
            assert_eq!(dictionary.get(id), fact);
        }
        assert_eq!(dictionary.find("muac"), None);
    }

    #[test]
    fn a_misspelt_fact_finds_the_nearest_one() {
        assert_eq!(dictionary().nearest("sistolic_mmhg"), Some("systolic_mmhg"));
        assert_eq!(dictionary().nearest("haemoglobin"), None);
    }

    #[test]
    fn an_id_of_another_dictionary_has_no_name() {
        assert_eq!(dictionary().get(FactId(999)).id.as_ref(), "");
    }

    #[test]
    fn codes_are_shared_by_all_facts() {
        let mut dictionary = dictionary();
        let none = dictionary.symbol("none").unwrap();
        let users = dictionary.iter().filter(|(_, fact)| fact.place_of(none).is_some());
        assert_eq!(users.count(), 2);
        assert_eq!(dictionary.code(none), "none");
        assert_eq!(dictionary.intern("none"), none);
        let new = dictionary.intern("new");
        assert_eq!(dictionary.symbol("new"), Some(new));
    }

    #[test]
    fn facts_stand_in_the_order_of_their_ids_once() {
        let unsorted = DictionaryError::NotSorted { id: "a".into() };
        assert_eq!(error_of(vec![yes_no("b"), yes_no("a")]), unsorted);
        assert_eq!(error_of(vec![yes_no("a"), yes_no("a")]), unsorted);
    }

    #[test]
    fn gates_and_choices_name_what_there_is() {
        let mut gated = yes_no("a");
        gated.gates = vec![Gate { fact: FactId(1), test: GateTest::Is(true) }];
        assert_eq!(error_of(vec![gated]), DictionaryError::Dangling { id: "a".into() });
        let choice = Choice { code: Symbol(0), label: LocalText::default() };
        let choosing = FactDef::new("a", FactKind::Choice(vec![choice]));
        assert_eq!(error_of(vec![choosing]), DictionaryError::Dangling { id: "a".into() });
    }

    #[test]
    fn a_list_has_64_choices_at_most() {
        let mut symbols = Symbols::default();
        let label = LocalText::default;
        let choice = |code: u8| Choice { code: symbols.intern(&code.to_string()), label: label() };
        let list = FactDef::new("a", FactKind::Choices((0..65).map(choice).collect()));
        let error = Dictionary::new(vec![list], symbols).unwrap_err();
        assert_eq!(error, DictionaryError::TooManyChoices { id: "a".into() });
    }
}
