//! The words of an expression: names, and numbers as they are compared. Knows no grammar, so that it cannot share a fault with the parser.

use std::collections::BTreeSet;

use siklus_core::fact::Number;

/// What stands in one expression.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Names with the points between them, as `v.weight_kg` or `pregnancy.muac_low`.
    pub paths: BTreeSet<String>,
    /// The numbers; `weeks(27, 6)` is 195.
    pub numbers: BTreeSet<Number>,
}

/// The words of an expression; what stands between quotes is left out.
pub fn words(text: &str) -> Words {
    let mut words = Words::default();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '\'' => rest.get(1..).and_then(|inner| inner.find('\'')).map_or(rest.len(), |end| end + 2),
            '0'..='9' => number(rest, &mut words),
            'a'..='z' | 'A'..='Z' | '_' => name(rest, &mut words),
            other => other.len_utf8(),
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    words
}

fn number(rest: &str, words: &mut Words) -> usize {
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let text = rest.get(..end).unwrap_or_default();
    words.numbers.extend(Number::parse(text));
    end
}

fn name(rest: &str, words: &mut Words) -> usize {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.').unwrap_or(rest.len());
    let path = rest.get(..end).unwrap_or_default();
    words.paths.insert(path.trim_end_matches('.').to_owned());
    if path == "weeks" {
        words.numbers.extend(days_of_weeks(rest.get(end..).unwrap_or_default()));
    }
    end
}

/// The days of `(27, 6)` behind `weeks`.
fn days_of_weeks(rest: &str) -> Option<Number> {
    let inner = rest.strip_prefix('(')?.split(')').next()?;
    let mut parts = inner.split(',').map(|part| part.trim().parse::<i64>().ok());
    let weeks = parts.next()??;
    let days = parts.next().flatten().unwrap_or(0);
    Some(Number::integer(7 * weeks + days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_found() {
        let words = words("gestation > weeks(27, 6) && v.weight_kg - 1.0 < pressures.last().systolic || smoking == 'active 9'");
        let paths: Vec<_> = words.paths.iter().map(String::as_str).collect();
        assert_eq!(paths, ["gestation", "pressures.last", "smoking", "systolic", "v.weight_kg", "weeks"]);
        let numbers: Vec<_> = words.numbers.iter().map(ToString::to_string).collect();
        assert_eq!(numbers, ["1", "6", "27", "195"]);
    }
}
