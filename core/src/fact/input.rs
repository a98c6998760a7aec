//! Reading the answers of a case file.

use std::fmt;

use chrono::NaiveDate;

use super::number_rule::NumberRule;
use super::{Answer, CodeSet, Dictionary, Expected, FactDef, FactError, FactId, FactKind, Number, Symbol, Value};

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
            return number(&rule, &raw).unwrap_or_else(|| Err(wrong_type(fact))).map(Value::Number);
        }
        match (&fact.kind, raw) {
            (FactKind::Bool, Raw::Bool(answer)) => Ok(Value::Bool(answer)),
            (FactKind::Choice(_), Raw::Text(code)) => self.choice(fact, code).map(|(code, _)| Value::Code(code)),
            (FactKind::Choices(_), Raw::List(codes)) => self.choices(fact, &codes).map(Value::Codes),
            (FactKind::Date { .. }, Raw::Date(date)) => Ok(Value::Date(date)),
            (FactKind::Text { .. }, Raw::Text(text)) => text_value(fact, text),
            _ => Err(wrong_type(fact)),
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
        FactKind::Text { pattern: Some(pattern) } if !pattern.matches(text) => Err(FactError::Pattern { pattern: pattern.as_str().into() }),
        _ => Ok(Value::Text(text.into())),
    }
}

fn wrong_type(fact: &FactDef) -> FactError {
    FactError::WrongType { expected: Expected::of(&fact.kind) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::fixtures::{dictionary, fact, number};

    fn read(id: &str, raw: Raw<'_>) -> Result<Answer, FactError> {
        let dictionary = dictionary();
        dictionary.read(fact(&dictionary, id), raw)
    }

    fn known(value: Value) -> Result<Answer, FactError> {
        Ok(Answer::Known(value))
    }

    fn decimal(text: &str) -> Result<Answer, FactError> {
        known(Value::Number(number(text)))
    }

    fn wrong(expected: Expected) -> Result<Answer, FactError> {
        Err(FactError::WrongType { expected })
    }

    #[test]
    fn a_decimal_may_be_written_without_a_point_and_an_integer_not_with_one() {
        assert_eq!(read("muac_cm", Raw::Decimal("22.8")), decimal("22.8"));
        assert_eq!(read("muac_cm", Raw::Integer(23)), decimal("23"));
        assert_eq!(read("systolic_mmhg", Raw::Integer(120)), decimal("120"));
        let point = Err(FactError::DecimalPointInInteger);
        assert_eq!(read("systolic_mmhg", Raw::Decimal("120.0")), point);
    }

    #[test]
    fn both_limits_are_accepted_and_what_lies_beyond_is_not() {
        let accepted = |id, text| read(id, Raw::Decimal(text)).is_ok();
        assert!(accepted("muac_cm", "5.0") && accepted("muac_cm", "60.0"));
        for text in ["4.9", "60.1", "4.99", "60.01", "-5.0", "0.0"] {
            let error = read("muac_cm", Raw::Decimal(text)).unwrap_err();
            assert!(matches!(error, FactError::OutOfRange { .. }), "{text}");
        }
        for (value, expected) in [(49, false), (50, true), (280, true), (281, false), (i64::MIN, false)] {
            assert_eq!(read("systolic_mmhg", Raw::Integer(value)).is_ok(), expected, "{value}");
        }
    }

    #[test]
    fn a_number_is_on_its_step() {
        let off = |step| Err(FactError::OffStep { step: number(step) });
        assert_eq!(read("muac_cm", Raw::Decimal("22.85")), off("0.1"));
        assert_eq!(read("muac_cm", Raw::Decimal("22.80")), decimal("22.8"));
        assert_eq!(read("sleep_hours", Raw::Decimal("7.5")), decimal("7.5"));
        assert_eq!(read("sleep_hours", Raw::Decimal("7.4")), off("0.5"));
    }

    #[test]
    fn what_is_written_in_another_way_is_no_number() {
        for text in ["1e1", "inf", "nan", "+22.8", "2_2.8", "22,8"] {
            assert_eq!(read("muac_cm", Raw::Decimal(text)), wrong(Expected::Decimal), "{text}");
        }
        assert_eq!(read("muac_cm", Raw::Text("22.8")), wrong(Expected::Decimal));
        assert_eq!(read("systolic_mmhg", Raw::Bool(true)), wrong(Expected::Integer));
    }

    #[test]
    fn a_code_is_in_the_list() {
        let active = dictionary().symbol("active").unwrap();
        assert_eq!(read("smoking", Raw::Text("active")), known(Value::Code(active)));
        let allowed = || ["active", "passive", "none"].map(Into::into).to_vec();
        let refused = Err(FactError::NotAChoice { allowed: allowed() });
        assert_eq!(read("smoking", Raw::Text("sometimes")), refused);
        // A code of another fact.
        assert_eq!(read("smoking", Raw::Text("ht")), refused);
        assert_eq!(read("smoking", Raw::Bool(true)), wrong(Expected::Code));
    }

    #[test]
    fn several_codes_are_a_set_and_none_is_an_answer() {
        let both = CodeSet::EMPTY.with(0).and_then(|set| set.with(1)).unwrap();
        let list = |codes: &[&'static str]| read("family_history", Raw::List(codes.to_vec()));
        assert_eq!(list(&["dm", "ht", "dm"]), known(Value::Codes(both)));
        assert_eq!(list(&[]), known(Value::Codes(CodeSet::EMPTY)));
        assert!(matches!(list(&["ht", "active"]), Err(FactError::NotAChoice { .. })));
        assert_eq!(read("family_history", Raw::Text("ht")), wrong(Expected::Codes));
    }

    #[test]
    fn unknown_is_an_answer_to_all_but_a_setting_of_the_area() {
        for (id, fact) in dictionary().iter() {
            let answer = dictionary().read(id, Raw::Text("unknown"));
            match fact.is_setting() {
                true => assert_eq!(answer, Err(FactError::UnknownForSetting)),
                false => assert_eq!(answer, Ok(Answer::Unknown)),
            }
        }
        assert_eq!(read("district_srq29", Raw::Bool(true)), known(Value::Bool(true)));
    }

    #[test]
    fn yes_and_no_are_booleans() {
        assert_eq!(read("fever", Raw::Bool(false)), known(Value::Bool(false)));
        assert_eq!(read("fever", Raw::Integer(0)), wrong(Expected::Bool));
        assert_eq!(read("fever", Raw::Text("yes")), wrong(Expected::Bool));
    }

    #[test]
    fn a_date_is_a_date() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        assert_eq!(read("next_visit_on", Raw::Date(day)), known(Value::Date(day)));
        assert_eq!(read("next_visit_on", Raw::Text("2026-03-02")), wrong(Expected::Date));
        assert_eq!(read("muac_cm", Raw::Date(day)), wrong(Expected::Decimal));
    }

    #[test]
    fn a_text_has_the_form_of_its_pattern() {
        assert_eq!(read("finger_count", Raw::Text("RRW")), known(Value::Text("RRW".into())));
        let pattern = Err(FactError::Pattern { pattern: "^[RW]{1,5}$".into() });
        assert_eq!(read("finger_count", Raw::Text("RRX")), pattern);
        assert_eq!(read("finger_count", Raw::Text("RWRWRW")), pattern);
        assert_eq!(read("note", Raw::Text("apa saja")), known(Value::Text("apa saja".into())));
        assert_eq!(read("note", Raw::Integer(1)), wrong(Expected::Text));
    }

    #[test]
    fn debug_hides_the_answer() {
        assert_eq!(format!("{:?}", Raw::Text("secret")), "Raw(text)");
        assert_eq!(format!("{:?}", Raw::List(vec!["secret"])), "Raw(list)");
    }
}
