//! Reading the answers of a case file.

use std::fmt;

use chrono::NaiveDate;

use super::number_rule::NumberRule;
use super::{
    Answer, CodeSet, Dictionary, Expected, FactDef, FactError, FactId, FactKind, Number, Symbol,
    Value,
};

/// The word for an answer that the family does not know.
const UNKNOWN: &str = "unknown";

/// An answer as a case file holds it. Its `Debug` tells the type and hides the answer.
#[derive(Clone)]
pub enum Raw<'a> {
    /// True or false.
    Bool(bool),
    /// A number without a decimal point.
    Integer(i64),
    /// A number with a decimal point, as it is written.
    Decimal(&'a str),
    /// A text: a code, a text, or "unknown".
    Text(&'a str),
    /// A date.
    Date(NaiveDate),
    /// A list of codes.
    List(Vec<&'a str>),
}

impl fmt::Debug for Raw<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bool(_) => "Raw(bool)",
            Self::Integer(_) => "Raw(integer)",
            Self::Decimal(_) => "Raw(decimal)",
            Self::Text(_) => "Raw(text)",
            Self::Date(_) => "Raw(date)",
            Self::List(_) => "Raw(list)",
        })
    }
}

impl Dictionary {
    /// Reads an answer of a case file. The text "unknown" is the answer "unknown" to every fact but a setting of the area. Whether a date
    /// lies after the visit is not decided here.
    pub fn read(&self, fact: FactId, raw: Raw<'_>) -> Result<Answer, FactError> {
        let fact = self.get(fact);
        match raw {
            Raw::Text(UNKNOWN) if fact.is_setting() => Err(FactError::UnknownForSetting),
            Raw::Text(UNKNOWN) => Ok(Answer::Unknown),
            raw => self.value(fact, raw).map(Answer::Known),
        }
    }

    fn value(&self, fact: &FactDef, raw: Raw<'_>) -> Result<Value, FactError> {
        if let Some(rule) = NumberRule::of(&fact.kind) {
            return number(&rule, &raw)
                .unwrap_or_else(|| Err(wrong_type(fact)))
                .map(Value::Number);
        }
        match (&fact.kind, raw) {
            (FactKind::Bool, Raw::Bool(answer)) => Ok(Value::Bool(answer)),
            (FactKind::Choice(_), Raw::Text(code)) => {
                self.choice(fact, code).map(|(code, _)| Value::Code(code))
            }
            (FactKind::Choices(_), Raw::List(codes)) => {
                self.choices(fact, &codes).map(Value::Codes)
            }
            (FactKind::Date { .. }, Raw::Date(date)) => Ok(Value::Date(date)),
            (FactKind::Text { .. }, Raw::Text(text)) => text_value(fact, text),
            _ => Err(wrong_type(fact)),
        }
    }

    /// The code and its place in the list of the fact.
    fn choice(&self, fact: &FactDef, code: &str) -> Result<(Symbol, usize), FactError> {
        let found = self
            .symbol(code)
            .and_then(|symbol| Some((symbol, fact.place_of(symbol)?)));
        found.ok_or_else(|| FactError::NotAChoice {
            allowed: fact
                .kind
                .choices()
                .iter()
                .map(|choice| self.code(choice.code).into())
                .collect(),
        })
    }

    fn choices(&self, fact: &FactDef, codes: &[&str]) -> Result<CodeSet, FactError> {
        codes.iter().try_fold(CodeSet::EMPTY, |set, code| {
            let (_, place) = self.choice(fact, code)?;
            set.with(place).ok_or_else(|| wrong_type(fact))
        })
    }
}

/// `None` when it is no number at all.
fn number(rule: &NumberRule<'_>, raw: &Raw<'_>) -> Option<Result<Number, FactError>> {
    match raw {
        Raw::Integer(number) => Some(rule.check(Number::integer(*number))),
        Raw::Decimal(text) => Some(rule.read(text)),
        _ => None,
    }
}

fn text_value(fact: &FactDef, text: &str) -> Result<Value, FactError> {
    match &fact.kind {
        FactKind::Text {
            pattern: Some(pattern),
        } if !pattern.matches(text) => Err(FactError::Pattern {
            pattern: pattern.as_str().into(),
        }),
        _ => Ok(Value::Text(text.into())),
    }
}

fn wrong_type(fact: &FactDef) -> FactError {
    FactError::WrongType {
        expected: Expected::of(&fact.kind),
    }
}
