//! Facts, derived facts and rules: their types, each checked once, when it is first named.

use std::rc::Rc;

use super::{Checker, Scope, Typed};
use crate::fact::{FactKind, Number};
use crate::pack::fault::{Fault, Span};
use crate::pack::lang::names;
use crate::pack::lang::program::{
    Applies, Def, DefId, DefKind, FactSlot, ListDef, ListId, NodeId, ReadingsDef, ReadingsId, TableDef, TableId,
};
use crate::pack::lang::types::{Codes, CodesOf, NumberType, Type};
use crate::pack::source::{Expr, Source, Window};
use crate::person::Sex;

use super::collection::{ListInfo, ReadingsInfo};
use super::table::TableInfo;

#[derive(Clone, Debug)]
pub(super) struct DefInfo {
    pub ty: Type,
    pub open: Option<Rc<str>>,
    /// It is a derived fact with an `applies` clause.
    pub may_not_apply: bool,
    /// How deep it leads.
    pub depth: usize,
}

impl DefInfo {
    const BROKEN: Self = Self { ty: Type::Broken, open: None, may_not_apply: false, depth: 0 };
}

/// What is being checked, to find a cycle.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Step {
    Def(DefId),
    List(ListId),
    Readings(ReadingsId),
}

/// What is known so far of everything that has a name.
pub(super) struct Definitions {
    pub defs: Vec<Option<DefInfo>>,
    pub lists: Vec<Option<ListInfo>>,
    pub readings: Vec<Option<ReadingsInfo>>,
    pub tables: Vec<Option<TableInfo>>,
    path: Vec<Step>,
}

impl Definitions {
    pub(super) fn of(source: &Source) -> Self {
        Self {
            defs: vec![None; source.derived.len() + source.rules.len()],
            lists: vec![None; source.lists.len()],
            readings: vec![None; source.readings.len()],
            tables: vec![None; source.tables.len()],
            path: Vec::new(),
        }
    }
}

impl Checker<'_> {
    /// Checks whatever has not been named by something else.
    pub(super) fn everything(&mut self) {
        self.reserve();
        let count = |length: usize| 0..u16::try_from(length).unwrap_or(u16::MAX);
        for table in count(self.source.tables.len()) {
            self.table(TableId(table));
        }
        for readings in count(self.source.readings.len()) {
            self.readings(ReadingsId(readings), Span::NONE);
        }
        for list in count(self.source.lists.len()) {
            self.list(ListId(list), Span::NONE);
        }
        for def in count(self.definitions.defs.len()) {
            self.definition(DefId(def), Span::NONE);
        }
        self.service_plans();
    }

    /// Gives everything its place in the program, so that it can be filled in any order.
    fn reserve(&mut self) {
        let nothing = self.broken().node;
        let number = |index: usize| u16::try_from(index).unwrap_or(u16::MAX);
        let derived = (0..self.source.derived.len()).map(|index| DefKind::Derived(number(index)));
        let rules = (0..self.source.rules.len()).map(|index| DefKind::Rule(number(index)));
        let def = |kind| Def { kind, scope: Applies::default(), value: nothing };
        self.program.defs = derived.chain(rules).map(def).collect();
        let nobody = self.program.push_kids(&[]);
        self.program.lists = vec![ListDef { items: nobody, names: Vec::new(), most: Vec::new() }; self.source.lists.len()];
        let readings = ReadingsDef { entries: Vec::new(), all: true };
        self.program.readings = vec![readings; self.source.readings.len()];
        self.program.tables = vec![TableDef { rows: Vec::new() }; self.source.tables.len()];
    }

    pub(super) fn definition(&mut self, def: DefId, named_at: Span) -> DefInfo {
        if let Some(info) = self.definitions.defs.get(def.index()).cloned().flatten() {
            return if self.reach(info.depth, named_at) { info } else { DefInfo::BROKEN };
        }
        if !self.enter(Step::Def(def), named_at) {
            return DefInfo::BROKEN;
        }
        let (info, depth) = self.measured(|checker| match checker.program.defs.get(def.index()).map(|def| def.kind) {
            Some(DefKind::Derived(index)) => checker.derived(def, usize::from(index)),
            Some(DefKind::Rule(index)) => checker.rule(def, usize::from(index)),
            None => DefInfo::BROKEN,
        });
        let info = DefInfo { depth, ..info };
        self.leave();
        if let Some(place) = self.definitions.defs.get_mut(def.index()) {
            *place = Some(info.clone());
        }
        info
    }

    fn derived(&mut self, def: DefId, index: usize) -> DefInfo {
        let source = self.source;
        let Some(derived) = source.derived.get(index) else { return DefInfo::BROKEN };
        let when = derived.applies.as_ref().and_then(|applies| self.applies(applies));
        let mut scope = Scope::of(&derived.value);
        let (typed, ast) = self.whole(&mut scope);
        self.refuse_constant_value(&scope, &typed, ast.as_ref());
        let ty = self.with_unit(typed.ty.clone(), derived.unit.as_ref().map(|unit| (unit.value.as_str(), unit.span)));
        self.fill(def, Applies { when, ..Applies::default() }, typed.node);
        DefInfo { ty, open: typed.open, may_not_apply: derived.applies.is_some(), depth: 0 }
    }

    /// A derived fact may give a unit to a product or quotient, not change one.
    fn with_unit(&mut self, ty: Type, unit: Option<(&str, Span)>) -> Type {
        let Some((unit, span)) = unit else { return ty };
        match ty {
            Type::Number(number) => {
                if number.unit.as_deref().is_some_and(|own| own != unit) {
                    let own = number.unit.as_deref().unwrap_or_default().to_owned();
                    self.put(Fault::new(span, format!("this value is in {own}, not in {unit}"))).help(None);
                }
                Type::Number(NumberType { unit: Some(unit.into()), ..number })
            }
            Type::Broken => Type::Broken,
            other => {
                let found = other.said();
                self.put(Fault::new(span, format!("only a number has a unit, but this is {found}"))).help(None);
                other
            }
        }
    }

    fn rule(&mut self, def: DefId, index: usize) -> DefInfo {
        let source = self.source;
        let Some(rule) = source.rules.get(index) else { return DefInfo::BROKEN };
        let group = source.groups.iter().find(|group| group.id.value == rule.group);
        let age: Option<Window> = rule.age.or_else(|| group.and_then(|group| group.age));
        let sex: Option<Sex> = rule.sex.or_else(|| group.and_then(|group| group.sex));
        let applies = rule.applies.as_ref().or_else(|| group.and_then(|group| group.applies.as_ref()));
        let when = applies.and_then(|applies| self.applies(applies));
        let mut scope = Scope::within(&rule.when, age);
        let (typed, _) = self.condition(&mut scope);
        self.fill(def, Applies { age, sex, when }, typed.node);
        DefInfo { ty: if typed.ty.is_broken() { Type::Broken } else { Type::Bool }, open: typed.open, ..DefInfo::BROKEN }
    }

    /// An `applies` clause; nothing for one that is simply `true`.
    fn applies(&mut self, expr: &Expr) -> Option<NodeId> {
        let mut scope = Scope::of(expr);
        let (typed, ast) = self.condition(&mut scope);
        let ast = ast?;
        self.expect_decided(&scope, ast.at, &typed, "`applies`");
        (!matches!(ast.kind, super::Kind::Bool(true))).then_some(typed.node)
    }

    fn fill(&mut self, def: DefId, scope: Applies, value: NodeId) {
        if let Some(place) = self.program.defs.get_mut(def.index()) {
            (place.scope, place.value) = (scope, value);
        }
    }

    /// Begins to check something; false when it is being checked already, which is a cycle.
    pub(super) fn enter(&mut self, step: Step, named_at: Span) -> bool {
        let path = &self.definitions.path;
        if let Some(start) = path.iter().position(|earlier| *earlier == step) {
            let mut names: Vec<_> = path.iter().skip(start).map(|step| self.step_name(*step)).collect();
            names.push(self.step_name(step));
            let message = format!("this needs itself: {}", names.join(" -> "));
            self.put(Fault::new(named_at, message)).help(Some("one of these must be said without the others".into()));
            return false;
        }
        self.definitions.path.push(step);
        true
    }

    pub(super) fn leave(&mut self) {
        self.definitions.path.pop();
    }

    fn step_name(&self, step: Step) -> String {
        let source = self.source;
        let name = match step {
            Step::Def(def) => return self.def_name(def),
            Step::List(list) => source.lists.get(list.index()).map(|list| &list.id.value),
            Step::Readings(readings) => source.readings.get(readings.index()).map(|readings| &readings.id.value),
        };
        name.cloned().unwrap_or_default()
    }

    pub(super) fn def_name(&self, def: DefId) -> String {
        let source = self.source;
        let derived = source.derived.get(def.index()).map(|derived| &derived.id.value);
        let rule = || def.index().checked_sub(source.derived.len()).and_then(|index| source.rules.get(index)).map(|rule| &rule.id.value);
        derived.or_else(rule).cloned().unwrap_or_default()
    }

    pub(super) fn is_setting(&self, slot: FactSlot) -> bool {
        slot.index() < self.dictionary.len() && self.dictionary.get(crate::fact::FactId(slot.0)).is_setting()
    }

    pub(super) fn fact_type(&mut self, slot: FactSlot) -> Type {
        if slot == names::birth_weight(self.dictionary) {
            return birth_type("kg", (300, 7000), 1000);
        }
        if slot == names::birth_gestation(self.dictionary) {
            return birth_type("wk", (20, 45), 1);
        }
        let fact = crate::fact::FactId(slot.0);
        let definition = self.dictionary.get(fact);
        match &definition.kind {
            FactKind::Bool => Type::Bool,
            FactKind::Number { unit, step, min, max, .. } => {
                Type::Number(NumberType { unit: unit.as_deref().map(Into::into), range: (*min).zip(*max), step: Some(*step) })
            }
            FactKind::Choice(choices) => {
                let list = choices.iter().map(|choice| choice.code).collect();
                Type::Code(Codes { list, of: CodesOf::Named(definition.id.as_ref().into()) })
            }
            FactKind::Choices(_) => Type::Choices(fact),
            FactKind::Date { .. } => Type::Date,
            FactKind::Text { .. } => Type::Text,
        }
    }

    /// A part of a definition outside of any rule, as an item of a list.
    pub(super) fn part(&mut self, expr: &Expr) -> (Typed, String) {
        let mut scope = Scope::of(expr);
        let (typed, ast) = self.whole(&mut scope);
        self.refuse_constant_value(&scope, &typed, ast.as_ref());
        (typed, ast.map_or_else(String::new, |ast| ast.to_string()))
    }
}

/// A number that is kept in a step of 1 / `per` of its unit.
fn birth_type(unit: &str, range: (i64, i64), per: i64) -> Type {
    let in_unit = |value| Number::ratio(value, per);
    Type::Number(NumberType { unit: Some(unit.into()), range: in_unit(range.0).zip(in_unit(range.1)), step: in_unit(1) })
}
