//! `[table.x]`.

use super::super::basics::{Confidence, Located};
use super::super::model::{Cell, TableSource};
use super::computed::check_field;
use super::context::Context;
use super::fact_kind::number;
use super::fields::Fields;
use super::values::{filled, located, text, word};
use crate::pack::fault::Fault;
use crate::pack::tree::{Entry, Node, Tree};

type Row = Located<Vec<Located<Cell>>>;

pub(super) fn table<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<TableSource> {
    let mut fields = Fields::entry(ctx, "table", id, entry)?;
    let source = fields.optional("source", located);
    let confidence = fields.optional("confidence", word(Confidence::ALL, Confidence::as_str));
    let keys = fields.required("keys", filled(located));
    let columns = fields.optional("columns", filled(located)).unwrap_or_default();
    let rows = fields.required("rows", filled(row));
    let id = fields.id();
    fields.close();
    for column in &columns {
        check_field(ctx, &column.value, column.span);
    }
    ctx.check_distinct(&columns);
    let table = TableSource { id, source, confidence, keys: keys?, columns, rows: rows? };
    check_rows(ctx, &table);
    Some(table)
}

/// A row; none when one of its cells cannot be read, so that nothing is said of its length then.
fn row<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Row> {
    let Tree::Array(cells) = &node.value else {
        return ctx.wrong_type(node, "a row in square brackets");
    };
    let value: Vec<_> = cells.iter().map(|node| cell(ctx, node)).collect();
    let value = value.into_iter().collect::<Option<Vec<_>>>()?;
    Some(Located { value, span: node.span })
}

fn cell<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Located<Cell>> {
    let value = match &node.value {
        Tree::Text(_) => Cell::Text(text(ctx, node)?),
        Tree::Integer(_) | Tree::Decimal(_) => Cell::Number(number(ctx, node)?),
        _ => return ctx.wrong_type(node, "a number or a text"),
    };
    Some(Located { value, span: node.span })
}

/// Each row has a cell for each key and each column; a table without named columns has one.
fn check_rows(ctx: &mut Context<'_>, table: &TableSource) {
    let width = table.keys.len() + table.columns.len().max(1);
    for row in &table.rows {
        let found = row.value.len();
        if found != width {
            let message = format!("This row has {found} cells, the table needs {width}.");
            let help = "First a cell for each of `keys`, then one for each of `columns`.";
            ctx.fault(Fault::new(row.span, message).help(help));
        }
    }
}
