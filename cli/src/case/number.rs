//! The notation of numbers. A case file writes them as a form would show them: digits, at most one decimal point, a minus before them.

/// As many digits as the core's exact numbers take.
const MOST_DIGITS: usize = 12;

/// Whether a number is in plain notation, without exponent, plus sign, underscore, another base, infinity or "not a number".
pub(crate) fn is_plain(literal: &str) -> bool {
    let unsigned = literal.strip_prefix('-').unwrap_or(literal);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction)
}

/// A whole number in plain notation. One of more digits than any fact takes becomes the largest, so that its range refuses it.
pub(crate) fn whole_number(literal: &str) -> Option<i64> {
    if !is_plain(literal) || literal.contains('.') {
        return None;
    }
    let largest = if literal.starts_with('-') { i64::MIN } else { i64::MAX };
    Some(literal.parse().unwrap_or(largest))
}

/// Whether a number has no more digits than can be counted with.
pub(crate) fn is_short(literal: &str) -> bool {
    literal.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS
}
