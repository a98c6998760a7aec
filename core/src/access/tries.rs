//! Wrong PINs and the waits after them. Nothing here reads a clock.

use serde::{Deserialize, Serialize};

use super::AccessError;

/// Wrong PINs without a wait; the last of them begins the first one.
const FREE: u32 = 5;
/// The wait after the fifth wrong PIN, the sixth and so on; from then on the last one.
const WAITS_S: [u32; 5] = [30, 60, 5 * 60, 15 * 60, 60 * 60];
const MS: u64 = 1_000;

/// What the clocks say: given by the caller, never read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Now {
    /// The wall clock: milliseconds since 1970-01-01 00:00 UTC.
    pub unix_ms: i64,
    /// Milliseconds since the phone was started, sleep included (`SystemClock.elapsedRealtime`). Nobody can set this clock: where it is
    /// given, setting the wall clock forward shortens no wait.
    pub since_boot_ms: Option<u64>,
}

/// How often a cadre's PIN was tried since it was last right, and when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tries {
    wrong: u32,
    /// When the wait began: at the last try, or when it was seen that the clock had been set back.
    since: Option<Now>,
}

impl Tries {
    /// Counts a try, before the PIN is looked at.
    ///
    /// # Errors
    /// [`AccessError::MustWait`]; such a try does not count.
    pub(super) fn count(&mut self, now: Now) -> Result<(), AccessError> {
        match self.wait_s(now) {
            0 => {
                *self = Self { wrong: self.wrong.saturating_add(1), since: Some(now) };
                Ok(())
            }
            seconds => Err(AccessError::MustWait { seconds }),
        }
    }

    /// The seconds that the next try must wait. When the clock was set back the whole wait begins again, at what the clock says now.
    pub(super) fn wait_s(&mut self, now: Now) -> u32 {
        let whole = self.whole_wait_s();
        let Some(since) = self.since.filter(|_| whole > 0) else { return 0 };
        if now.unix_ms < since.unix_ms {
            self.since = Some(now);
            return whole;
        }
        let left_ms = (u64::from(whole) * MS).saturating_sub(since.surely_passed_ms(now));
        u32::try_from(left_ms.div_ceil(MS)).unwrap_or(whole)
    }

    /// What is told of a try that was wrong.
    pub(super) fn wrong_pin(self) -> AccessError {
        AccessError::WrongPin { tries_left: FREE.saturating_sub(self.wrong), wait_s: self.whole_wait_s() }
    }

    fn whole_wait_s(self) -> u32 {
        let Some(later) = self.wrong.checked_sub(FREE) else { return 0 };
        let place = usize::try_from(later).unwrap_or(usize::MAX).min(WAITS_S.len() - 1);
        WAITS_S.get(place).copied().unwrap_or_default()
    }
}

impl Now {
    /// How much time has surely passed since then: no more than either clock says.
    fn surely_passed_ms(self, now: Self) -> u64 {
        let by_wall = u64::try_from(now.unix_ms.saturating_sub(self.unix_ms)).unwrap_or_default();
        match (self.since_boot_ms, now.since_boot_ms) {
            // After a restart the phone has been on since then for all of this time at least. If it has been on for longer than it had been
            // then, the difference is less than what has passed.
            (Some(then), Some(now)) => by_wall.min(now.checked_sub(then).unwrap_or(now)),
            _ => by_wall,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const START: i64 = 1_772_445_600_000;

    fn at(seconds: i64) -> Now {
        Now { unix_ms: START + 1_000 * seconds, since_boot_ms: None }
    }

    /// So many wrong PINs, the last one at the start.
    fn wrong(count: u32) -> Tries {
        Tries { wrong: count, since: Some(at(0)) }
    }

    /// As after a restart of the app.
    fn restarted(tries: Tries) -> Tries {
        serde_json::from_str(&serde_json::to_string(&tries).unwrap()).unwrap()
    }

    #[test]
    fn the_waits_are_those_of_the_table() {
        let waits: Vec<u32> = (0..12).map(|count| wrong(count).wait_s(at(0))).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 30, 60, 300, 900, 3_600, 3_600, 3_600]);
    }

    #[test]
    fn a_wrong_pin_says_what_is_left() {
        let mut tries = Tries::default();
        for tries_left in [4, 3, 2, 1] {
            tries.count(at(0)).unwrap();
            assert_eq!(tries.wrong_pin(), AccessError::WrongPin { tries_left, wait_s: 0 });
        }
        tries.count(at(0)).unwrap();
        assert_eq!(tries.wrong_pin(), AccessError::WrongPin { tries_left: 0, wait_s: 30 });
    }

    #[test]
    fn a_try_during_a_wait_is_refused_and_not_counted() {
        let mut tries = wrong(5);
        assert_eq!(tries.count(at(29)), Err(AccessError::MustWait { seconds: 1 }));
        assert_eq!(tries, wrong(5));
        tries.count(at(30)).unwrap();
        assert_eq!(tries.wrong_pin(), AccessError::WrongPin { tries_left: 0, wait_s: 60 });
    }

    #[test]
    fn a_clock_that_is_set_back_begins_the_wait_again_and_it_ends() {
        let mut tries = wrong(6);
        assert_eq!(tries.wait_s(at(-86_400)), 60);
        assert_eq!(tries.wait_s(at(-86_400 + 45)), 15);
        assert_eq!(tries.wait_s(at(-86_400 + 60)), 0);
    }

    #[test]
    fn with_the_clock_since_the_start_setting_the_wall_clock_forward_gains_nothing() {
        let then = Now { since_boot_ms: Some(5_000), ..at(0) };
        let mut tries = Tries { wrong: 9, since: Some(then) };
        let now = |wall_s, boot_ms| Now { since_boot_ms: Some(boot_ms), ..at(wall_s) };
        assert_eq!(tries.wait_s(now(999_999, 65_000)), 3_540);
        // The phone was started again: it has been on for a minute and no more.
        assert_eq!(tries.wait_s(now(999_999, 4_000)), 3_596);
        assert_eq!(tries.wait_s(now(999_999, 3_605_000)), 0);
    }

    fn instant() -> impl Strategy<Value = Now> {
        let since_boot = prop::option::of(0..10_000_000_u64);
        (-10_000_000..10_000_000_i64, since_boot).prop_map(|(ms, since_boot_ms)| Now { unix_ms: START + ms, since_boot_ms })
    }

    proptest! {
        #[test]
        fn more_wrong_pins_never_mean_a_shorter_wait(count in 0..40_u32, then in instant(), now in instant()) {
            let wait = |wrong| Tries { wrong, since: Some(then) }.wait_s(now);
            prop_assert!(wait(count) <= wait(count + 1));
        }

        #[test]
        fn a_restart_changes_nothing(count in 0..40_u32, then in instant(), now in instant()) {
            let tries = Tries { wrong: count, since: Some(then) };
            prop_assert_eq!(restarted(tries).wait_s(now), { let mut tries = tries; tries.wait_s(now) });
        }

        #[test]
        fn a_clock_that_is_set_back_means_the_whole_wait(count in FREE..40, then in instant(), back in 1..1_000_000_000_i64) {
            let mut tries = Tries { wrong: count, since: Some(then) };
            let whole = tries.wait_s(then);
            let now = Now { unix_ms: then.unix_ms - back, ..then };
            prop_assert_eq!(tries.wait_s(now), whole);
        }

        #[test]
        fn no_wait_is_longer_than_the_whole_one_or_ends_before_its_time(count in FREE..40, then in instant(), passed in 0..4_000_000_u64) {
            let mut tries = Tries { wrong: count, since: Some(then) };
            let whole = tries.wait_s(then);
            let since_boot_ms = then.since_boot_ms.map(|ms| ms + passed);
            let now = Now { unix_ms: then.unix_ms + passed.cast_signed(), since_boot_ms };
            let left = u64::from(tries.wait_s(now));
            prop_assert_eq!(left, u64::from(whole).saturating_sub(passed / 1_000));
        }

        #[test]
        fn nobody_gets_more_tries_than_the_table_gives(steps in prop::collection::vec(0..2_000_u64, 1..300)) {
            let (mut tries, mut seconds, mut counted, mut earned) = (Tries::default(), 0, 0_u32, 0);
            for step in steps {
                seconds += step;
                let now = at(seconds.cast_signed());
                if tries.count(now).is_ok() {
                    counted += 1;
                    earned += u64::from(counted.checked_sub(FREE + 1).map_or(0, |later| wrong(FREE + later).whole_wait_s()));
                    prop_assert!(earned <= seconds, "{counted} tries in {seconds} s");
                }
                tries = restarted(tries);
            }
        }
    }

    #[test]
    fn extreme_clocks_do_no_harm() {
        let mut tries = Tries { wrong: u32::MAX, since: Some(Now { unix_ms: i64::MIN, since_boot_ms: Some(u64::MAX) }) };
        assert_eq!(tries.wait_s(Now { unix_ms: i64::MAX, since_boot_ms: Some(u64::MAX) }), 3_600);
        tries.since = Some(at(0));
        tries.wait_s(Now { unix_ms: i64::MIN, since_boot_ms: None });
        assert!(tries.count(Now { unix_ms: i64::MAX, since_boot_ms: Some(0) }).is_ok());
    }
}
