//! All facts of a pack.

use std::sync::LazyLock;

use super::{CodeSet, DictionaryError, FactDef, FactId, FactKind, FactScope, LocalText, Symbol, Symbols, nearest};

/// The definitions of all facts, in the order of their ids, and the codes of their answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dictionary {
    facts: Vec<FactDef>,
    symbols: Symbols,
}

/// What an id of another dictionary reads as: a text fact without a name.
static NO_FACT: LazyLock<FactDef> = LazyLock::new(|| FactDef {
    id: Box::default(),
    kind: FactKind::Text { pattern: None },
    label: LocalText::default(),
    asked_of: None,
    scope: FactScope::Person,
    sex: None,
    gates: Vec::new(),
    default: None,
    scored: false,
    codes: Vec::new(),
    dossier: Vec::new(),
});

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
