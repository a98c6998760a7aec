//! What tells at a glance that a rule does not fire.
//!
//! Rules that stand side by side mostly concern the same people, so that one look passes over all of them.

use super::RuleId;
use super::lang::ast::CompareOp;
use super::lang::program::{DefId, DefKind, FactSlot, Node, NodeId, Operand, Program};
use super::lang::walk::children;
use super::scopes::{ScopeId, Scopes};

/// Rules one after another, in the order of their ids, that concern the same people.
#[derive(Debug)]
pub(crate) struct RuleRun {
    /// Whom they concern.
    pub scope: ScopeId,
    /// Whether more than sex and age decides that.
    pub on_condition: bool,
    pub rules: Vec<RuleEntry>,
}

/// A rule, before its condition is looked at.
#[derive(Clone, Debug)]
pub(crate) struct RuleEntry {
    pub rule: RuleId,
    pub def: DefId,
    /// It neither fires nor waits when one of these is false; most rules have some.
    pub needs: Vec<Need>,
    /// Whether the walk that tells what it waits for also tells rightly whether it is true. What is answered so far is not weighed as such.
    pub is_weighable: bool,
}

/// A part of a condition that takes one fact.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Need {
    /// Of a yes-or-no fact.
    Answer(FactSlot, bool),
    /// A comparison with a constant.
    Compare(CompareOp, FactSlot, Operand),
}

/// All rules, in the order of their ids. `is_bool` tells of each fact whether it is yes or no.
pub(crate) fn runs(program: &Program, scopes: &Scopes, is_bool: &[bool]) -> Vec<RuleRun> {
    let mut runs: Vec<RuleRun> = Vec::new();
    for (id, def) in (0..).map(DefId).zip(&program.defs) {
        let (DefKind::Rule(rule), Some(scope)) = (def.kind, scopes.scope(id)) else { continue };
        let entry = RuleEntry {
            rule: RuleId(rule),
            def: id,
            needs: needs(program, is_bool, def.value),
            is_weighable: is_weighable(program, def.value),
        };
        match runs.last_mut().filter(|run| run.scope == scope) {
            Some(run) => run.rules.push(entry),
            None => {
                let on_condition = scopes.clause(scope).is_some_and(|clause| clause.when.is_some());
                runs.push(RuleRun { scope, on_condition, rules: vec![entry] });
            }
        }
    }
    runs
}

fn is_weighable(program: &Program, id: NodeId) -> bool {
    let node = program.node(id);
    !matches!(node, Node::SumSoFar(_)) && children(program, node).into_iter().all(|child| is_weighable(program, child))
}

/// What a condition is false without.
fn needs(program: &Program, is_bool: &[bool], condition: NodeId) -> Vec<Need> {
    if let Node::And(kids) = program.node(condition) {
        return program.kids(kids).iter().flat_map(|kid| needs(program, is_bool, *kid)).collect();
    }
    need(program, is_bool, condition).into_iter().collect()
}

fn need(program: &Program, is_bool: &[bool], condition: NodeId) -> Option<Need> {
    let answer = |slot: FactSlot, wanted| is_bool.get(slot.index())?.then_some(Need::Answer(slot, wanted));
    match program.node(condition) {
        Node::Fact(slot) => answer(slot, true),
        Node::Not(of) => match program.node(of) {
            Node::Fact(slot) => answer(slot, false),
            _ => None,
        },
        Node::Compare { op, left, right, .. } => match (program.node(left), program.node(right)) {
            (Node::Fact(slot), Node::Constant(limit)) => Some(Need::Compare(op, slot, limit)),
            _ => None,
        },
        _ => None,
    }
}
