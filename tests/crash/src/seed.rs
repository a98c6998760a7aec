//! Seeded chance: the same seed gives the same choices again.

/// Where every run begins unless `SIKLUS_SEED` says otherwise.
const SEED: u64 = 2026;

/// The seed of this run.
pub fn seed() -> u64 {
    std::env::var("SIKLUS_SEED").map_or(SEED, |text| text.parse().expect("SIKLUS_SEED is a number"))
}

/// The choices of one round of a run, so that a round can be repeated without those before it.
pub fn of_round(seed: u64, round: u64) -> fastrand::Rng {
    fastrand::Rng::with_seed(fastrand::Rng::with_seed(seed).u64(..) ^ fastrand::Rng::with_seed(round).u64(..))
}
