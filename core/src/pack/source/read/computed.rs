//! `[derived.x]`, `[list.x]` and `[readings.x]`.

use super::super::basics::{Confidence, Expr, Located};
use super::super::model::{BandSource, DerivedSource, ListSource, ReadingsSource};
use super::context::Context;
use super::fields::Fields;
use super::local_text::local_text;
use super::names::is_name;
use super::values::{boolean, expr, filled, integer, list, located, reference, text, word};
use crate::pack::fault::{Fault, Span};
use crate::pack::tree::{Entry, Node};
use std::collections::BTreeSet;

pub(super) fn derived<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<DerivedSource> {
    let mut fields = Fields::entry(ctx, "derived", id, entry)?;
    let value = fields.required("value", expr);
    let applies = fields.optional("applies", expr);
    let unit = fields.optional("unit", located);
    let label = fields.optional("label", local_text);
    let id = fields.id();
    fields.close();
    Some(DerivedSource { id, value: value?, applies, unit, label })
}

pub(super) fn list_of<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<ListSource> {
    let mut fields = Fields::entry(ctx, "list", id, entry)?;
    let of = fields.required("of", filled(expr));
    let list = ListSource {
        id: fields.id(),
        of: of.unwrap_or_default(),
        scored: fields.optional("scored", boolean).unwrap_or(false),
        title: fields.optional("title", local_text),
        period: fields.optional("period", text),
        note: fields.optional("note", text),
        bands: fields.optional("bands", list(band)).unwrap_or_default(),
        dossier: fields.optional("dossier", list(text)).unwrap_or_default(),
        source: fields.optional("source", located),
        confidence: fields.optional("confidence", word(Confidence::ALL, Confidence::as_str)),
    };
    check_instrument(&mut fields, &list);
    fields.close();
    check_bands(ctx, &list.bands);
    Some(list)
}

/// An instrument is shown by its title.
fn check_instrument(fields: &mut Fields<'_, '_>, list: &ListSource) {
    if list.scored && list.title.is_none() {
        let message = format!("{} is scored and has no `title`.", fields.owner());
        let fault = Fault::new(fields.span(), message);
        fields.ctx.fault(fault.help("An instrument is shown by its title."));
    }
}

/// The facts that scored instruments name as items.
pub(super) fn scored_facts(lists: &[ListSource]) -> BTreeSet<&str> {
    let instruments = lists.iter().filter(|list| list.scored);
    let items = instruments.flat_map(|list| &list.of);
    items.map(|item| item.text.trim()).filter(|item| is_name(item)).collect()
}

fn band<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Located<BandSource>> {
    let mut fields = Fields::part(ctx, "This band", node)?;
    let min = fields.required("min", integer);
    let max = fields.required("max", integer);
    let code = fields.optional("code", text);
    let finding = fields.optional("finding", reference("rule", "rule"));
    let label = fields.optional("label", local_text);
    fields.close();
    let value = BandSource { min: min?, max: max?, code, finding, label };
    Some(Located { value, span: node.span })
}

/// Each sum of an instrument means one thing.
fn check_bands(ctx: &mut Context<'_>, bands: &[Located<BandSource>]) {
    for (index, band) in bands.iter().enumerate() {
        let BandSource { min, max, .. } = band.value;
        if max < min {
            ctx.fault(Fault::new(band.span, format!("This band goes from {min} down to {max}.")));
        }
        let before = bands.iter().take(index).map(|other| &other.value);
        if before.into_iter().any(|other| other.min <= max && min <= other.max) {
            ctx.fault(Fault::new(band.span, "This band overlaps another one of the list."));
        }
    }
}

/// When a reading is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum There {
    All,
    Any,
}

impl There {
    const BOTH: [Self; 2] = [Self::All, Self::Any];

    fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Any => "any",
        }
    }
}

pub(super) fn readings<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<ReadingsSource> {
    let mut fields = Fields::entry(ctx, "readings", id, entry)?;
    let of = fields.required("of", filled(reading));
    let there = fields.required("there", word(There::BOTH, There::as_str));
    let label = fields.optional("label", local_text);
    let id = fields.id();
    fields.close();
    Some(ReadingsSource { id, of: of?, all: there? == There::All, label })
}

fn reading<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Vec<(Located<String>, Expr)>> {
    let Some(table) = node.table() else {
        return ctx.wrong_type(node, "a table of fields, `{ field = \"...\" }`,");
    };
    if table.members().is_empty() {
        return ctx.refuse(node.span, "This reading has no field.");
    }
    let members = table.members().iter();
    let fields = members.filter_map(|member| {
        check_field(ctx, &member.key, member.key_span);
        let field = Located { value: member.key.clone().into_owned(), span: member.key_span };
        Some((field, expr(ctx, &member.node)?))
    });
    Some(fields.collect())
}

/// How fields of readings and columns of tables are named.
pub(super) fn check_field(ctx: &mut Context<'_>, name: &str, span: Span) {
    if !is_name(name) {
        let fault = Fault::new(span, format!("`{name}` cannot be named in an expression."));
        ctx.fault(fault.help("Write it with small letters, digits and `_`."));
    }
}
