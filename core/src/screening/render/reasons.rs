//! One reason as one line: what was measured or answered, and the limit that made it count.

use super::Renderer;
use crate::fact::Value;
use crate::pack::Name;
use crate::screening::Reason;

/// Signs of a comparison and the text that tells it, the longer sign first.
const COMPARISONS: [(&str, &str); 4] = [(" <= ", "cmp_le"), (" >= ", "cmp_ge"), (" < ", "cmp_lt"), (" > ", "cmp_gt")];

impl Renderer<'_> {
    /// The reason in words; none for what has no name on a screen.
    pub fn reason(&self, reason: &Reason) -> Option<String> {
        let name = self.label(reason.of)?;
        let text = match reason.of {
            Name::Rule(_) => name,
            Name::List(list) => self.count(list, &name, reason),
            _ => self.compared(&name, reason),
        };
        Some(match reason.on {
            Some(on) => self.words.fill("reason_on", &[("reason", &text), ("date", &self.words.date(on))]),
            None => text,
        })
    }

    fn compared(&self, name: &str, reason: &Reason) -> String {
        let value = self.answer(reason);
        match self.test(reason) {
            Some(test) => self.words.fill("reason_test", &[("name", name), ("value", &value), ("test", &test)]),
            None => self.words.fill("reason", &[("name", name), ("value", &value)]),
        }
    }

    /// The limit of a number with the words of its comparison; none where the value says it all, as "yes" does.
    fn test(&self, reason: &Reason) -> Option<String> {
        let limit = reason.limits.first().filter(|limit| matches!(limit, Value::Number(_)))?;
        let test = reason.test_text(self.pack)?;
        let (_, text) = COMPARISONS.iter().find(|(sign, _)| test.contains(sign))?;
        Some(self.words.fill(text, &[("limit", &self.value(reason.of, limit))]))
    }

    fn answer(&self, reason: &Reason) -> String {
        let unknown = || self.words.say("unknown").to_lowercase();
        reason.value.as_ref().map_or_else(unknown, |value| self.value(reason.of, value))
    }

    /// A list tells how many of its items count, and which.
    fn count(&self, list: u16, name: &str, reason: &Reason) -> String {
        let items: Vec<String> = reason.items.iter().filter_map(|item| self.label(*item)).collect();
        let list = self.pack.source().lists.get(usize::from(list));
        let total = list.map_or(0, |list| list.of.len()).to_string();
        let count = self.answer(reason);
        if list.is_some_and(|list| list.scored) || items.is_empty() {
            return self.words.fill("score", &[("name", name), ("score", &count)]);
        }
        let items = self.words.list(&items);
        self.words.fill("reason_items", &[("name", name), ("count", &count), ("total", &total), ("items", &items)])
    }
}
