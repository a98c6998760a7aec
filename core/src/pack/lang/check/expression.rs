//! The type of each construct of the language.

use std::rc::Rc;

use super::{Checker, Scope, Typed, is_of_birth};
use crate::fact::Number;
use crate::fact::nearest;
use crate::pack::lang::ast::{ArithmeticOp, Ast, CompareOp, Kind};
use crate::pack::lang::lexer::At;
use crate::pack::lang::names::Entry;
use crate::pack::lang::program::{Context, IfKind, Module, Node, Operand};
use crate::pack::lang::types::{Codes, CodesOf, NumberType, Type};
use crate::pack::source::AgeUnit;

impl Checker<'_> {
    pub(super) fn expression(&mut self, scope: &mut Scope<'_>, ast: &Ast) -> Typed {
        if !self.descend(scope.span(ast.at)) {
            return self.broken();
        }
        let typed = self.construct(scope, ast);
        self.ascend();
        typed
    }

    fn construct(&mut self, scope: &mut Scope<'_>, ast: &Ast) -> Typed {
        match &ast.kind {
            Kind::Bool(value) => self.decided(Node::Constant(Operand::Bool(*value)), Type::Bool),
            Kind::Number(number) => self.number(*number),
            Kind::Code(code) => self.code(code),
            Kind::Name(name) => self.name(scope, ast.at, name),
            Kind::List(items) => self.list_literal(scope, ast.at, items),
            Kind::Member(of, name) => self.member(scope, ast, of, name),
            Kind::Call(name, args) => self.call(scope, ast.at, name, args),
            Kind::Method(of, name, args) => self.method(scope, ast, of, name, args),
            Kind::Not(of) => self.not(scope, ast.at, of),
            Kind::Negative(of) => self.negative(scope, of),
            Kind::And(parts) => {
                let typed = self.parts_of_and(scope, parts);
                self.joined(scope, parts, &typed, Node::And)
            }
            Kind::Or(parts) => {
                let typed: Vec<_> = parts.iter().map(|part| self.expression(scope, part)).collect();
                self.joined(scope, parts, &typed, Node::Or)
            }
            Kind::Compare(op, left, right) => self.comparison(scope, ast, *op, left, right),
            Kind::In(item, list) => self.membership(scope, ast, item, list),
            Kind::Arithmetic(op, left, right) => self.arithmetic(scope, ast.at, *op, left, right),
            Kind::If(condition, yes, no) => self.choice(scope, ast.at, condition, yes, no),
        }
    }

    pub(super) fn number(&mut self, number: Number) -> Typed {
        self.decided(Node::Constant(Operand::Number(number)), Type::Number(NumberType::exactly(number)))
    }

    fn code(&mut self, code: &str) -> Typed {
        let symbol = self.symbol(code);
        let ty = Type::Code(Codes { list: Rc::new([symbol]), of: CodesOf::Yielded });
        self.decided(Node::Constant(Operand::Code(symbol)), ty)
    }

    fn name(&mut self, scope: &Scope<'_>, at: At, name: &str) -> Typed {
        if let Some((slot, local)) = scope.locals.iter().enumerate().rfind(|(_, local)| local.name == name) {
            let (ty, open) = (local.ty.clone(), local.open.clone());
            let node = self.program.push(Node::Local(u8::try_from(slot).unwrap_or(u8::MAX)));
            return Typed { node, ty, open };
        }
        match self.names.find(name) {
            Some(entry) => self.entry(scope, at, name, entry),
            None => self.unknown_name(scope, at, name),
        }
    }

    /// What a name of the pack stands for, at the visit at hand.
    pub(super) fn entry(&mut self, scope: &Scope<'_>, at: At, name: &str, entry: Entry) -> Typed {
        match entry {
            Entry::Fact(slot) => {
                let ty = self.fact_type(slot);
                let open = (!self.is_setting(slot)).then(|| name.into());
                Typed { node: self.program.push(Node::Fact(slot)), ty, open }
            }
            Entry::Def(def) => {
                let info = self.definition(def, scope.span(at));
                if info.may_not_apply {
                    self.note_read(name);
                }
                let open = info.open.map(|word| if is_of_birth(&word) { word } else { name.into() });
                Typed { node: self.program.push(Node::Def(def)), ty: info.ty, open }
            }
            Entry::Context(context) => {
                let ty = self.context_type(context, scope);
                self.decided(Node::Context(context), ty)
            }
            Entry::List(list) => {
                let info = self.list(list, scope.span(at));
                Typed { node: self.program.push(Node::List(list)), ty: info.ty, open: info.open }
            }
            Entry::Readings(readings) => {
                let Some(info) = self.readings(readings, scope.span(at)) else { return self.broken() };
                let open = info.open;
                let ty = Type::collection(Type::Reading(readings));
                Typed { node: self.program.push(Node::Readings(readings)), ty, open }
            }
            Entry::Earlier => self.decided(Node::Earlier, Type::collection(Type::Visit { earlier: true })),
            Entry::Visits => self.decided(Node::Visits, Type::collection(Type::Visit { earlier: false })),
            Entry::Members => self.decided(Node::Outside(Module::Household), Type::collection(Type::Member)),
            Entry::Table(_) => self.misplaced(scope, at, name, "a table", "lookup(table, key)"),
            Entry::ServiceSet(_) => self.misplaced(scope, at, name, "a set of services", "services(set) or doses(set)"),
        }
    }

    fn misplaced(&mut self, scope: &Scope<'_>, at: At, name: &str, what: &str, right: &str) -> Typed {
        self.fault(scope, at, format!("`{name}` is {what} and cannot stand here")).help(Some(format!("use {right}")));
        self.broken()
    }

    fn unknown_name(&mut self, scope: &Scope<'_>, at: At, name: &str) -> Typed {
        let locals: Vec<_> = scope.locals.iter().map(|local| local.name.clone()).collect();
        let found = nearest(name, self.names.all().chain(locals.iter().map(String::as_str))).map(str::to_owned);
        let help = if self.is_code(name) {
            Some(format!("an answer of a list stands between single quotes: '{name}'"))
        } else {
            found.map(|found| format!("did you mean `{found}`?"))
        };
        self.fault(scope, at, format!("nothing is called `{name}`")).help(help);
        self.broken()
    }

    /// Whether some fact has this answer.
    fn is_code(&self, name: &str) -> bool {
        let mut choices = self.dictionary.iter().flat_map(|(_, fact)| fact.kind.choices());
        choices.any(|choice| self.dictionary.code(choice.code) == name)
    }

    fn context_type(&mut self, context: Context, scope: &Scope<'_>) -> Type {
        let age = |unit: AgeUnit, ucum: &str, most: i64| {
            let window = scope.window.filter(|window| window.unit == unit);
            let from = window.map_or(0, |window| i64::from(window.from));
            let to = window.and_then(|window| window.to).map_or(most, i64::from);
            Type::Number(NumberType::counted(ucum, from, to))
        };
        match context {
            Context::On | Context::Born | Context::Lmp => Type::Date,
            Context::Sex => {
                let list = ["female", "male"].map(|code| self.symbol(code));
                Type::Code(Codes { list: Rc::new(list), of: CodesOf::Named("sex".into()) })
            }
            Context::AgeDays => age(AgeUnit::Days, "d", 47_847),
            Context::AgeMonths => age(AgeUnit::Months, "mo", 1_571),
            Context::AgeYears => age(AgeUnit::Years, "a", 130),
            Context::Stages => Type::Stages,
            Context::Pregnant => Type::Bool,
            Context::Gestation => Type::Number(NumberType::counted("d", 0, 308)),
            Context::DaysSinceDelivery => Type::Number(NumberType::counted("d", 0, 47_847)),
        }
    }

    fn not(&mut self, scope: &mut Scope<'_>, at: At, of: &Ast) -> Typed {
        let typed = if matches!(&of.kind, Kind::Call(name, _) if name == "answered") {
            self.unguarded(|checker| checker.expression(scope, of))
        } else {
            self.negated(at, |checker| checker.expression(scope, of))
        };
        self.expect_bool(scope, of.at, &typed);
        self.made_of(Node::Not(typed.node), Type::Bool, &[&typed])
    }

    fn negative(&mut self, scope: &mut Scope<'_>, of: &Ast) -> Typed {
        if let Kind::Number(number) = of.kind {
            return self.number(number.neg().unwrap_or(number));
        }
        let typed = self.expression(scope, of);
        let ty = match &typed.ty {
            Type::Number(number) => {
                Type::Number(NumberType { range: number.range.and_then(|(low, high)| Some((high.neg()?, low.neg()?))), ..number.clone() })
            }
            Type::Broken => Type::Broken,
            other => {
                let found = other.said();
                self.fault(scope, of.at, format!("only a number has a negative, but this is {found}"));
                Type::Broken
            }
        };
        self.made_of(Node::Negative(typed.node), ty, &[&typed])
    }

    fn joined(&mut self, scope: &Scope<'_>, parts: &[Ast], typed: &[Typed], node: fn(super::super::program::Kids) -> Node) -> Typed {
        for (part, typed) in parts.iter().zip(typed) {
            self.expect_bool(scope, part.at, typed);
        }
        let nodes: Vec<_> = typed.iter().map(|part| part.node).collect();
        let kids = self.program.push_kids(&nodes);
        let parts: Vec<_> = typed.iter().collect();
        self.made_of(node(kids), Type::Bool, &parts)
    }

    fn choice(&mut self, scope: &mut Scope<'_>, at: At, condition: &Ast, yes: &Ast, no: &Ast) -> Typed {
        // `a ? b : c` is `a && b || !a && c`: what `a` reads is there for `b`.
        let pair = [condition.clone(), yes.clone()];
        let both = self.parts_of_and(scope, &pair);
        let [asked, left] = both.as_slice() else { return self.broken() };
        self.expect_bool(scope, condition.at, asked);
        let right = self.expression(scope, no);
        let Some(ty) = left.ty.joined(&right.ty) else {
            if let (Type::Code(a), Type::Code(b)) = (&left.ty, &right.ty) {
                self.codes(scope, (yes.at, a), (no.at, b));
                return self.broken();
            }
            let (left, right) = (left.ty.said(), right.ty.said());
            self.fault(scope, at, format!("both results must be of one kind, but one is {left} and the other {right}"));
            return self.broken();
        };
        if matches!(ty, Type::Collection(_)) {
            self.expect_decided(scope, condition.at, asked, "the choice of a list");
        }
        let kind = if ty == Type::Bool { IfKind::Condition } else { IfKind::Value };
        let node = Node::If { condition: asked.node, yes: left.node, no: right.node, kind };
        self.made_of(node, ty, &[asked, left, &right])
    }

    fn arithmetic(&mut self, scope: &mut Scope<'_>, at: At, op: ArithmeticOp, left: &Ast, right: &Ast) -> Typed {
        let (left, right) = (self.expression(scope, left), self.expression(scope, right));
        let node = Node::Arithmetic { op, left: left.node, right: right.node };
        match (&left.ty, &right.ty) {
            (Type::Broken, _) | (_, Type::Broken) => self.broken(),
            (Type::Number(a), Type::Number(b)) => match number_type(op, a, b) {
                Some(number) => self.made_of(node, Type::Number(number), &[&left, &right]),
                None => self.units_differ(scope, at, op.symbol(), a, b),
            },
            (Type::Date, Type::Date) if op == ArithmeticOp::Subtract => self.made_of(node, Type::days(), &[&left, &right]),
            (Type::Date, Type::Number(days)) if matches!(op, ArithmeticOp::Add | ArithmeticOp::Subtract) => match days.unit.as_deref() {
                None | Some("d") => self.made_of(node, Type::Date, &[&left, &right]),
                Some(unit) => {
                    let message = format!("a date moves by whole days, but this is a number in {unit}");
                    self.fault(scope, at, message).help(Some("write `+ months(n)` or `+ years(n)` for months and years".into()));
                    self.broken()
                }
            },
            (Type::Date, Type::Months) if matches!(op, ArithmeticOp::Add | ArithmeticOp::Subtract) => {
                let node = Node::Shift { date: left.node, months: right.node, back: op == ArithmeticOp::Subtract };
                self.made_of(node, Type::Date, &[&left, &right])
            }
            (a, b) => {
                let message = format!("`{}` does not go between {} and {}", op.symbol(), a.said(), b.said());
                self.fault(scope, at, message);
                self.broken()
            }
        }
    }

    pub(super) fn units_differ(&mut self, scope: &Scope<'_>, at: At, op: &str, left: &NumberType, right: &NumberType) -> Typed {
        let unit = |number: &NumberType| number.unit.as_deref().unwrap_or("no unit").to_owned();
        self.fault(scope, at, format!("`{op}` stands between {} and {}", unit(left), unit(right)))
            .help(Some("both sides must be in the same unit".into()));
        self.broken()
    }
}

impl CompareOp {
    /// The readable form and that of its negation.
    pub(super) fn texts(self, left: &Ast, right: &Ast) -> (String, String) {
        let (left, right) = (left.operand(), right.operand());
        (format!("{left} {} {right}", self.symbol()), format!("{left} {} {right}", self.negated().symbol()))
    }
}

/// Unit, step and range of the result; `None` when the units do not agree.
fn number_type(op: ArithmeticOp, left: &NumberType, right: &NumberType) -> Option<NumberType> {
    let ranges = left.range.zip(right.range);
    let range = |f: fn(Number, Number) -> Option<Number>, crossed: bool| {
        let ((a, b), (c, d)) = ranges?;
        let (c, d) = if crossed { (d, c) } else { (c, d) };
        f(a, c).zip(f(b, d))
    };
    match op {
        ArithmeticOp::Add => Some(NumberType { unit: left.shared_unit(right)?, range: range(Number::add, false), step: None }),
        ArithmeticOp::Subtract => Some(NumberType { unit: left.shared_unit(right)?, range: range(Number::sub, true), step: None }),
        // A product carries no unit until a derived fact names it; one of a plain constant with a measurement neither.
        ArithmeticOp::Multiply | ArithmeticOp::Divide => Some(NumberType::plain()),
    }
}
