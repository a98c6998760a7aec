//! What tells at a glance that a rule does not fire.
//!
//! Rules that stand side by side mostly concern the same people, so that one look passes over all of them.

use super::RuleId;
use super::lang::program::{DefId, DefKind, FactSlot, Node, NodeId, Program};
use super::scopes::{ScopeId, Scopes};

/// Rules one after another, in the order of their ids, that concern the same people.
#[derive(Debug)]
pub(crate) struct RuleRun {
    /// Whom they concern.
    pub scope: ScopeId,
    pub rules: Vec<RuleEntry>,
}

/// A rule, before its condition is looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RuleEntry {
    pub rule: RuleId,
    pub def: DefId,
    /// A yes-or-no fact and the answer without which it cannot fire; most rules have one.
    pub answer: Option<(FactSlot, bool)>,
}

/// All rules, in the order of their ids. `is_bool` tells of each fact whether it is yes or no.
pub(crate) fn runs(program: &Program, scopes: &Scopes, is_bool: &[bool]) -> Vec<RuleRun> {
    let mut runs: Vec<RuleRun> = Vec::new();
    for (id, def) in (0..).map(DefId).zip(&program.defs) {
        let (DefKind::Rule(rule), Some(scope)) = (def.kind, scopes.scope(id)) else { continue };
        let entry = RuleEntry { rule: RuleId(rule), def: id, answer: answer_that_decides(program, is_bool, def.value) };
        match runs.last_mut().filter(|run| run.scope == scope) {
            Some(run) => run.rules.push(entry),
            None => runs.push(RuleRun { scope, rules: vec![entry] }),
        }
    }
    runs
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
