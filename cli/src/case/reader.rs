//! Reads values of a case file, notes what is wrong with them, and remembers on which line each field stands.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::context::field_on;
use super::document::PendingSlip;
use super::fault::{CaseFault, CaseRule};
use super::lines::Lines;
use super::number::whole_number;
use super::vocabulary::Vocabulary;
use crate::near::nearest;

/// A value with the path and the line of its field.
#[derive(Clone)]
pub(crate) struct Node<'t> {
    pub(crate) field: String,
    pub(crate) line: usize,
    pub(crate) value: &'t Spanned<DeValue<'t>>,
}

/// The entries of a table.
pub(crate) struct Fields<'t> {
    pub(crate) field: String,
    pub(crate) line: usize,
    pub(crate) nodes: BTreeMap<String, Node<'t>>,
}

impl<'t> Fields<'t> {
    pub(crate) fn get(&self, key: &str) -> Option<&Node<'t>> {
        self.nodes.get(key)
    }

    /// The path of an entry, whether it is there or not.
    pub(crate) fn path(&self, key: &str) -> String {
        let bare = key.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
        let key = if bare { key.to_owned() } else { format!("{key:?}") };
        match self.field.as_str() {
            "" => key,
            field => format!("{field}.{key}"),
        }
    }
}

/// What is expected where a date stands.
const DATE: &str = "a date like 2026-03-02, without quotes and without a time";

/// What all parts of the case reader share.
pub(crate) struct Reader<'t> {
    pub(crate) vocabulary: &'t Vocabulary<'t>,
    pub(crate) lines: Lines<'t>,
    pub(crate) faults: Vec<CaseFault>,
    slips: Vec<PendingSlip>,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(vocabulary: &'t Vocabulary<'t>, lines: Lines<'t>, slips: Vec<PendingSlip>) -> Self {
        Self { vocabulary, lines, faults: Vec::new(), slips }
    }

    pub(crate) fn fault(&mut self, node: &Node<'_>, rule: CaseRule) {
        self.fault_at(node.line, &node.field, rule);
    }

    pub(crate) fn fault_at(&mut self, line: usize, field: &str, rule: CaseRule) {
        let field = field.to_owned();
        self.faults.push(CaseFault { line, field, rule });
    }

    /// All faults in the order of the lines, with the slips that belong to no field that was read.
    pub(crate) fn into_faults(mut self) -> Vec<CaseFault> {
        for slip in &self.slips {
            let field = field_on(slip.line(&self.lines), &self.lines, self.vocabulary);
            self.faults.push(slip.fault(&field, &self.lines));
        }
        self.faults.sort_by(|a, b| (a.line, &a.field).cmp(&(b.line, &b.field)));
        self.faults.dedup();
        self.faults
    }

    /// The entries of a table, of which only the `known` keys may be there.
    pub(crate) fn table(&mut self, node: &Node<'t>, known: &[&str]) -> Option<Fields<'t>> {
        let fields = self.open_table(node)?;
        for entry in fields.nodes.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let (key, entry) = entry;
            let rule = CaseRule::Unknown {
                kind: if entry.value.get_ref().is_table() { "table" } else { "key" },
                nearest: nearest(key, known.iter().copied()),
            };
            self.fault(entry, rule);
        }
        Some(fields)
    }

    /// The entries of a table whose keys are names of something.
    pub(crate) fn open_table(&mut self, node: &Node<'t>) -> Option<Fields<'t>> {
        match node.value.get_ref() {
            DeValue::Table(table) => Some(self.fields(node, table)),
            _ => self.wrong_type(node, "a table"),
        }
    }

    fn fields(&self, node: &Node<'t>, table: &'t DeTable<'t>) -> Fields<'t> {
        let mut fields = Fields { field: node.field.clone(), line: node.line, nodes: BTreeMap::new() };
        for (key, value) in table {
            let entry = Node { field: fields.path(key.get_ref()), line: self.lines.line(key.span().start), value };
            fields.nodes.insert(key.get_ref().to_string(), entry);
        }
        fields
    }

    /// The items of a list.
    pub(crate) fn list(&mut self, node: &Node<'t>, expected: &'static str) -> Option<Vec<Node<'t>>> {
        let DeValue::Array(items) = node.value.get_ref() else {
            return self.wrong_type(node, expected);
        };
        let items = items.iter().enumerate().map(|(index, value)| Node {
            field: format!("{}[{index}]", node.field),
            line: self.lines.line(value.span().start),
            value,
        });
        Some(items.collect())
    }

    /// A text.
    pub(crate) fn text(&mut self, node: &Node<'t>) -> Option<&'t str> {
        match self.scalar(node)? {
            DeValue::String(text) => Some(text.as_ref()),
            _ => self.wrong_type(node, "a text in double quotes"),
        }
    }

    /// A list of texts, each with its place.
    pub(crate) fn texts(&mut self, node: &Node<'t>) -> Option<Vec<(Node<'t>, &'t str)>> {
        let items = self.list(node, "a list of texts")?;
        let texts = items.into_iter().filter_map(|item| Some((item.clone(), self.text(&item)?)));
        Some(texts.collect())
    }

    /// One of the words of a list, as what it stands for.
    pub(crate) fn word<T: Copy>(&mut self, node: &Node<'t>, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(node)?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let allowed = words.iter().map(|(word, _)| *word).collect();
            self.fault(node, CaseRule::NotInList { allowed });
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// The code of a service of the pack.
    pub(crate) fn service(&mut self, node: &Node<'t>) -> Option<String> {
        let code = self.text(node)?;
        let services = &self.vocabulary.services;
        if services.contains(code) {
            return Some(code.to_owned());
        }
        let rule = CaseRule::Unknown { kind: "service", nearest: nearest(code, services.iter().copied()) };
        self.fault(node, rule);
        None
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&mut self, node: &Node<'t>) -> Option<bool> {
        match self.scalar(node)? {
            DeValue::Boolean(value) => Some(*value),
            _ => self.wrong_type(node, "true or false"),
        }
    }

    /// A calendar date.
    pub(crate) fn date(&mut self, node: &Node<'t>) -> Option<NaiveDate> {
        match local_date(self.scalar(node)?) {
            Some(date) => Some(date),
            None => self.wrong_type(node, DATE),
        }
    }

    /// A whole number of a range.
    pub(crate) fn whole(&mut self, node: &Node<'t>, min: i64, max: i64) -> Option<i64> {
        let number = match self.scalar(node)? {
            DeValue::Integer(_) => whole_number(self.literal(node)),
            _ => None,
        };
        let number = number.filter(|number| (min..=max).contains(number));
        if number.is_none() {
            self.fault(node, CaseRule::OutOfRange { min, max });
        }
        number
    }

    /// The notation of a number in the file.
    pub(crate) fn literal(&self, node: &Node<'t>) -> &'t str {
        let span = node.value.span();
        self.lines.slice(span.start, span.end)
    }

    /// The value, unless its notation is no TOML, which is reported here.
    pub(crate) fn scalar(&mut self, node: &Node<'t>) -> Option<&'t DeValue<'t>> {
        let slip = self.slips.iter().position(|slip| slip.is_in(node.value));
        match slip {
            Some(index) => {
                let fault = self.slips.swap_remove(index).fault(&node.field, &self.lines);
                self.slips.retain(|slip| !slip.is_in(node.value));
                self.faults.push(fault);
                None
            }
            None => Some(node.value.get_ref()),
        }
    }

    /// Something that must be there, if it is.
    pub(crate) fn required(&mut self, fields: &Fields<'t>, key: &str, expected: &'static str) -> Option<Node<'t>> {
        let node = fields.get(key).cloned();
        if node.is_none() {
            let rule = CaseRule::Missing { expected };
            self.fault_at(fields.line, &fields.path(key), rule);
        }
        node
    }

    pub(crate) fn wrong_type<T>(&mut self, node: &Node<'_>, expected: &'static str) -> Option<T> {
        self.fault(node, CaseRule::WrongType { expected });
        None
    }
}

/// The day of a TOML date without time.
pub(crate) fn local_date(value: &DeValue<'_>) -> Option<NaiveDate> {
    let DeValue::Datetime(value) = value else {
        return None;
    };
    match (value.date, value.time, value.offset) {
        (Some(day), None, None) => NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()),
        _ => None,
    }
}
