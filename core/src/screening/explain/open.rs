//! `open`: every fact that an undecided rule still waits for.

use crate::pack::lang::program::{CountKind, DefId, FactSlot, IfKind, Kids, Node, NodeId, Operand, Reading};
use crate::screening::FactSet;
use crate::screening::cells::State;
use crate::screening::evaluate::{Evaluator, TODAY, Truth};

impl<'a> Evaluator<'a> {
    /// The facts that a definition which is open today waits for.
    pub(in crate::screening) fn open_of_def(&mut self, def: DefId, at: u16) -> FactSet {
        if at == TODAY
            && let Some(open) = self.scratch.open(def.index())
        {
            return open;
        }
        let value = self.program.defs.get(def.index()).map(|def| def.value);
        let mut open = FactSet::EMPTY;
        if let Some(value) = value {
            self.in_named(|inner| inner.add_open(value, at, &mut open));
        }
        if at == TODAY {
            self.scratch.keep_open(def.index(), open);
        }
        open
    }

    /// Adds what a node waits for, if it is open.
    fn add_open(&mut self, id: NodeId, at: u16, open: &mut FactSet) {
        let node = self.program.node(id);
        match node {
            Node::Fact(slot) => self.add_open_fact(slot, open),
            _ if self.eval(id, at) != Operand::Open => {}
            Node::Def(def) => open.add(&self.open_of_def(def, at)),
            Node::At { visit, of } => {
                if let Operand::Visit(visit) = self.eval(visit, at) {
                    self.add_open(of, visit, open);
                }
            }
            Node::Local(slot) => {
                self.at_origin(slot, |inner, origin, at| inner.add_open(origin, at, open));
            }
            Node::Field { reading, field } => self.add_open_field(reading, field, at, open),
            Node::And(kids) | Node::Or(kids) | Node::Lookup { keys: kids, .. } => self.add_open_kids(kids, at, open),
            Node::Compare { left, right, .. } | Node::Arithmetic { left, right, .. } | Node::Choose { left, right, .. } => {
                self.add_open(left, at, open);
                self.add_open(right, at, open);
            }
            Node::MonthsBetween(left, right) | Node::Shift { date: left, months: right, .. } | Node::Round { of: left, step: right } => {
                self.add_open(left, at, open);
                self.add_open(right, at, open);
            }
            Node::In { item, among, .. } => {
                self.add_open(item, at, open);
                self.add_open_kids(among, at, open);
            }
            Node::If { condition, yes, no, kind } => self.add_open_branches(condition, yes, no, kind, at, open),
            Node::Count { kind, of, .. } => {
                if let CountKind::AtLeast(n) | CountKind::Exactly(n) = kind {
                    self.add_open(n, at, open);
                }
                self.add_open_items(of, at, open);
            }
            Node::Exists { over, body, .. } | Node::All { over, body, .. } => self.add_open_body(over, body, at, open),
            Node::Not(of) | Node::Negative(of) | Node::Column { row: of, .. } | Node::Holds { set: of, .. } => self.add_open(of, at, open),
            Node::Month(of) | Node::MonthStart(of) => self.add_open(of, at, open),
            Node::Sum(of) | Node::Size(of) | Node::First(of) | Node::Last(of) => self.add_open_items(of, at, open),
            Node::Least(of) | Node::Greatest(of) | Node::Mean(of) => self.add_open_items(of, at, open),
            _ => {}
        }
    }

    fn add_open_kids(&mut self, kids: Kids, at: u16, open: &mut FactSet) {
        for kid in self.program.kids(kids) {
            self.add_open(*kid, at, open);
        }
    }

    /// A fact that is open brings the gates along that are open: their answer may close it.
    pub(super) fn add_open_fact(&mut self, slot: FactSlot, open: &mut FactSet) {
        if !self.is_open(slot) || open.contains(slot) {
            return;
        }
        open.insert(slot);
        for gate in self.gates(slot) {
            self.add_open_fact(gate, open);
        }
    }

    pub(super) fn is_open(&self, slot: FactSlot) -> bool {
        self.subject.cell(slot).is_some_and(|cell| matches!(cell.state, State::Open | State::Unknown))
    }

    /// The facts whose answers open a fact.
    pub(super) fn gates(&self, slot: FactSlot) -> impl Iterator<Item = FactSlot> + use<'a> {
        let facts = self.pack.dictionary();
        let known = slot.index() < facts.len();
        let gates = known.then(|| facts.get(crate::fact::FactId(slot.0)).gates.iter());
        gates.into_iter().flatten().map(|gate| FactSlot(gate.fact.0))
    }

    fn add_open_field(&mut self, reading: NodeId, field: u8, at: u16, open: &mut FactSet) {
        let Operand::Reading(reading) = self.eval(reading, at) else { return };
        if reading.stand_in {
            self.add_open_reading(reading, open);
        } else if let Some(node) = self.field_node(reading, field) {
            self.in_named(|inner| inner.add_open(node, reading.visit, open));
        }
    }

    /// A reading that is not there waits for all that it lacks.
    fn add_open_reading(&mut self, reading: Reading, open: &mut FactSet) {
        for field in self.fields_of(reading) {
            self.in_named(|inner| inner.add_open(field, reading.visit, open));
        }
    }

    pub(super) fn fields_of(&self, reading: Reading) -> impl Iterator<Item = NodeId> + use<'a> {
        let entries = self.program.readings.get(reading.of.index()).map(|readings| readings.entries.as_slice()).unwrap_or_default();
        entries.get(usize::from(reading.entry)).into_iter().flatten().flatten().copied()
    }

    /// A condition waits for what can still decide it; a value for its condition and for that branch which lacks less.
    fn add_open_branches(&mut self, condition: NodeId, yes: NodeId, no: NodeId, kind: IfKind, at: u16, open: &mut FactSet) {
        match self.truth(condition, at) {
            Truth::Yes => self.add_open(yes, at, open),
            Truth::No => self.add_open(no, at, open),
            Truth::Open => {
                self.add_open(condition, at, open);
                let mut branches = [FactSet::EMPTY; 2];
                let [first, second] = &mut branches;
                self.add_open(yes, at, first);
                self.add_open(no, at, second);
                let [first, second] = branches;
                match kind {
                    IfKind::Condition => open.add(&first.with(&second)),
                    IfKind::Value => open.add(if second.len() < first.len() { &second } else { &first }),
                }
            }
        }
    }

    /// What the items of a collection wait for, or the collection itself.
    fn add_open_items(&mut self, over: NodeId, at: u16, open: &mut FactSet) {
        match self.program.node(over) {
            Node::Items(kids) => self.add_open_kids(kids, at, open),
            Node::List(list) => {
                if let Some(list) = self.program.lists.get(list.index()) {
                    self.in_named(|inner| inner.add_open_kids(list.items, at, open));
                }
            }
            Node::CodesOf { set, .. } => self.add_open(set, at, open),
            Node::Map { over, body } => self.add_open_body(over, body, at, open),
            Node::Filter { over, .. } | Node::LastFew { of: over, .. } => self.add_open_items(over, at, open),
            Node::At { visit, of } => {
                if let Operand::Visit(visit) = self.eval(visit, at) {
                    self.add_open_items(of, visit, open);
                }
            }
            Node::If { condition, yes, no, .. } => match self.truth(condition, at) {
                Truth::Yes => self.add_open_items(yes, at, open),
                Truth::No => self.add_open_items(no, at, open),
                Truth::Open => self.add_open(condition, at, open),
            },
            Node::Def(def) => {
                if let Some(value) = self.program.defs.get(def.index()).map(|def| def.value) {
                    self.in_named(|inner| inner.add_open_items(value, at, open));
                }
            }
            Node::Readings(_) => {
                let items = self.items(over, at);
                for index in 0..self.count_items(items) {
                    if let Operand::Reading(reading) = self.item(items, index)
                        && reading.stand_in
                    {
                        self.add_open_reading(reading, open);
                    }
                }
                self.drop_items(items);
            }
            _ => {}
        }
    }

    /// What the body of a macro waits for, for each item.
    fn add_open_body(&mut self, over: NodeId, body: NodeId, at: u16, open: &mut FactSet) {
        let items = self.items(over, at);
        if items.whole == crate::screening::evaluate::Whole::Open {
            self.add_open_items(over, at, open);
        }
        for index in 0..self.count_items(items) {
            let item = (self.item(items, index), self.origin(over, index, at));
            if matches!(item, (Operand::Open, None)) {
                self.add_open_items(over, at, open);
            }
            self.with_local(item, |inner| inner.add_open(body, at, open));
        }
        self.drop_items(items);
    }
}
