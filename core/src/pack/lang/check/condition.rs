//! Conditions that come out the same whatever is recorded.

use std::collections::BTreeSet;

use super::{Checker, Scope, Typed};
use crate::fact::Number;
use crate::pack::lang::ast::{Ast, CompareOp, Kind};
use crate::pack::lang::types::Type;

/// A value to try for a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sample {
    Bool(bool),
    Number(Number),
    Code(String),
}

/// Stands for every code that is not named in the condition.
const ANOTHER_CODE: &str = "";

impl Checker<'_> {
    /// Refuses a value that is a condition and always comes out the same; a mere `true` or `false` may be meant.
    pub(super) fn refuse_constant_value(&mut self, scope: &Scope<'_>, typed: &Typed, ast: Option<&Ast>) {
        if let Some(ast) = ast.filter(|ast| typed.ty == Type::Bool && !matches!(ast.kind, Kind::Bool(_))) {
            self.refuse_constant(scope, ast);
        }
    }

    /// Refuses a condition, or a part of it, that is always true or always false because of one name in it.
    pub(super) fn refuse_constant(&mut self, scope: &Scope<'_>, ast: &Ast) {
        let (parts, all) = match &ast.kind {
            Kind::And(parts) => (parts, true),
            Kind::Or(parts) => (parts, false),
            Kind::Bool(value) => {
                self.fault(scope, ast.at, format!("this condition is always {value}"));
                return;
            }
            _ => return each_part(ast).into_iter().for_each(|part| self.refuse_constant(scope, part)),
        };
        for part in parts {
            self.refuse_constant(scope, part);
        }
        let names: BTreeSet<_> = parts.iter().filter_map(only_name).collect();
        for name in names {
            let about: Vec<_> = parts.iter().filter(|part| only_name(part).as_ref() == Some(&name)).collect();
            let mut samples = BTreeSet::new();
            about.iter().for_each(|part| collect_samples(part, &mut samples));
            let outcome = |sample: &Sample| {
                let mut values = about.iter().map(|part| value_for(part, sample).unwrap_or(!all));
                if all { values.all(|value| value) } else { values.any(|value| value) }
            };
            let constant = about.len() > 1 && samples.iter().all(|sample| outcome(sample) != all);
            if constant {
                self.fault(scope, ast.at, format!("this condition is always {}, because of what it asks of `{name}`", !all))
                    .help(Some("one of the limits or answers must be another".into()));
                return;
            }
        }
    }
}

/// The parts of anything but `&&` and `||`.
fn each_part(ast: &Ast) -> Vec<&Ast> {
    match &ast.kind {
        Kind::Not(of) => vec![of],
        Kind::If(condition, yes, no) => vec![condition, yes, no],
        Kind::Call(_, parts) | Kind::List(parts) => conditions(parts),
        Kind::Method(of, _, parts) => std::iter::once(&**of).chain(conditions(parts)).collect(),
        Kind::Member(of, _) | Kind::Negative(of) => vec![of],
        Kind::Compare(_, left, right) | Kind::In(left, right) | Kind::Arithmetic(_, left, right) => conditions([&**left, &**right]),
        _ => Vec::new(),
    }
}

/// All but `true` and `false`, which are values here.
fn conditions<'a>(parts: impl IntoIterator<Item = &'a Ast>) -> Vec<&'a Ast> {
    parts.into_iter().filter(|part| !matches!(part.kind, Kind::Bool(_))).collect()
}

/// The one name that a condition asks about, if it compares it with constants only.
fn only_name(ast: &Ast) -> Option<String> {
    match &ast.kind {
        Kind::Name(_) | Kind::Member(..) => Some(ast.to_string()),
        Kind::Not(of) => only_name(of),
        Kind::Compare(_, left, right) if constant(right).is_some() => plain_name(left),
        Kind::Compare(_, left, right) if constant(left).is_some() => plain_name(right),
        Kind::In(item, list) => match &list.kind {
            Kind::List(values) if values.iter().all(|value| constant(value).is_some()) => plain_name(item),
            _ => None,
        },
        Kind::Call(name, args) if name == "between" => match args.as_slice() {
            [x, low, high] if constant(low).is_some() && constant(high).is_some() => plain_name(x),
            _ => None,
        },
        Kind::And(parts) | Kind::Or(parts) => {
            let names: BTreeSet<_> = parts.iter().map(only_name).collect();
            match names.into_iter().collect::<Vec<_>>().as_slice() {
                [Some(name)] => Some(name.clone()),
                _ => None,
            }
        }
        _ => None,
    }
}

fn plain_name(ast: &Ast) -> Option<String> {
    matches!(ast.kind, Kind::Name(_) | Kind::Member(..)).then(|| ast.to_string())
}

fn constant(ast: &Ast) -> Option<Sample> {
    match &ast.kind {
        Kind::Number(number) => Some(Sample::Number(*number)),
        Kind::Negative(of) => match of.kind {
            Kind::Number(number) => number.neg().map(Sample::Number),
            _ => None,
        },
        Kind::Code(code) => Some(Sample::Code(code.clone())),
        Kind::Bool(value) => Some(Sample::Bool(*value)),
        _ => None,
    }
}

/// Values at and beside each limit, each code, and both answers of a yes-or-no fact.
fn collect_samples(ast: &Ast, samples: &mut BTreeSet<Sample>) {
    let mut around = |value: Option<Sample>| match value {
        Some(Sample::Number(number)) => {
            let little = Number::decimal(1, 4).unwrap_or(Number::ONE);
            let beside = [number.sub(little), Some(number), number.add(little)];
            samples.extend(beside.into_iter().flatten().map(Sample::Number));
        }
        Some(Sample::Code(code)) => samples.extend([Sample::Code(code), Sample::Code(ANOTHER_CODE.into())]),
        _ => samples.extend([Sample::Bool(true), Sample::Bool(false)]),
    };
    match &ast.kind {
        Kind::Compare(_, left, right) => around(constant(right).or_else(|| constant(left))),
        Kind::In(_, list) => each_item(list).iter().for_each(|value| around(constant(value))),
        Kind::Call(_, args) => args.iter().skip(1).for_each(|value| around(constant(value))),
        Kind::Not(of) => collect_samples(of, samples),
        Kind::And(parts) | Kind::Or(parts) => parts.iter().for_each(|part| collect_samples(part, samples)),
        _ => around(None),
    }
}

fn each_item(list: &Ast) -> &[Ast] {
    if let Kind::List(items) = &list.kind { items } else { &[] }
}

/// What a condition on one name says of a value of that name.
fn value_for(ast: &Ast, sample: &Sample) -> Option<bool> {
    match &ast.kind {
        Kind::Name(_) | Kind::Member(..) => Some(*sample == Sample::Bool(true)),
        Kind::Not(of) => value_for(of, sample).map(|value| !value),
        Kind::Compare(op, left, right) => match constant(right) {
            Some(limit) => Some(op.holds(sample.cmp(&limit))),
            None => Some(op.mirrored().holds(sample.cmp(&constant(left)?))),
        },
        Kind::In(_, list) => Some(each_item(list).iter().any(|value| constant(value).as_ref() == Some(sample))),
        Kind::Call(_, args) => match args.as_slice() {
            [_, low, high] => {
                let lower = constant(low).is_some_and(|low| CompareOp::GreaterOrEqual.holds(sample.cmp(&low)));
                Some(lower && constant(high).is_some_and(|high| CompareOp::LessOrEqual.holds(sample.cmp(&high))))
            }
            _ => None,
        },
        Kind::And(parts) => parts.iter().map(|part| value_for(part, sample)).try_fold(true, |all, part| Some(all && part?)),
        Kind::Or(parts) => parts.iter().map(|part| value_for(part, sample)).try_fold(false, |any, part| Some(any || part?)),
        _ => None,
    }
}
