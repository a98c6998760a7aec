//! `[pack]`, `[document.x]`, `[text.x]` and `[translation.x]`.

use super::super::basics::Confidence;
use super::super::model::{DocumentSource, LanguageSource, Meta, TextSource};
use super::context::Context;
use super::fields::Fields;
use super::local_text::{check_language, local_text, local_text_at};
use super::values::{filled, list, located, text, word};
use crate::pack::fault::Span;
use crate::pack::tree::Entry;

pub(super) fn meta(ctx: &mut Context<'_>) -> Option<Meta> {
    let Some(entry) = ctx.entries.get("pack", "") else {
        let help = "Write `[pack]` with `id`, `version` and `title`.";
        return ctx.refuse_with(Span::NONE, "The pack does not say what it is called.", help);
    };
    let mut fields = Fields::entry(ctx, "pack", "", entry)?;
    let id = fields.required("id", text);
    let version = fields.required("version", text);
    let title = fields.required("title", local_text);
    fields.close();
    Some(Meta { id: id?, version: version?, title: title? })
}

pub(super) fn document<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<DocumentSource> {
    let mut fields = Fields::entry(ctx, "document", id, entry)?;
    let cites = fields.required("cites", filled(text));
    let title = fields.required("title", local_text);
    let confidence = fields.required("confidence", word(Confidence::ALL, Confidence::as_str));
    let id = fields.id();
    fields.close();
    Some(DocumentSource { id, cites: cites?, title: title?, confidence: confidence? })
}

pub(super) fn text_entry<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<TextSource> {
    let text = local_text_at(ctx, &entry.node, entry.key_span)?;
    Some(TextSource { id: super::super::basics::Located { value: id.to_owned(), span: entry.key_span }, text })
}

pub(super) fn language<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<LanguageSource> {
    let mut fields = Fields::entry(ctx, "translation", id, entry)?;
    let name = fields.required("name", text);
    let fallback = fields.optional("fallback", list(located)).unwrap_or_default();
    // Read before everything else, into the texts that they translate.
    fields.node("texts");
    let id = fields.id();
    fields.close();
    for language in &fallback {
        check_language(ctx, &language.value, language.span);
    }
    Some(LanguageSource { id, name: name?, fallback })
}
