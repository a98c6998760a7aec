//! Reads every kind of entry.

use super::super::model::Source;
use super::computed::{derived, list_of, readings, scored_facts};
use super::context::Context;
use super::document::{document, language, meta, text_entry};
use super::fact::dictionary;
use super::form::{form, section};
use super::rule::{group, ladder, rule};
use super::service::{service, service_set};
use super::table::table;
use super::timing::{completeness, schedule, series, spacing};
use super::{citation, names, translation};
use crate::pack::fault::{Fault, SourceFile};
use crate::pack::tree::Entries;

/// The typed entries of a pack, or everything that is wrong with them. Its canonical form and files are left to be filled in.
pub(in super::super) fn resolve(mut entries: Entries<'_>, files: &[SourceFile]) -> Result<Source, Vec<Fault>> {
    let mut faults = Vec::new();
    translation::put_in(&mut entries, &mut faults);
    let mut ctx = Context { entries: &entries, files, faults };
    let source = read(&mut ctx);
    match source {
        Some(source) if ctx.faults.is_empty() => Ok(source),
        _ => Err(ctx.faults),
    }
}

fn read(ctx: &mut Context<'_>) -> Option<Source> {
    names::check(ctx);
    let meta = meta(ctx);
    let documents = ctx.each("document", document);
    let lists = ctx.each("list", list_of);
    let dictionary = dictionary(ctx, &scored_facts(&lists));
    let rules = ctx.each("rule", rule);
    let tables = ctx.each("table", table);
    let sources = rules.iter().map(|rule| &rule.source).chain(tables.iter().filter_map(|table| table.source.as_ref()));
    citation::check(ctx, &documents, sources);
    Some(Source {
        groups: ctx.each("group", group),
        rules,
        derived: ctx.each("derived", derived),
        lists,
        readings: ctx.each("readings", readings),
        tables,
        ladders: ctx.each("ladder", ladder),
        service_sets: ctx.each("services", service_set),
        services: ctx.each("service", service),
        schedules: ctx.each("schedule", schedule),
        spacings: ctx.each("spacing", spacing),
        series: ctx.each("series", series),
        completeness: ctx.each("completeness", completeness),
        sections: ctx.each("section", section),
        forms: ctx.each("form", form),
        documents,
        texts: ctx.each("text", text_entry),
        languages: ctx.each("translation", language),
        canonical: String::new(),
        hash: [0; 32],
        files: Vec::new(),
        // Last, so that everything else has been read when one of them is missing.
        meta: meta?,
        dictionary: dictionary?,
    })
}
