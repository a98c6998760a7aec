//! Exact numbers: no measurement and no limit ever becomes a binary fraction.

use std::cmp::Ordering;

/// An exact ratio of two 64-bit integers, always reduced, so that equal numbers have equal parts.
///
/// Arithmetic is checked: a result that does not fit is `None`.
///
/// ```
/// use siklus_core::fact::Number;
///
/// let gain = Number::parse("8.2").unwrap().sub(Number::parse("7.9").unwrap());
/// assert_eq!(gain, Number::parse("0.3"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    numerator: i64,
    /// Always positive.
    denominator: i64,
}

/// The longest number that is read.
const MAX_DIGITS: usize = 12;

impl Number {
    /// Zero.
    pub const ZERO: Self = Self::integer(0);
    /// One.
    pub const ONE: Self = Self::integer(1);

    /// A whole number.
    pub const fn integer(value: i64) -> Self {
        Self { numerator: value, denominator: 1 }
    }

    /// `digits` with `scale` of them behind the decimal point: (228, 1) is 22.8. `None` for a scale above 18.
    pub const fn decimal(digits: i64, scale: u32) -> Option<Self> {
        match 10_i64.checked_pow(scale) {
            Some(denominator) => Self::ratio(digits, denominator),
            None => None,
        }
    }

    /// The ratio of two integers; `None` when the second one is zero.
    pub const fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        Self::reduced(numerator as i128, denominator as i128)
    }

    /// Reads a plain decimal with a point: "22.8", "-3", "5". There is no exponent, no plus sign, no digit missing on either side of the
    /// point, and there are at most 12 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
            Some(_) => return None,
            None => (unsigned, ""),
        };
        if !is_digits(whole) || whole.len() + fraction.len() > MAX_DIGITS {
            return None;
        }
        let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
        let scale = u32::try_from(fraction.len()).ok()?;
        Self::decimal(if negative { -digits } else { digits }, scale)
    }

    /// The integer above the line of the reduced ratio.
    pub const fn numerator(self) -> i64 {
        self.numerator
    }

    /// The integer below the line of the reduced ratio, always positive.
    pub const fn denominator(self) -> i64 {
        self.denominator
    }

    /// The sum.
    pub const fn add(self, other: Self) -> Option<Self> {
        if self.denominator == 1 && other.denominator == 1 {
            return Self::whole(self.numerator.checked_add(other.numerator));
        }
        Self::reduced(
            self.wide() * other.wide_denominator() + other.wide() * self.wide_denominator(),
            self.wide_denominator() * other.wide_denominator(),
        )
    }

    /// The difference.
    pub const fn sub(self, other: Self) -> Option<Self> {
        if self.denominator == 1 && other.denominator == 1 {
            return Self::whole(self.numerator.checked_sub(other.numerator));
        }
        Self::reduced(
            self.wide() * other.wide_denominator() - other.wide() * self.wide_denominator(),
            self.wide_denominator() * other.wide_denominator(),
        )
    }

    /// The product.
    pub const fn mul(self, other: Self) -> Option<Self> {
        Self::reduced(self.wide() * other.wide(), self.wide_denominator() * other.wide_denominator())
    }

    /// The quotient, exact; `None` also for a division by zero.
    pub const fn div(self, other: Self) -> Option<Self> {
        Self::reduced(self.wide() * other.wide_denominator(), self.wide_denominator() * other.wide())
    }

    /// The number with the other sign.
    pub const fn neg(self) -> Option<Self> {
        Self::reduced(-self.wide(), self.wide_denominator())
    }

    /// The number without its sign.
    pub const fn abs(self) -> Option<Self> {
        if self.numerator < 0 { self.neg() } else { Some(self) }
    }

    /// Whether it is a whole number.
    pub const fn is_integer(self) -> bool {
        self.denominator == 1
    }

    /// The whole number that it is; `None` when it is none.
    pub const fn to_integer(self) -> Option<i64> {
        if self.is_integer() { Some(self.numerator) } else { None }
    }

    /// The nearest multiple of `step`; of two equally near ones the upper one, so that -0.5 becomes 0. `None` unless `step` is positive.
    pub const fn round_half_up(self, step: Self) -> Option<Self> {
        if step.numerator <= 0 {
            return None;
        }
        let (dividend, divisor) = self.in_steps(step);
        let steps = divide_half_up(dividend, divisor);
        match steps.checked_mul(step.wide()) {
            Some(numerator) => Self::reduced(numerator, step.wide_denominator()),
            None => None,
        }
    }

    /// Whether it is a whole number of steps; never for a step of zero.
    pub const fn is_multiple_of(self, step: Self) -> bool {
        let (dividend, divisor) = self.in_steps(step);
        divisor != 0 && dividend % divisor == 0
    }

    /// `self / step` as dividend and divisor.
    const fn in_steps(self, step: Self) -> (i128, i128) {
        (self.wide() * step.wide_denominator(), self.wide_denominator() * step.wide())
    }

    const fn whole(value: Option<i64>) -> Option<Self> {
        match value {
            Some(value) => Some(Self::integer(value)),
            None => None,
        }
    }

    const fn wide(self) -> i128 {
        self.numerator as i128
    }

    const fn wide_denominator(self) -> i128 {
        self.denominator as i128
    }

    /// The reduced ratio, `None` when it divides by zero or does not fit.
    const fn reduced(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        if let (Some(numerator), Some(denominator @ 1..)) = (narrow(numerator), narrow(denominator)) {
            return Some(Self::reduced_narrow(numerator, denominator));
        }
        let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs()) as i128;
        let sign = denominator.signum();
        match (narrow(numerator / divisor * sign), narrow(denominator / divisor * sign)) {
            (Some(numerator), Some(denominator)) => Some(Self { numerator, denominator }),
            _ => None,
        }
    }

    /// The reduced ratio in 64 bits: a 128-bit division is slow on a small phone. The denominator is positive.
    const fn reduced_narrow(numerator: i64, denominator: i64) -> Self {
        if denominator == 1 {
            return Self::integer(numerator);
        }
        // At most the denominator, and so an i64.
        let divisor = common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs()) as i64;
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        let left = self.wide() * other.wide_denominator();
        left.cmp(&(other.wide() * self.wide_denominator()))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The nearest integer to the quotient of two integers, the upper of two; the divisor is positive.
pub(super) const fn divide_half_up(dividend: i128, divisor: i128) -> i128 {
    if let (Some(dividend), Some(divisor)) = (narrow(dividend), narrow(divisor)) {
        let (quotient, rest) = (dividend.div_euclid(divisor), dividend.rem_euclid(divisor));
        return quotient as i128 + (rest >= divisor - rest) as i128;
    }
    let quotient = dividend.div_euclid(divisor);
    let rest = dividend.rem_euclid(divisor);
    if rest >= divisor - rest { quotient + 1 } else { quotient }
}

const fn narrow(value: i128) -> Option<i64> {
    if value < i64::MIN as i128 || value > i64::MAX as i128 { None } else { Some(value as i64) }
}

const fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while a > u64::MAX as u128 || b > u64::MAX as u128 {
        if b == 0 {
            return a;
        }
        (a, b) = (b, a % b);
    }
    common_divisor(a as u64, b as u64) as u128
}

/// By Euclid.
const fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests;
