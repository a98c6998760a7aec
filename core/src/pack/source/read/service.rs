//! `[service.x]` and `[services.x]`.

use super::super::basics::Confidence;
use super::super::model::{ServiceSetSource, ServiceSource};
use super::context::Context;
use super::fields::Fields;
use super::local_text::local_text;
use super::values::{filled, list, located, reference, text, word};
use crate::pack::tree::Entry;

pub(super) fn service<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<ServiceSource> {
    let mut fields = Fields::entry(ctx, "service", id, entry)?;
    let name = fields.required("name", local_text);
    let dossier = fields.optional("dossier", list(text)).unwrap_or_default();
    let source = fields.required("source", located);
    let confidence = fields.required("confidence", word(Confidence::ALL, Confidence::as_str));
    let id = fields.id();
    fields.close();
    Some(ServiceSource { id, name: name?, dossier, source: source?, confidence: confidence? })
}

pub(super) fn service_set<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<ServiceSetSource> {
    let mut fields = Fields::entry(ctx, "services", id, entry)?;
    let codes = fields.required("codes", filled(reference("service", "service")));
    let id = fields.id();
    fields.close();
    let codes = codes?;
    ctx.check_distinct(&codes);
    Some(ServiceSetSource { id, codes })
}
