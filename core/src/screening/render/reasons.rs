//! Reasons as sentences: what was measured or answered, and the limits that made it count.

use super::{Line, Renderer, Role};
use crate::fact::Value;
use crate::pack::Name;
use crate::screening::{Reason, ReasonTest};

/// Signs of a comparison and the text that tells it.
const COMPARISONS: [(&str, &str); 4] = [(" <= ", "cmp_le"), (" >= ", "cmp_ge"), (" < ", "cmp_lt"), (" > ", "cmp_gt")];
/// How the test of a list begins whose items must all be there, when it is not met. The items that count are then those that lack.
const NOT_ALL: &str = "!all(";

/// One value with everything that it was compared with, and what it was computed from.
struct Told<'r> {
    reason: &'r Reason,
    tests: Vec<String>,
    inputs: Vec<String>,
}

impl Renderer<'_> {
    /// The reasons of a finding: a line for each value, followed by one for what it was computed from.
    pub(super) fn reasons(&self, because: &[Reason]) -> Vec<Line> {
        let mut told: Vec<Told<'_>> = Vec::new();
        for reason in because {
            self.add(reason, &mut told);
        }
        told.iter().flat_map(|told| self.lines(told)).collect()
    }

    /// Several limits of one value make one line.
    fn add<'r>(&self, reason: &'r Reason, told: &mut Vec<Told<'r>>) {
        if reason.test == ReasonTest::Input
            && let Some(computed) = told.last_mut().filter(|last| self.label(last.reason.of).is_some())
        {
            computed.inputs.extend(self.sentence(reason, &[]));
            return;
        }
        let test = self.test(reason);
        let same = |told: &&mut Told<'_>| (told.reason.of, told.reason.on) == (reason.of, reason.on);
        match told.iter_mut().find(same) {
            Some(told) => told.tests.extend(test.filter(|test| !told.tests.contains(test))),
            None => told.push(Told { reason, tests: test.into_iter().collect(), inputs: Vec::new() }),
        }
    }

    fn lines(&self, told: &Told<'_>) -> Vec<Line> {
        let Some(sentence) = self.sentence(told.reason, &told.tests) else { return Vec::new() };
        let mut lines = vec![Line::new(Role::Reason, sentence)];
        if !told.inputs.is_empty() {
            lines.push(Line::new(Role::Inputs, told.inputs.join(self.words.say("question_separator"))));
        }
        lines
    }

    /// A value with its tests in words; none for what has no name on a screen.
    fn sentence(&self, reason: &Reason, tests: &[String]) -> Option<String> {
        let name = self.label(reason.of)?;
        let tests = tests.join(self.words.say("list_separator"));
        let text = match reason.of {
            Name::Rule(_) => name,
            Name::List(list) => self.count(list, &name, reason, &tests),
            _ if tests.is_empty() => self.words.fill("reason", &[("name", &name), ("value", &self.answer(reason))]),
            _ => self.words.fill("reason_test", &[("name", &name), ("value", &self.answer(reason)), ("test", &tests)]),
        };
        Some(match reason.on {
            Some(on) => self.words.fill("reason_on", &[("reason", &text), ("date", &self.words.date(on))]),
            None => text,
        })
    }

    /// The limit of a number with the words of its comparison; none where the value says it all, as "yes" does.
    fn test(&self, reason: &Reason) -> Option<String> {
        let limit = reason.limits.first().filter(|limit| matches!(limit, Value::Number(_)))?;
        let test = reason.test_text(self.pack)?;
        let (_, text) = COMPARISONS.iter().find(|(sign, _)| test.contains(sign))?;
        Some(self.words.fill(text, &[("limit", &self.value_beside(reason.of, limit, reason.value.as_ref()))]))
    }

    fn answer(&self, reason: &Reason) -> String {
        let unknown = || self.words.say("unknown").to_lowercase();
        reason.value.as_ref().map_or_else(unknown, |value| self.value_beside(reason.of, value, reason.limits.first()))
    }

    /// An instrument tells its score, another list how many of its items count, and which.
    fn count(&self, list: u16, name: &str, reason: &Reason, tests: &str) -> String {
        let items: Vec<String> = reason.items.iter().filter_map(|item| self.label(*item)).collect();
        let list = self.pack.source().lists.get(usize::from(list));
        let count = self.answer(reason);
        if list.is_some_and(|list| list.scored) {
            let score = self.words.fill("score", &[("name", name), ("score", &count)]);
            return if tests.is_empty() { score } else { format!("{score} ({tests})") };
        }
        let total = list.map_or(0, |list| list.of.len()).to_string();
        if items.is_empty() {
            let counted = self.words.fill("counts_of", &[("count", &count), ("total", &total)]);
            return self.words.fill("reason", &[("name", name), ("value", &counted)]);
        }
        let lacking = reason.test_text(self.pack).is_some_and(|test| test.starts_with(NOT_ALL));
        let text = if lacking { "reason_items_lacking" } else { "reason_items" };
        self.words.fill(text, &[("name", name), ("count", &count), ("total", &total), ("items", &self.words.list(&items))])
    }
}
