//! `[fact.x]`.

use super::answer::answer;
use super::context::Context;
use super::fact_kind::kind;
use super::fields::Fields;
use super::gate::{check_circles, gates};
use super::local_text::local_text;
use super::values::{filled, list, text, word, words};
use crate::fact::{Dictionary, FactDef, FactId, FactScope, Lasts, NextVisit, Symbols};
use crate::pack::fault::{Fault, Span};
use crate::pack::tree::{Entry, Node};
use crate::person::{LifeStage, Sex, StageSet};
use std::collections::BTreeSet;

/// The facts that could be read, sorted by id, before they are a dictionary.
#[derive(Default)]
pub(super) struct Facts {
    facts: Vec<FactDef>,
    symbols: Symbols,
}

/// What of a fact names other facts or answers, and is read when all facts are known.
struct Later<'p> {
    gates: Option<&'p Node<'p>>,
    default: Option<&'p Node<'p>>,
}

impl Facts {
    /// The place of a fact.
    pub fn find(&self, id: &str) -> Option<FactId> {
        let place = self.facts.binary_search_by(|fact| fact.id.as_ref().cmp(id));
        place.ok().and_then(|place| u16::try_from(place).ok()).map(FactId)
    }

    /// A fact.
    pub fn get(&self, id: FactId) -> Option<&FactDef> {
        self.facts.get(usize::from(id.0))
    }

    /// The codes of answers.
    pub fn symbols(&self) -> &Symbols {
        &self.symbols
    }
}

/// Reads all facts. `scored` are those that scored instruments name.
pub(super) fn dictionary(ctx: &mut Context<'_>, scored: &BTreeSet<&str>) -> Option<Dictionary> {
    let mut facts = Facts::default();
    let mut later = Vec::new();
    for (id, entry) in ctx.entries.of("fact") {
        if let Some((fact, rest)) = fact(ctx, &mut facts.symbols, id, entry, scored) {
            facts.facts.push(fact);
            later.push(rest);
        }
    }
    read_later(ctx, &mut facts, &later);
    check_circles(ctx, &facts.facts);
    match Dictionary::new(facts.facts, facts.symbols) {
        Ok(dictionary) => Some(dictionary),
        Err(error) => ctx.refuse(Span::NONE, format!("The facts make no dictionary: {error}.")),
    }
}

fn fact<'p>(
    ctx: &mut Context<'p>,
    symbols: &mut Symbols,
    id: &'p str,
    entry: &'p Entry<'p>,
    scored: &BTreeSet<&str>,
) -> Option<(FactDef, Later<'p>)> {
    let mut fields = Fields::entry(ctx, "fact", id, entry)?;
    let kind = kind(&mut fields, symbols);
    let label = fields.required("label", local_text);
    let help = fields.optional("help", local_text);
    let asked_of = fields.optional("asked_of", filled(word(Asked::ALL, Asked::as_str)));
    let asked_of = asked_of.unwrap_or_default();
    let sex = fields.optional("sex", word(Sex::ALL, Sex::as_str));
    let codes = fields.optional("code", codes).unwrap_or_default();
    let dossier = fields.optional("dossier", list(text)).unwrap_or_default();
    let later = Later { gates: fields.node("only_if"), default: fields.node("default") };
    let scope = scope(&asked_of);
    check_default(&mut fields, scope, later.default);
    let (lasts, next_visit) = lasting(&mut fields, scope);
    fields.close();
    let kind = kind?;
    let fact = FactDef {
        id: id.into(),
        label: label?,
        help,
        asked_of: stages(&asked_of),
        scope,
        sex,
        gates: Vec::new(),
        default: None,
        lasts,
        next_visit: next_visit.unwrap_or_else(|| NextVisit::by_default(&kind)),
        kind,
        scored: scored.contains(id),
        codes,
        dossier: dossier.into_iter().map(Into::into).collect(),
    };
    Some((fact, later))
}

fn read_later<'p>(ctx: &mut Context<'p>, facts: &mut Facts, later: &[Later<'p>]) {
    // Filled in only when all are read, so that every gate sees the facts as they were.
    let mut read = Vec::with_capacity(later.len());
    for (fact, rest) in facts.facts.iter().zip(later) {
        let gates = rest.gates.map(|node| gates(ctx, facts, node));
        let default = rest.default.and_then(|node| answer(ctx, &facts.symbols, fact, node));
        read.push((gates.unwrap_or_default(), default));
    }
    for (fact, (gates, default)) in facts.facts.iter_mut().zip(read) {
        fact.gates = gates;
        fact.default = default;
    }
}

/// Whom or what a fact is asked of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Stage(LifeStage),
    Household,
    District,
}

impl Asked {
    const ALL: [Self; 13] = [
        Self::Stage(LifeStage::Pregnant),
        Self::Stage(LifeStage::Postpartum),
        Self::Stage(LifeStage::Newborn),
        Self::Stage(LifeStage::Infant0To5Months),
        Self::Stage(LifeStage::Infant6To11Months),
        Self::Stage(LifeStage::Child12To59Months),
        Self::Stage(LifeStage::Preschool60To71Months),
        Self::Stage(LifeStage::SchoolAge),
        Self::Stage(LifeStage::Adolescent),
        Self::Stage(LifeStage::Adult),
        Self::Stage(LifeStage::OlderAdult),
        Self::Household,
        Self::District,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Stage(stage) => stage.as_str(),
            Self::Household => "household",
            Self::District => "district",
        }
    }

    fn stage(self) -> Option<LifeStage> {
        match self {
            Self::Stage(stage) => Some(stage),
            _ => None,
        }
    }
}

/// The life stages that are asked; none named means that everyone is.
fn stages(asked: &[Asked]) -> Option<StageSet> {
    let stages: StageSet = asked.iter().filter_map(|asked| asked.stage()).collect();
    (!stages.is_empty()).then_some(stages)
}

fn scope(asked: &[Asked]) -> FactScope {
    if asked.contains(&Asked::District) {
        FactScope::Area
    } else if asked.contains(&Asked::Household) && stages(asked).is_none() {
        FactScope::Household
    } else {
        FactScope::Person
    }
}

/// A setting of the area is never unknown, so it has a default; no other fact has one.
fn check_default(fields: &mut Fields<'_, '_>, scope: FactScope, default: Option<&Node<'_>>) {
    let fault = match (scope, default) {
        (FactScope::Area, None) => {
            let message = format!("{} has no `default`.", fields.owner());
            let help = "A setting of the area is never unknown, so it needs one.";
            Fault::new(fields.span(), message).help(help)
        }
        (FactScope::Person | FactScope::Household, Some(node)) => {
            let message = format!("{} cannot have a `default`.", fields.owner());
            let help = "Only a setting of the area has one: `asked_of = [\"district\"]`.";
            Fault::new(node.span, message).help(help)
        }
        _ => return,
    };
    fields.ctx.fault(fault);
}

/// How long an answer lasts and what becomes of it at the next visit. A setting of the area stays as it is until it is changed.
fn lasting(fields: &mut Fields<'_, '_>, scope: FactScope) -> (Lasts, Option<NextVisit>) {
    let lasts = fields.optional("lasts", word(Lasts::ALL, Lasts::as_str));
    let next_visit = fields.optional("next_visit", word(NextVisit::ALL, NextVisit::as_str));
    let owner = fields.owner();
    if scope == FactScope::Area && (lasts.is_some() || next_visit.is_some()) {
        let fault = Fault::new(fields.span(), format!("{owner} can have neither `lasts` nor `next_visit`."));
        fields.ctx.fault(fault.help("A setting of the area lasts until it is changed."));
    }
    let lasts = lasts.unwrap_or_default();
    if lasts == Lasts::Visit && next_visit == Some(NextVisit::Confirm) {
        let fault = Fault::new(fields.span(), format!("{owner} is to be confirmed at the next visit, but lasts for one visit."));
        fields.ctx.fault(fault.help("Write `lasts = \"person\"`, or `lasts = \"episode\"` for one pregnancy."));
    }
    (lasts, next_visit)
}

/// Codes in other systems: `{ loinc = "56072-2" }`.
fn codes<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Vec<(Box<str>, Box<str>)>> {
    let Some(table) = node.table() else {
        return ctx.wrong_type(node, "a table of systems and codes, `{ loinc = \"...\" }`,");
    };
    let members = table.members().iter();
    let codes = members.filter_map(|member| {
        let code = words(ctx, &member.node)?;
        Some((member.key.as_ref().into(), code.value.as_ref().into()))
    });
    Some(codes.collect())
}
