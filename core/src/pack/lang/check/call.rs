//! The functions of the language.

use super::{Checker, Scope, Typed};
use crate::fact::Number;
use crate::fact::nearest;
use crate::pack::lang::ast::{ArithmeticOp, Ast, CompareOp, Kind};
use crate::pack::lang::lexer::At;
use crate::pack::lang::names::Entry;
use crate::pack::lang::program::{CountKind, Node, Operand};
use crate::pack::lang::types::{NumberType, Type};

/// How each function is written.
const FUNCTIONS: [(&str, &str); 27] = [
    ("answered", "answered(x)"),
    ("is_unknown", "is_unknown(fact)"),
    ("is_true", "is_true(condition)"),
    ("between", "between(x, lowest, highest)"),
    ("any", "any(list)"),
    ("all", "all(list)"),
    ("at_least", "at_least(n, list)"),
    ("exactly", "exactly(n, list)"),
    ("sum", "sum(list)"),
    ("sum_so_far", "sum_so_far(list)"),
    ("complete", "complete(list)"),
    ("begun", "begun(list)"),
    ("weeks", "weeks(n) or weeks(n, days)"),
    ("months", "date + months(n)"),
    ("years", "date + years(n)"),
    ("month", "month(date)"),
    ("month_start", "month_start(date)"),
    ("months_between", "months_between(earlier_date, later_date)"),
    ("round", "round(x, step)"),
    ("min", "min(a, b)"),
    ("max", "max(a, b)"),
    ("lookup", "lookup(table, key)"),
    ("service", "service('code')"),
    ("services", "services(set)"),
    ("doses", "doses(set)"),
    ("zscore", "zscore('wfa')"),
    ("flagged", "flagged('wfa')"),
];

impl Checker<'_> {
    pub(super) fn call(&mut self, scope: &mut Scope<'_>, at: At, name: &str, args: &[Ast]) -> Typed {
        match (name, args) {
            ("answered", [of]) => self.answered(scope, of),
            ("is_unknown", [of]) => self.is_unknown(scope, at, of),
            ("is_true", [of]) => {
                let typed = self.expression(scope, of);
                self.expect_bool(scope, of.at, &typed);
                self.decided(Node::IsTrue(typed.node), Type::Bool)
            }
            ("between", [x, low, high]) => self.between(scope, x, low, high),
            ("any" | "all", [list]) => self.count(scope, name, None, list),
            ("at_least" | "exactly", [n, list]) => self.count(scope, name, Some(n), list),
            ("sum" | "sum_so_far" | "complete" | "begun", [list]) => self.of_list(scope, name, list),
            ("weeks", [weeks]) => self.weeks(scope, weeks, None),
            ("weeks", [weeks, days]) => self.weeks(scope, weeks, Some(days)),
            ("months" | "years", [n]) => self.months(scope, name, n),
            ("month" | "month_start", [date]) => self.of_date(scope, name, date),
            ("months_between", [from, to]) => self.months_between(scope, from, to),
            ("round", [x, step]) => self.round(scope, x, step),
            ("min" | "max", [a, b]) => self.choose(scope, at, name, a, b),
            ("lookup", [table, keys @ ..]) => self.lookup(scope, at, table, keys),
            ("service", [code]) => self.service(scope, code),
            ("services" | "doses", [set]) => self.service_set(scope, name, set),
            ("zscore" | "flagged", [index]) => self.growth(scope, name, index),
            _ => self.misused(scope, at, name),
        }
    }

    pub(super) fn misused(&mut self, scope: &Scope<'_>, at: At, name: &str) -> Typed {
        match FUNCTIONS.iter().find(|(function, _)| *function == name) {
            Some((_, written)) => {
                self.fault(scope, at, format!("`{name}` was not given what it needs")).help(Some(format!("write {written}")));
            }
            None => {
                let found = nearest(name, FUNCTIONS.iter().map(|(function, _)| *function));
                self.fault(scope, at, format!("there is no function `{name}`")).help(found.map(|found| format!("did you mean `{found}`?")));
            }
        }
        self.broken()
    }

    fn answered(&mut self, scope: &mut Scope<'_>, of: &Ast) -> Typed {
        let typed = self.expression(scope, of);
        if matches!(typed.ty, Type::Collection(_) | Type::Mixed) {
            self.fault(scope, of.at, "`answered` asks about one thing, but this is a list")
                .help(Some("use `begun(list)` or `complete(list)`".into()));
        }
        self.decided(Node::Answered(typed.node), Type::Bool)
    }

    fn is_unknown(&mut self, scope: &mut Scope<'_>, at: At, of: &Ast) -> Typed {
        let typed = self.expression(scope, of);
        let node = self.program.node(typed.node);
        let is_fact = |node| matches!(node, Node::Fact(_));
        let fact = is_fact(node) || matches!(node, Node::At { of, .. } if is_fact(self.program.node(of)));
        if !fact && !typed.ty.is_broken() {
            self.fault(scope, at, "only a question can be answered \"unknown\"").help(Some("write is_unknown(fact)".into()));
        }
        let test = self.program.push_test(of.to_string(), format!("is_unknown({of})"), format!("!is_unknown({of})"));
        self.decided(Node::IsUnknown { fact: typed.node, test }, Type::Bool)
    }

    fn between(&mut self, scope: &mut Scope<'_>, x: &Ast, low: &Ast, high: &Ast) -> Typed {
        let value = self.expression(scope, x);
        let (from, to) = (self.expression(scope, low), self.expression(scope, high));
        if let (Some(Operand::Number(from)), Some(Operand::Number(to))) = (self.constant(&from), self.constant(&to))
            && from > to
        {
            self.fault(scope, low.at.to(high.at), "nothing lies between these two").help(Some("the lower limit goes first".into()));
        }
        let lower = self.compared(scope, x.at.to(low.at), CompareOp::GreaterOrEqual, (x, &value), (low, &from));
        let upper = self.compared(scope, x.at.to(high.at), CompareOp::LessOrEqual, (x, &value), (high, &to));
        let kids = self.program.push_kids(&[lower.node, upper.node]);
        let ty = if lower.ty.is_broken() || upper.ty.is_broken() { Type::Broken } else { Type::Bool };
        self.made_of(Node::And(kids), ty, &[&lower, &upper])
    }

    fn count(&mut self, scope: &mut Scope<'_>, name: &str, n: Option<&Ast>, list: &Ast) -> Typed {
        let number = n.map(|n| self.whole_number(scope, n));
        let typed = self.expression(scope, list);
        match &typed.ty {
            Type::Collection(item) if matches!(**item, Type::Bool | Type::Broken) => {}
            Type::Broken => {}
            other => {
                let found = other.said();
                self.fault(scope, list.at, format!("`{name}` needs a list of yes-or-no facts, but this is {found}"));
            }
        }
        let kind = match (name, &number) {
            ("any", _) => CountKind::Any,
            ("at_least", Some(n)) => CountKind::AtLeast(n.node),
            ("exactly", Some(n)) => CountKind::Exactly(n.node),
            _ => CountKind::All,
        };
        let written = n.map_or_else(|| format!("{name}({list})"), |n| format!("{name}({n}, {list})"));
        let test = self.program.push_test(list.to_string(), written.clone(), format!("!{written}"));
        let parts: Vec<_> = number.iter().chain([&typed]).collect();
        self.made_of(Node::Count { kind, of: typed.node, test }, Type::Bool, &parts)
    }

    fn of_list(&mut self, scope: &mut Scope<'_>, name: &str, list: &Ast) -> Typed {
        let typed = self.expression(scope, list);
        if typed.ty.is_broken() {
            return self.broken();
        }
        let adds = name.starts_with("sum");
        let right = match &typed.ty {
            Type::Collection(item) => !adds || matches!(**item, Type::Bool | Type::Number(_) | Type::Broken),
            Type::Mixed => !adds,
            _ => false,
        };
        if !right {
            let found = typed.ty.said();
            let needed = if adds { "a list of numbers or yes-or-no facts" } else { "a list" };
            self.fault(scope, list.at, format!("`{name}` needs {needed}, but this is {found}"));
        }
        let range = self.sum_range_of(&typed);
        let total = || Type::Number(NumberType { unit: None, range, step: None });
        match name {
            "sum" => self.made_of(Node::Sum(typed.node), total(), &[&typed]),
            "sum_so_far" => self.decided(Node::SumSoFar(typed.node), total()),
            "complete" => self.decided(Node::Complete(typed.node), Type::Bool),
            _ => {
                let test = self.program.push_test(list.to_string(), format!("begun({list})"), format!("!begun({list})"));
                self.decided(Node::Begun { list: typed.node, test }, Type::Bool)
            }
        }
    }

    /// The least and greatest sum of a named list, as far as its items are facts.
    fn sum_range_of(&mut self, list: &Typed) -> Option<(Number, Number)> {
        let Node::List(id) = self.program.node(list.node) else { return None };
        let items = self.program.lists.get(id.index()).map(|list| self.program.kids(list.items).to_vec())?;
        let types = items.into_iter().map(|item| match self.program.node(item) {
            Node::Fact(slot) => Some(self.fact_type(slot)),
            _ => None,
        });
        super::collection::sum_range(&types.collect::<Option<Vec<_>>>()?)
    }

    fn weeks(&mut self, scope: &mut Scope<'_>, weeks: &Ast, days: Option<&Ast>) -> Typed {
        let whole = self.whole_number(scope, weeks);
        let rest = days.map(|days| self.whole_number(scope, days));
        let constant = |checker: &Self, typed: &Typed| match checker.constant(typed) {
            Some(Operand::Number(number)) => number.to_integer(),
            _ => None,
        };
        let fixed = constant(self, &whole).zip(rest.as_ref().map_or(Some(0), |rest| constant(self, rest)));
        if let Some(total) = fixed.and_then(|(weeks, days)| weeks.checked_mul(7)?.checked_add(days)) {
            let number = Number::integer(total);
            let ty = NumberType { unit: Some("d".into()), ..NumberType::exactly(number) };
            return self.decided(Node::Constant(Operand::Number(number)), Type::Number(ty));
        }
        let seven = self.number(Number::integer(7)).node;
        let mut node = self.program.push(Node::Arithmetic { op: ArithmeticOp::Multiply, left: whole.node, right: seven });
        if let Some(rest) = &rest {
            node = self.program.push(Node::Arithmetic { op: ArithmeticOp::Add, left: node, right: rest.node });
        }
        Typed { node, ty: Type::days(), open: whole.open.or(rest.and_then(|rest| rest.open)) }
    }

    fn months(&mut self, scope: &mut Scope<'_>, name: &str, n: &Ast) -> Typed {
        let number = self.whole_number(scope, n);
        let node = if name == "years" {
            let twelve = self.number(Number::integer(12)).node;
            Node::Arithmetic { op: ArithmeticOp::Multiply, left: number.node, right: twelve }
        } else {
            self.program.node(number.node)
        };
        self.made_of(node, Type::Months, &[&number])
    }

    fn of_date(&mut self, scope: &mut Scope<'_>, name: &str, date: &Ast) -> Typed {
        let typed = self.expect_date(scope, date);
        if name == "month" {
            let ty = Type::Number(NumberType { unit: None, ..NumberType::counted("", 1, 12) });
            return self.made_of(Node::Month(typed.node), ty, &[&typed]);
        }
        self.made_of(Node::MonthStart(typed.node), Type::Date, &[&typed])
    }

    fn months_between(&mut self, scope: &mut Scope<'_>, from: &Ast, to: &Ast) -> Typed {
        let (from, to) = (self.expect_date(scope, from), self.expect_date(scope, to));
        let ty = Type::Number(NumberType { step: Some(Number::ONE), ..NumberType::of_unit(Some("mo")) });
        self.made_of(Node::MonthsBetween(from.node, to.node), ty, &[&from, &to])
    }

    fn expect_date(&mut self, scope: &mut Scope<'_>, date: &Ast) -> Typed {
        let typed = self.expression(scope, date);
        if !matches!(typed.ty, Type::Date | Type::Broken) {
            let found = typed.ty.said();
            self.fault(scope, date.at, format!("a date belongs here, but this is {found}"));
        }
        typed
    }

    pub(super) fn whole_number(&mut self, scope: &mut Scope<'_>, n: &Ast) -> Typed {
        let typed = self.expression(scope, n);
        let fraction = matches!(self.constant(&typed), Some(Operand::Number(number)) if !number.is_integer());
        if fraction || !matches!(typed.ty, Type::Number(_) | Type::Broken) {
            self.fault(scope, n.at, "a whole number belongs here");
        }
        typed
    }

    fn round(&mut self, scope: &mut Scope<'_>, x: &Ast, step: &Ast) -> Typed {
        let typed = self.expression(scope, x);
        let to = self.expression(scope, step);
        let fixed = match self.constant(&to) {
            Some(Operand::Number(number)) if number > Number::ZERO => Some(number),
            _ => {
                self.fault(scope, step.at, "the step to round to is a number above 0").help(Some("as 0.1 or 1".into()));
                None
            }
        };
        let ty = match &typed.ty {
            Type::Number(number) => Type::Number(NumberType { unit: number.unit.clone(), range: None, step: fixed }),
            Type::Broken => Type::Broken,
            other => {
                let found = other.said();
                self.fault(scope, x.at, format!("only a number can be rounded, but this is {found}"));
                Type::Broken
            }
        };
        self.made_of(Node::Round { of: typed.node, step: to.node }, ty, &[&typed])
    }

    fn choose(&mut self, scope: &mut Scope<'_>, at: At, name: &str, a: &Ast, b: &Ast) -> Typed {
        let (left, right) = (self.expression(scope, a), self.expression(scope, b));
        match left.ty.joined(&right.ty) {
            Some(ty @ (Type::Number(_) | Type::Date | Type::Broken)) => {
                let node = Node::Choose { greater: name == "max", left: left.node, right: right.node };
                self.made_of(node, ty, &[&left, &right])
            }
            _ => {
                let message =
                    format!("`{name}` needs two numbers of one unit or two dates, but has {} and {}", left.ty.said(), right.ty.said());
                self.fault(scope, at, message);
                self.broken()
            }
        }
    }

    fn service(&mut self, scope: &Scope<'_>, code: &Ast) -> Typed {
        match &code.kind {
            Kind::Code(text) => match self.service_id(text) {
                Some(service) => self.decided(Node::Service(service), Type::Service),
                None => {
                    let known = self.source.services.iter().map(|service| service.id.value.clone()).collect();
                    self.no_such(scope, code.at, "there is no service", text, known);
                    self.broken()
                }
            },
            _ => self.misused(scope, code.at, "service"),
        }
    }

    fn service_set(&mut self, scope: &Scope<'_>, name: &str, set: &Ast) -> Typed {
        let found = match &set.kind {
            Kind::Name(set) => self.names.find(set),
            _ => None,
        };
        let Some(Entry::ServiceSet(found)) = found else {
            let known: Vec<_> = self.source.service_sets.iter().map(|set| set.id.value.clone()).collect();
            self.no_such(scope, set.at, "there is no set of services", &set.to_string(), known);
            return self.broken();
        };
        let (node, item) = if name == "doses" { (Node::Doses(found), Type::Dose) } else { (Node::Services(found), Type::Service) };
        self.decided(node, Type::collection(item))
    }
}
