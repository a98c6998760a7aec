//! Calculations with numbers and dates. "Does not apply" goes before "open", and so does a result that no number can hold.

use chrono::{Datelike, NaiveDate};

use super::Evaluator;
use crate::fact::Number;
use crate::pack::lang::ast::ArithmeticOp;
use crate::pack::lang::program::{Node, NodeId, Operand};
use crate::person::{add_months, month_start, months_between};
use crate::screening::subject::{date_of, day_of};

impl Evaluator<'_> {
    #[inline(never)]
    pub(super) fn calculate(&mut self, id: NodeId, at: u16) -> Operand {
        let result = match self.program.node(id) {
            Node::Negative(of) => {
                let of = self.eval(of, at);
                unary(of, |of| of.neg())
            }
            Node::Arithmetic { op, left, right } => {
                let (left, right) = (self.eval(left, at), self.eval(right, at));
                binary(left, right, |left, right| arithmetic(op, left, right))
            }
            Node::Choose { greater, left, right } => {
                let (left, right) = (self.eval(left, at), self.eval(right, at));
                binary(left, right, |left, right| choose(greater, left, right))
            }
            Node::Round { of, step } => {
                let (of, step) = (self.eval(of, at), self.eval(step, at));
                binary(of, step, |of, step| match (of, step) {
                    (Operand::Number(of), Operand::Number(step)) => of.round_half_up(step).map(Operand::Number),
                    _ => None,
                })
            }
            Node::Shift { date, months, back } => {
                let (date, months) = (self.eval(date, at), self.eval(months, at));
                binary(date, months, |date, months| shift(date, months, back))
            }
            Node::Month(date) => {
                let date = self.eval_by_month(date, at);
                of_date(date, |date| Some(Operand::Number(Number::integer(date.month().into()))))
            }
            Node::MonthStart(date) => {
                let date = self.eval_by_month(date, at);
                of_date(date, |date| Some(Operand::Date(day_of(month_start(date)))))
            }
            Node::MonthsBetween(from, to) => {
                let (from, to) = self.eval_months_apart(from, to, at);
                binary(from, to, |from, to| match (from, to) {
                    (Operand::Date(from), Operand::Date(to)) => {
                        let months = months_between(date_of(from)?, date_of(to)?);
                        Some(Operand::Number(Number::integer(months.into())))
                    }
                    _ => None,
                })
            }
            _ => None,
        };
        result.unwrap_or(Operand::Absent)
    }
}

fn unary(of: Operand, apply: impl FnOnce(Number) -> Option<Number>) -> Option<Operand> {
    match of {
        Operand::Open => Some(Operand::Open),
        Operand::Number(number) => apply(number).map(Operand::Number),
        _ => None,
    }
}

fn binary(left: Operand, right: Operand, apply: impl FnOnce(Operand, Operand) -> Option<Operand>) -> Option<Operand> {
    match (left, right) {
        (Operand::Absent, _) | (_, Operand::Absent) => None,
        (Operand::Open, _) | (_, Operand::Open) => Some(Operand::Open),
        (left, right) => apply(left, right),
    }
}

fn arithmetic(op: ArithmeticOp, left: Operand, right: Operand) -> Option<Operand> {
    match (left, right) {
        (Operand::Number(a), Operand::Number(b)) => {
            let number = match op {
                ArithmeticOp::Add => a.add(b),
                ArithmeticOp::Subtract => a.sub(b),
                ArithmeticOp::Multiply => a.mul(b),
                ArithmeticOp::Divide => a.div(b),
            };
            number.map(Operand::Number)
        }
        (Operand::Date(a), Operand::Date(b)) => Some(Operand::Number(Number::integer(i64::from(a) - i64::from(b)))),
        (Operand::Date(date), Operand::Number(days)) => {
            let days = i32::try_from(days.to_integer()?).ok()?;
            let moved = if op == ArithmeticOp::Add { date.checked_add(days) } else { date.checked_sub(days) };
            moved.map(Operand::Date)
        }
        _ => None,
    }
}

fn choose(greater: bool, left: Operand, right: Operand) -> Option<Operand> {
    let left_is_greater = match (left, right) {
        (Operand::Number(a), Operand::Number(b)) => a > b,
        (Operand::Date(a), Operand::Date(b)) => a > b,
        _ => return None,
    };
    Some(if left_is_greater == greater { left } else { right })
}

fn shift(date: Operand, months: Operand, back: bool) -> Option<Operand> {
    let (Operand::Date(date), Operand::Number(months)) = (date, months) else { return None };
    let months = i32::try_from(months.to_integer()?).ok()?;
    let months = if back { months.checked_neg()? } else { months };
    add_months(date_of(date)?, months).map(|date| Operand::Date(day_of(date)))
}

fn of_date(date: Operand, apply: impl FnOnce(NaiveDate) -> Option<Operand>) -> Option<Operand> {
    match date {
        Operand::Open => Some(Operand::Open),
        Operand::Date(date) => apply(date_of(date)?),
        _ => None,
    }
}
