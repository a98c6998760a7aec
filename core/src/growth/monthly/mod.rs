//! The monthly decision on a child's card (KMS): does the weight rise, and must something be measured again?
//!
//! Only dated measurements go in. The minimum gains (KBM) and what else a guideline may change are [`Tables`] of the pack.
//! Source: Permenkes 155/2010, Buku KIA (2023).

mod again;
mod card;
mod decision;
#[cfg(test)]
mod fixtures;
mod remark;
mod tables;
#[cfg(test)]
mod tests;

pub use again::{MeasureAgain, Measured, measure_again};
pub use card::{Card, Today, Weighing};
pub use decision::{Gain, MonthlyDecision, NotJudged, Skdn};
pub use remark::Remark;
pub use tables::{Increment, Increments, LengthJump, Limits, MinimumGain, MinimumGains, MonthlyLimits, Tables, WeightLoss};
