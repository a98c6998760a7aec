//! How deep an expression leads, through all that it names, so that no pack can exhaust the stack.

use super::Checker;
use crate::pack::fault::{Fault, Span};

/// Parts within parts that an expression may lead through, those behind the names in it among them. The pack that is built in needs 18.
const MAX_LEVELS: usize = 100;

/// Where the check stands.
#[derive(Default)]
pub(super) struct Depth {
    level: usize,
    /// The deepest level that was reached below the definition at hand.
    deepest: usize,
    /// One fault says it all.
    told: bool,
}

impl Checker<'_> {
    /// Begins to check a part, one level deeper; false where that is too deep. It ends with [`Self::ascend`].
    pub(super) fn descend(&mut self, at: Span) -> bool {
        let deeper = self.reach(1, at);
        self.depth.level += usize::from(deeper);
        deeper
    }

    pub(super) fn ascend(&mut self) {
        self.depth.level = self.depth.level.saturating_sub(1);
    }

    /// Checks something as if it stood so much deeper.
    pub(super) fn below<T>(&mut self, depth: usize, check: impl FnOnce(&mut Self) -> T) -> T {
        self.depth.level += depth;
        let checked = check(self);
        self.depth.level -= depth;
        checked
    }

    /// Checks something and tells how deep it leads.
    pub(super) fn measured<T>(&mut self, check: impl FnOnce(&mut Self) -> T) -> (T, usize) {
        let outer = std::mem::replace(&mut self.depth.deepest, self.depth.level);
        let checked = check(self);
        let depth = self.depth.deepest.saturating_sub(self.depth.level);
        self.depth.deepest = self.depth.deepest.max(outer);
        (checked, depth)
    }

    /// Notes that what stands here leads so much deeper; false where that is too deep.
    pub(super) fn reach(&mut self, depth: usize, named_at: Span) -> bool {
        let reached = self.depth.level + depth;
        if reached <= MAX_LEVELS {
            self.depth.deepest = self.depth.deepest.max(reached);
            return true;
        }
        if !std::mem::replace(&mut self.depth.told, true) {
            self.put(Fault::new(named_at, "this leads through too many other definitions"))
                .help(Some("say it with fewer names of which one needs the other".into()));
        }
        false
    }
}
