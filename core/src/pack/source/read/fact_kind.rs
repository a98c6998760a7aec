//! The type of a fact and what belongs to it.

use super::context::{Context, text_span};
use super::fields::Fields;
use super::local_text::local_text;
use super::names::is_code;
use super::values::{boolean, text, word, words};
use crate::fact::{Choice, CodeSet, FactKind, Number, Pattern, Symbols};
use crate::pack::fault::Fault;
use crate::pack::tree::{Member, Node, Tree};

/// What some types have and others have not.
const OF_TYPES: [&str; 6] = ["unit", "step", "range", "choices", "future", "pattern"];

/// The word that stands for an answer that the family does not know.
const UNKNOWN: &str = "unknown";

/// The types of facts, by the word for them.
#[derive(Clone, Copy)]
enum Type {
    Bool,
    Integer,
    Decimal,
    Choice,
    Choices,
    Date,
    Text,
}

impl Type {
    const ALL: [Self; 7] = [Self::Bool, Self::Integer, Self::Decimal, Self::Choice, Self::Choices, Self::Date, Self::Text];

    fn as_str(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Date => "date",
            Self::Text => "text",
        }
    }
}

/// Reads `type` and the fields that this type has.
pub(super) fn kind(fields: &mut Fields<'_, '_>, symbols: &mut Symbols) -> Option<FactKind> {
    match fields.required("type", word(Type::ALL, Type::as_str)) {
        // Not to be refused as well: each belongs to some type.
        None => {
            for key in OF_TYPES {
                fields.node(key);
            }
            None
        }
        Some(Type::Bool) => Some(FactKind::Bool),
        Some(Type::Integer) => integer_kind(fields),
        Some(Type::Decimal) => decimal_kind(fields),
        Some(Type::Choice) => choices(fields, symbols).map(FactKind::Choice),
        Some(Type::Choices) => choices(fields, symbols).map(FactKind::Choices),
        Some(Type::Date) => Some(FactKind::Date { future: fields.optional("future", boolean).unwrap_or(false) }),
        Some(Type::Text) => Some(FactKind::Text { pattern: fields.optional("pattern", pattern) }),
    }
}

fn integer_kind(fields: &mut Fields<'_, '_>) -> Option<FactKind> {
    let step = match fields.node("step") {
        Some(node) => whole(fields.ctx, node),
        None => Some(Number::ONE),
    };
    number_kind(fields, true, step)
}

fn decimal_kind(fields: &mut Fields<'_, '_>) -> Option<FactKind> {
    let step = fields.required("step", number);
    number_kind(fields, false, step)
}

fn number_kind(fields: &mut Fields<'_, '_>, integer: bool, step: Option<Number>) -> Option<FactKind> {
    let unit = fields.optional("unit", text);
    let read = if integer { whole } else { number };
    let range = fields.required("range", |ctx, node| range(ctx, node, read));
    let (step, (min, max)) = (step?, range?);
    check_step(fields, step, [min, max])?;
    Some(FactKind::Number { integer, unit: unit.map(Into::into), step, min: Some(min), max: Some(max) })
}

/// The lowest and the highest accepted value.
fn range<'p>(
    ctx: &mut Context<'p>,
    node: &'p Node<'p>,
    read: fn(&mut Context<'p>, &'p Node<'p>) -> Option<Number>,
) -> Option<(Number, Number)> {
    let Tree::Array(items) = &node.value else {
        return ctx.wrong_type(node, "a list of the lowest and the highest value");
    };
    let [min, max] = items.as_slice() else {
        return ctx.refuse_with(node.span, "A range has two numbers.", "Write `[5.0, 60.0]`.");
    };
    let (min, max) = (read(ctx, min), read(ctx, max));
    let (min, max) = (min?, max?);
    if min >= max {
        let message = format!("The range ends at {max} and begins at {min}.");
        return ctx.refuse(node.span, message);
    }
    Some((min, max))
}

/// Both limits are multiples of the step, so that both can be entered.
fn check_step(fields: &mut Fields<'_, '_>, step: Number, limits: [Number; 2]) -> Option<()> {
    let span = fields.node("step").map_or(fields.span(), |node| node.span);
    if step <= Number::ZERO {
        let message = format!("A step of {step} leads nowhere.");
        return fields.ctx.refuse(span, message);
    }
    if limits.iter().all(|limit| limit.is_multiple_of(step)) {
        return Some(());
    }
    let [min, max] = limits;
    let message = format!("The step {step} does not divide the limits {min} and {max}.");
    let help = "Both limits of the range must be values that can be entered.";
    fields.ctx.refuse_with(span, message, help)
}

/// A whole number.
fn whole<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Number> {
    match node.value {
        Tree::Integer(value) => Some(Number::integer(value)),
        _ => ctx.wrong_type(node, "a whole number"),
    }
}

/// A number, with or without a point.
pub(super) fn number<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Number> {
    match &node.value {
        Tree::Integer(value) => Some(Number::integer(*value)),
        Tree::Decimal(text) => {
            let number = Number::parse(text);
            number.or_else(|| ctx.refuse(node.span, "This number has too many digits."))
        }
        _ => ctx.wrong_type(node, "a number"),
    }
}

fn choices(fields: &mut Fields<'_, '_>, symbols: &mut Symbols) -> Option<Vec<Choice>> {
    fields.required("choices", |ctx, node| {
        let Some(table) = node.table() else {
            return ctx.wrong_type(node, "a table of codes and labels");
        };
        let members = table.members();
        if members.is_empty() {
            return ctx.refuse(node.span, "There is nothing to choose from.");
        }
        if let Some(beyond) = members.get(CodeSet::CAPACITY) {
            let message = format!("More than {} choices.", CodeSet::CAPACITY);
            return ctx.refuse(beyond.key_span, message);
        }
        let choices = members.iter().filter_map(|member| choice(ctx, symbols, member));
        Some(choices.collect())
    })
}

fn choice<'p>(ctx: &mut Context<'p>, symbols: &mut Symbols, member: &'p Member<'p>) -> Option<Choice> {
    let code = member.key.as_ref();
    if !is_code(code) {
        let fault = Fault::new(member.key_span, format!("`{code}` cannot be the code of an answer."));
        ctx.fault(fault.help("Write it with small letters, digits and `_`."));
    }
    if code == UNKNOWN {
        let fault = Fault::new(member.key_span, "`unknown` cannot be one of the choices.");
        ctx.fault(fault.help("Every fact can be answered with `unknown`; leave it out here."));
    }
    let label = local_text(ctx, &member.node)?;
    Some(Choice { code: symbols.intern(code), label })
}

fn pattern<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Pattern> {
    let text = words(ctx, node)?;
    match Pattern::new(&text.value) {
        Ok(pattern) => Some(pattern),
        Err(error) => ctx.refuse(text_span(node, text), format!("This is {error}.")),
    }
}
