//! Which definitions can say something else on another day with the same facts.

use super::lang::program::{Context, DefId, Node, NodeId, Program};
use super::lang::walk::children;

/// How time enters a definition, directly or through others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TimeIn {
    /// Something in it is computed from the day.
    pub computed: bool,
    /// Whom it concerns depends on an age.
    pub windows: bool,
}

impl TimeIn {
    const NONE: Self = Self { computed: false, windows: false };

    fn and(self, other: Self) -> Self {
        Self { computed: self.computed || other.computed, windows: self.windows || other.windows }
    }

    pub(crate) fn is_any(self) -> bool {
        self != Self::NONE
    }
}

/// How time enters each definition.
pub(super) fn time_in_defs(program: &Program) -> Vec<TimeIn> {
    let mut search = Search { program, nodes: vec![None; program.nodes.len()] };
    (0..program.defs.len()).map(|def| search.def(DefId(u16::try_from(def).unwrap_or(u16::MAX)))).collect()
}

struct Search<'p> {
    program: &'p Program,
    nodes: Vec<Option<TimeIn>>,
}

impl Search<'_> {
    fn def(&mut self, id: DefId) -> TimeIn {
        let Some(def) = self.program.defs.get(id.index()) else { return TimeIn::NONE };
        let windows = TimeIn { windows: def.scope.age.is_some(), ..TimeIn::NONE };
        let when = def.scope.when.map_or(TimeIn::NONE, |when| self.node(when));
        windows.and(when).and(self.node(def.value))
    }

    fn node(&mut self, id: NodeId) -> TimeIn {
        if let Some(Some(known)) = self.nodes.get(id as usize) {
            return *known;
        }
        let node = self.program.node(id);
        let own = match node {
            Node::Context(context) => TimeIn { computed: moves(context), ..TimeIn::NONE },
            // The tables are by age, and services have their days.
            Node::Growth { .. } | Node::Service(_) | Node::Services(_) => TimeIn { computed: true, ..TimeIn::NONE },
            Node::Def(def) => self.def(def),
            _ => TimeIn::NONE,
        };
        let time = children(self.program, node).into_iter().fold(own, |time, child| time.and(self.node(child)));
        if let Some(place) = self.nodes.get_mut(id as usize) {
            *place = Some(time);
        }
        time
    }
}

/// Whether it can be another tomorrow while the life stages stay as they are.
fn moves(context: Context) -> bool {
    match context {
        Context::On | Context::AgeDays | Context::AgeMonths | Context::AgeYears | Context::Gestation | Context::DaysSinceDelivery => true,
        Context::Born | Context::Sex | Context::Stages | Context::Pregnant | Context::Lmp => false,
    }
}
