//! Texts in several languages.

use super::context::Context;
use super::values::words;
use crate::fact::{LocalText, nearest};
use crate::pack::fault::{Fault, Span};
use crate::pack::tree::Node;

/// The languages that every text must have.
const REQUIRED: [&str; 2] = ["id", "en"];

/// A text in Indonesian, English and the languages that the pack translates into.
pub(super) fn local_text<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<LocalText> {
    local_text_at(ctx, node, node.span)
}

/// The same; what is missing is said of another place, as the id of an entry that is nothing but a text.
pub(super) fn local_text_at<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>, span: Span) -> Option<LocalText> {
    let Some(table) = node.table() else {
        return ctx.wrong_type(node, "a text in Indonesian and English, `{ id = \"...\", en = \"...\" }`,");
    };
    for language in REQUIRED {
        if table.get(language).is_none() {
            ctx.fault(Fault::new(span, format!("This text is missing in `{language}`.")));
        }
    }
    let mut texts = Vec::with_capacity(table.members().len());
    for member in table.members() {
        check_language(ctx, &member.key, member.key_span);
        if let Some(text) = words(ctx, &member.node) {
            texts.push((member.key.as_ref().into(), text.value.as_ref().into()));
        }
    }
    Some(LocalText(texts))
}

/// Whether a language is one of the pack; else a fault.
pub(super) fn check_language(ctx: &mut Context<'_>, language: &str, span: Span) {
    let translated = ctx.entries.get("translation", language).is_some();
    if translated || REQUIRED.contains(&language) {
        return;
    }
    let known = ctx.entries.of("translation").map(|(id, _)| id);
    let near = nearest(language, known.chain(REQUIRED));
    let fault = Fault::new(span, format!("`{language}` is no language of this pack."));
    ctx.fault(match near {
        Some(_) => fault.did_you_mean(near),
        None => fault.help(format!("A further language needs an entry `[translation.{language}]`.")),
    });
}
