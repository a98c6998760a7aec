//! The kinds of entries, how their ids are written, and that no two things have one name.

use super::context::Context;
use crate::fact::nearest;
use crate::pack::fault::{Fault, Span, place};
use crate::pack::tree::entry_name;
use std::collections::BTreeMap;

/// The kinds of entries that a pack can have, with how their ids are written.
const KINDS: [(&str, Form); 20] = [
    ("completeness", Form::Name),
    ("derived", Form::Name),
    ("document", Form::Name),
    ("fact", Form::Name),
    ("form", Form::Name),
    ("group", Form::Name),
    ("ladder", Form::Name),
    ("list", Form::Name),
    ("pack", Form::Empty),
    ("readings", Form::Name),
    ("rule", Form::Rule),
    ("schedule", Form::Name),
    ("section", Form::Name),
    ("series", Form::Name),
    ("service", Form::Dotted),
    ("services", Form::Name),
    ("spacing", Form::Name),
    ("table", Form::Name),
    ("text", Form::Dotted),
    ("translation", Form::Language),
];

/// The kinds whose ids expressions name. A ladder may have the name of its group, so it stands last.
const NAMED: [&str; 8] = ["fact", "group", "derived", "list", "readings", "table", "services", "ladder"];

/// What the rule language means by itself: names of the visit and the person, and its own words.
const BUILT_IN: [&str; 19] = [
    "age_days",
    "age_months",
    "age_years",
    "birth",
    "born",
    "days_since_delivery",
    "earlier",
    "false",
    "gestation",
    "in",
    "lmp",
    "members",
    "null",
    "on",
    "pregnant",
    "sex",
    "stages",
    "true",
    "visits",
];

/// How an id is written.
#[derive(Clone, Copy)]
enum Form {
    /// `muac_cm`
    Name,
    /// `anc.k1`, `hb0`
    Dotted,
    /// `pregnancy.muac_low`
    Rule,
    /// `jv`, `ms-arab`
    Language,
    /// nothing at all
    Empty,
}

/// Checks the kinds and ids of all entries.
pub(super) fn check(ctx: &mut Context<'_>) {
    let entries = ctx.entries;
    for kind in entries.kinds() {
        let form = KINDS.iter().find(|(known, _)| *known == kind);
        for (id, entry) in entries.of(kind) {
            match form {
                None => unknown_kind(ctx, kind, id, entry.key_span),
                Some((_, form)) if !form.fits(id) => {
                    let fault = Fault::new(entry.key_span, format!("`{id}` cannot be an id here."));
                    ctx.fault(fault.help(form.describe()));
                }
                Some(_) => {}
            }
        }
    }
    check_distinct(ctx);
}

/// Whether a text can be the name of something: small letters, digits and `_`, a letter first.
pub(super) fn is_name(text: &str) -> bool {
    is_code(text) && text.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether a text can be a code or a part of one: small letters, digits and `_`.
pub(super) fn is_code(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    !text.is_empty() && text.bytes().all(plain)
}

fn unknown_kind(ctx: &mut Context<'_>, kind: &str, id: &str, span: Span) {
    let near = nearest(kind, KINDS.iter().map(|(known, _)| *known));
    let fault = Fault::new(span, format!("There is no kind of entry `{kind}`."));
    let rule_without_quotes = ctx.entries.get("group", kind).is_some();
    ctx.fault(if rule_without_quotes {
        fault.help(format!("The id of a rule stands in quotes: `[\"{kind}.{id}\"]`."))
    } else {
        fault.did_you_mean(near)
    });
}

/// Facts, groups and whatever else an expression names share one name space.
fn check_distinct(ctx: &mut Context<'_>) {
    let entries = ctx.entries;
    let mut names: BTreeMap<&str, (&str, Span)> = BTreeMap::new();
    for kind in NAMED {
        for (id, entry) in entries.of(kind) {
            let span = entry.key_span;
            match names.get(id) {
                Some(("group", _)) if kind == "ladder" => {}
                Some((other, first)) => twice(ctx, (*other, *first), (kind, span), id),
                None if BUILT_IN.contains(&id) => {
                    let message = format!("`{id}` already means something in the rule language.");
                    ctx.fault(Fault::new(span, message).help("Choose another name."));
                }
                None => {
                    names.insert(id, (kind, span));
                }
            }
        }
    }
}

fn twice(ctx: &mut Context<'_>, one: (&str, Span), other: (&str, Span), id: &str) {
    let (first, second) = if one.1 <= other.1 { (one, other) } else { (other, one) };
    let place = place(first.1, ctx.files).map_or(String::new(), |place| format!(" at {place}"));
    let name = entry_name(first.0, id);
    let message = format!("The name `{id}` is already used by {name}{place}.");
    ctx.fault(Fault::new(second.1, message).help("Choose another name for one of the two."));
}

impl Form {
    fn fits(self, id: &str) -> bool {
        match self {
            Self::Name => is_name(id),
            Self::Dotted => id.split('.').all(is_code),
            Self::Rule => id.split('.').count() == 2 && id.split('.').all(is_name),
            Self::Language => id.split('-').all(is_name),
            Self::Empty => id.is_empty(),
        }
    }

    fn describe(self) -> &'static str {
        match self {
            Self::Name => "Write it with small letters, digits and `_`, as `muac_cm`.",
            Self::Dotted => "Write it with small letters, digits, `_` and points, as `anc.k1`.",
            Self::Rule => "Write a group, a point and a name, as `pregnancy.muac_low`.",
            Self::Language => "Write the code of a language, as `jv`.",
            Self::Empty => "Write `[pack]`.",
        }
    }
}
