//! Reading what a cadre types.

use chrono::NaiveDate;

use super::number_rule::NumberRule;
use super::{Answer, Dictionary, FactError, FactId, FactKind, Number, Raw};

impl Dictionary {
    /// Reads what a cadre types or taps; spaces around it do not count. "22,8" is "22.8", yes and no are "true" and "false", several choices
    /// are parted by commas, a date is written 2026-03-02, and "unknown" is the answer "unknown". Nothing entered is no answer, except that
    /// it ticks none of several choices.
    pub fn read_typed(&self, fact: FactId, text: &str) -> Result<Answer, FactError> {
        let point;
        let raw = match (&self.get(fact).kind, text.trim()) {
            (FactKind::Choices(_), "") => Raw::List(Vec::new()),
            (_, "") => return Err(FactError::Empty),
            (_, text @ "unknown") => Raw::Text(text),
            (FactKind::Bool, "true") => Raw::Bool(true),
            (FactKind::Bool, "false") => Raw::Bool(false),
            (FactKind::Number { .. }, text) => {
                point = with_point(text);
                Raw::Decimal(&point)
            }
            (FactKind::Choices(_), text) => Raw::List(text.split(',').map(str::trim).collect()),
            (FactKind::Date { .. }, text) => iso_date(text).map_or(Raw::Text(text), Raw::Date),
            (_, text) => Raw::Text(text),
        };
        self.read(fact, raw)
    }

    /// The number that was probably meant by one that is out of range: the only one of a tenth, a hundredth and ten times of it that the
    /// fact accepts, as 22.8 for "228". It comes from what was entered, so it is for the screen alone.
    pub fn suggest(&self, fact: FactId, text: &str) -> Option<Number> {
        let rule = NumberRule::of(&self.get(fact).kind)?;
        let entered = Number::parse(&with_point(text.trim()))?;
        if rule.is_in_range(entered) {
            return None;
        }
        let ten = Number::integer(10);
        let slips = [entered.div(ten), entered.div(Number::integer(100)), entered.mul(ten)];
        let mut accepted = slips.into_iter().flatten().filter_map(|number| rule.check(number).ok());
        match (accepted.next(), accepted.next()) {
            (only, None) => only,
            _ => None,
        }
    }
}

fn with_point(text: &str) -> String {
    text.replace(',', ".")
}

/// Four digits of the year, two of the month and two of the day: `chrono` alone is more lenient.
fn iso_date(text: &str) -> Option<NaiveDate> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let whole = text.split('-').map(str::len).eq([4, 2, 2]);
    if plain && whole { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fact::fixtures::{dictionary, fact, number};
    use crate::fact::{CodeSet, Expected, Value};

    fn typed(id: &str, text: &str) -> Result<Answer, FactError> {
        let dictionary = dictionary();
        dictionary.read_typed(fact(&dictionary, id), text)
    }

    fn suggestion(id: &str, text: &str) -> Option<Number> {
        let dictionary = dictionary();
        dictionary.suggest(fact(&dictionary, id), text)
    }

    fn decimal(text: &str) -> Result<Answer, FactError> {
        Ok(Answer::Known(Value::Number(number(text))))
    }

    #[test]
    fn both_decimal_marks_and_spaces_around_are_accepted() {
        for text in ["22,8", "22.8", " 22,8 ", "22,80", "\t22.8\n"] {
            assert_eq!(typed("muac_cm", text), decimal("22.8"), "{text:?}");
        }
        assert_eq!(typed("muac_cm", "23"), decimal("23"));
        assert_eq!(typed("systolic_mmhg", " 120 "), decimal("120"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        let expected = |expected| Err(FactError::WrongType { expected });
        for text in ["22,8,1", "1.022,8", "22 8", "22,8 cm", "dua", "22,", ",8", "1e1", "+5", "-"] {
            assert_eq!(typed("muac_cm", text), expected(Expected::Decimal), "{text}");
        }
        assert_eq!(typed("systolic_mmhg", "120/80"), expected(Expected::Integer));
        assert_eq!(typed("systolic_mmhg", "120,0"), Err(FactError::DecimalPointInInteger));
    }

    #[test]
    fn a_slip_of_the_pen_is_out_of_range() {
        for text in ["228", "-22,8", "4,9", "60,1", "4,99", "99999999999999999999", "-99999999999999999999"] {
            let error = typed("muac_cm", text).unwrap_err();
            assert!(matches!(error, FactError::OutOfRange { .. }), "{text}");
        }
        assert_eq!(typed("muac_cm", "22,85"), Err(FactError::OffStep { step: number("0.1") }));
    }

    #[test]
    fn nothing_is_no_answer_unless_choices_are_ticked() {
        for id in ["muac_cm", "smoking", "fever", "note", "next_visit_on", "finger_count"] {
            assert_eq!(typed(id, "  "), Err(FactError::Empty), "{id}");
        }
        let none = Ok(Answer::Known(Value::Codes(CodeSet::EMPTY)));
        assert_eq!(typed("family_history", " "), none);
    }

    #[test]
    fn codes_dates_and_texts_are_typed_too() {
        let known = |value| Ok(Answer::Known(value));
        let ht = CodeSet::EMPTY.with(0).unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        assert_eq!(typed("fever", "true"), known(Value::Bool(true)));
        assert_eq!(typed("fever", "false"), known(Value::Bool(false)));
        assert_eq!(typed("family_history", "ht"), known(Value::Codes(ht)));
        assert_eq!(typed("family_history", "ht , dm"), known(Value::Codes(ht.with(1).unwrap())));
        assert_eq!(typed("next_visit_on", "2026-03-02"), known(Value::Date(day)));
        assert_eq!(typed("finger_count", " RRW "), known(Value::Text("RRW".into())));
        assert!(typed("smoking", "active").is_ok());
        assert!(matches!(typed("smoking", "Aktif"), Err(FactError::NotAChoice { .. })));
        assert!(matches!(typed("family_history", "ht,"), Err(FactError::NotAChoice { .. })));
    }

    #[test]
    fn a_date_is_written_in_full() {
        let expected = Expected::Date;
        for text in ["2026-3-2", "02-03-2026", "2026-02-30", "2026-03-2 ", "-2026-3-02", "2/3/2026", "besok"] {
            assert_eq!(typed("next_visit_on", text), Err(FactError::WrongType { expected }), "{text}");
        }
    }

    #[test]
    fn unknown_can_be_typed() {
        assert_eq!(typed("muac_cm", "unknown"), Ok(Answer::Unknown));
        assert_eq!(typed("family_history", "unknown"), Ok(Answer::Unknown));
        assert_eq!(typed("district_srq29", "unknown"), Err(FactError::UnknownForSetting));
    }

    #[test]
    fn a_forgotten_decimal_mark_is_suggested() {
        assert_eq!(suggestion("muac_cm", "228"), Some(number("22.8")));
        assert_eq!(suggestion("muac_cm", "2280"), Some(number("22.8")));
        assert_eq!(suggestion("muac_cm", "2,3"), Some(number("23")));
        assert_eq!(suggestion("systolic_mmhg", "1200"), Some(number("120")));
        assert_eq!(suggestion("systolic_mmhg", "12"), Some(number("120")));
    }

    #[test]
    fn nothing_is_suggested_when_nothing_or_too_much_fits() {
        assert_eq!(suggestion("muac_cm", "22,8"), None, "is in range");
        assert_eq!(suggestion("muac_cm", "22,85"), None, "is in range");
        assert_eq!(suggestion("muac_cm", "22,x"), None);
        assert_eq!(suggestion("muac_cm", "-22,8"), None);
        assert_eq!(suggestion("muac_cm", "600"), None, "60.0 and 6.0");
        assert_eq!(suggestion("muac_cm", "99999999999999999999"), None);
        assert_eq!(suggestion("smoking", "228"), None);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_gives_an_answer_of_its_kind_or_an_error(text in ".{0,16}") {
            let dictionary = dictionary();
            for (id, _) in dictionary.iter() {
                let _ = (dictionary.read_typed(id, &text), dictionary.suggest(id, &text));
            }
        }

        #[test]
        fn a_number_is_accepted_exactly_in_range_and_on_its_step(hundredths in -1_000..10_000_i64) {
            let number = Number::decimal(hundredths, 2).unwrap();
            let expected = (500..=6_000).contains(&hundredths) && hundredths % 10 == 0;
            prop_assert_eq!(typed("muac_cm", &number.to_string()).is_ok(), expected);
        }

        #[test]
        fn a_suggestion_is_accepted(tenths in -1_000..30_000_i64) {
            let text = Number::decimal(tenths, 1).unwrap().to_string();
            if let Some(meant) = suggestion("muac_cm", &text) {
                prop_assert!(typed("muac_cm", &text).is_err());
                prop_assert!(typed("muac_cm", &meant.to_string()).is_ok());
            }
        }
    }
}
