//! What a check of a PIN costs whoever makes it.

use serde::{Deserialize, Serialize};

/// How Argon2id stretches a PIN or a code: how much memory, how often all of it is gone through. One lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
}

impl Cost {
    /// The least that a ring takes: 32 MiB, which the weakest phone has, in two passes.
    pub const LEAST: Self = Self { memory_kib: 32 * 1024, passes: 2 };
    /// The most. A damaged entry must not ask for all memory, or for an hour.
    pub const MOST: Self = Self { memory_kib: 128 * 1024, passes: 256 };

    /// A cost; none when it is below [`Cost::LEAST`] or above [`Cost::MOST`].
    pub fn new(memory_kib: u32, passes: u32) -> Option<Self> {
        let cost = Self { memory_kib, passes };
        (cost.is_at_most(Self::MOST) && Self::LEAST.is_at_most(cost)).then_some(cost)
    }

    /// Memory in units of 1,024 bytes.
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// How often all of the memory is gone through.
    pub fn passes(self) -> u32 {
        self.passes
    }

    /// So cheap that tests of a ring are quick.
    #[cfg(test)]
    pub(super) const CHEAP: Self = Self { memory_kib: 8, passes: 1 };

    /// Whether so much may be spent, as an entry or a ring asks for it. Entries are not refused for being cheap: their seal tells whether they are genuine.
    pub(super) fn is_bearable(self) -> bool {
        self.is_at_most(Self::MOST)
    }

    fn is_at_most(self, other: Self) -> bool {
        self.memory_kib <= other.memory_kib && self.passes <= other.passes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_lies_between_the_least_and_the_most() {
        assert_eq!(Cost::new(32 * 1024, 2), Some(Cost::LEAST));
        for (memory_kib, passes) in [(32 * 1024 - 1, 2), (32 * 1024, 1), (10_000_000, 2), (32 * 1024, 257)] {
            assert_eq!(Cost::new(memory_kib, passes), None, "{memory_kib} KiB, {passes} passes");
        }
    }
}
