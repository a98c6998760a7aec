//! `[group.x]`, `["group.what"]` and `[ladder.x]`.

use super::super::basics::{Action, Confidence, Within};
use super::super::model::{GroupSource, LadderSource, RuleSource};
use super::context::Context;
use super::fields::Fields;
use super::local_text::local_text;
use super::values::{boolean, expr, filled, list, located, reference, text, word};
use super::window::window;
use crate::pack::fault::{Fault, Span};
use crate::pack::tree::Entry;
use crate::person::Sex;

/// What a group is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Person,
    Household,
}

impl Scope {
    const ALL: [Self; 2] = [Self::Person, Self::Household];

    fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Household => "household",
        }
    }
}

pub(super) fn group<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<GroupSource> {
    let mut fields = Fields::entry(ctx, "group", id, entry)?;
    let scope = fields.optional("scope", word(Scope::ALL, Scope::as_str));
    let group = GroupSource {
        id: fields.id(),
        household: scope == Some(Scope::Household),
        age: fields.optional("age", window),
        sex: fields.optional("sex", word(Sex::ALL, Sex::as_str)),
        applies: fields.optional("applies", expr),
        title: fields.optional("title", local_text),
    };
    fields.close();
    Some(group)
}

pub(super) fn rule<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<RuleSource> {
    let (group, _) = id.split_once('.')?;
    ctx.check_reference("group", "group", group, entry.key_span);
    let mut fields = Fields::entry(ctx, "rule", id, entry)?;
    let action = fields.required("action", word(Action::ALL, Action::as_str));
    let deadline = fields.node("within").map(|node| node.span);
    let within = fields.optional("within", word(Within::ALL, Within::as_str));
    check_deadline(&mut fields, action, deadline);
    let age = fields.optional("age", window);
    let sex = fields.optional("sex", word(Sex::ALL, Sex::as_str));
    let applies = fields.optional("applies", expr);
    let private = fields.optional("private", boolean).unwrap_or(false);
    let when = fields.required("when", expr);
    let words = fields.optional("words", text);
    let title = fields.required("title", local_text);
    let advice = fields.required("advice", local_text);
    let dossier = fields.optional("dossier", list(text)).unwrap_or_default();
    let source = fields.required("source", located);
    let confidence = fields.required("confidence", word(Confidence::ALL, Confidence::as_str));
    let id = fields.id();
    fields.close();
    Some(RuleSource {
        id,
        group: group.to_owned(),
        action: action?,
        within,
        age,
        sex,
        applies,
        private,
        when: when?,
        words,
        title: title?,
        advice: advice?,
        dossier,
        source: source?,
        confidence: confidence?,
    })
}

/// Whoever is referred must be told by when, and nobody else.
fn check_deadline(fields: &mut Fields<'_, '_>, action: Option<Action>, deadline: Option<Span>) {
    let fault = match (action, deadline) {
        (Some(Action::Refer), None) => {
            let message = format!("{} refers without `within`.", fields.owner());
            Fault::new(fields.span(), message).help("Write `within = \"24h\"` or `within = \"7d\"`.")
        }
        (Some(action), Some(span)) if action != Action::Refer => {
            let message = format!("`within` has no meaning for `{}`.", action.as_str());
            Fault::new(span, message).help("It belongs to `action = \"refer\"` alone.")
        }
        _ => return,
    };
    fields.ctx.fault(fault);
}

pub(super) fn ladder<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<LadderSource> {
    let mut fields = Fields::entry(ctx, "ladder", id, entry)?;
    let order = fields.required("order", filled(reference("rule", "rule")));
    let id = fields.id();
    fields.close();
    let order = order?;
    ctx.check_distinct(&order);
    Some(LadderSource { id, order })
}
