//! Ages from one limit to another.

use super::super::basics::{AgeUnit, Window};
use super::context::{Context, text_span};
use super::values::words;
use crate::pack::tree::Node;

/// The oldest age that somebody can have, in years.
const OLDEST_YEARS: i32 = 130;

const FORMS: &str = "Write it as `0..28 days`, `6..71 months` or `60.. years`.";

/// `"6..71 months"`, `"60.. years"`: both limits belong to it.
pub(super) fn window<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Window> {
    let text = words(ctx, node)?;
    let span = text_span(node, text);
    let Some(window) = parse(&text.value) else {
        return ctx.refuse_with(span, format!("`{}` is no range of ages.", text.value), FORMS);
    };
    let limits = [Some(window.from), window.to];
    if window.to.is_some_and(|to| to < window.from) {
        return ctx.refuse(span, format!("`{}` ends before it begins.", text.value));
    }
    if limits.into_iter().flatten().any(|age| age > oldest(window.unit)) {
        return ctx.refuse(span, format!("`{}` is older than anybody becomes.", text.value));
    }
    Some(window)
}

fn parse(text: &str) -> Option<Window> {
    let (range, unit) = text.split_once(' ')?;
    let unit = match unit {
        "days" => AgeUnit::Days,
        "months" => AgeUnit::Months,
        "years" => AgeUnit::Years,
        _ => return None,
    };
    let (from, to) = range.split_once("..")?;
    let to = if to.is_empty() { None } else { Some(age(to)?) };
    Some(Window { unit, from: age(from)?, to })
}

fn age(text: &str) -> Option<i32> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn oldest(unit: AgeUnit) -> i32 {
    match unit {
        AgeUnit::Days => OLDEST_YEARS * 366,
        AgeUnit::Months => OLDEST_YEARS * 12,
        AgeUnit::Years => OLDEST_YEARS,
    }
}
