//! `[section.x]` and `[form.x]`.

use super::super::basics::Setting;
use super::super::model::{FormSource, SectionSource};
use super::context::Context;
use super::fields::Fields;
use super::local_text::local_text;
use super::values::{boolean, filled, list, reference, word};
use super::window::window;
use crate::fact::nearest;
use crate::pack::fault::Fault;
use crate::pack::tree::Entry;
use crate::person::LifeStage;

/// The forms beside those of the life stages.
const OTHER_FORMS: [&str; 3] = ["household", "member", "area"];

pub(super) fn section<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<SectionSource> {
    let mut fields = Fields::entry(ctx, "section", id, entry)?;
    let title = fields.required("title", local_text);
    let section = SectionSource {
        id: fields.id(),
        title: title.unwrap_or_default(),
        intro: fields.optional("intro", local_text),
        facts: fields.required("facts", list(reference("fact", "fact"))).unwrap_or_default(),
        settings: fields.optional("use", list(word(Setting::ALL, Setting::as_str))).unwrap_or_default(),
        danger: flag(&mut fields, "danger"),
        private: flag(&mut fields, "private"),
        closing: flag(&mut fields, "closing"),
        services: flag(&mut fields, "services"),
        instrument: fields.optional("instrument", reference("list", "list")),
    };
    fields.close();
    ctx.check_distinct(&section.facts);
    Some(section)
}

fn flag(fields: &mut Fields<'_, '_>, key: &'static str) -> bool {
    fields.optional(key, boolean).unwrap_or(false)
}

pub(super) fn form<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<FormSource> {
    check_id(ctx, id, entry);
    let mut fields = Fields::entry(ctx, "form", id, entry)?;
    let title = fields.required("title", local_text);
    let age = if id == LifeStage::Pregnant.as_str() { fields.optional("age", window) } else { None };
    let sections = fields.required("sections", filled(reference("section", "section")));
    let id = fields.id();
    fields.close();
    let sections = sections?;
    ctx.check_distinct(&sections);
    Some(FormSource { id, title: title?, age, sections })
}

fn check_id(ctx: &mut Context<'_>, id: &str, entry: &Entry<'_>) {
    let stages = LifeStage::ALL.map(LifeStage::as_str);
    let known: Vec<_> = stages.into_iter().chain(OTHER_FORMS).collect();
    if !known.contains(&id) {
        let fault = Fault::new(entry.key_span, format!("There is no form `{id}`."));
        ctx.fault(match nearest(id, known.iter().copied()) {
            Some(near) => fault.did_you_mean(Some(near)),
            None => fault.help(format!("Forms are `{}`.", known.join("`, `"))),
        });
    }
}
