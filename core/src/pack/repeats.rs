//! Rules of which one fact stands in several tests, or opens the question of another. One answer to such a fact may serve two tests, or settle one and spoil the other.

use super::lang::program::{DefId, FactSlot, Node, NodeId, Program};
use super::lang::walk::children;
use super::{FactSet, GateOf};

/// For each definition in which two tests share a fact, the facts of each of its tests; nothing for all others.
pub(super) fn tests_that_share(program: &Program, gates: &[Vec<GateOf>]) -> Vec<Vec<FactSet>> {
    let count = program.defs.len();
    let mut search = Search { program, gates, facts: vec![None; count], tests: vec![None; count] };
    (0..count)
        .map(|def| {
            let tests = search.tests_of(DefId(u16::try_from(def).unwrap_or(u16::MAX)));
            let share = tests.iter().enumerate().any(|(index, test)| tests.iter().skip(index + 1).any(|other| other.meets(test)));
            if share { tests } else { Vec::new() }
        })
        .collect()
}

struct Search<'p> {
    program: &'p Program,
    gates: &'p [Vec<GateOf>],
    facts: Vec<Option<FactSet>>,
    tests: Vec<Option<Vec<FactSet>>>,
}

impl Search<'_> {
    fn tests_of(&mut self, def: DefId) -> Vec<FactSet> {
        if let Some(tests) = self.tests.get(def.index()).cloned().flatten() {
            return tests;
        }
        let mut tests = Vec::new();
        if let Some(value) = self.program.defs.get(def.index()).map(|def| def.value) {
            self.add_tests(value, &mut tests);
        }
        if let Some(place) = self.tests.get_mut(def.index()) {
            *place = Some(tests.clone());
        }
        tests
    }

    /// Conditions are made of tests; anything else is one.
    fn add_tests(&mut self, id: NodeId, tests: &mut Vec<FactSet>) {
        let node = self.program.node(id);
        match node {
            Node::Def(def) => {
                for test in self.tests_of(def) {
                    add(test, tests);
                }
            }
            Node::And(_) | Node::Or(_) | Node::Not(_) | Node::If { .. } | Node::Count { .. } | Node::List(_) | Node::Items(_) => {
                for child in children(self.program, node) {
                    self.add_tests(child, tests);
                }
            }
            _ => add(self.facts_in(id), tests),
        }
    }

    fn facts_in(&mut self, id: NodeId) -> FactSet {
        let node = self.program.node(id);
        let mut facts = match node {
            Node::Fact(slot) => self.fact_and_gates(slot),
            Node::Def(def) => self.facts_of(def),
            // What is decided whatever is open leaves nothing open.
            Node::Answered(_) | Node::IsTrue(_) | Node::IsUnknown { .. } | Node::Complete(_) | Node::Begun { .. } | Node::SumSoFar(_) => {
                return FactSet::EMPTY;
            }
            _ => FactSet::EMPTY,
        };
        for child in children(self.program, node) {
            facts.add(&self.facts_in(child));
        }
        facts
    }

    fn fact_and_gates(&self, slot: FactSlot) -> FactSet {
        let mut facts = FactSet::of(slot);
        for gate in self.gates.get(slot.index()).into_iter().flatten() {
            facts.add(&self.fact_and_gates(gate.fact));
        }
        facts
    }

    fn facts_of(&mut self, def: DefId) -> FactSet {
        if let Some(facts) = self.facts.get(def.index()).copied().flatten() {
            return facts;
        }
        let value = self.program.defs.get(def.index()).map(|def| def.value);
        let facts = value.map_or(FactSet::EMPTY, |value| self.facts_in(value));
        if let Some(place) = self.facts.get_mut(def.index()) {
            *place = Some(facts);
        }
        facts
    }
}

fn add(test: FactSet, tests: &mut Vec<FactSet>) {
    if test != FactSet::EMPTY && !tests.contains(&test) {
        tests.push(test);
    }
}
