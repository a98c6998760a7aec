//! What a rule does with each member of a list.

use siklus_tests::Person;
use siklus_tests::packs::{OneRule, State, embedded};

use super::table::Table;

/// A rule, a person whom it would concern, and how the members of the table make it fire.
pub struct Probe {
    pub rule: &'static str,
    pub person: fn() -> Person,
    pub fires: Fires,
    /// The answers that count and do not count, of members that are not yes or no.
    pub answers: &'static [(&'static str, &'static str, &'static str)],
    /// Whether the person says everything else that the rule reads.
    pub exact: bool,
}

/// How many members make a rule fire.
pub enum Fires {
    /// Each one alone.
    Any,
    /// As soon as one of them is false.
    AnyDenied,
    /// Only all together.
    All,
    /// From so many on.
    AtLeast(usize),
    /// From so many on, and these alone too.
    AtLeastOr(usize, &'static [&'static str]),
}

/// What the rule does otherwise than the table says.
pub fn faults(table: &Table, probe: &Probe) -> Vec<String> {
    let mut rule = OneRule::new(probe.rule);
    let members = table.members();
    let mut wrong = Vec::new();
    let mut expect = |counting: &[usize], fires: bool| {
        let person = members.iter().enumerate().fold((probe.person)(), |person, (index, member)| {
            let (fact, answer) = answer(probe, member, counting.contains(&index));
            person.fact(fact, answer)
        });
        let state = rule.state(&person.subject(embedded()));
        if state != if fires { State::Fires } else { State::No } {
            let said: Vec<_> = counting.iter().map(|index| members[*index].as_str()).collect();
            wrong.push(format!("{} is {state:?} when these count: {}", probe.rule, said.join(", ")));
        }
    };
    let all: Vec<_> = (0..members.len()).collect();
    match probe.fires {
        Fires::Any => {
            expect(&[], false);
            all.iter().for_each(|index| expect(&[*index], true));
        }
        Fires::AnyDenied => {
            expect(&all, false);
            all.iter().for_each(|out| expect(&without(&all, *out), true));
        }
        Fires::All => {
            expect(&all, true);
            all.iter().for_each(|out| expect(&without(&all, *out), false));
        }
        Fires::AtLeast(count) | Fires::AtLeastOr(count, _) => {
            let alone = if let Fires::AtLeastOr(_, alone) = probe.fires { alone } else { &[] };
            expect(&[], false);
            for from in &all {
                let some: Vec<_> = (0..count).map(|step| (from + step) % all.len()).collect();
                expect(&some, true);
                let fewer = &some[..count - 1];
                expect(fewer, fewer.iter().any(|index| alone.contains(&members[*index].as_str())));
            }
        }
    }
    wrong
}

fn without(all: &[usize], out: usize) -> Vec<usize> {
    all.iter().copied().filter(|index| *index != out).collect()
}

fn answer<'t>(probe: &Probe, member: &'t str, counts: bool) -> (&'t str, &'static str) {
    let fact = member.trim_start_matches('!');
    match probe.answers.iter().find(|(of, ..)| *of == fact) {
        Some((_, yes, no)) => (fact, if counts { yes } else { no }),
        None => (fact, if counts != member.starts_with('!') { "true" } else { "false" }),
    }
}
