//! The hybrid logical clock: rows of all phones have one order, and a phone whose clock was set back still writes behind what it knows.

/// When something is recorded: given by the caller, never read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub unix_ms: i64,
    /// What the local time is ahead of UTC, in minutes: 420 in western Indonesia, -1080 to 1080.
    pub utc_offset_min: i16,
}

/// 48 bits of milliseconds, 16 of a counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Clock(pub i64);

const COUNTER_BITS: u32 = 16;
/// The latest time that 47 bits hold, so that the value stays positive: in the year 6429.
const MOST_MS: i64 = (1 << 47) - 1;

impl Clock {
    /// The next value: the time, or one more than the last value where the time is not ahead of it.
    pub(super) fn next(self, moment: Moment) -> Self {
        let now = moment.unix_ms.clamp(0, MOST_MS) << COUNTER_BITS;
        Self(now.max(self.0.saturating_add(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(unix_ms: i64) -> Moment {
        Moment { unix_ms, utc_offset_min: 420 }
    }

    #[test]
    fn it_follows_the_time() {
        assert_eq!(Clock(0).next(at(5)), Clock(5 << 16));
    }

    #[test]
    fn it_counts_on_within_one_millisecond() {
        assert_eq!(Clock(5 << 16).next(at(5)), Clock((5 << 16) + 1));
    }

    #[test]
    fn it_never_goes_back() {
        let last = Clock(9_000 << 16);
        assert_eq!(last.next(at(5)), Clock((9_000 << 16) + 1));
        assert!(last.next(at(-5)) > last);
        assert!(last.next(at(i64::MAX)) > last);
    }
}
