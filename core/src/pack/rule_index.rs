//! What tells at a glance that a rule does not fire.

use super::lang::program::{DefId, DefKind, FactSlot, Node, NodeId, Program};
use super::scopes::{ScopeId, Scopes};

/// A rule, before its condition is looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RuleEntry {
    pub def: DefId,
    /// Whom it concerns.
    pub scope: ScopeId,
    /// A yes-or-no fact and the answer without which it cannot fire; most rules have one.
    pub answer: Option<(FactSlot, bool)>,
}

/// The entries of all rules, in the order of their ids. `is_bool` tells of each fact whether it is yes or no.
pub(crate) fn entries(program: &Program, scopes: &Scopes, is_bool: &[bool]) -> Vec<RuleEntry> {
    let rules = (0..).map(DefId).zip(&program.defs).filter(|(_, def)| matches!(def.kind, DefKind::Rule(_)));
    let entry = |(id, def): (DefId, &super::lang::program::Def)| {
        let answer = answer_that_decides(program, is_bool, def.value);
        scopes.scope(id).map(|scope| RuleEntry { def: id, scope, answer })
    };
    rules.filter_map(entry).collect()
}

/// An answer that a condition cannot be true without.
fn answer_that_decides(program: &Program, is_bool: &[bool], condition: NodeId) -> Option<(FactSlot, bool)> {
    let fact = |node: NodeId| match program.node(node) {
        Node::Fact(slot) => is_bool.get(slot.index())?.then_some(slot),
        _ => None,
    };
    match program.node(condition) {
        Node::Fact(_) => fact(condition).map(|slot| (slot, true)),
        Node::Not(of) => fact(of).map(|slot| (slot, false)),
        Node::And(kids) => program.kids(kids).iter().find_map(|kid| answer_that_decides(program, is_bool, *kid)),
        _ => None,
    }
}
