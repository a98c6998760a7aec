//! `only_if`: what must hold of other facts for a fact to apply.

use super::answer::answer;
use super::context::{Context, text_span};
use super::fact::Facts;
use super::fields::Fields;
use super::values::{boolean, words};
use crate::fact::{FactDef, FactKind, Gate, GateTest, Value};
use crate::pack::fault::{Fault, Span};
use crate::pack::tree::{Node, Tree};
use std::collections::BTreeSet;

/// The gates of a fact: one table, or a list of which each must be met.
pub(super) fn gates<'p>(ctx: &mut Context<'p>, facts: &Facts, node: &'p Node<'p>) -> Vec<Gate> {
    match &node.value {
        Tree::Array(items) => items.iter().filter_map(|item| gate(ctx, facts, item)).collect(),
        _ => gate(ctx, facts, node).into_iter().collect(),
    }
}

fn gate<'p>(ctx: &mut Context<'p>, facts: &Facts, node: &'p Node<'p>) -> Option<Gate> {
    let mut fields = Fields::part(ctx, "This condition", node)?;
    let fact = fields.required("fact", words_node);
    let is = fields.node("is");
    let within = fields.node("in");
    let not_in = fields.node("not_in");
    fields.close();
    let (name, span) = fact?;
    ctx.check_reference("fact", "fact", name, span);
    let id = facts.find(name)?;
    let of = facts.get(id)?;
    let test = match (is, within, not_in) {
        (Some(is), None, None) => GateTest::Is(yes_or_no(ctx, of, is)?),
        (None, Some(list), None) => GateTest::In(values(ctx, facts, of, list)?),
        (None, None, Some(list)) => GateTest::NotIn(values(ctx, facts, of, list)?),
        _ => {
            let message = "This condition needs exactly one of `is`, `in` and `not_in`.";
            return ctx.refuse_with(node.span, message, "As `{ fact = \"cough\", is = true }`.");
        }
    };
    Some(Gate { fact: id, test })
}

fn words_node<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<(&'p str, Span)> {
    let text = words(ctx, node)?;
    Some((&text.value, text_span(node, text)))
}

fn yes_or_no<'p>(ctx: &mut Context<'p>, fact: &FactDef, node: &'p Node<'p>) -> Option<bool> {
    if fact.kind == FactKind::Bool {
        return boolean(ctx, node);
    }
    let message = format!("`{}` is no yes/no question, so `is` says nothing of it.", fact.id);
    ctx.refuse_with(node.span, message, "Name its answers: `in = [\"...\"]`.")
}

fn values(ctx: &mut Context<'_>, facts: &Facts, fact: &FactDef, node: &Node<'_>) -> Option<Vec<Value>> {
    let list = matches!(fact.kind, FactKind::Choice(_) | FactKind::Number { integer: true, .. });
    if !list {
        let message = format!("`{}` has no answers to list.", fact.id);
        let help = "`in` and `not_in` are for facts of one choice and for whole numbers.";
        return ctx.refuse_with(node.span, message, help);
    }
    match &node.value {
        Tree::Array(items) if !items.is_empty() => items.iter().map(|item| answer(ctx, facts.symbols(), fact, item)).collect(),
        _ => ctx.wrong_type(node, "a list of answers, not empty,"),
    }
}

/// Refuses gates that go in a circle: then nothing of it could ever be asked.
pub(super) fn check_circles(ctx: &mut Context<'_>, facts: &[FactDef]) {
    let mut done = BTreeSet::new();
    for start in 0..facts.len() {
        if let Some(circle) = circle_from(start, facts, &mut done) {
            report_circle(ctx, facts, &circle);
        }
    }
}

/// Follows the gates depth first, with its own stack, so that no chain of gates is too long. Passes over what is `done`: it leads into no
/// circle, or into one that was found before.
fn circle_from(start: usize, facts: &[FactDef], done: &mut BTreeSet<usize>) -> Option<Vec<usize>> {
    let mut path = vec![(start, 0)];
    while let Some((fact, gate)) = path.last_mut() {
        let next = facts.get(*fact).and_then(|def| def.gates.get(*gate));
        *gate += 1;
        let Some(next) = next.map(|gate| usize::from(gate.fact.0)) else {
            done.insert(*fact);
            path.pop();
            continue;
        };
        if let Some(first) = path.iter().position(|(fact, _)| *fact == next) {
            done.extend(path.iter().map(|(fact, _)| *fact));
            return Some(path.iter().skip(first).map(|(fact, _)| *fact).collect());
        }
        if !done.contains(&next) {
            path.push((next, 0));
        }
    }
    None
}

fn report_circle(ctx: &mut Context<'_>, facts: &[FactDef], circle: &[usize]) {
    let ids: Vec<&str> = circle.iter().chain(circle.first()).filter_map(|fact| facts.get(*fact)).map(|fact| fact.id.as_ref()).collect();
    let first = ids.first().copied().unwrap_or_default();
    let span = ctx.entries.get("fact", first).map_or(Span::NONE, |entry| entry.key_span);
    let message = format!("These facts wait for each other: {}.", ids.join(" -> "));
    ctx.fault(Fault::new(span, message).help("Remove `only_if` from one of them."));
}
