//! `[service.x]` and `[services.x]`.

use super::super::basics::{Confidence, Located};
use super::super::model::{CardHeading, ServiceSetSource, ServiceSource};
use super::context::Context;
use super::fields::Fields;
use super::local_text::local_text;
use super::timing::timing;
use super::values::{filled, integer, list, located, reference, text, word};
use crate::pack::tree::{Entry, Node, Tree};

pub(super) fn service<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<ServiceSource> {
    let mut fields = Fields::entry(ctx, "service", id, entry)?;
    let name = fields.required("name", local_text);
    let schedules = fields.required("schedule", schedules);
    let timing = timing(&mut fields);
    let dossier = fields.optional("dossier", list(text)).unwrap_or_default();
    let source = fields.required("source", located);
    let confidence = fields.required("confidence", word(Confidence::ALL, Confidence::as_str));
    let id = fields.id();
    fields.close();
    Some(ServiceSource { id, name: name?, schedules: schedules?, timing, dossier, source: source?, confidence: confidence? })
}

/// One schedule, or several of which the first that concerns a person is hers.
fn schedules<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Vec<Located<String>>> {
    match node.value {
        Tree::Array(_) => filled(reference("schedule", "schedule"))(ctx, node),
        _ => reference("schedule", "schedule")(ctx, node).map(|one| vec![one]),
    }
}

pub(super) fn service_set<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<ServiceSetSource> {
    let mut fields = Fields::entry(ctx, "services", id, entry)?;
    let codes = fields.required("codes", filled(reference("service", "service")));
    let heading = heading(&mut fields);
    let id = fields.id();
    fields.close();
    let codes = codes?;
    ctx.check_distinct(&codes);
    Some(ServiceSetSource { id, codes, heading })
}

/// The heading on the card of services: title and place, or neither.
fn heading(fields: &mut Fields<'_, '_>) -> Option<CardHeading> {
    let (title, place) = (fields.optional("title", local_text), fields.optional("card", integer));
    match (title, place) {
        (Some(title), Some(place)) => Some(CardHeading { title, place }),
        (None, None) => None,
        _ => {
            let message = format!("{} needs both `title` and `card` to stand on the card of services.", fields.owner());
            fields.ctx.refuse(fields.span(), message)
        }
    }
}
