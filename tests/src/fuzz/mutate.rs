//! Changes to a text, from a flipped bit to a hundred thousand brackets.

use std::ops::Range;

use crate::rng::Rng;

/// What is put into texts: numbers and letters that readers stumble over, and words of the formats.
#[rustfmt::skip]
const ODD: &[&str] = &[
    "0", "-0", "00", "-1", "1e9", "1e400", ".5", "5.", "0.000000000001", "999999999999", "9999999999999", "9223372036854775807",
    "-9223372036854775808", "18446744073709551616", "0x7f", "1_000", "inf", "nan", "true", "false", "unknown", "\"unknown\"", "'", "\"",
    "\"\"\"", "'''", "\\", "\\u0000", "\n", "\r\n", "\t", "\0", "\u{feff}", "\u{202e}", "\u{2028}", "\u{301}", "é", "ß", "İ", "𝟘", "🤰🏽",
    "\u{10ffff}", "=", "==", "#", "[", "]", "[[", "]]", "{", "}", "(", ")", ",", ".", "..", "?", ":", "!", "-", "+", "*", "/", "%", "&&", "||",
    "<", "<=", "in", "2026-02-30", "9999-12-31", "-0001-01-01", "2026-03-02T00:00:00Z", "$decimal", "$date", "$ordered", "id", "on", "earlier",
    "visits", "members", "v", "first()", "last(9999999)", "weeks(99999999999)", "months(-2147483648)", "on + 2147483647", "/ 0", "round(1, 0)",
    "lookup", "service('x')", "zscore('wfa')",
];

/// Around what a text is nested, the parts before and behind it.
#[rustfmt::skip]
const NESTS: &[(&str, &str)] = &[
    ("(", ")"), ("[", "]"), ("{a=", "}"), ("!", ""), ("-", ""), ("a.", ""), ("a ? b : ", ""), ("a ? ", " : b"), ("any([", "])"), ("(a && ", ")"),
    ("a - ", ""), ("a == ", ""), ("earlier.filter(v, ", ")"), ("[[a]]\n", ""), ("[a.", "]"), ("\"", "\""), ("{\"a\":", "}"), ("x.exists(r, ", ")"),
    ("is_true(", ")"), ("a || b && ", ""),
];

/// The text after one to five changes, cut to `longest` bytes. `other` is another input of the kind, to be joined with it.
pub fn mutate(text: &str, other: &str, longest: usize, rng: &mut Rng) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..*rng.pick(&[1, 1, 1, 1, 2, 2, 3, 5]).unwrap_or(&1) {
        change(&mut bytes, other, longest, rng);
        bytes.truncate(longest);
    }
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn change(bytes: &mut Vec<u8>, other: &str, longest: usize, rng: &mut Rng) {
    match rng.below(40) {
        0..6 => flip(bytes, rng),
        6..11 => _ = bytes.drain(part(bytes, rng)),
        11..15 => duplicate(bytes, longest, rng),
        15..19 => splice(bytes, other.as_bytes(), rng),
        19..25 => swap_words(bytes, rng),
        25..30 => insert(bytes, ODD, rng),
        30..34 => replace_word(bytes, rng),
        34..38 => put_part(bytes, other.as_bytes(), rng),
        _ => nest(bytes, longest, rng),
    }
}

fn flip(bytes: &mut [u8], rng: &mut Rng) {
    let at = rng.below(bytes.len());
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << rng.below(7);
    }
}

fn duplicate(bytes: &mut Vec<u8>, longest: usize, rng: &mut Rng) {
    let copied = bytes[part(bytes, rng)].to_vec();
    let at = rng.below(bytes.len() + 1);
    let times = *rng.pick(&[1, 1, 1, 2, 30]).unwrap_or(&1);
    for _ in 0..times {
        if bytes.len() < longest {
            bytes.splice(at..at, copied.iter().copied());
        }
    }
}

/// The beginning of one text and the end of another.
fn splice(bytes: &mut Vec<u8>, other: &[u8], rng: &mut Rng) {
    bytes.truncate(rng.below(bytes.len() + 1));
    bytes.extend(&other[rng.below(other.len() + 1)..]);
}

/// A part of another text in place of a part of this one.
fn put_part(bytes: &mut Vec<u8>, other: &[u8], rng: &mut Rng) {
    let taken = word(other, rng);
    let replaced = word(bytes, rng);
    bytes.splice(replaced, other[taken].iter().copied());
}

fn swap_words(bytes: &mut Vec<u8>, rng: &mut Rng) {
    let (a, b) = (word(bytes, rng), word(bytes, rng));
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    if first.end > second.start {
        return;
    }
    let swapped = [&bytes[second.clone()], &bytes[first.end..second.start], &bytes[first.clone()]].concat();
    bytes.splice(first.start..second.end, swapped);
}

fn insert(bytes: &mut Vec<u8>, from: &[&str], rng: &mut Rng) {
    let at = rng.below(bytes.len() + 1);
    bytes.splice(at..at, rng.pick(from).copied().unwrap_or_default().bytes());
}

fn replace_word(bytes: &mut Vec<u8>, rng: &mut Rng) {
    let replaced = word(bytes, rng);
    bytes.splice(replaced, rng.pick(ODD).copied().unwrap_or_default().bytes());
}

/// A part of the text within many brackets, or brackets without an end.
fn nest(bytes: &mut Vec<u8>, longest: usize, rng: &mut Rng) {
    let (before, behind) = *rng.pick(NESTS).unwrap_or(&("(", ")"));
    let times = *rng.pick(&[2, 40, 49, 60, 129, 500, 5_000, 50_000]).unwrap_or(&2);
    let times = times.min(longest / before.len());
    let nested = word(bytes, rng);
    let closing = if rng.percent(70) { behind.repeat(times) } else { String::new() };
    bytes.splice(nested.end..nested.end, closing.bytes());
    bytes.splice(nested.start..nested.start, before.repeat(times).bytes());
}

/// A part of a text, mostly a short one.
fn part(bytes: &[u8], rng: &mut Rng) -> Range<usize> {
    let longest = *rng.pick(&[1, 4, 16, 200, bytes.len()]).unwrap_or(&1);
    let start = rng.below(bytes.len() + 1);
    start..(start + rng.below(longest + 1)).min(bytes.len())
}

/// A name or number and nothing around it, or a sign alone.
fn word(bytes: &[u8], rng: &mut Rng) -> Range<usize> {
    let at = rng.below(bytes.len());
    let letters = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
    if !bytes.get(at).is_some_and(letters) {
        return at..(at + 1).min(bytes.len());
    }
    let before = bytes[..at].iter().rev().take_while(|byte| letters(byte)).count();
    let behind = bytes[at..].iter().take_while(|byte| letters(byte)).count();
    at - before..at + behind
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_changes_a_text_in_the_same_way() {
        let changed = |seed| mutate("muac_cm >= 15.0 && muac_cm < 23.5", "smoking == 'active'", 1000, &mut Rng::new(seed));
        assert_eq!(changed(3), changed(3));
        assert!((0..100).any(|seed| changed(seed) != changed(0)));
    }

    #[test]
    fn an_empty_text_can_be_changed_too() {
        for seed in 0..2000 {
            mutate("", "", 1000, &mut Rng::new(seed));
        }
    }
}
