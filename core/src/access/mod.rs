//! The ring of keys beside the store: one random key of the store, sealed for each cadre by her PIN and once by the recovery code.
//!
//! What a PIN of six digits protects is little; the seal of the platform's keystore around the ring ([`DeviceSeal`]) is what protects a
//! stolen phone. Wrong PINs only wait: no key is ever dropped. The store keeps its key for life, so taking a cadre out of the ring does
//! not lock out somebody who copied the key before.

mod calibrate;
mod code;
mod cost;
mod device;
mod error;
mod file;
mod key_ring;
mod pin;
mod random;
mod ring;
mod sealed;
mod tries;

#[cfg(test)]
mod tests;

pub use code::RecoveryCode;
pub use cost::Cost;
pub use device::{DeviceSeal, SealFault};
pub use error::{AccessError, PinFault};
pub use key_ring::{Cadre, KeyRing, NewRing, Newcomer, Unlocked};
pub use pin::Pin;
pub use tries::Now;
