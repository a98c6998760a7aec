//! Answers to facts that stand in a pack: what a gate asks for, and the default of a setting.

use super::context::{Context, text_span};
use crate::fact::{CodeSet, FactDef, FactKind, Number, Symbol, Symbols, Value, nearest};
use crate::pack::fault::{Fault, Span};
use crate::pack::tree::{Node, Tree};

/// An answer that the fact can have; else a fault.
pub(super) fn answer(ctx: &mut Context<'_>, symbols: &Symbols, fact: &FactDef, node: &Node<'_>) -> Option<Value> {
    match (&fact.kind, &node.value) {
        (FactKind::Bool, Tree::Bool(value)) => Some(Value::Bool(*value)),
        (FactKind::Date { .. }, Tree::Date(date)) => Some(Value::Date(*date)),
        (FactKind::Number { .. }, Tree::Integer(value)) => number(ctx, fact, node.span, Number::integer(*value)),
        (FactKind::Number { integer: false, .. }, Tree::Decimal(text)) => match Number::parse(text) {
            Some(value) => number(ctx, fact, node.span, value),
            None => ctx.refuse(node.span, "This number has too many digits."),
        },
        (FactKind::Choice(_), Tree::Text(text)) => {
            let span = text_span(node, text);
            code(ctx, symbols, fact, span, &text.value).map(|(code, _)| Value::Code(code))
        }
        (FactKind::Choices(_), Tree::Array(items)) => codes(ctx, symbols, fact, items),
        (kind, _) => ctx.wrong_type(node, expected(kind)),
    }
}

fn number(ctx: &mut Context<'_>, fact: &FactDef, span: Span, value: Number) -> Option<Value> {
    let FactKind::Number { step, min, max, .. } = &fact.kind else {
        return None;
    };
    let below = min.is_some_and(|min| value < min);
    let above = max.is_some_and(|max| value > max);
    if below || above {
        return ctx.refuse(span, format!("{value} is outside the range of `{}`.", fact.id));
    }
    if !value.is_multiple_of(*step) {
        let message = format!("{value} is not a multiple of {step}, the step of `{}`.", fact.id);
        return ctx.refuse(span, message);
    }
    Some(Value::Number(value))
}

fn code(ctx: &mut Context<'_>, symbols: &Symbols, fact: &FactDef, span: Span, code: &str) -> Option<(Symbol, usize)> {
    let symbol = symbols.find(code);
    let found = symbol.and_then(|symbol| Some((symbol, fact.place_of(symbol)?)));
    if found.is_none() {
        let known = fact.kind.choices().iter().map(|c| symbols.code(c.code));
        let names: Vec<_> = known.clone().collect();
        let message = format!("`{code}` is no answer to `{}`.", fact.id);
        let fault = Fault::new(span, message);
        ctx.fault(match nearest(code, known) {
            Some(near) => fault.did_you_mean(Some(near)),
            None => fault.help(format!("Its answers are `{}`.", names.join("`, `"))),
        });
    }
    found
}

fn codes(ctx: &mut Context<'_>, symbols: &Symbols, fact: &FactDef, items: &[Node<'_>]) -> Option<Value> {
    items
        .iter()
        .try_fold(CodeSet::EMPTY, |set, node| {
            let Tree::Text(text) = &node.value else {
                return ctx.wrong_type(node, "the code of an answer in quotes");
            };
            let span = text_span(node, text);
            let (_, place) = code(ctx, symbols, fact, span, &text.value)?;
            set.with(place)
        })
        .map(Value::Codes)
}

fn expected(kind: &FactKind) -> &'static str {
    match kind {
        FactKind::Bool => "`true` or `false`",
        FactKind::Number { integer: true, .. } => "a whole number",
        FactKind::Number { .. } => "a number",
        FactKind::Choice(_) => "the code of an answer in quotes",
        FactKind::Choices(_) => "a list of codes of answers",
        FactKind::Date { .. } => "a date",
        FactKind::Text { .. } => "nothing",
    }
}
