//! From the text of a TOML file to a tree.

use super::depth::too_deep;
use super::node::{Member, Node, Table, Text, Tree, normal_decimal};
use super::syntax;
use crate::pack::fault::{Fault, SourceFile, Span};
use ::toml::de::{DeFloat, DeInteger, DeTable, DeValue};
use chrono::NaiveDate;
use std::borrow::Cow;

/// Reads one file. All its faults are added; of a file that is no valid TOML nothing is returned.
pub(super) fn read_file<'i>(file: &'i SourceFile, index: u16, faults: &mut Vec<Fault>) -> Vec<Member<'i>> {
    if let Some(byte) = too_deep(&file.text) {
        let fault = Fault::new(Span::new(index, byte, byte + 1), "Tables and lists stand too deeply in each other here.");
        faults.push(fault.help("A pack needs a few levels only; is a bracket not closed?"));
        return Vec::new();
    }
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    if !errors.is_empty() {
        faults.extend(syntax::faults(&file.text, index, errors));
        return Vec::new();
    }
    let mut reader = Reader { text: &file.text, file: index, faults };
    reader.members(table.into_inner())
}

struct Reader<'i, 'f> {
    text: &'i str,
    file: u16,
    faults: &'f mut Vec<Fault>,
}

impl<'i> Reader<'i, '_> {
    fn members(&mut self, table: DeTable<'i>) -> Vec<Member<'i>> {
        let mut members = Vec::with_capacity(table.len());
        for (key, value) in table {
            let key_span = self.span(key.span());
            let node = self.node(value.span(), value.into_inner());
            let key = key.into_inner();
            if key.starts_with('$') {
                let fault = Fault::new(key_span, format!("The name `{key}` begins with `$`."));
                let help = "Names consist of letters, digits, `_` and `.`.";
                self.faults.push(fault.help(help));
            }
            members.extend(node.map(|node| Member { key, key_span, node }));
        }
        members
    }

    fn node(&mut self, place: std::ops::Range<usize>, value: DeValue<'i>) -> Option<Node<'i>> {
        let span = self.span(place);
        let value = match value {
            DeValue::Boolean(value) => Tree::Bool(value),
            DeValue::Integer(value) => self.integer(&value, span)?,
            DeValue::Float(value) => self.decimal(&value, span)?,
            DeValue::Datetime(value) => {
                let date = value.date.filter(|_| value.time.is_none());
                let date = date.map(|d| (d.year.into(), d.month.into(), d.day.into()));
                self.date(date, span)?
            }
            DeValue::String(value) => Tree::Text(self.text(value, span)),
            DeValue::Array(items) => Tree::Array(items.into_iter().filter_map(|item| self.node(item.span(), item.into_inner())).collect()),
            DeValue::Table(table) => Tree::Table(Table::sorted(self.members(table))),
        };
        Some(Node { value, span })
    }

    fn integer(&mut self, value: &DeInteger<'i>, span: Span) -> Option<Tree<'i>> {
        let number = i64::from_str_radix(value.as_str(), value.radix()).ok();
        if number.is_none() {
            let message = "This whole number is too large.";
            self.faults.push(Fault::new(span, message));
        }
        number.map(Tree::Integer)
    }

    fn decimal(&mut self, value: &DeFloat<'i>, span: Span) -> Option<Tree<'i>> {
        let number = normal_decimal(value.as_str());
        if number.is_none() {
            let message = "This number is not written with digits and a point alone.";
            self.faults.push(Fault::new(span, message).help("Write it as `0.5`."));
        }
        number.map(|number| Tree::Decimal(Cow::Owned(number)))
    }

    fn date(&mut self, date: Option<(i32, u32, u32)>, span: Span) -> Option<Tree<'i>> {
        let date = date.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        if date.is_none() {
            let message = "A pack holds calendar dates, no times of day.";
            self.faults.push(Fault::new(span, message).help("Write it as `2026-01-31`."));
        }
        date.map(Tree::Date)
    }

    /// A text, with the place of what stands inside its quotes if the file holds it byte by byte.
    fn text(&self, value: Cow<'i, str>, span: Span) -> Text<'i> {
        let start = span.start as usize;
        let raw = self.text.get(start..span.end as usize).unwrap_or_default();
        let long = raw.starts_with("\"\"\"") || raw.starts_with("'''");
        let quotes = if long { 3 } else { 1 };
        // TOML leaves out a line end directly behind the opening quotes of a long text.
        let newline = usize::from(long && raw.get(quotes..).is_some_and(|r| r.starts_with('\n')));
        let skip = quotes + newline;
        let verbatim = raw.get(skip..skip + value.len()) == Some(value.as_ref()) && raw.len() == skip + value.len() + quotes;
        let inner = verbatim.then(|| Span::new(self.file, start + skip, start + skip + value.len()));
        Text { value, inner }
    }

    fn span(&self, place: std::ops::Range<usize>) -> Span {
        Span::new(self.file, place.start, place.end)
    }
}
