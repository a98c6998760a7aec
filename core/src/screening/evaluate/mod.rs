//! The value of an expression at a visit.
//!
//! An operand is known, open or does not apply. "Does not apply" goes before "open"; conditions follow Kleene.

mod aggregate;
mod arithmetic;
mod collection;
mod condition;
mod growth;
mod moving;
mod services;
mod sum;
mod value;

use crate::pack::lang::program::{DefId, FactSlot, NodeId, Operand, Program};
use crate::pack::{Pack, ScopeId};

use super::cells::State;
use super::scratch::{Origin, Scratch};
use super::subject::Subject;
use crate::pack::FactSet;
use crate::schedule::Reckoner;
pub(super) use collection::{Items, Whole};
pub(super) use condition::compare;
use growth::GrowthToday;
pub(super) use moving::Watch;
pub(super) use sum::Sums;

pub(super) use super::truth::Truth;

/// The index of today's visit.
pub(super) const TODAY: u16 = 0;

/// Evaluates the expressions of one pack for one subject.
pub(super) struct Evaluator<'a> {
    pub pack: &'a Pack,
    pub program: &'a Program,
    pub subject: &'a Subject<'a>,
    pub scratch: &'a mut Scratch,
    /// The place of each fact in the person's form.
    pub places: &'a [u16],
    /// Where the variables of the expression at hand begin in `scratch.locals`.
    base: usize,
    /// Only these facts may be asked, while it is tried whether a part of a way out is enough.
    pub within: Option<FactSet>,
    /// Looks for the first day on which a comparison comes out another way; only while the next change is sought.
    pub watch: Option<Watch>,
    /// How services stand, from the first question on.
    reckoner: Option<Box<Reckoner<'a>>>,
    /// Each z-score is reckoned once.
    growth_today: GrowthToday,
    /// Whether a z-score was asked for that only the day of birth would give.
    pub needs_birth_day: bool,
}

/// What a definition says about a person at a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Concern {
    Applies,
    Silent,
}

impl<'a> Evaluator<'a> {
    pub(super) fn new(pack: &'a Pack, subject: &'a Subject<'a>, scratch: &'a mut Scratch) -> Self {
        scratch.begin(&pack.program, pack.scopes.len(), subject.visits.len(), pack.slots());
        let places = pack.orders.places(subject.stages());
        Self {
            pack,
            program: &pack.program,
            subject,
            scratch,
            places,
            base: 0,
            within: None,
            watch: None,
            reckoner: None,
            growth_today: GrowthToday::default(),
            needs_birth_day: false,
        }
    }

    /// The value of a derived fact or rule at a visit, computed once. Where a rule is silent it reads as false.
    #[inline(never)]
    pub(super) fn def(&mut self, def: DefId, at: u16) -> Operand {
        match self.scratch.value(self.place_of_value(def, at)) {
            Some(operand) => *operand,
            None => self.first_value(def, at),
        }
    }

    fn place_of_value(&self, def: DefId, at: u16) -> usize {
        usize::from(at) * self.program.defs.len() + def.index()
    }

    #[inline(never)]
    fn first_value(&mut self, def: DefId, at: u16) -> Operand {
        let operand = match self.concern(def, at) {
            Concern::Applies => return self.value_of_concern(def, at),
            Concern::Silent if self.is_rule(def) => Operand::Bool(false),
            Concern::Silent => Operand::Absent,
        };
        self.scratch.keep_value(self.place_of_value(def, at), operand);
        operand
    }

    /// The value today of a rule that is known to concern the person.
    pub(super) fn value_of_rule(&mut self, rule: DefId) -> Operand {
        match self.scratch.value(self.place_of_value(rule, TODAY)) {
            Some(operand) => *operand,
            None => self.value_of_concern(rule, TODAY),
        }
    }

    /// The value today of a definition that was asked for already.
    pub(super) fn kept_value(&self, def: DefId) -> Option<Operand> {
        self.scratch.value(self.place_of_value(def, TODAY)).copied()
    }

    pub(super) fn keep_value(&mut self, def: DefId, operand: Operand) {
        self.scratch.keep_value(self.place_of_value(def, TODAY), operand);
    }

    fn value_of_concern(&mut self, def: DefId, at: u16) -> Operand {
        let operand = self.program.defs.get(def.index()).map_or(Operand::Absent, |def| self.named(def.value, at));
        self.scratch.keep_value(self.place_of_value(def, at), operand);
        operand
    }

    /// Evaluates an expression that belongs to a name, and so does not see the variables around that name.
    pub(super) fn named(&mut self, node: NodeId, at: u16) -> Operand {
        self.in_named(|inner| inner.eval(node, at))
    }

    /// Runs something with the variables of a name's own expression.
    pub(super) fn in_named<T>(&mut self, run: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.base, self.scratch.locals.len());
        let done = run(self);
        self.base = outer;
        done
    }

    /// Whether a rule or derived fact concerns the person at a visit: always decided.
    pub(super) fn concern(&mut self, def: DefId, at: u16) -> Concern {
        match self.pack.scopes.scope(def) {
            Some(scope) if at == TODAY => self.concern_today(scope),
            Some(scope) => self.concern_of(scope, at),
            None => Concern::Silent,
        }
    }

    pub(super) fn concern_today(&mut self, scope: ScopeId) -> Concern {
        if let Some(concern) = self.scratch.concern(scope.index()) {
            return concern;
        }
        let concern = self.concern_of(scope, TODAY);
        self.scratch.keep_concern(scope.index(), concern);
        concern
    }

    fn concern_of(&mut self, scope: ScopeId, at: u16) -> Concern {
        let (Some(clause), Some(visit)) = (self.pack.scopes.clause(scope), self.subject.visit(at)) else { return Concern::Silent };
        if clause.sex.is_some_and(|sex| sex != self.subject.sex()) {
            return Concern::Silent;
        }
        if let Some(window) = clause.age {
            if at == TODAY
                && let Some(watch) = self.watch.as_mut()
            {
                watch.window(window, visit.age);
            }
            if !window.holds(visit.age) {
                return Concern::Silent;
            }
        }
        let applies = clause.when.is_none_or(|when| self.applies(scope, when, at));
        if applies { Concern::Applies } else { Concern::Silent }
    }

    fn applies(&mut self, scope: ScopeId, when: NodeId, at: u16) -> bool {
        let glance = self.pack.scopes.glance(scope);
        let shown = if at == TODAY && self.watch.is_none() { self.subject.at_a_glance(glance, self.scratch) } else { None };
        match shown {
            Some(shown @ (Truth::Yes | Truth::No)) => shown == Truth::Yes,
            _ => Truth::from_operand(self.named(when, at)) == Truth::Yes,
        }
    }

    /// A fact at a visit. At an earlier visit a fact without a value does not apply: nobody can answer it any more.
    #[inline(never)]
    pub(super) fn fact(&self, slot: FactSlot, at: u16) -> Operand {
        if at == TODAY || self.is_todays_everywhere(slot) {
            return *self.subject.operand(slot);
        }
        let earlier = self.subject.earlier.get(usize::from(at) - 1).and_then(|facts| facts.known(slot));
        earlier.unwrap_or(if self.pack.is_bool.get(slot.index()) == Some(&true) { Operand::Bool(false) } else { Operand::Absent })
    }

    /// Settings of the area and the data of the birth are today's, whatever the visit.
    fn is_todays_everywhere(&self, slot: FactSlot) -> bool {
        let facts = self.pack.dictionary();
        slot.index() >= facts.len() || facts.get(crate::fact::FactId(slot.0)).is_setting()
    }

    /// Whether a fact has a value at a visit.
    pub(super) fn fact_is_answered(&self, slot: FactSlot, at: u16) -> bool {
        if at == TODAY || self.is_todays_everywhere(slot) {
            return self.subject.cell(slot).is_some_and(|cell| cell.state == State::Known);
        }
        self.subject.earlier.get(usize::from(at) - 1).is_some_and(|facts| facts.known(slot).is_some())
    }

    /// Whether a fact was asked, is not known, and applies.
    fn fact_is_unknown(&self, slot: FactSlot, at: u16) -> bool {
        if at == TODAY {
            return self.subject.cell(slot).is_some_and(|cell| cell.state == State::Unknown);
        }
        self.subject.earlier.get(usize::from(at) - 1).is_some_and(|facts| facts.is_unknown(slot))
    }

    /// The place of a fact in the person's form; what no form asks comes last.
    pub(super) fn place(&self, slot: FactSlot) -> u16 {
        self.places.get(slot.index()).copied().unwrap_or(u16::MAX)
    }

    pub(super) fn local(&self, slot: u8) -> (Operand, Option<Origin>) {
        self.scratch.locals.get(self.base + usize::from(slot)).copied().unwrap_or((Operand::Absent, None))
    }

    /// What a variable stands for.
    pub(super) fn variable(&self, slot: u8) -> Operand {
        self.scratch.locals.get(self.base + usize::from(slot)).map_or(Operand::Absent, |(operand, _)| *operand)
    }

    /// Runs something with one more variable.
    pub(super) fn with_local<T>(&mut self, item: (Operand, Option<Origin>), run: impl FnOnce(&mut Self) -> T) -> T {
        self.scratch.locals.push(item);
        let done = run(self);
        self.scratch.locals.pop();
        done
    }

    /// Runs something with the expression that a variable stands for, and the visit at which it is read; nothing where it is not known.
    pub(super) fn at_origin<T>(&mut self, slot: u8, run: impl FnOnce(&mut Self, NodeId, u16) -> T) -> Option<T> {
        let Origin { node, at, named } = self.local(slot).1?;
        if named {
            return Some(self.in_named(|inner| run(inner, node, at)));
        }
        // It stands before the variable, and sees only the variables before it.
        let later = self.scratch.locals.split_off(self.base + usize::from(slot));
        let done = run(self, node, at);
        self.scratch.locals.extend(later);
        Some(done)
    }
}
