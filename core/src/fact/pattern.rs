//! The form that a text must have.

use regex_lite::Regex;
use thiserror::Error;

/// A regular expression that the whole text must match.
#[derive(Clone, Debug)]
pub struct Pattern {
    source: Box<str>,
    whole: Regex,
}

/// A pattern that is no regular expression.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a regular expression: {reason}")]
pub struct PatternError {
    /// What is wrong with it.
    pub reason: String,
}

impl Pattern {
    /// Reads a regular expression in the syntax of the crate `regex-lite`. `^` and `$` around it may be left out.
    pub fn new(source: &str) -> Result<Self, PatternError> {
        // The source by itself first: an unmatched ")" would go unnoticed within the brackets.
        let whole = Regex::new(source).and_then(|_| Regex::new(&format!("^(?:{source})$")));
        match whole {
            Ok(whole) => Ok(Self { source: source.into(), whole }),
            Err(error) => Err(PatternError { reason: error.to_string() }),
        }
    }

    /// The expression as it stands in the pack.
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// Whether the whole text matches.
    pub fn matches(&self, text: &str) -> bool {
        self.whole.is_match(text)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Pattern {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_text_must_match() {
        for source in ["^[RW]{1,5}$", "[RW]{1,5}"] {
            let pattern = Pattern::new(source).unwrap();
            assert!(pattern.matches("RWW"));
            for text in ["", "RWRWRW", "RWx", "xRW", "RW\n", "rw"] {
                assert!(!pattern.matches(text), "{source} {text:?}");
            }
        }
    }

    #[test]
    fn an_alternative_is_no_way_around_the_ends() {
        let pattern = Pattern::new("a|b").unwrap();
        assert!(pattern.matches("b") && !pattern.matches("ax") && !pattern.matches("xb"));
    }

    #[test]
    fn what_is_no_regular_expression_is_refused() {
        for source in ["[RW", "a)(b", "(", "a{2,1}"] {
            assert!(Pattern::new(source).is_err(), "{source}");
        }
    }
}
