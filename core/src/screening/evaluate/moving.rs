//! The first day on which something comes out another way when only the date moves.
//!
//! Every comparison that time enters notes the day on which it turns. Until the first of these days all of them come out as today, so
//! the evaluation takes the same way and gives the same result. A comparison of days that move evenly is exact; a month or an age that
//! enters in another way notes the day on which it changes.

use chrono::{Days, NaiveDate};

use super::condition::compare;
use super::{Evaluator, TODAY};
use crate::fact::Number;
use crate::pack::lang::ast::{ArithmeticOp, CompareOp};
use crate::pack::lang::program::{Context, KeyTest, Node, NodeId, Operand, TableId};
use crate::pack::source::{AgeUnit, Window};
use crate::person::{Age, add_months, first_day_of_age_months, month_start, months_between};
use crate::screening::subject::{Visit, date_of};

/// Collects the days on which something turns, and keeps the first.
#[derive(Debug)]
pub(in crate::screening) struct Watch {
    on: NaiveDate,
    born: NaiveDate,
    first: Option<NaiveDate>,
    /// Inside a sum of days that is compared as a whole, where its parts need not be noted.
    in_sum: bool,
}

impl Watch {
    pub(in crate::screening) fn new(on: NaiveDate, born: NaiveDate) -> Self {
        Self { on, born, first: None, in_sum: false }
    }

    pub(in crate::screening) fn first(&self) -> Option<NaiveDate> {
        self.first
    }

    pub(in crate::screening) fn note(&mut self, day: Option<NaiveDate>) {
        if let Some(day) = day.filter(|day| *day > self.on) {
            self.first = Some(self.first.map_or(day, |first| first.min(day)));
        }
    }

    fn note_in_days(&mut self, days: i64) {
        self.note(u64::try_from(days).ok().and_then(|days| self.on.checked_add_days(Days::new(days))));
    }

    /// The day on which an age in this unit is first reached.
    fn day_of_age(&self, unit: AgeUnit, age: i32) -> Option<NaiveDate> {
        match unit {
            AgeUnit::Days => self.born.checked_add_days(Days::new(u64::try_from(age).ok()?)),
            AgeUnit::Months => first_day_of_age_months(self.born, age),
            AgeUnit::Years => first_day_of_age_months(self.born, age.checked_mul(12)?),
        }
    }

    /// The days on which an age enters and leaves a window.
    pub(in crate::screening) fn window(&mut self, window: Window, age: Age) {
        let reached = window.unit.of(age);
        let turn = if reached < window.from { Some(window.from) } else { window.to.filter(|to| reached <= *to).map(|to| to + 1) };
        self.note(turn.and_then(|turn| self.day_of_age(window.unit, turn)));
    }

    /// What belongs to the visit was read.
    pub(super) fn context(&mut self, context: Context, visit: &Visit) {
        match context {
            Context::AgeMonths => self.note(self.day_of_age(AgeUnit::Months, visit.age.months + 1)),
            Context::AgeYears => self.note(self.day_of_age(AgeUnit::Years, visit.age.years + 1)),
            // What there is not today does not begin by itself.
            Context::Gestation if visit.gestation.is_none() => {}
            Context::DaysSinceDelivery if visit.days_since_delivery.is_none() => {}
            Context::Gestation => {
                self.note_end_of_gestation(visit);
                self.note_tomorrow();
            }
            Context::On | Context::AgeDays | Context::DaysSinceDelivery => self.note_tomorrow(),
            // The stages of a person are watched as a whole; the others do not move.
            Context::Stages | Context::Born | Context::Sex | Context::Pregnant | Context::Lmp => {}
        }
    }

    fn note_tomorrow(&mut self) {
        if !self.in_sum {
            self.note_in_days(1);
        }
    }

    fn note_end_of_gestation(&mut self, visit: &Visit) {
        if let Some(days) = visit.gestation {
            self.note_in_days(i64::from(super::super::subject::LAST_DAY_OF_GESTATION + 1 - days));
        }
    }
}

impl Evaluator<'_> {
    /// Evaluates a node while the next change is sought.
    #[inline(never)]
    pub(super) fn watched(&mut self, id: NodeId, at: u16) -> Operand {
        let part_of_sum = match self.program.node(id) {
            Node::Context(_) | Node::Constant(_) | Node::Fact(_) | Node::Negative(_) | Node::Local(_) | Node::At { .. } => true,
            Node::Arithmetic { op, .. } => matches!(op, ArithmeticOp::Add | ArithmeticOp::Subtract),
            _ => false,
        };
        if part_of_sum { self.step(id, at) } else { self.summing(false, |inner| inner.step(id, at)) }
    }

    fn summing<T>(&mut self, in_sum: bool, run: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.watch.as_mut().map(|watch| std::mem::replace(&mut watch.in_sum, in_sum));
        let done = run(self);
        if let (Some(watch), Some(outer)) = (self.watch.as_mut(), outer) {
            watch.in_sum = outer;
        }
        done
    }

    /// The two sides of a comparison.
    pub(super) fn compared_sides(&mut self, op: CompareOp, left: NodeId, right: NodeId, at: u16) -> (Operand, Operand) {
        if self.watch.is_none() {
            return (self.eval(left, at), self.eval(right, at));
        }
        if let Some(sides) = self.compared_age(op, left, right, at) {
            return sides;
        }
        if let Some(sides) = self.compared_z_score(op, left, right, at) {
            return sides;
        }
        let speeds = self.speed(left, at).zip(self.speed(right, at));
        let Some((a, b)) = speeds else { return (self.eval(left, at), self.eval(right, at)) };
        let sides = self.summing(true, |inner| (inner.eval(left, at), inner.eval(right, at)));
        let turn = turn(op, sides, a - b);
        if let (Some(watch), Some(days)) = (self.watch.as_mut(), turn) {
            watch.note_in_days(days);
        }
        sides
    }

    /// An age in months or years compared with a whole number: the turn is a birthday or a day of the month.
    fn compared_age(&mut self, op: CompareOp, left: NodeId, right: NodeId, at: u16) -> Option<(Operand, Operand)> {
        let (unit, limit_node, op, age_is_left) = match (self.program.node(left), self.program.node(right)) {
            (Node::Context(context), _) => (age_unit(context)?, right, op, true),
            (_, Node::Context(context)) => (age_unit(context)?, left, op.mirrored(), false),
            _ => return None,
        };
        if at != TODAY || self.speed(limit_node, at) != Some(0) {
            return None;
        }
        let limit = self.eval(limit_node, at);
        let age = unit.of(self.subject.age());
        let reached = Operand::Number(Number::integer(age.into()));
        if let (Operand::Number(number), Some(watch)) = (limit, self.watch.as_mut()) {
            let turns = [number.round_half_up(Number::ONE).and_then(Number::to_integer)].into_iter().flatten();
            let ages = turns.flat_map(|turn| [turn - 1, turn, turn + 1]).filter_map(|turn| i32::try_from(turn).ok());
            let now = compare(op, &reached, &limit);
            let next =
                ages.filter(|turn| *turn > age && compare(op, &Operand::Number(Number::integer((*turn).into())), &limit) != now).min();
            watch.note(next.and_then(|next| watch.day_of_age(unit, next)));
        }
        Some(if age_is_left { (reached, limit) } else { (limit, reached) })
    }

    /// By how much a value moves each day; none when it does not move evenly. What is not part of a sum notes its own turns.
    fn speed(&mut self, node: NodeId, at: u16) -> Option<i64> {
        match self.program.node(node) {
            Node::Context(Context::On | Context::AgeDays | Context::Gestation | Context::DaysSinceDelivery) => Some((at == TODAY).into()),
            Node::Arithmetic { op: ArithmeticOp::Add, left, right } => Some(self.speed(left, at)? + self.speed(right, at)?),
            Node::Arithmetic { op: ArithmeticOp::Subtract, left, right } => Some(self.speed(left, at)? - self.speed(right, at)?),
            Node::Negative(of) => self.speed(of, at).map(|speed| -speed),
            Node::At { visit, of } => match self.eval(visit, at) {
                Operand::Visit(visit) => self.speed(of, visit),
                _ => Some(0),
            },
            _ => Some(0),
        }
    }

    /// A key of a table. An age turns where another row begins or ends, and not on each birthday.
    pub(super) fn eval_key(&mut self, table: TableId, place: usize, key: NodeId, at: u16) -> Operand {
        let unit = match self.program.node(key) {
            Node::Context(context) if self.watch.is_some() && at == TODAY => age_unit(context),
            _ => None,
        };
        let Some(unit) = unit else { return self.eval(key, at) };
        let age = unit.of(self.subject.age());
        let rows = self.program.tables.get(table.index()).map(|table| table.rows.as_slice()).unwrap_or_default();
        let borders = rows.iter().flat_map(|row| match row.keys.get(place) {
            Some(KeyTest::Number { from, to, half_open }) => {
                let after = if *half_open { *to } else { to.and_then(|to| to.add(Number::ONE)) };
                [*from, after]
            }
            _ => [None, None],
        });
        let border = |border: Number| border.to_integer().and_then(|border| i32::try_from(border).ok());
        let next = borders.flatten().filter_map(border).filter(|border| *border > age).min();
        if let Some(watch) = self.watch.as_mut() {
            watch.note(next.and_then(|next| watch.day_of_age(unit, next)));
        }
        Operand::Number(Number::integer(age.into()))
    }

    /// A date of which only the month matters.
    pub(super) fn eval_by_month(&mut self, date: NodeId, at: u16) -> Operand {
        if self.watch.is_none() || self.speed(date, at) != Some(1) {
            return self.eval(date, at);
        }
        let operand = self.summing(true, |inner| inner.eval(date, at));
        if let (Operand::Date(day), Some(watch)) = (operand, self.watch.as_mut()) {
            let next = date_of(day).and_then(|date| add_months(month_start(date), 1));
            watch.note_in_days(next.map_or(1, |next| i64::from(super::super::subject::day_of(next)) - i64::from(day)));
        }
        operand
    }

    /// The two dates between which completed months are counted.
    pub(super) fn eval_months_apart(&mut self, from: NodeId, to: NodeId, at: u16) -> (Operand, Operand) {
        let even = self.watch.is_some() && self.speed(from, at) == Some(0) && matches!(self.program.node(to), Node::Context(Context::On));
        if !even || at != TODAY {
            return (self.eval(from, at), self.eval(to, at));
        }
        let sides = self.summing(true, |inner| (inner.eval(from, at), inner.eval(to, at)));
        if let ((Operand::Date(from), Operand::Date(to)), Some(watch)) = (sides, self.watch.as_mut()) {
            let next = date_of(from).zip(date_of(to)).and_then(|(from, to)| add_months(from, months_between(from, to) + 1));
            match next.filter(|next| *next > watch.on) {
                Some(next) => watch.note(Some(next)),
                None => watch.note_in_days(1),
            }
        }
        sides
    }
}

fn age_unit(context: Context) -> Option<AgeUnit> {
    match context {
        Context::AgeMonths => Some(AgeUnit::Months),
        Context::AgeYears => Some(AgeUnit::Years),
        _ => None,
    }
}

/// In how many days the comparison of two sides turns, when the difference between them moves by `speed` each day.
fn turn(op: CompareOp, sides: (Operand, Operand), speed: i64) -> Option<i64> {
    let apart = match sides {
        (Operand::Number(a), Operand::Number(b)) => a.sub(b)?,
        (Operand::Date(a), Operand::Date(b)) => Number::integer(i64::from(a) - i64::from(b)),
        _ => return None,
    };
    if speed == 0 {
        return None;
    }
    let zero = apart.neg()?.div(Number::integer(speed))?;
    let near = zero.round_half_up(Number::ONE)?.to_integer()?;
    let now = op.holds(apart.cmp(&Number::ZERO));
    let holds_in = |days: i64| apart.add(Number::integer(speed.checked_mul(days)?)).map(|apart| op.holds(apart.cmp(&Number::ZERO)));
    [1, near - 1, near, near + 1].into_iter().filter(|days| *days >= 1 && holds_in(*days) == Some(!now)).min()
}
