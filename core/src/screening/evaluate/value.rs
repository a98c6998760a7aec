//! One node after another.

use smallvec::SmallVec;

use super::{Evaluator, TODAY};
use crate::pack::lang::program::{Context, KeyTest, Kids, Node, NodeId, Operand, Reading, TableId};

/// Most tables have no more keys.
const MOST_KEYS: usize = 2;

impl Evaluator<'_> {
    pub(in crate::screening) fn eval(&mut self, id: NodeId, at: u16) -> Operand {
        match *self.program.look_at(id) {
            // The leaves, which are most of all nodes, need no further call.
            Node::Constant(operand) => operand,
            Node::Fact(slot) if at == TODAY => *self.subject.operand(slot),
            Node::Local(slot) => self.variable(slot),
            _ if self.watch.is_some() => self.watched(id, at),
            _ => self.of_its_kind(id, at),
        }
    }

    /// The same without its look at the day.
    #[inline(never)]
    pub(super) fn step(&mut self, id: NodeId, at: u16) -> Operand {
        self.of_its_kind(id, at)
    }

    /// In its place in both, so that each node takes one jump to its kind.
    #[inline(always)]
    fn of_its_kind(&mut self, id: NodeId, at: u16) -> Operand {
        match *self.program.look_at(id) {
            Node::Constant(operand) => operand,
            Node::Fact(slot) => self.fact(slot, at),
            Node::Def(def) => self.def(def, at),
            Node::Context(context) => self.context(context, at),
            Node::At { visit, of } => self.at(visit, of, at),
            Node::Local(slot) => self.variable(slot),
            Node::Field { reading, field } => self.field(reading, field, at),
            Node::Column { row, column } => self.column(row, column, at),
            Node::If { condition, yes, no, kind } => self.choose_branch(condition, yes, no, kind, at),
            Node::Count { kind, of, .. } => self.count(kind, of, at),
            Node::All { over, body } => self.all_items(over, body, at),
            Node::Sum(list) => self.sum(list, at),
            Node::SumSoFar(list) => self.sum_so_far(list, at),
            Node::Size(over) => self.size(over, at),
            Node::First(over) => self.end_of(over, false, at),
            Node::Last(over) => self.end_of(over, true, at),
            Node::Least(over) => self.extreme(over, false, at),
            Node::Greatest(over) => self.extreme(over, true, at),
            Node::Mean(over) => self.mean(over, at),
            Node::Lookup { table, keys } => self.lookup(table, keys, at),
            Node::Growth { index, flagged, parts, .. } => self.growth(index, flagged, parts, at),
            Node::Service(service) => Operand::Service(service),
            Node::OfService { service, part } => self.of_service(service, part, at),
            Node::OfDose { dose, part } => self.of_dose(dose, part, at),
            Node::Not(_)
            | Node::And(_)
            | Node::Or(_)
            | Node::Compare { .. }
            | Node::In { .. }
            | Node::Holds { .. }
            | Node::Answered(_)
            | Node::IsUnknown { .. }
            | Node::IsTrue(_)
            | Node::Exists { .. }
            | Node::Complete(_)
            | Node::Begun { .. } => self.condition(id, at),
            Node::Negative(_)
            | Node::Arithmetic { .. }
            | Node::Choose { .. }
            | Node::Round { .. }
            | Node::Shift { .. }
            | Node::Month(_)
            | Node::MonthStart(_)
            | Node::MonthsBetween(..) => self.calculate(id, at),
            // Collections have items, not a value; what is outside never loads.
            Node::Items(_)
            | Node::List(_)
            | Node::Readings(_)
            | Node::Earlier
            | Node::Visits
            | Node::Services(_)
            | Node::Doses(_)
            | Node::CodesOf { .. }
            | Node::Filter { .. }
            | Node::Map { .. }
            | Node::LastFew { .. }
            | Node::Outside(_) => Operand::Absent,
        }
    }

    #[inline(never)]
    fn condition(&mut self, id: NodeId, at: u16) -> Operand {
        self.decide(id, at).operand()
    }

    #[inline(never)]
    fn at(&mut self, visit: NodeId, of: NodeId, at: u16) -> Operand {
        match self.eval(visit, at) {
            Operand::Visit(visit) => self.eval(of, visit),
            Operand::Open => Operand::Open,
            // A rule of no visit reads as false, as one that is silent.
            _ if matches!(self.program.node(of), Node::Def(def) if self.is_rule(def)) => Operand::Bool(false),
            _ => Operand::Absent,
        }
    }

    #[inline(never)]
    fn context(&mut self, context: Context, at: u16) -> Operand {
        let subject = self.subject;
        let Some(visit) = subject.visit(at) else { return Operand::Absent };
        if at == TODAY
            && let Some(watch) = self.watch.as_mut()
        {
            watch.context(context, visit);
        }
        visit.context(context, self.pack.sex_code(subject.sex()))
    }

    /// A field that its entry does not name does not apply; a reading that stands in is open in all its fields.
    #[inline(never)]
    fn field(&mut self, reading: NodeId, field: u8, at: u16) -> Operand {
        let Operand::Reading(reading) = self.eval(reading, at) else { return Operand::Absent };
        match self.field_node(reading, field) {
            None => Operand::Absent,
            Some(_) if reading.stand_in => Operand::Open,
            Some(node) => self.named(node, reading.visit),
        }
    }

    pub(in crate::screening) fn field_node(&self, reading: Reading, field: u8) -> Option<NodeId> {
        let entries = &self.program.readings.get(reading.of.index())?.entries;
        entries.get(usize::from(reading.entry))?.get(usize::from(field)).copied().flatten()
    }

    #[inline(never)]
    fn column(&mut self, row: NodeId, column: u8, at: u16) -> Operand {
        match self.eval(row, at) {
            Operand::Row(table, row) => {
                let row = self.program.tables.get(table.index()).and_then(|table| table.rows.get(usize::from(row)));
                row.and_then(|row| row.values.get(usize::from(column))).copied().unwrap_or(Operand::Absent)
            }
            Operand::Open => Operand::Open,
            _ => Operand::Absent,
        }
    }

    /// An open key gives open, a key that is not there does not apply.
    #[inline(never)]
    fn lookup(&mut self, table: TableId, keys: Kids, at: u16) -> Operand {
        let program = self.program;
        let mut values = SmallVec::<[Operand; MOST_KEYS]>::new();
        for (place, key) in program.kids(keys).iter().enumerate() {
            match self.eval_key(table, place, *key, at) {
                Operand::Absent => return Operand::Absent,
                value => values.push(value),
            }
        }
        if values.iter().any(|value| matches!(value, Operand::Open)) {
            return Operand::Open;
        }
        let rows = program.tables.get(table.index()).map(|table| table.rows.as_slice()).unwrap_or_default();
        let found = rows.iter().position(|row| row.keys.iter().zip(&values).all(|(test, value)| self.fits(test, *value)));
        match found.and_then(|row| u16::try_from(row).ok()) {
            Some(row) => Operand::Row(table, row),
            None => Operand::Absent,
        }
    }

    pub(in crate::screening) fn fits(&self, test: &KeyTest, value: Operand) -> bool {
        match (test, value) {
            (KeyTest::Anything, _) => true,
            (KeyTest::Number { from, to, half_open }, Operand::Number(number)) => {
                from.is_none_or(|from| from <= number) && to.is_none_or(|to| if *half_open { number < to } else { number <= to })
            }
            (KeyTest::Word { code, .. }, Operand::Code(value)) => *code == value,
            (KeyTest::Word { text, .. }, Operand::Text(value)) => **text == *self.subject.text(value),
            (KeyTest::TextBegins(text), Operand::Text(value)) => self.subject.text(value).starts_with(&**text),
            _ => false,
        }
    }
}
