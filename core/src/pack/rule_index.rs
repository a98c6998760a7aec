//! The rules as they are judged one after another.
//!
//! Rules that stand side by side mostly concern the same people, so that one look passes over all of them.

use super::RuleId;
use super::glance::{Glance, Glances};
use super::lang::program::{DefId, DefKind, Node, NodeId, Program};
use super::lang::walk::children;
use super::scopes::{ScopeId, Scopes};
use super::source::Source;

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
    /// What shows of its condition without evaluating it.
    pub glance: Glance,
    /// Whether the walk that tells what it waits for also tells rightly whether it is true. What is answered so far is not weighed as such.
    pub is_weighable: bool,
}

/// All rules, in the order of their ids. `is_bool` tells of each fact whether it is yes or no.
pub(crate) fn runs(program: &Program, scopes: &Scopes, is_bool: &[bool]) -> Vec<RuleRun> {
    let glances = Glances { program, is_bool };
    let mut runs: Vec<RuleRun> = Vec::new();
    for (id, def) in (0..).map(DefId).zip(&program.defs) {
        let (DefKind::Rule(rule), Some(scope)) = (def.kind, scopes.scope(id)) else { continue };
        let entry =
            RuleEntry { rule: RuleId(rule), def: id, glance: glances.of(def.value), is_weighable: is_weighable(program, def.value) };
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

/// The rules of each ladder, in its order.
pub(crate) fn ladders(source: &Source, runs: &[RuleRun]) -> Vec<Vec<RuleEntry>> {
    let id = |entry: &RuleEntry| source.rules.get(usize::from(entry.rule.0)).map(|rule| rule.id.value.as_str());
    let entry = |wanted: &str| runs.iter().flat_map(|run| &run.rules).find(|entry| id(entry) == Some(wanted)).cloned();
    source.ladders.iter().map(|ladder| ladder.order.iter().filter_map(|id| entry(&id.value)).collect()).collect()
}

fn is_weighable(program: &Program, id: NodeId) -> bool {
    let node = program.node(id);
    !matches!(node, Node::SumSoFar(_)) && children(program, node).into_iter().all(|child| is_weighable(program, child))
}
