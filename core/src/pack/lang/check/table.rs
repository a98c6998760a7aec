//! Lookup tables: their keys, their columns, holes and overlaps.

use std::rc::Rc;

use super::{Checker, Scope, Typed};
use crate::fact::Number;
use crate::pack::fault::{Fault, Span};
use crate::pack::lang::ast::{Ast, Kind};
use crate::pack::lang::lexer::At;
use crate::pack::lang::names::Entry;
use crate::pack::lang::program::{KeyTest, Node, Operand, TableDef, TableId, TableRow};
use crate::pack::lang::types::{Codes, CodesOf, NumberType, Type};
use crate::pack::source::{Cell, Located, TableSource};

#[derive(Clone, Debug, Default)]
pub(super) struct TableInfo {
    /// A table of one column needs no name for it.
    pub columns: Vec<(Rc<str>, Type)>,
    keys: usize,
}

impl Checker<'_> {
    pub(super) fn table(&mut self, id: TableId) -> TableInfo {
        if let Some(info) = self.definitions.tables.get(id.index()).cloned().flatten() {
            return info;
        }
        let source = self.source;
        let Some(table) = source.tables.get(id.index()) else { return TableInfo::default() };
        let rows: Vec<_> = table.rows.iter().map(|row| self.row(table, row)).collect();
        self.refuse_overlaps(table, &rows);
        self.refuse_holes(table, &rows);
        let unnamed = [Located { value: String::new(), span: table.id.span }];
        let names = if table.columns.is_empty() { &unnamed } else { table.columns.as_slice() };
        let columns = names.iter().enumerate().map(|(index, name)| {
            let values: Vec<_> = rows.iter().filter_map(|row| row.values.get(index)).copied().collect();
            (Rc::from(name.value.as_str()), self.column_type(&values, name.span))
        });
        let info = TableInfo { columns: columns.collect(), keys: table.keys.len() };
        if let Some(place) = self.program.tables.get_mut(id.index()) {
            *place = TableDef { rows };
        }
        if let Some(place) = self.definitions.tables.get_mut(id.index()) {
            *place = Some(info.clone());
        }
        info
    }

    fn row(&mut self, table: &TableSource, row: &Located<Vec<Located<Cell>>>) -> TableRow {
        let (keys, values) = row.value.split_at(table.keys.len().min(row.value.len()));
        let keys = keys.iter().map(|cell| self.key(cell)).collect();
        let values = values.iter().map(|cell| match &cell.value {
            Cell::Number(number) => Operand::Number(*number),
            Cell::Text(code) => Operand::Code(self.symbol(code)),
        });
        TableRow { keys, values: values.collect() }
    }

    fn key(&mut self, cell: &Located<Cell>) -> KeyTest {
        let text = match &cell.value {
            Cell::Number(number) => return KeyTest::Number { from: Some(*number), to: Some(*number), half_open: false },
            Cell::Text(text) => text.as_str(),
        };
        if text == "*" {
            return KeyTest::Anything;
        }
        if let Some((from, to)) = text.split_once("..") {
            return self.range(from, to).unwrap_or_else(|| {
                self.put(Fault::new(cell.span, "this is not a range of numbers"))
                    .help(Some("write \"6..11\" with both ends, \"15..\" without an end, or \"18.5..<25\" up to but not 25".into()));
                KeyTest::Anything
            });
        }
        match text.strip_suffix('*') {
            Some(beginning) => KeyTest::TextBegins(beginning.into()),
            None => KeyTest::Word { code: self.symbol(text), text: text.into() },
        }
    }

    fn range(&self, from: &str, to: &str) -> Option<KeyTest> {
        let limit = |text: &str| if text.is_empty() { Some(None) } else { Number::parse(text).map(Some) };
        let (to, half_open) = to.strip_prefix('<').map_or((to, false), |to| (to, true));
        let (from, to) = (limit(from)?, limit(to)?);
        let ordered = from.zip(to).is_none_or(|(from, to)| if half_open { from < to } else { from <= to });
        (ordered && (from.is_some() || to.is_some())).then_some(KeyTest::Number { from, to, half_open })
    }

    fn column_type(&mut self, values: &[Operand], span: Span) -> Type {
        let numbers: Vec<_> =
            values.iter().filter_map(|value| if let Operand::Number(number) = value { Some(*number) } else { None }).collect();
        let mut codes: Vec<_> =
            values.iter().filter_map(|value| if let Operand::Code(code) = value { Some(*code) } else { None }).collect();
        codes.dedup();
        match (numbers.is_empty(), codes.is_empty()) {
            (false, true) => {
                let range = numbers.iter().min().copied().zip(numbers.iter().max().copied());
                Type::Number(NumberType { range, ..NumberType::plain() })
            }
            (true, false) => {
                codes.sort();
                codes.dedup();
                Type::Code(Codes { list: codes.into(), of: CodesOf::Yielded })
            }
            _ => {
                self.put(Fault::new(span, "a column holds either numbers or codes, in every row")).help(None);
                Type::Broken
            }
        }
    }

    fn refuse_overlaps(&mut self, table: &TableSource, rows: &[TableRow]) {
        for (index, row) in rows.iter().enumerate() {
            let earlier = rows.iter().take(index).position(|earlier| all_overlap(&earlier.keys, &row.keys));
            if let (Some(earlier), Some(located)) = (earlier, table.rows.get(index)) {
                let message = format!("row {} and row {} of this table fit the same keys", earlier + 1, index + 1);
                self.put(Fault::new(located.span, message)).help(Some("every key may fit only one row".into()));
            }
        }
    }

    /// A number between two rows that no row fits.
    fn refuse_holes(&mut self, table: &TableSource, rows: &[TableRow]) {
        for key in 0..table.keys.len() {
            let step = finest_step(rows, key);
            for (row, located) in rows.iter().zip(&table.rows) {
                let Some(next) = next_after(row.keys.get(key), step) else { continue };
                let others = rows.iter().filter(|other| other.keys.len() == row.keys.len() && overlap_but(&other.keys, &row.keys, key));
                let fits = |other: &TableRow| other.keys.get(key).is_some_and(|test| holds(test, next));
                let later =
                    |other: &TableRow| matches!(other.keys.get(key), Some(KeyTest::Number { from: Some(from), .. }) if *from > next);
                let others: Vec<_> = others.collect();
                if !others.iter().any(|other| fits(other)) && others.iter().any(|other| later(other)) {
                    self.put(Fault::new(located.span, format!("after this row comes a hole: {next} fits no row, but greater numbers do")))
                        .help(Some("let each row begin where the one before it ends".into()));
                }
            }
        }
    }

    /// `lookup(table, key, ...)`
    pub(super) fn lookup(&mut self, scope: &mut Scope<'_>, at: At, table: &Ast, keys: &[Ast]) -> Typed {
        let found = match &table.kind {
            Kind::Name(name) => self.names.find(name),
            _ => None,
        };
        let Some(Entry::Table(id)) = found else {
            let known: Vec<_> = self.source.tables.iter().map(|table| table.id.value.clone()).collect();
            self.no_such(scope, table.at, "there is no table", &table.to_string(), known);
            return self.broken();
        };
        let info = self.table(id);
        if keys.len() != info.keys {
            let names: Vec<_> = self
                .source
                .tables
                .get(id.index())
                .map(|table| table.keys.iter().map(|key| key.value.clone()).collect())
                .unwrap_or_default();
            self.fault(scope, at, format!("this table has {} keys, not {}", info.keys, keys.len()))
                .help(Some(format!("write lookup({table}, {})", names.join(", "))));
            return self.broken();
        }
        let typed: Vec<_> = keys.iter().map(|key| self.expression(scope, key)).collect();
        for (index, (key, typed)) in keys.iter().zip(&typed).enumerate() {
            self.key_fits(scope, key, typed, id, index);
        }
        let nodes: Vec<_> = typed.iter().map(|key| key.node).collect();
        let node = Node::Lookup { table: id, keys: self.program.push_kids(&nodes) };
        let parts: Vec<_> = typed.iter().collect();
        match info.columns.as_slice() {
            [(name, ty)] if name.is_empty() => {
                let row = self.program.push(node);
                self.made_of(Node::Column { row, column: 0 }, ty.clone(), &parts)
            }
            _ => self.made_of(node, Type::Row(id), &parts),
        }
    }

    fn key_fits(&mut self, scope: &Scope<'_>, key: &Ast, typed: &Typed, table: TableId, index: usize) {
        let rows = self.program.tables.get(table.index()).map(|table| table.rows.clone()).unwrap_or_default();
        for test in rows.iter().filter_map(|row| row.keys.get(index)) {
            let fits = match (test, &typed.ty) {
                (KeyTest::Anything, _) | (_, Type::Broken) => true,
                (KeyTest::Number { .. }, Type::Number(_)) => true,
                (KeyTest::Word { code, .. }, Type::Code(codes)) => codes.contains(*code),
                (KeyTest::Word { .. } | KeyTest::TextBegins(_), Type::Text) => true,
                _ => false,
            };
            if !fits {
                let message = format!("this key is {}, which a row of the table can never fit", typed.ty.said());
                self.fault(scope, key.at, message).help(Some("numbers fit numbers and ranges, codes fit codes of their list".into()));
                return;
            }
        }
    }
}

/// Whether a number fits a key.
fn holds(test: &KeyTest, number: Number) -> bool {
    match test {
        KeyTest::Anything => true,
        KeyTest::Number { from, to, half_open } => {
            from.is_none_or(|from| from <= number) && to.is_none_or(|to| if *half_open { number < to } else { number <= to })
        }
        _ => false,
    }
}

fn all_overlap(left: &[KeyTest], right: &[KeyTest]) -> bool {
    left.iter().zip(right).all(|(left, right)| overlap(left, right))
}

fn overlap_but(left: &[KeyTest], right: &[KeyTest], key: usize) -> bool {
    left.iter().zip(right).enumerate().all(|(index, (left, right))| index == key || overlap(left, right))
}

fn overlap(left: &KeyTest, right: &KeyTest) -> bool {
    match (left, right) {
        (KeyTest::Anything, _) | (_, KeyTest::Anything) => true,
        (KeyTest::Number { from: a, to: b, half_open: open_b }, KeyTest::Number { from: c, to: d, half_open: open_d }) => {
            let begins = |from: &Option<Number>, to: &Option<Number>, open: bool| {
                from.zip(*to).is_none_or(|(from, to)| if open { from < to } else { from <= to })
            };
            begins(a, d, *open_d) && begins(c, b, *open_b)
        }
        (KeyTest::Word { text: a, .. }, KeyTest::Word { text: b, .. }) => a == b,
        (KeyTest::TextBegins(a), KeyTest::TextBegins(b)) => a.starts_with(&**b) || b.starts_with(&**a),
        (KeyTest::TextBegins(a), KeyTest::Word { text: b, .. }) | (KeyTest::Word { text: b, .. }, KeyTest::TextBegins(a)) => {
            b.starts_with(&**a)
        }
        _ => false,
    }
}

/// The step in which the limits of a key are written: 1, or 0.1 when one of them has a decimal.
fn finest_step(rows: &[TableRow], key: usize) -> Number {
    let limits = rows.iter().filter_map(|row| match row.keys.get(key) {
        Some(KeyTest::Number { from, to, .. }) => Some([*from, *to]),
        _ => None,
    });
    let decimals = limits.flatten().flatten().map(Number::decimals).max().unwrap_or(0);
    Number::decimal(1, decimals).unwrap_or(Number::ONE)
}

/// The first number behind a range.
fn next_after(test: Option<&KeyTest>, step: Number) -> Option<Number> {
    match test {
        Some(KeyTest::Number { to: Some(to), half_open: true, .. }) => Some(*to),
        Some(KeyTest::Number { to: Some(to), half_open: false, .. }) => to.add(step),
        _ => None,
    }
}
