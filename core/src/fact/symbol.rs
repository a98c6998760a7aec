//! Codes as small numbers.

use std::collections::BTreeMap;

/// A code of an answer ("active", "household"). Within one dictionary equal codes are equal symbols.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Symbol(pub u16);

/// The codes of a pack, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Symbols {
    codes: Vec<Box<str>>,
    by_code: BTreeMap<Box<str>, Symbol>,
}

impl Symbols {
    /// The symbol of the code, a new one when the code is new. Once 65,535 codes are known every further one shares the symbol 65,535,
    /// which stands for no code and which [`Dictionary::new`](super::Dictionary::new) refuses.
    pub fn intern(&mut self, code: &str) -> Symbol {
        if let Some(symbol) = self.find(code) {
            return symbol;
        }
        let symbol = Symbol(u16::try_from(self.codes.len()).unwrap_or(u16::MAX));
        if symbol.0 < u16::MAX {
            self.codes.push(code.into());
            self.by_code.insert(code.into(), symbol);
        }
        symbol
    }

    /// The symbol of the code, if it is known.
    pub fn find(&self, code: &str) -> Option<Symbol> {
        self.by_code.get(code).copied()
    }

    /// Whether the symbol stands for a code.
    pub fn contains(&self, symbol: Symbol) -> bool {
        usize::from(symbol.0) < self.codes.len()
    }

    /// The code of the symbol; empty for a symbol of another dictionary.
    pub fn code(&self, symbol: Symbol) -> &str {
        self.codes.get(usize::from(symbol.0)).map_or("", AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_codes_are_equal_symbols() {
        let mut symbols = Symbols::default();
        let (active, passive) = (symbols.intern("active"), symbols.intern("passive"));
        assert_ne!(active, passive);
        assert_eq!(symbols.intern("active"), active);
        assert_eq!(symbols.find("passive"), Some(passive));
        assert_eq!(symbols.code(passive), "passive");
    }

    #[test]
    fn an_unknown_symbol_has_no_code() {
        let symbols = Symbols::default();
        assert_eq!(symbols.find("active"), None);
        assert_eq!(symbols.code(Symbol(0)), "");
        assert!(!symbols.contains(Symbol(0)));
    }

    #[test]
    fn codes_beyond_the_last_symbol_stand_for_none() {
        let mut symbols = Symbols::default();
        for code in 0..=u32::from(u16::MAX) {
            symbols.intern(&code.to_string());
        }
        assert!(symbols.contains(Symbol(u16::MAX - 1)));
        let one_too_many = symbols.intern("one too many");
        assert!(!symbols.contains(one_too_many));
    }
}
