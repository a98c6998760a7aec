//! What calculations, fields and lookups wait for: all of their parts must have a value, and one that does not apply is enough for the whole
//! not to apply.

use super::needs::{Need, Waits, Weighed};
use super::open::OpenId;
use super::range::{Range, RangeId, arithmetic, negative, rounded};
use super::sets::SetId;
use crate::growth::Index;
use crate::pack::lang::program::{Kids, Node, NodeId, Operand, Reading};
use crate::screening::evaluate::{Evaluator, Truth};

/// Parts that all must have a value.
pub(super) struct Parts {
    open: OpenId,
    value: Need,
    nothing: Need,
    pub range: RangeId,
}

impl Parts {
    pub(super) fn new() -> Self {
        Self { open: OpenId::EMPTY, value: Some(SetId::EMPTY), nothing: None, range: RangeId::UNKNOWN }
    }

    pub(super) fn waiting(self) -> Weighed {
        Weighed::Waits(Waits { now: Truth::Open, open: self.open, yes: self.value, no: self.nothing, condition: false, range: self.range })
    }

    /// A condition that is decided as soon as all parts have a value.
    pub(super) fn condition(self) -> Weighed {
        Weighed::Waits(Waits { range: self.range, ..Waits::condition(self.open, self.value, self.value) })
    }
}

impl Evaluator<'_> {
    pub(super) fn weigh_value(&mut self, id: NodeId, at: u16) -> Weighed {
        let operand = self.eval(id, at);
        if operand != Operand::Open {
            return Weighed::Known(operand);
        }
        match self.program.node(id) {
            Node::Local(slot) => self.at_origin(slot, |inner, origin, at| inner.weigh(origin, at)).unwrap_or(Weighed::Known(operand)),
            Node::Field { reading, field } => self.weigh_field(reading, field, at),
            Node::Column { row, column } => self.weigh_column(row, column, at),
            Node::Lookup { keys, .. } => self.weigh_kids(keys, at),
            Node::Growth { index, flagged, parts, .. } => self.weigh_growth(index, flagged, parts, at),
            Node::Sum(over) => self.weigh_sum(over, at),
            Node::Least(over) | Node::Greatest(over) | Node::Mean(over) => self.weigh_each(over, at),
            Node::Size(over) => self.weigh_whole(over, at),
            Node::First(over) => self.weigh_end(over, false, at),
            Node::Last(over) => self.weigh_end(over, true, at),
            _ => Weighed::Known(operand),
        }
    }

    /// A calculation. Its parts are weighed first: where one of them is open, which is mostly so, there is nothing to calculate.
    #[inline(never)]
    pub(super) fn weigh_calculation(&mut self, id: NodeId, at: u16) -> Weighed {
        match self.program.node(id) {
            Node::Negative(of) => self.weigh_ranged(id, of, at, negative),
            Node::Round { of, step } => {
                let step = self.eval(step, at);
                self.weigh_ranged(id, of, at, |range| rounded(range, step))
            }
            Node::Arithmetic { op, left, right } => self.weigh_pair(id, (left, right), at, |left, right| arithmetic(op, left, right)),
            Node::Choose { left, right, .. } | Node::MonthsBetween(left, right) => self.weigh_pair(id, (left, right), at, |_, _| None),
            Node::Shift { date, months, .. } => self.weigh_pair(id, (date, months), at, |_, _| None),
            Node::Month(of) | Node::MonthStart(of) => self.weigh_ranged(id, of, at, |_| None),
            _ => self.weigh_value(id, at),
        }
    }

    pub(super) fn add_part(&mut self, parts: &mut Parts, part: &Weighed) {
        parts.open = self.gathered(parts.open, part.open());
        let value = self.value_of(part);
        parts.value = self.both(parts.value, value);
        parts.nothing = self.cheaper(parts.nothing, part.nothing());
    }

    /// A number whose range follows from that of another one.
    fn weigh_ranged(&mut self, id: NodeId, of: NodeId, at: u16, change: impl FnOnce(Range) -> Range) -> Weighed {
        match self.weigh(of, at) {
            Weighed::Known(_) => Weighed::Known(self.eval(id, at)),
            weighed => self.ranged(weighed, change),
        }
    }

    fn weigh_pair(&mut self, id: NodeId, (left, right): (NodeId, NodeId), at: u16, range: impl FnOnce(Range, Range) -> Range) -> Weighed {
        let (left, right) = (self.weigh(left, at), self.weigh(right, at));
        if left.is_absent() || right.is_absent() {
            return Weighed::Known(Operand::Absent);
        }
        if let (Weighed::Known(_), Weighed::Known(_)) = (&left, &right) {
            return Weighed::Known(self.eval(id, at));
        }
        let mut parts = Parts::new();
        self.add_part(&mut parts, &left);
        self.add_part(&mut parts, &right);
        parts.range = self.keep_range(range(self.range(&left), self.range(&right)));
        parts.waiting()
    }

    fn weigh_column(&mut self, row: NodeId, column: u8, at: u16) -> Weighed {
        let weighed = self.weigh(row, at);
        match self.program.node(row) {
            Node::Lookup { table, keys } => {
                let range = self.range_of_column(table, keys, column, at);
                self.ranged(weighed, |_| range)
            }
            _ => weighed,
        }
    }

    pub(super) fn weigh_kids(&mut self, kids: Kids, at: u16) -> Weighed {
        let mut parts = Parts::new();
        for kid in self.program.kids(kids) {
            let weighed = self.weigh(*kid, at);
            self.add_part(&mut parts, &weighed);
        }
        parts.waiting()
    }

    /// All measures give it a value. Oedema leaves it without one where weight enters.
    fn weigh_growth(&mut self, index: Index, flagged: bool, kids: Kids, at: u16) -> Weighed {
        let Some(growth) = self.program.growth_parts(kids) else { return Weighed::Known(Operand::Absent) };
        let mut parts = Parts::new();
        for measure in growth.measures {
            let weighed = self.weigh(*measure, at);
            self.add_part(&mut parts, &weighed);
        }
        if index.is_weight_based() {
            let oedema = self.weigh(growth.oedema, at);
            parts.open = self.gathered(parts.open, oedema.open());
            parts.nothing = self.cheaper(parts.nothing, oedema.yes());
        }
        let no = self.cheaper(parts.value, parts.nothing);
        if flagged { Weighed::Waits(Waits::condition(parts.open, parts.value, no)) } else { parts.waiting() }
    }

    fn weigh_field(&mut self, reading: NodeId, field: u8, at: u16) -> Weighed {
        let Operand::Reading(reading) = self.eval(reading, at) else { return Weighed::Known(Operand::Absent) };
        if reading.stand_in {
            return self.weigh_stand_in(reading, field);
        }
        match self.field_node(reading, field) {
            Some(node) => self.in_named(|inner| inner.weigh(node, reading.visit)),
            None => Weighed::Known(Operand::Absent),
        }
    }

    /// A reading that is not there waits for all that it lacks. Where any field makes a reading, the one that is asked for is enough.
    fn weigh_stand_in(&mut self, reading: Reading, field: u8) -> Weighed {
        let Some(def) = self.program.readings.get(reading.of.index()) else { return Weighed::Known(Operand::Absent) };
        let fields = def.entries.get(usize::from(reading.entry)).map(Vec::as_slice).unwrap_or_default();
        let mut lacks = Parts::new();
        let mut own = None;
        for (place, node) in fields.iter().enumerate() {
            let Some(node) = *node else { continue };
            let weighed = self.in_named(|inner| inner.weigh(node, reading.visit));
            self.add_part(&mut lacks, &weighed);
            own = own.or((place == usize::from(field)).then_some(weighed));
        }
        if let Some(own) = own {
            let range = self.range(&own);
            lacks.range = self.keep_range(range);
            if !def.all {
                lacks.value = self.value_of(&own);
            }
        }
        // An answer gives it a field that is true or false, or one that has a value.
        lacks.condition()
    }
}
