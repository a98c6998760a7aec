//! The condition of `readings.exists(r, ...)`, written out for each way in which something can be recorded.
//!
//! A field of `r` becomes the expression that the entry has for it, so that no variable needs to be looked up while a rule is judged. What
//! is explained or weighed still goes by the condition as it is written.

use crate::pack::lang::ast::CompareOp;
use crate::pack::lang::program::{IfKind, Kids, Node, NodeId, Operand, Program};
use crate::pack::lang::walk::children;

const NONE: Kids = Kids { start: 0, len: 0 };

/// The node, for a variable with this number.
pub(super) fn exists(program: &mut Program, over: NodeId, body: NodeId, variable: usize) -> Node {
    let by_entry = u8::try_from(variable).map_or(NONE, |variable| by_entry(program, over, body, variable));
    Node::Exists { over, body, by_entry }
}

/// Nothing when it goes through something else, or is made of more than can be written out.
fn by_entry(program: &mut Program, over: NodeId, body: NodeId, variable: u8) -> Kids {
    let Node::Readings(readings) = program.node(over) else { return NONE };
    let entries = program.readings.get(readings.index()).map(|readings| readings.entries.clone()).unwrap_or_default();
    let all = [false, true].into_iter().flat_map(|stands_in| entries.iter().map(move |fields| (fields, stands_in)));
    let conditions = all.map(|(fields, stands_in)| Entry { program: &mut *program, variable, fields, stands_in }.condition(body));
    match conditions.collect::<Option<Vec<_>>>() {
        Some(conditions) => program.push_kids(&conditions),
        None => NONE,
    }
}

/// One entry of some readings, in place of a variable.
struct Entry<'e> {
    program: &'e mut Program,
    variable: u8,
    fields: &'e [Option<NodeId>],
    /// Whether it is not there, and could still be: then its fields are open.
    stands_in: bool,
}

impl Entry<'_> {
    /// A condition with the fields of this entry; none where that cannot be written out.
    fn condition(&mut self, id: NodeId) -> Option<NodeId> {
        let node = match self.program.node(id) {
            Node::Not(of) => Node::Not(self.condition(of)?),
            Node::And(kids) => return self.joined(kids, true),
            Node::Or(kids) => return self.joined(kids, false),
            Node::Compare { op, left, right, test } => {
                let (left, right) = (self.value(left)?, self.value(right)?);
                match (self.program.node(left), self.program.node(right)) {
                    (Node::Constant(Operand::Absent), _) | (_, Node::Constant(Operand::Absent)) => {
                        Node::Constant(Operand::Bool(op == CompareOp::NotEqual))
                    }
                    (Node::Constant(Operand::Open), Node::Constant(_)) => Node::Constant(Operand::Open),
                    _ => Node::Compare { op, left, right, test },
                }
            }
            Node::If { condition, yes, no, kind: IfKind::Condition } => return self.choice((condition, yes, no), IfKind::Condition),
            _ => return self.value(id),
        };
        Some(self.program.push(node))
    }

    fn value(&mut self, id: NodeId) -> Option<NodeId> {
        match self.program.node(id) {
            Node::Constant(_) | Node::Fact(_) | Node::Def(_) | Node::Context(_) => Some(id),
            Node::Field { reading, field } => self.field(reading, field),
            Node::If { condition, yes, no, kind: IfKind::Value } => self.choice((condition, yes, no), IfKind::Value),
            _ => None,
        }
    }

    /// `a ? b : c`, and only one branch where it is known which.
    fn choice(&mut self, parts: (NodeId, NodeId, NodeId), kind: IfKind) -> Option<NodeId> {
        let condition = self.condition(parts.0)?;
        let mut branch = |id| if kind == IfKind::Condition { self.condition(id) } else { self.value(id) };
        let (yes, no) = (branch(parts.1)?, branch(parts.2)?);
        Some(match self.decided(condition) {
            Some(true) => yes,
            Some(false) => no,
            None => self.program.push(Node::If { condition, yes, no, kind }),
        })
    }

    /// What the entry has for a field: an expression that sees no variables, and so has none of its own either. What it does not name does
    /// not apply.
    fn field(&mut self, reading: NodeId, field: u8) -> Option<NodeId> {
        if self.program.node(reading) != Node::Local(self.variable) {
            return None;
        }
        match self.fields.get(usize::from(field)).copied().flatten() {
            Some(_) if self.stands_in => Some(self.program.push(Node::Constant(Operand::Open))),
            Some(node) => is_plain(self.program, node).then_some(node),
            None => Some(self.program.push(Node::Constant(Operand::Absent))),
        }
    }

    /// `&&` or `||`, without the parts that are known to leave it as it is.
    fn joined(&mut self, kids: Kids, all: bool) -> Option<NodeId> {
        let kids = self.program.kids(kids).to_vec();
        let mut kids = kids.into_iter().map(|kid| self.condition(kid)).collect::<Option<Vec<_>>>()?;
        if let Some(settling) = kids.iter().find(|kid| self.decided(**kid) == Some(!all)) {
            return Some(*settling);
        }
        kids.retain(|kid| self.decided(*kid) != Some(all));
        if let [only] = kids[..] {
            return Some(only);
        }
        let kids = self.program.push_kids(&kids);
        Some(self.program.push(if all { Node::And(kids) } else { Node::Or(kids) }))
    }

    /// How a condition comes out that is a constant; what does not apply is false.
    fn decided(&self, condition: NodeId) -> Option<bool> {
        match self.program.node(condition) {
            Node::Constant(Operand::Bool(value)) => Some(value),
            Node::Constant(Operand::Absent) => Some(false),
            _ => None,
        }
    }
}

/// Whether an expression has no variables at all.
fn is_plain(program: &Program, id: NodeId) -> bool {
    let node = program.node(id);
    let has_variable = matches!(node, Node::Local(_) | Node::Exists { .. } | Node::All { .. } | Node::Filter { .. } | Node::Map { .. });
    !has_variable && children(program, node).into_iter().all(|child| is_plain(program, child))
}
