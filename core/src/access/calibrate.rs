//! How much a check may cost on this phone.

use std::time::Duration;

use super::sealed::stretch;
use super::{AccessError, Cost};

/// What a check should take: long enough to hinder guessing, short enough to be waited for.
const AIM: Duration = Duration::from_millis(750);
/// The first run also pays for fresh memory and a processor that sleeps.
const RUNS: usize = 3;

impl Cost {
    /// The cost with which a check takes half a second to a second on this phone, or [`Cost::LEAST`] where that already takes longer.
    /// Takes a second or two itself, three times the least check.
    ///
    /// `clock` gives the time since any fixed moment.
    ///
    /// # Errors
    /// [`AccessError::NoMemory`].
    pub fn calibrated(mut clock: impl FnMut() -> Duration) -> Result<Self, AccessError> {
        let mut quickest = Duration::MAX;
        for _ in 0..RUNS {
            let begun = clock();
            stretch(b"000000", &[0; 16], Self::LEAST)?;
            quickest = quickest.min(clock().saturating_sub(begun));
        }
        Ok(Self::for_machine(quickest))
    }

    /// The cost for a machine on which the least one takes so long.
    fn for_machine(least_takes: Duration) -> Self {
        let a_pass = (least_takes / Self::LEAST.passes()).max(Duration::from_micros(1));
        let passes = u32::try_from(AIM.as_micros() / a_pass.as_micros()).unwrap_or(u32::MAX);
        let passes = passes.clamp(Self::LEAST.passes(), Self::MOST.passes());
        Self::new(Self::LEAST.memory_kib(), passes).unwrap_or(Self::LEAST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_takes_half_a_second_to_a_second_on_every_machine_that_is_neither_too_slow_nor_too_quick() {
        for pass_ms in 3..=500 {
            let cost = Cost::for_machine(Duration::from_millis(2 * pass_ms));
            let takes = u64::from(cost.passes()) * pass_ms;
            assert!((500..=1_000).contains(&takes), "{pass_ms} ms a pass: {takes} ms");
        }
    }

    #[test]
    fn the_slowest_phone_has_the_least_and_the_quickest_machine_the_most() {
        assert_eq!(Cost::for_machine(Duration::from_secs(9)), Cost::LEAST);
        assert_eq!(Cost::for_machine(Duration::ZERO).passes(), Cost::MOST.passes());
    }

    #[test]
    fn the_quickest_of_the_runs_counts() {
        // From one call to the next it goes on by the runs' times: 900, 300 and 400 ms.
        let mut times = [0, 900, 900, 1_200, 1_200, 1_600].map(Duration::from_millis).into_iter();
        let cost = Cost::calibrated(|| times.next().unwrap()).unwrap();
        assert_eq!(cost, Cost::for_machine(Duration::from_millis(300)));
    }
}
