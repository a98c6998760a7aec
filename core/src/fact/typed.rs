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
        let slips = [
            entered.div(ten),
            entered.div(Number::integer(100)),
            entered.mul(ten),
        ];
        let mut accepted = slips
            .into_iter()
            .flatten()
            .filter_map(|number| rule.check(number).ok());
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
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-');
    let whole = text.split('-').map(str::len).eq([4, 2, 2]);
    if plain && whole {
        text.parse().ok()
    } else {
        None
    }
}
