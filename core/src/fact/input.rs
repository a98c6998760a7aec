//! Reading answers: from a case file, or as a cadre types them.

use chrono::NaiveDate;

use super::{Answer, CodeSet, Dictionary, Expected, FactDef, FactError, FactId, FactKind, Number, Symbol, Value};

/// The word for an answer that the family does not know.
const UNKNOWN: &str = "unknown";

/// An answer as a case file holds it.
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

impl Dictionary {
    /// Reads an answer of a case file. The text "unknown" is the answer "unknown" to every fact but a setting of the area. Whether a date
    /// may lie after the visit is not decided here.
    pub fn read(&self, fact: FactId, raw: Raw<'_>) -> Result<Answer, FactError> {
        let fact = self.get(fact);
        if matches!(raw, Raw::Text(UNKNOWN)) {
            return unknown(fact);
        }
        self.value(fact, raw).map(Answer::Known)
    }

    /// Reads what a cadre types or taps. Spaces around it do not count, "22,8" is "22.8", several choices are parted by commas, and a date is
    /// written 2026-03-02. Nothing entered is no answer, except that it ticks none of several choices.
    pub fn read_typed(&self, fact: FactId, text: &str) -> Result<Answer, FactError> {
        let (fact, text) = (self.get(fact), text.trim());
        if text == UNKNOWN {
            return unknown(fact);
        }
        if text.is_empty() && !matches!(fact.kind, FactKind::Choices(_)) {
            return Err(FactError::Empty);
        }
        self.typed_value(fact, text).map(Answer::Known)
    }

    /// The number that was probably meant by one that is out of range: the only one of a tenth, a hundredth and ten times of it that the
    /// fact accepts, as 22.8 for "228". It comes from what was entered, so it is for the screen alone.
    pub fn suggest(&self, fact: FactId, text: &str) -> Option<Number> {
        let rule = NumberRule::of(self.get(fact))?;
        let entered = Number::parse(&with_point(text.trim()))?;
        rule.check_range(entered).err()?;
        let slips = [entered.div(Number::integer(10)), entered.div(Number::integer(100)), entered.mul(Number::integer(10))];
        let mut accepted = slips.into_iter().flatten().filter(|number| rule.check(*number).is_ok());
        accepted.next().filter(|_| accepted.next().is_none())
    }

    fn value(&self, fact: &FactDef, raw: Raw<'_>) -> Result<Value, FactError> {
        match (&fact.kind, raw) {
            (FactKind::Bool, Raw::Bool(answer)) => Ok(Value::Bool(answer)),
            (FactKind::Number { .. }, Raw::Integer(number)) => number_value(fact, Some(Number::integer(number))),
            (FactKind::Number { integer: true, .. }, Raw::Decimal(_)) => Err(FactError::DecimalPointInInteger),
            (FactKind::Number { .. }, Raw::Decimal(text)) => number_value(fact, Number::parse(text)),
            (FactKind::Choice(_), Raw::Text(code)) => self.choice(fact, code).map(|(code, _)| Value::Code(code)),
            (FactKind::Choices(_), Raw::List(codes)) => self.choices(fact, &codes).map(Value::Codes),
            (FactKind::Date { .. }, Raw::Date(date)) => Ok(Value::Date(date)),
            (FactKind::Text { .. }, Raw::Text(text)) => text_value(fact, text),
            (kind, _) => Err(wrong_type(kind)),
        }
    }

    fn typed_value(&self, fact: &FactDef, text: &str) -> Result<Value, FactError> {
        match &fact.kind {
            FactKind::Bool => match text {
                "true" => Ok(Value::Bool(true)),
                "false" => Ok(Value::Bool(false)),
                _ => Err(wrong_type(&fact.kind)),
            },
            FactKind::Number { integer, .. } => {
                let text = with_point(text);
                match Number::parse(&text) {
                    Some(_) if *integer && text.contains('.') => Err(FactError::DecimalPointInInteger),
                    number => number_value(fact, number),
                }
            }
            FactKind::Choices(_) => {
                let codes: Vec<&str> = text.split(',').map(str::trim).filter(|code| !code.is_empty()).collect();
                self.value(fact, Raw::List(codes))
            }
            FactKind::Date { .. } => match text.parse() {
                Ok(date) => Ok(Value::Date(date)),
                Err(_) => Err(wrong_type(&fact.kind)),
            },
            FactKind::Choice(_) | FactKind::Text { .. } => self.value(fact, Raw::Text(text)),
        }
    }

    /// The code and its place in the list of the fact.
    fn choice(&self, fact: &FactDef, code: &str) -> Result<(Symbol, usize), FactError> {
        let found = self.symbol(code).and_then(|symbol| Some((symbol, fact.place_of(symbol)?)));
        found.ok_or_else(|| FactError::NotAChoice {
            allowed: fact.kind.choices().iter().map(|choice| self.code(choice.code).into()).collect(),
        })
    }

    fn choices(&self, fact: &FactDef, codes: &[&str]) -> Result<CodeSet, FactError> {
        codes.iter().try_fold(CodeSet::EMPTY, |set, code| {
            let (_, place) = self.choice(fact, code)?;
            set.with(place).ok_or_else(|| wrong_type(&fact.kind))
        })
    }
}

/// What the kind of a fact says of its numbers.
struct NumberRule<'a> {
    unit: Option<&'a str>,
    step: Number,
    min: Option<Number>,
    max: Option<Number>,
}

impl<'a> NumberRule<'a> {
    fn of(fact: &'a FactDef) -> Option<Self> {
        match &fact.kind {
            FactKind::Number { unit, step, min, max, .. } => Some(Self { unit: unit.as_deref(), step: *step, min: *min, max: *max }),
            _ => None,
        }
    }

    fn check(&self, number: Number) -> Result<(), FactError> {
        self.check_range(number)?;
        if number.is_multiple_of(self.step) { Ok(()) } else { Err(FactError::OffStep { step: self.step }) }
    }

    fn check_range(&self, number: Number) -> Result<(), FactError> {
        if self.min.is_some_and(|min| number < min) || self.max.is_some_and(|max| number > max) {
            return Err(FactError::OutOfRange { min: self.min, max: self.max, unit: self.unit.map(Into::into), step: self.step });
        }
        Ok(())
    }
}

fn unknown(fact: &FactDef) -> Result<Answer, FactError> {
    if fact.is_setting() { Err(FactError::UnknownForSetting) } else { Ok(Answer::Unknown) }
}

fn number_value(fact: &FactDef, number: Option<Number>) -> Result<Value, FactError> {
    match (NumberRule::of(fact), number) {
        (Some(rule), Some(number)) => rule.check(number).map(|()| Value::Number(number)),
        _ => Err(wrong_type(&fact.kind)),
    }
}

fn text_value(fact: &FactDef, text: &str) -> Result<Value, FactError> {
    match &fact.kind {
        FactKind::Text { pattern: Some(pattern) } if !pattern.matches(text) => Err(FactError::Pattern { pattern: pattern.as_str().into() }),
        _ => Ok(Value::Text(text.into())),
    }
}

fn with_point(text: &str) -> String {
    text.replace(',', ".")
}

fn wrong_type(kind: &FactKind) -> FactError {
    FactError::WrongType { expected: Expected::of(kind) }
}
