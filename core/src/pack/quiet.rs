//! Which yes-or-no questions can be answered "no" without anything being found by it, so that one tap may answer many of them.
//!
//! A question that was not answered yet is open; "no" makes it false, and what it is a gate of does not apply. As the truth of a condition
//! grows from false over open to true, a rule can begin to fire only where falling makes it grow: behind a negation, in a comparison of
//! conditions, in a score that waits for its last item. Everything in which that is not plain counts as such a place.

use std::collections::HashSet;

use super::gates::GateOf;
use super::lang::ast::CompareOp;
use super::lang::program::{CountKind, DefId, DefKind, FactSlot, IfKind, Kids, Node, NodeId, Program};
use super::lang::walk::children;
use super::rule_index::RuleEntry;
use super::{Answers, FactSet};

/// The facts whose "no" can fire nothing. One that no rule reads is not among them: nobody knows what its "no" stands for.
pub(crate) fn quiet(program: &Program, is_bool: &[bool], order: &[FactSlot], gates: &[Vec<GateOf>], ladders: &[Vec<RuleEntry>]) -> FactSet {
    let mut falls = Falls { program, is_bool, open_is_no: true, seen: HashSet::new(), may_fire: FactSet::EMPTY, read: FactSet::EMPTY };
    for (def, _) in (0..).map(DefId).zip(&program.defs).filter(|(_, def)| matches!(def.kind, DefKind::Rule(_))) {
        falls.def(def, Toward::Same);
    }
    // A rule that no longer fires gives way to those below it in its ladder.
    falls.open_is_no = false;
    falls.seen.clear();
    for rule in ladders.iter().filter_map(|ladder| ladder.split_last()).flat_map(|(_, above)| above) {
        falls.def(rule.def, Toward::Same);
    }
    let (loud, read) = (falls.may_fire, falls.read);
    let yes_or_no = (0..).map(FactSlot).zip(is_bool).filter(|(_, is_bool)| **is_bool).map(|(slot, _)| slot);
    let mut quiet = FactSet::EMPTY;
    let is_quiet = |slot: &FactSlot| {
        let closed = closed_by_no(*slot, order, gates);
        closed.meets(&read) && !closed.meets(&loud)
    };
    yes_or_no.filter(is_quiet).for_each(|slot| quiet.insert(slot));
    quiet
}

/// A fact, and all that does not apply when it is "no". `in_order` holds all facts, gates before what they open.
fn closed_by_no(slot: FactSlot, in_order: &[FactSlot], gates: &[Vec<GateOf>]) -> FactSet {
    let mut closed = FactSet::of(slot);
    for behind in in_order {
        let gates = gates.get(behind.index()).map(Vec::as_slice).unwrap_or_default();
        let closes = |gate: &GateOf| if gate.fact == slot { closed_by_answer(gate) } else { closed.contains(gate.fact) };
        if gates.iter().any(closes) {
            closed.insert(*behind);
        }
    }
    closed
}

/// Whether a fact does not apply when another one is "no".
pub(crate) fn is_closed_by_no(fact: FactSlot, no: FactSlot, gates: &[Vec<GateOf>]) -> bool {
    let before = gates.get(fact.index()).map(Vec::as_slice).unwrap_or_default();
    let closes = |gate: &GateOf| if gate.fact == no { closed_by_answer(gate) } else { is_closed_by_no(gate.fact, no, gates) };
    before.iter().any(closes)
}

fn closed_by_answer(gate: &GateOf) -> bool {
    gate.closes.and_then(|answers| answers.both(Answers::of(false))).is_some()
}

/// Whether a rule comes nearer to being true when a part of it does.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Toward {
    Same,
    Opposite,
    /// Both, or nobody can tell.
    Either,
}

impl Toward {
    fn turned(self) -> Self {
        match self {
            Self::Same => Self::Opposite,
            Self::Opposite => Self::Same,
            Self::Either => Self::Either,
        }
    }
}

/// What a node is read as.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum ReadAs {
    Condition,
    /// One side of a comparison, which is false when it does not apply.
    Side,
    /// Something else; every fact in it may fire.
    Other,
}

struct Falls<'p> {
    program: &'p Program,
    is_bool: &'p [bool],
    /// Whether `is_true` of something open may be read as no more than a step below true. Not where a rule must keep firing.
    open_is_no: bool,
    seen: HashSet<(NodeId, Toward, ReadAs)>,
    may_fire: FactSet,
    read: FactSet,
}

impl Falls<'_> {
    fn def(&mut self, def: DefId, toward: Toward) {
        let Some(def) = self.program.defs.get(def.index()) else { return };
        self.condition(def.value, toward);
        match (def.scope.when, def.kind) {
            (Some(when), DefKind::Rule(_)) => self.condition(when, toward),
            (Some(when), DefKind::Derived(_)) => self.other(when),
            (None, _) => {}
        }
    }

    fn condition(&mut self, id: NodeId, toward: Toward) {
        if toward == Toward::Either {
            return self.other(id);
        }
        if !self.seen.insert((id, toward, ReadAs::Condition)) {
            return;
        }
        match self.program.node(id) {
            Node::Constant(_) | Node::Context(_) | Node::Local(_) | Node::Outside(_) => {}
            // Whoever was not asked is neither known not to know before nor after.
            Node::IsUnknown { .. } => {}
            Node::Fact(slot) => self.fact(slot, toward == Toward::Same),
            Node::Def(def) => self.def(def, toward),
            Node::At { visit, of } => {
                self.other(visit);
                self.condition(of, toward);
            }
            Node::Not(of) => self.condition(of, toward.turned()),
            Node::And(kids) | Node::Or(kids) | Node::Items(kids) => self.conditions(kids, toward),
            Node::List(list) => {
                if let Some(list) = self.program.lists.get(list.index()) {
                    self.conditions(list.items, toward);
                }
            }
            Node::If { condition, yes, no, kind: IfKind::Condition } => {
                self.other(condition);
                self.condition(yes, toward);
                self.condition(no, toward);
            }
            Node::IsTrue(of) if self.open_is_no => self.condition(of, toward),
            Node::Count { kind: CountKind::Any | CountKind::All, of, .. } => self.condition(of, toward),
            Node::Count { kind: CountKind::AtLeast(least), of, .. } => {
                self.other(least);
                self.condition(of, toward);
            }
            Node::Exists { over, body, .. } | Node::All { over, body } => {
                self.other(over);
                self.condition(body, toward);
            }
            node => self.comparison(id, node, toward),
        }
    }

    fn conditions(&mut self, kids: Kids, toward: Toward) {
        for kid in self.program.kids(kids) {
            self.condition(*kid, toward);
        }
    }

    fn comparison(&mut self, id: NodeId, node: Node, toward: Toward) {
        match node {
            Node::Compare { op, left, right, .. } => {
                let toward = if op == CompareOp::NotEqual { toward.turned() } else { toward };
                self.side(left, toward);
                self.side(right, toward);
            }
            Node::In { item, among, .. } => {
                self.side(item, toward);
                self.program.kids(among).iter().for_each(|kid| self.other(*kid));
            }
            Node::Holds { set, .. } => self.side(set, toward),
            _ => self.other(id),
        }
    }

    /// A comparison with something that does not apply is false, and so is one with what is calculated from it.
    fn side(&mut self, id: NodeId, toward: Toward) {
        if toward == Toward::Either {
            return self.other(id);
        }
        if !self.seen.insert((id, toward, ReadAs::Side)) {
            return;
        }
        match self.program.node(id) {
            Node::Constant(_) | Node::Context(_) | Node::Local(_) | Node::Outside(_) => {}
            Node::Fact(slot) => self.fact(slot, toward == Toward::Same && self.is_bool.get(slot.index()) == Some(&false)),
            Node::Arithmetic { left, right, .. } => {
                self.side(left, toward);
                self.side(right, toward);
            }
            Node::Negative(of) => self.side(of, toward),
            _ => self.other(id),
        }
    }

    fn other(&mut self, id: NodeId) {
        if !self.seen.insert((id, Toward::Either, ReadAs::Other)) {
            return;
        }
        let node = self.program.node(id);
        match node {
            Node::Fact(slot) => self.fact(slot, false),
            Node::Def(def) => {
                let def = self.program.defs.get(def.index());
                def.into_iter().flat_map(|def| [Some(def.value), def.scope.when]).flatten().for_each(|part| self.other(part));
            }
            _ => children(self.program, node).into_iter().for_each(|child| self.other(child)),
        }
    }

    fn fact(&mut self, slot: FactSlot, falls_with_it: bool) {
        self.read.insert(slot);
        if !falls_with_it {
            self.may_fire.insert(slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::pack::Pack;
    use crate::pack::fault::SourceFile;
    use crate::pack::source::Source;

    /// The pack of the tests of the language: beside a fact `x` stands its gate `ask_x`.
    const BASE: &str = include_str!("../../tests/common/base.toml");

    fn rule(id: &str, when: &str) -> String {
        format!(
            "[\"t.{id}\"]\nwhen = \"{when}\"\naction = \"educate\"\ntitle = {{ id = \"-\", en = \"-\" }}\n\
             advice = {{ id = \"-\", en = \"-\" }}\nsource = \"Buku\"\nconfidence = \"confirmed\"\n"
        )
    }

    /// The questions among these whose "no" may fire something. All of them are read by a rule whose "no" is harmless.
    #[track_caller]
    fn loud_of(more: &str, asked: [&'static str; 4]) -> Vec<&'static str> {
        let text = rule("harmless", "p && q && n > 5") + more;
        let files = vec![SourceFile::new("base.toml", BASE), SourceFile::new("a.toml", &text)];
        let source = Source::read(files).unwrap_or_else(|faults| panic!("{faults}"));
        let pack = Pack::new(source).unwrap_or_else(|faults| panic!("{faults}"));
        asked.into_iter().filter(|id| !pack.is_quiet_no(pack.dictionary().find(id).unwrap())).collect()
    }

    #[track_caller]
    fn check(when: &str, loud: &[&str]) {
        assert_eq!(loud_of(&rule("x", when), ["ask_p", "p", "q", "ask_n"]), loud, "{when}");
    }

    #[test]
    fn a_no_fires_only_behind_a_negation() {
        check("p", &[]);
        check("!p", &["ask_p", "p"]);
        check("p && !q || r", &["q"]);
        check("!(p && q)", &["ask_p", "p", "q"]);
        check("!(!p || q)", &["q"]);
        check("p ? q : r", &["ask_p", "p"]);
        check("p == q", &["ask_p", "p", "q"]);
        check("p != r", &["ask_p", "p"]);
    }

    #[test]
    fn what_a_closed_gate_makes_inapplicable_counts_too() {
        check("n < 5", &[]);
        check("n + m < 5", &[]);
        check("n in [1, 2]", &[]);
        check("n != 5", &["ask_n"]);
        check("!(n < 5)", &["ask_n"]);
        check("[n, m].max() < 5", &["ask_n"]);
    }

    #[test]
    fn of_a_count_the_most_and_the_exact_number_can_be_reached_by_a_no() {
        check("any([p, q])", &[]);
        check("all([p, q])", &[]);
        check("at_least(2, [p, q, r])", &[]);
        check("!at_least(2, [p, q, r])", &["ask_p", "p", "q"]);
        check("exactly(1, [p, q, r])", &["ask_p", "p", "q"]);
        check("sum([p, q, r]) >= 2", &["ask_p", "p", "q"]);
        check("sum_so_far([p, q, r]) >= 2", &["ask_p", "p", "q"]);
        check("complete([p, q])", &["ask_p", "p", "q"]);
    }

    #[test]
    fn certain_answers_and_those_that_were_given() {
        check("is_true(p)", &[]);
        check("q && !is_true(p)", &["ask_p", "p"]);
        check("answered(p)", &["ask_p", "p"]);
        check("is_unknown(p)", &[]);
    }

    #[test]
    fn derived_facts_and_other_rules_are_seen_through() {
        let derived = "[derived.d]\nvalue = \"!p\"\nlabel = { id = \"-\", en = \"-\" }\n";
        let asked = ["ask_p", "p", "q", "ask_n"];
        assert_eq!(loud_of(&format!("{derived}{}", rule("x", "d && q")), asked), ["ask_p", "p"]);
        assert_eq!(loud_of(&format!("{derived}{}", rule("x", "!d && q")), asked), [] as [&str; 0]);
        assert_eq!(loud_of(&(rule("x", "p") + &rule("y", "q && !t.x")), asked), ["ask_p", "p"]);
    }

    #[test]
    fn what_no_rule_reads_is_asked_singly() {
        let asked = ["ask_p", "p", "ask_m", "r"];
        assert_eq!(loud_of("", asked), ["ask_m", "r"]);
        assert_eq!(loud_of(&rule("x", "m > 5 && r"), asked), [] as [&str; 0]);
    }

    #[test]
    fn a_rule_that_gives_way_lets_the_one_below_fire() {
        let rules = rule("high", "r && !is_true(q && !p)") + &rule("low", "r");
        let asked = ["ask_p", "p", "q", "ask_n"];
        assert_eq!(loud_of(&rules, asked), ["q"]);
        let ladder = "[ladder.l]\norder = [\"t.high\", \"t.low\"]\n";
        assert_eq!(loud_of(&format!("{rules}{ladder}"), asked), ["ask_p", "p", "q"]);
    }
}
