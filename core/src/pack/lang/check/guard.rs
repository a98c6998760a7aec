//! `!` and `!=` on what may not be there.
//!
//! What is read from another visit does not apply when there is no such visit, and `!` of it would be true. So such a negation needs a
//! companion: another part of an `&&` around it that reads the same visit or derived fact without `!`.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Ast, Checker, Scope, Typed};
use crate::pack::lang::lexer::At;

/// What has been read in the part of an expression that is being checked.
#[derive(Default)]
pub(super) struct Guards {
    /// Visits and derived facts read without `!`.
    reads: BTreeSet<Rc<str>>,
    /// Those that a `!` reads, and where.
    demands: Vec<(Rc<str>, At)>,
}

impl Checker<'_> {
    /// Checks an expression and reports every negation that is left without a companion.
    pub(super) fn guarded(&mut self, scope: &mut Scope<'_>, ast: &Ast) -> Typed {
        let outer = std::mem::take(&mut self.guards);
        let typed = self.expression(scope, ast);
        let found = std::mem::replace(&mut self.guards, outer);
        for (name, at) in found.demands {
            self.fault(scope, at, format!("this negation is also true when `{name}` is not there or does not apply"))
                .help(Some(format!("say that it is there, in the same `&&`: `answered({name}...) && ...`")));
        }
        typed
    }

    /// Notes that something is read that may not be there.
    pub(super) fn note_read(&mut self, name: impl Into<Rc<str>>) {
        self.guards.reads.insert(name.into());
    }

    /// Checks what stands under a `!` or beside a `!=`: what it reads needs a companion.
    pub(super) fn negated<T>(&mut self, at: At, check: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::take(&mut self.guards);
        let checked = check(self);
        let inner = std::mem::replace(&mut self.guards, outer);
        self.guards.demands.extend(inner.reads.into_iter().map(|name| (name, at)));
        self.guards.demands.extend(inner.demands);
        checked
    }

    /// Checks what asks whether something is not there: that needs no companion, and is none.
    pub(super) fn unguarded<T>(&mut self, check: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::take(&mut self.guards);
        let checked = check(self);
        self.guards = outer;
        checked
    }

    /// Checks the parts of an `&&`, which guard each other.
    pub(super) fn parts_of_and(&mut self, scope: &mut Scope<'_>, parts: &[Ast]) -> Vec<Typed> {
        let outer = std::mem::take(&mut self.guards);
        let mut found = Vec::new();
        let mut typed = Vec::new();
        for part in parts {
            typed.push(self.expression(scope, part));
            found.push(std::mem::take(&mut self.guards));
        }
        self.guards = outer;
        for (index, part) in found.iter().enumerate() {
            let others = || found.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, guards)| guards);
            let unmet = part.demands.iter().filter(|(name, _)| !others().any(|other| other.reads.contains(name)));
            self.guards.demands.extend(unmet.cloned());
        }
        self.guards.reads.extend(found.into_iter().flat_map(|guards| guards.reads));
        typed
    }

    /// Forgets a variable that ends with its macro.
    pub(super) fn forget_read(&mut self, name: &str) {
        self.guards.reads.remove(name);
    }
}
