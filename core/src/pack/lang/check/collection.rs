//! Lists, readings, and what is asked of a collection.

use std::rc::Rc;

use super::by_entry::exists;
use super::definition::Step;
use super::{Checker, Local, Scope, Typed, first_open};
use crate::fact::Number;
use crate::pack::fault::Span;
use crate::pack::lang::ast::{Ast, Kind};
use crate::pack::lang::lexer::At;
use crate::pack::lang::program::{ListDef, ListId, Node, NodeId, Operand, ReadingsDef, ReadingsId};
use crate::pack::lang::types::{NumberType, Type};

/// Macros may stand in each other this deep.
pub(crate) const MAX_LOCALS: usize = 8;

#[derive(Clone, Debug)]
pub(super) struct ListInfo {
    pub ty: Type,
    pub open: Option<Rc<str>>,
    /// How deep it leads.
    depth: usize,
}

#[derive(Clone, Debug)]
pub(super) struct ReadingsInfo {
    pub fields: Vec<(Rc<str>, Type)>,
    pub open: Option<Rc<str>>,
    /// How deep it leads.
    depth: usize,
}

impl Checker<'_> {
    pub(super) fn list(&mut self, id: ListId, named_at: Span) -> ListInfo {
        let source = self.source;
        let broken = ListInfo { ty: Type::Broken, open: None, depth: 0 };
        if let Some(info) = self.definitions.lists.get(id.index()).cloned().flatten() {
            return if self.reach(info.depth, named_at) { info } else { broken };
        }
        let Some(list) = source.lists.get(id.index()) else { return broken };
        if !self.enter(Step::List(id), named_at) {
            return broken;
        }
        let (parts, depth) = self.measured(|checker| list.of.iter().map(|item| checker.part(item)).collect::<Vec<_>>());
        let (parts, names): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
        self.leave();
        let nodes: Vec<_> = parts.iter().map(|part| part.node).collect();
        let items = self.program.push_kids(&nodes);
        if let Some(place) = self.program.lists.get_mut(id.index()) {
            let most = parts.iter().map(|part| sum_range(std::slice::from_ref(&part.ty)).map(|(_, most)| most)).collect();
            *place = ListDef { items, names: names.into_iter().map(Into::into).collect(), most };
        }
        let info = ListInfo { ty: list_type(&parts), open: first_open(parts.iter().map(|part| &part.open)), depth };
        if let Some(place) = self.definitions.lists.get_mut(id.index()) {
            *place = Some(info.clone());
        }
        info
    }

    pub(super) fn list_literal(&mut self, scope: &mut Scope<'_>, at: At, items: &[Ast]) -> Typed {
        if items.is_empty() {
            self.fault(scope, at, "this list is empty");
            return self.broken();
        }
        let parts: Vec<_> = items.iter().map(|item| self.expression(scope, item)).collect();
        let nodes: Vec<_> = parts.iter().map(|part| part.node).collect();
        let kids = self.program.push_kids(&nodes);
        let parts_by_ref: Vec<_> = parts.iter().collect();
        self.made_of(Node::Items(kids), list_type(&parts), &parts_by_ref)
    }

    /// Nothing where the readings are being checked already, which is a cycle, or lead too deep.
    pub(super) fn readings(&mut self, id: ReadingsId, named_at: Span) -> Option<ReadingsInfo> {
        if let Some(info) = self.definitions.readings.get(id.index()).cloned().flatten() {
            return self.reach(info.depth, named_at).then_some(info);
        }
        let source = self.source;
        let readings = source.readings.get(id.index())?;
        if !self.enter(Step::Readings(id), named_at) {
            return None;
        }
        let mut info = ReadingsInfo { fields: Vec::new(), open: None, depth: 0 };
        let mut entries: Vec<Vec<Option<NodeId>>> = Vec::new();
        for entry in &readings.of {
            let mut nodes = vec![None; info.fields.len()];
            for (field, expr) in entry {
                let ((part, _), depth) = self.measured(|checker| checker.part(expr));
                info.depth = info.depth.max(depth);
                info.open = first_open([&info.open, &part.open].into_iter());
                let place = self.reading_field(&mut info.fields, &field.value, &part, expr.span);
                nodes.resize(info.fields.len(), None);
                if let Some(node) = nodes.get_mut(place) {
                    *node = Some(part.node);
                }
            }
            entries.push(nodes);
        }
        self.leave();
        for entry in &mut entries {
            entry.resize(info.fields.len(), None);
        }
        if let Some(place) = self.program.readings.get_mut(id.index()) {
            *place = ReadingsDef { entries, all: readings.all };
        }
        if let Some(place) = self.definitions.readings.get_mut(id.index()) {
            *place = Some(info.clone());
        }
        Some(info)
    }

    /// The place of a field; its type is that of all entries together.
    fn reading_field(&mut self, fields: &mut Vec<(Rc<str>, Type)>, name: &str, part: &Typed, span: Span) -> usize {
        let Some(place) = fields.iter().position(|(field, _)| **field == *name) else {
            fields.push((name.into(), part.ty.clone()));
            return fields.len() - 1;
        };
        if let Some((_, ty)) = fields.get_mut(place) {
            match ty.joined(&part.ty) {
                Some(joined) => *ty = joined,
                None => {
                    let message = format!("`{name}` is {} here and {} in another reading", part.ty.said(), ty.said());
                    self.put(crate::pack::fault::Fault::new(span, message)).help(Some("a field must be of one kind, unit and list".into()));
                }
            }
        }
        place
    }

    /// `of.name(args)`
    pub(super) fn method(&mut self, scope: &mut Scope<'_>, ast: &Ast, of: &Ast, name: &str, args: &[Ast]) -> Typed {
        let (over, depth) = self.measured(|checker| checker.expression(scope, of));
        let Some((over, item)) = self.as_collection(scope, of.at, over) else { return self.broken() };
        match (name, args) {
            ("exists" | "all" | "filter" | "map", [variable, body]) => {
                // A variable leads to the expression of its item, one for a visit or a reading nowhere.
                let depth = if matches!(item, Type::Visit { .. } | Type::Reading(_)) { 0 } else { depth };
                self.below(depth, |checker| checker.macro_call(scope, name, (of.at, &over), item, variable, body))
            }
            ("size", []) => self.size(&over, &item),
            ("first" | "last", []) => {
                let node = if name == "first" { Node::First(over.node) } else { Node::Last(over.node) };
                self.made_of(node, item, &[&over])
            }
            ("last", [count]) => {
                let number = self.whole_number(scope, count);
                self.expect_decided(scope, count.at, &number, "the number in `last`");
                self.made_of(Node::LastFew { of: over.node, count: number.node }, Type::collection(item), &[&over])
            }
            ("min" | "max" | "mean", []) => self.of_numbers(scope, ast.at, name, &over, item),
            _ => {
                let known = ["exists", "all", "filter", "map", "size", "first", "last", "min", "max", "mean"].map(str::to_owned).into();
                if matches!(name, "exists" | "all" | "filter" | "map" | "size" | "first" | "last" | "min" | "max" | "mean") {
                    self.fault(scope, ast.at, format!("`.{name}` was given {} parts", args.len()))
                        .help(Some("write it as x.exists(i, ...), x.size(), x.last(2), x.mean()".into()));
                } else {
                    self.no_such(scope, ast.at, "a list has no", name, known);
                }
                self.broken()
            }
        }
    }

    /// What can be gone through, with the type of its items.
    fn as_collection(&mut self, scope: &Scope<'_>, at: At, typed: Typed) -> Option<(Typed, Type)> {
        match &typed.ty {
            Type::Collection(item) => {
                let item = (**item).clone();
                Some((typed, item))
            }
            Type::Choices(_) | Type::Stages => {
                let codes = self.codes_of(&typed.ty)?;
                let all: Vec<_> = codes.list.iter().map(|code| self.program.push(Node::Constant(Operand::Code(*code)))).collect();
                let all = self.program.push_kids(&all);
                let node = self.program.push(Node::CodesOf { set: typed.node, codes: all });
                Some((Typed { node, ..typed }, Type::Code(codes)))
            }
            Type::Broken => None,
            other => {
                let message = format!("only a list has items to go through, but this is {}", other.said());
                self.fault(scope, at, message);
                None
            }
        }
    }

    fn macro_call(&mut self, scope: &mut Scope<'_>, name: &str, over: (At, &Typed), item: Type, variable: &Ast, body: &Ast) -> Typed {
        let (over_at, over) = over;
        let Kind::Name(variable_name) = &variable.kind else {
            self.fault(scope, variable.at, "here stands a new short name for the item")
                .help(Some("as `v` in earlier.filter(v, ...)".into()));
            return self.broken();
        };
        if self.names.find(variable_name).is_some() || scope.locals.iter().any(|local| local.name == *variable_name) {
            self.fault(scope, variable.at, format!("`{variable_name}` already means something else"))
                .help(Some("choose another name".into()));
            return self.broken();
        }
        if scope.locals.len() >= MAX_LOCALS {
            self.fault(scope, over_at, format!("at most {MAX_LOCALS} of these may stand in each other"));
            return self.broken();
        }
        scope.locals.push(Local { name: variable_name.clone(), ty: item.clone(), open: over.open.clone() });
        let typed = self.expression(scope, body);
        scope.locals.pop();
        self.forget_read(variable_name);
        let (over_node, body_node) = (over.node, typed.node);
        match name {
            "map" => self.made_of(Node::Map { over: over_node, body: body_node }, Type::collection(typed.ty.clone()), &[over, &typed]),
            "filter" => {
                self.expect_bool(scope, body.at, &typed);
                self.expect_decided(scope, body.at, &typed, "the condition of `filter`");
                self.made_of(Node::Filter { over: over_node, body: body_node }, Type::collection(item), &[over])
            }
            _ => {
                self.expect_bool(scope, body.at, &typed);
                let node = match name {
                    "exists" => exists(&mut self.program, over_node, body_node, scope.locals.len()),
                    _ => Node::All { over: over_node, body: body_node },
                };
                self.made_of(node, Type::Bool, &[over, &typed])
            }
        }
    }

    fn size(&mut self, over: &Typed, item: &Type) -> Typed {
        let of_codes = self.holds_answers(over.node);
        let most = match item {
            Type::Reading(readings) => self.program.readings.get(readings.index()).map_or(0, |readings| readings.entries.len()),
            Type::Code(codes) if of_codes => codes.list.len(),
            _ => 10_000,
        };
        let mut number = NumberType::counted("d", 0, i64::try_from(most).unwrap_or(i64::MAX));
        number.unit = None;
        let counted = self.made_of(Node::Size(over.node), Type::Number(number), &[over]);
        // How many readings, visits or doses there are is known; how many answers a question has got is not.
        let open = counted.open.filter(|_| of_codes);
        Typed { node: counted.node, ty: counted.ty, open }
    }

    /// Whether a collection comes from the answers to a question.
    fn holds_answers(&self, over: NodeId) -> bool {
        match self.program.node(over) {
            Node::CodesOf { .. } => true,
            Node::Filter { over: of, .. } | Node::Map { over: of, .. } | Node::LastFew { of, .. } | Node::At { of, .. } => {
                self.holds_answers(of)
            }
            Node::If { yes, no, .. } => self.holds_answers(yes) || self.holds_answers(no),
            Node::Def(def) => self.program.defs.get(def.index()).is_some_and(|def| self.holds_answers(def.value)),
            _ => false,
        }
    }

    fn of_numbers(&mut self, scope: &Scope<'_>, at: At, name: &str, over: &Typed, item: Type) -> Typed {
        let node = match name {
            "min" => Node::Least(over.node),
            "max" => Node::Greatest(over.node),
            _ => Node::Mean(over.node),
        };
        let ty = match item {
            Type::Number(number) if name == "mean" => Type::Number(NumberType { step: None, ..number }),
            Type::Number(number) => Type::Number(number),
            Type::Date if name != "mean" => Type::Date,
            Type::Broken => Type::Broken,
            other => {
                let message = format!("`.{name}()` needs a list of numbers, but an item is {}", other.said());
                self.fault(scope, at, message).help(Some("take a number of each first: list.map(x, x.number)".into()));
                Type::Broken
            }
        };
        self.made_of(node, ty, &[over])
    }
}

/// The type of a list with these items. Yes-or-no items beside numbers count as points.
fn list_type(parts: &[Typed]) -> Type {
    if parts.iter().any(|part| part.ty.is_broken()) {
        return Type::collection(Type::Broken);
    }
    let points = |ty: &Type| matches!(ty, Type::Bool | Type::Number(_));
    let all_bool = parts.iter().all(|part| part.ty == Type::Bool);
    if !all_bool && parts.iter().any(|part| part.ty == Type::Bool) && parts.iter().all(|part| points(&part.ty)) {
        return Type::collection(Type::Number(NumberType::plain()));
    }
    let mut types = parts.iter().map(|part| part.ty.clone());
    let Some(first) = types.next() else { return Type::Mixed };
    types.try_fold(first, |joined, next| joined.joined(&next)).map_or(Type::Mixed, Type::collection)
}

/// The least and the greatest sum of items of these types.
pub(super) fn sum_range(items: &[Type]) -> Option<(Number, Number)> {
    items.iter().try_fold((Number::ZERO, Number::ZERO), |(low, high), item| {
        let (from, to) = match item {
            Type::Bool => (Number::ZERO, Number::ONE),
            Type::Number(number) => number.range?,
            _ => return None,
        };
        Some((low.add(from)?, high.add(to)?))
    })
}
