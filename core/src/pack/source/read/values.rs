//! Readers of single values.

use super::super::basics::{Expr, Located};
use super::context::{Context, text_span};
use crate::fact::nearest;
use crate::pack::fault::Fault;
use crate::pack::tree::{Node, Text, Tree};

/// `true` or `false`.
pub(super) fn boolean<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<bool> {
    match node.value {
        Tree::Bool(value) => Some(value),
        _ => ctx.wrong_type(node, "`true` or `false`"),
    }
}

/// A whole number.
pub(super) fn integer<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<i64> {
    match node.value {
        Tree::Integer(value) => Some(value),
        _ => ctx.wrong_type(node, "a whole number"),
    }
}

/// A text that is not empty.
pub(super) fn text<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<String> {
    words(ctx, node).map(|text| text.value.clone().into_owned())
}

/// A text that is not empty, with its place.
pub(super) fn located<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Located<String>> {
    words(ctx, node).map(|text| Located { value: text.value.clone().into_owned(), span: text_span(node, text) })
}

/// An expression.
pub(super) fn expr<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Expr> {
    words(ctx, node).map(|text| Expr { text: text.value.clone().into_owned(), span: text_span(node, text), verbatim: text.inner.is_some() })
}

/// A list, of which each item is read alike.
pub(super) fn list<'p, T>(
    item: impl Fn(&mut Context<'p>, &'p Node<'p>) -> Option<T>,
) -> impl Fn(&mut Context<'p>, &'p Node<'p>) -> Option<Vec<T>> {
    move |ctx, node| match &node.value {
        Tree::Array(items) => Some(items.iter().filter_map(|node| item(ctx, node)).collect()),
        _ => ctx.wrong_type(node, "a list in square brackets"),
    }
}

/// A list that is not empty, of which each item is read alike.
pub(super) fn filled<'p, T>(
    item: impl Fn(&mut Context<'p>, &'p Node<'p>) -> Option<T>,
) -> impl Fn(&mut Context<'p>, &'p Node<'p>) -> Option<Vec<T>> {
    let list = list(item);
    move |ctx, node| match &node.value {
        Tree::Array(items) if items.is_empty() => ctx.refuse(node.span, "This list is empty."),
        _ => list(ctx, node),
    }
}

/// One of a few words.
pub(super) fn word<'p, T: Copy, const N: usize>(
    all: [T; N],
    name: fn(T) -> &'static str,
) -> impl Fn(&mut Context<'p>, &'p Node<'p>) -> Option<T> {
    move |ctx, node| {
        let text = words(ctx, node)?;
        let found = all.into_iter().find(|word| name(*word) == text.value);
        if found.is_none() {
            let names = all.map(name);
            let message = format!("`{}` is no word that can stand here.", text.value);
            let fault = Fault::new(text_span(node, text), message);
            ctx.fault(match nearest(&text.value, names) {
                Some(near) => fault.did_you_mean(Some(near)),
                None => fault.help(format!("Write one of `{}`.", names.join("`, `"))),
            });
        }
        found
    }
}

/// The id of an entry of a kind; `what` names the kind in words.
pub(super) fn reference<'p>(kind: &'static str, what: &'static str) -> impl Fn(&mut Context<'p>, &'p Node<'p>) -> Option<Located<String>> {
    move |ctx, node| {
        let id = located(ctx, node)?;
        let known = ctx.check_reference(kind, what, &id.value, id.span);
        known.then_some(id)
    }
}

/// A text that is not empty.
pub(super) fn words<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<&'p Text<'p>> {
    match &node.value {
        Tree::Text(text) if text.value.trim().is_empty() => ctx.refuse(node.span, "This text is empty."),
        Tree::Text(text) => Some(text),
        _ => ctx.wrong_type(node, "a text in quotes"),
    }
}
