//! Which answers open a fact, and in which order that can be asked.

use super::Answers;
use super::lang::program::FactSlot;
use crate::fact::{Dictionary, FactId, Gate};

/// A fact whose answer opens another one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GateOf {
    pub fact: FactSlot,
    pub opens: Option<Answers>,
    pub closes: Option<Answers>,
}

/// For each fact the facts whose answers open it.
pub(super) fn gates(dictionary: &Dictionary) -> Vec<Vec<GateOf>> {
    dictionary.iter().map(|(_, fact)| fact.gates.iter().map(|it| gate(dictionary, it)).collect()).collect()
}

fn gate(dictionary: &Dictionary, gate: &Gate) -> GateOf {
    let (opens, closes) = Answers::of_gate(gate, dictionary.get(gate.fact));
    GateOf { fact: FactSlot(gate.fact.0), opens, closes }
}

/// Facts in an order in which a gate stands before what it opens. The reader has refused cycles of gates.
pub(super) fn gates_first(dictionary: &Dictionary) -> Vec<FactSlot> {
    fn visit(dictionary: &Dictionary, fact: FactId, done: &mut Vec<bool>, order: &mut Vec<FactSlot>) {
        let Some(seen) = done.get_mut(usize::from(fact.0)) else { return };
        if std::mem::replace(seen, true) {
            return;
        }
        for gate in &dictionary.get(fact).gates {
            visit(dictionary, gate.fact, done, order);
        }
        order.push(FactSlot(fact.0));
    }
    let mut done = vec![false; dictionary.len()];
    let mut order = Vec::with_capacity(dictionary.len());
    for (fact, _) in dictionary.iter() {
        visit(dictionary, fact, &mut done, &mut order);
    }
    order
}
