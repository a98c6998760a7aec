//! What an answer can hold. The `Debug` of these types tells the type and hides the answer.

use std::fmt;

use chrono::NaiveDate;

use super::{Number, Symbol};

/// Index of a fact in its dictionary, in the order of the ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FactId(pub u16);

/// The value of a fact.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A number in the unit of the fact.
    Number(Number),
    /// One of the choices.
    Code(Symbol),
    /// Any of the choices; none is an answer too.
    Codes(CodeSet),
    /// A calendar date.
    Date(NaiveDate),
    /// A text.
    Text(Box<str>),
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bool(_) => "Value(bool)",
            Self::Number(_) => "Value(number)",
            Self::Code(_) => "Value(code)",
            Self::Codes(_) => "Value(codes)",
            Self::Date(_) => "Value(date)",
            Self::Text(_) => "Value(text)",
        })
    }
}

/// The answer to a fact that was asked.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The value is known.
    Known(Value),
    /// The family does not know.
    Unknown,
}

impl Answer {
    /// The value, if it is known.
    pub const fn value(&self) -> Option<&Value> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown => None,
        }
    }
}

/// Hides also whether the answer is known.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answer(hidden)")
    }
}

/// A set of choices of one fact, by their place in the list of the fact (0 to 63).
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct CodeSet(u64);

impl CodeSet {
    /// Choices that a fact can have at most.
    pub const CAPACITY: usize = 64;
    /// No choice.
    pub const EMPTY: Self = Self(0);

    /// The set and the choice at this place; `None` from 64 on.
    pub const fn with(self, place: usize) -> Option<Self> {
        if place < Self::CAPACITY { Some(Self(self.0 | 1 << place)) } else { None }
    }

    /// Whether the choice at this place is in the set.
    pub const fn contains(self, place: usize) -> bool {
        place < Self::CAPACITY && self.0 & 1 << place != 0
    }

    /// How many choices there are.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether there is no choice.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The places of the choices, ascending.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..Self::CAPACITY).filter(move |place| self.contains(*place))
    }
}

impl fmt::Debug for CodeSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeSet(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_hides_the_answer() {
        let texts = [
            format!("{:?}", Value::Bool(true)),
            format!("{:?}", Value::Text("secret".into())),
            format!("{:?}", Answer::Known(Value::Number(Number::ONE))),
            format!("{:?}", Answer::Unknown),
            format!("{:?}", Value::Codes(CodeSet::EMPTY)),
            format!("{:?}", CodeSet::EMPTY),
        ];
        let expected = ["Value(bool)", "Value(text)", "Answer(hidden)", "Answer(hidden)", "Value(codes)", "CodeSet(hidden)"];
        assert_eq!(texts, expected);
    }

    #[test]
    fn a_set_holds_64_choices() {
        let set = CodeSet::EMPTY.with(63).and_then(|set| set.with(0)).unwrap();
        assert!(set.iter().eq([0, 63]));
        assert_eq!((set.len(), set.is_empty()), (2, false));
        assert!(!set.contains(1) && !set.contains(64));
        assert_eq!(set.with(64), None);
        assert_eq!(set.with(63), Some(set));
    }

    #[test]
    fn only_a_known_answer_has_a_value() {
        assert_eq!(Answer::Known(Value::Bool(false)).value(), Some(&Value::Bool(false)));
        assert_eq!(Answer::Unknown.value(), None);
    }
}
