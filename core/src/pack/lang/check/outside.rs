//! Refuses rules that need a module which the library does not have yet.

use super::Checker;
use crate::pack::fault::Fault;
use crate::pack::lang::program::{DefId, Module, Node};
use crate::pack::lang::walk::Walk;

impl Module {
    fn said(self) -> &'static str {
        match self {
            Self::Household => "the members of a household",
        }
    }
}

/// Refuses every rule whose value the library cannot compute. Such a rule could only be silent, and silence reads as all clear.
pub(super) fn refuse(checker: &mut Checker<'_>, modules: &[Module]) {
    let source = checker.source;
    let nothing_outside = !checker.program.nodes.iter().any(|node| matches!(node, Node::Outside(_)));
    if nothing_outside && !source.groups.iter().any(|group| group.household) {
        return;
    }
    for (index, rule) in source.rules.iter().enumerate() {
        let def = DefId(u16::try_from(source.derived.len() + index).unwrap_or(u16::MAX));
        let household = source.groups.iter().any(|group| group.id.value == rule.group && group.household);
        let mut needed = Vec::new();
        Walk::new(&checker.program).def(def, &mut |node| {
            if let Node::Outside(module) = node {
                needed.push(module);
            }
        });
        let missing = needed.into_iter().find(|module| !modules.contains(module) || *module == Module::Household && !household);
        let message = match missing {
            Some(Module::Household) if !household => "only rules of a household can look at its members".to_owned(),
            Some(module) => format!("this version of Siklus cannot judge this rule: it needs {}", module.said()),
            None if household && !modules.contains(&Module::Household) => {
                "this version of Siklus cannot judge rules on a household".to_owned()
            }
            None => continue,
        };
        checker.put(Fault::new(rule.id.span, message)).help(None);
    }
}
