//! Reads the answers to facts.

use siklus_core::fact::{Answer, FactId, FactScope, Raw};
use toml::de::DeValue;

use super::accepted::{accepted, refused};
use super::fault::CaseRule;
use super::model::{Facts, Places};
use super::number::{is_plain, is_short, whole_number};
use super::reader::{Node, Reader, local_date};
use crate::near::nearest;

/// Where facts stand in a case file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// At a visit of a person, who may also have settings of the area and what is asked for the index of the household.
    Person,
    /// At the visit of a household.
    Household,
}

impl Holder {
    fn refuses(self, scope: FactScope) -> bool {
        self == Self::Household && scope == FactScope::Person
    }
}

/// Reads a table of facts, and remembers their lines under `core_path`.
pub(crate) fn read_facts<'t>(reader: &mut Reader<'t>, node: &Node<'t>, holder: Holder, core_path: &str, places: &mut Places) -> Facts {
    let Some(fields) = reader.open_table(node) else {
        return Facts::new();
    };
    let mut facts = Facts::new();
    for (name, entry) in &fields.nodes {
        places.put(format!("{core_path}.{name}"), entry.line, &entry.field);
        if let Some(fact) = find_fact(reader, name, entry, holder) {
            facts.extend(read_answer(reader, fact, entry).map(|answer| (fact, answer)));
        }
    }
    facts
}

fn find_fact(reader: &mut Reader<'_>, name: &str, entry: &Node<'_>, holder: Holder) -> Option<FactId> {
    let dictionary = reader.vocabulary.dictionary;
    let Some(fact) = dictionary.find(name) else {
        let known = dictionary.iter().map(|(_, fact)| fact.id.as_ref());
        let rule = CaseRule::Unknown { kind: "fact", nearest: nearest(name, known) };
        reader.fault(entry, rule);
        return None;
    };
    if holder.refuses(dictionary.get(fact).scope) {
        let rule = "a fact of a person, expected among the facts of a member";
        reader.fault(entry, CaseRule::Misplaced(rule));
        return None;
    }
    Some(fact)
}

fn read_answer<'t>(reader: &mut Reader<'t>, fact: FactId, entry: &Node<'t>) -> Option<Answer> {
    let dictionary = reader.vocabulary.dictionary;
    let definition = dictionary.get(fact);
    let raw = match raw(reader, entry)? {
        Ok(raw) => raw,
        Err(broken) => {
            let accepted = accepted(dictionary, definition);
            reader.fault(entry, CaseRule::Fact { broken, accepted });
            return None;
        }
    };
    match dictionary.read(fact, raw) {
        Ok(answer) => Some(answer),
        Err(error) => {
            reader.fault(entry, refused(dictionary, definition, &error));
            None
        }
    }
}

/// The answer as the dictionary reads it, or the rule that its notation breaks; none if that was reported.
fn raw<'t>(reader: &mut Reader<'t>, entry: &Node<'t>) -> Option<Result<Raw<'t>, &'static str>> {
    Some(match reader.scalar(entry)? {
        DeValue::Boolean(answer) => Ok(Raw::Bool(*answer)),
        DeValue::String(text) => Ok(Raw::Text(text)),
        DeValue::Integer(_) | DeValue::Float(_) => number(reader.literal(entry)),
        value @ DeValue::Datetime(_) => local_date(value).map(Raw::Date).ok_or("not a calendar date alone"),
        DeValue::Array(_) => {
            let texts = reader.texts(entry)?;
            Ok(Raw::List(texts.into_iter().map(|(_, text)| text).collect()))
        }
        DeValue::Table(_) => Err("wrong type"),
    })
}

fn number(literal: &str) -> Result<Raw<'_>, &'static str> {
    if !is_plain(literal) {
        return Err("not a number in plain digits");
    }
    match whole_number(literal) {
        Some(number) => Ok(Raw::Integer(number)),
        None if is_short(literal) => Ok(Raw::Decimal(literal)),
        None => Err("too many digits"),
    }
}
