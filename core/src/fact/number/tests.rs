//! The laws of exact numbers.

use proptest::prelude::*;

use super::*;
use crate::fact::fixtures::number;

/// The reduced ratio in 128 bits, if its parts fit into 64.
fn expected(numerator: i128, denominator: i128) -> Option<(i64, i64)> {
    let (mut a, mut b) = (numerator.abs(), denominator.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let divisor = a * denominator.signum();
    let reduced = (numerator.checked_div(divisor)?, denominator.checked_div(divisor)?);
    Some((reduced.0.try_into().ok()?, reduced.1.try_into().ok()?))
}

fn parts(number: Option<Number>) -> Option<(i64, i64)> {
    number.map(|number| (number.numerator(), number.denominator()))
}

/// Small numbers and some at the end of what fits.
fn any_part() -> impl Strategy<Value = i64> {
    prop_oneof![4 => -10_000..10_000_i64, 1 => any::<i64>(), 1 => Just(i64::MIN), 1 => Just(i64::MAX)]
}

fn any_number() -> impl Strategy<Value = Number> {
    (any_part(), any_part()).prop_filter_map("divides by zero", |(a, b)| Number::ratio(a, b))
}

fn small_number() -> impl Strategy<Value = Number> {
    (-10_000..10_000_i64, 1..1_000_i64).prop_filter_map("never", |(a, b)| Number::ratio(a, b))
}

#[test]
fn decimals_are_exact() {
    assert_eq!(number("8.2").sub(number("7.9")), Some(number("0.3")));
    assert_eq!(number("0.1").add(number("0.2")), Some(number("0.3")));
    assert!(number("22.95") < number("23.0"));
    assert!(number("23.5") >= number("23.50"));
}

#[test]
fn a_plain_decimal_is_read() {
    assert_eq!(Number::parse("22.8"), Number::decimal(228, 1));
    assert_eq!(Number::parse("-3"), Some(Number::integer(-3)));
    assert_eq!(Number::parse("-0.5"), Number::ratio(-1, 2));
    assert_eq!(Number::parse("007"), Some(Number::integer(7)));
    assert_eq!(Number::parse("-0"), Some(Number::ZERO));
    assert_eq!(Number::parse("123456789012"), Some(Number::integer(123_456_789_012)));
    assert_eq!(Number::parse("1.23456789012"), Number::decimal(123_456_789_012, 11));
}

#[test]
fn anything_else_is_not_read() {
    let refused = [
        "",
        "-",
        ".",
        "5.",
        ".5",
        "-.5",
        "+5",
        "1e3",
        "1_000",
        "1,5",
        "1.2.3",
        "--5",
        "5 ",
        " 5",
        "٣",
        "inf",
        "nan",
        "0x1",
        "1234567890123",
        "123456789012.0",
        "5.-1",
    ];
    for text in refused {
        assert_eq!(Number::parse(text), None, "{text}");
    }
}

#[test]
fn halves_are_rounded_up() {
    let round = |value, step| number(value).round_half_up(number(step)).unwrap();
    assert_eq!(round("-0.5", "1"), Number::ZERO);
    assert_eq!(round("0.5", "1"), Number::ONE);
    assert_eq!(round("-0.51", "1"), number("-1"));
    assert_eq!(round("22.95", "0.1"), number("23.0"));
    assert_eq!(round("22.949", "0.1"), number("22.9"));
    assert_eq!(round("7.24", "0.5"), number("7.0"));
    assert_eq!(round("7.25", "0.5"), number("7.5"));
    assert_eq!(Number::ONE.round_half_up(Number::ZERO), None);
    assert_eq!(Number::ONE.round_half_up(number("-1")), None);
}

#[test]
fn the_body_mass_index_is_rounded_from_the_exact_quotient() {
    let height = number("1.5");
    let bmi = number("51.6375").div(height.mul(height).unwrap()).unwrap();
    assert_eq!(bmi, number("22.95"));
    assert_eq!(bmi.round_half_up(number("0.1")), Some(number("23")));
}

#[test]
fn multiples_of_a_step() {
    assert!(number("22.8").is_multiple_of(number("0.1")));
    assert!(!number("22.85").is_multiple_of(number("0.1")));
    assert!(number("-7.5").is_multiple_of(number("0.5")));
    assert!(Number::ZERO.is_multiple_of(number("0.1")));
    assert!(!Number::ONE.is_multiple_of(Number::ZERO));
}

#[test]
fn what_does_not_fit_is_none() {
    let most = Number::integer(i64::MAX);
    assert_eq!(most.add(Number::ONE), None);
    assert_eq!(most.mul(most), None);
    assert_eq!(Number::integer(i64::MIN).neg(), None);
    assert_eq!(Number::integer(i64::MIN).abs(), None);
    assert_eq!(Number::ONE.div(Number::ZERO), None);
    assert_eq!(Number::ratio(1, 0), None);
    assert_eq!(Number::ratio(1, i64::MIN), None);
    assert_eq!(Number::decimal(1, 19), None);
}

#[test]
fn only_whole_numbers_are_integers() {
    assert_eq!(number("3.0").to_integer(), Some(3));
    assert_eq!(number("3.1").to_integer(), None);
}

proptest! {
    #[test]
    fn a_ratio_is_reduced_and_has_a_positive_denominator(a in any_part(), b in any_part()) {
        prop_assert_eq!(parts(Number::ratio(a, b)), expected(a.into(), b.into()));
    }

    #[test]
    fn arithmetic_is_that_of_fractions(a in any_number(), b in any_number()) {
        let (an, ad, bn, bd) = (a.wide(), a.wide_denominator(), b.wide(), b.wide_denominator());
        prop_assert_eq!(parts(a.add(b)), expected(an * bd + bn * ad, ad * bd));
        prop_assert_eq!(parts(a.sub(b)), expected(an * bd - bn * ad, ad * bd));
        prop_assert_eq!(parts(a.mul(b)), expected(an * bn, ad * bd));
        prop_assert_eq!(parts(a.div(b)), expected(an * bd, ad * bn));
        prop_assert_eq!(parts(a.neg()), expected(-an, ad));
        prop_assert_eq!(parts(a.abs()), expected(an.abs(), ad));
    }

    #[test]
    fn small_numbers_are_a_field(a in small_number(), b in small_number(), c in small_number()) {
        prop_assert_eq!(a.add(b), b.add(a));
        prop_assert_eq!(a.mul(b), b.mul(a));
        prop_assert_eq!(a.add(b).unwrap().add(c), a.add(b.add(c).unwrap()));
        prop_assert_eq!(a.mul(b).unwrap().mul(c), a.mul(b.mul(c).unwrap()));
        let apart = a.mul(b).unwrap().add(a.mul(c).unwrap());
        prop_assert_eq!(a.mul(b.add(c).unwrap()), apart);
        prop_assert_eq!(a.add(b).unwrap().sub(b), Some(a));
        prop_assert!(b == Number::ZERO || a.mul(b).unwrap().div(b) == Some(a));
    }

    #[test]
    fn the_order_is_that_of_fractions(a in any_number(), b in any_number()) {
        let (left, right) = (a.wide() * b.wide_denominator(), b.wide() * a.wide_denominator());
        prop_assert_eq!(a.cmp(&b), left.cmp(&right));
        prop_assert_eq!(a == b, left == right);
    }

    #[test]
    fn rounding_gives_the_nearest_multiple(a in small_number(), step in small_number()) {
        prop_assume!(step > Number::ZERO);
        let rounded = a.round_half_up(step).unwrap();
        let up = rounded.sub(a).unwrap();
        let half = step.div(Number::integer(2)).unwrap();
        prop_assert!(rounded.is_multiple_of(step));
        prop_assert!(up <= half && up > half.neg().unwrap());
        prop_assert_eq!(a == rounded, a.is_multiple_of(step));
    }

    #[test]
    fn nothing_overflows(a in any_number(), b in any_number()) {
        let _ = (a.round_half_up(b), a.is_multiple_of(b));
    }
}
