//! A ring is made, or made again with the recovery code. What gives more than the ring is a function: a constructor gives nothing else.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use siklus_core::access::{Cost, KeyRing as Core, NewRing, Newcomer, RecoveryCode, Unlocked};

use super::key_ring::{KeyRing, read_pin};
use super::records::{ClocksRequest, PinCost};
use super::seal::{DeviceSeal, KotlinSeal};
use super::unlocked::UnlockedKey;
use crate::error::SiklusError;

/// A ring that was made.
#[derive(uniffi::Record)]
pub struct NewRingView {
    /// The ring.
    pub ring: Arc<KeyRing>,
    /// The key of the store, in the hand of its first cadre.
    pub key: Arc<UnlockedKey>,
    /// The recovery code, to be shown.
    pub code: String,
}

/// The cost with which a check of a PIN takes half a second to a second on this phone. Takes a second or two itself.
#[uniffi::export]
pub fn calibrate_pin_cost() -> Result<PinCost, SiklusError> {
    let begun = Instant::now();
    Ok(Cost::calibrated(|| begun.elapsed())?.into())
}

/// Refuses a PIN that may not be chosen, as every call that sets one does: an app asks when it was typed the first time.
#[uniffi::export]
pub fn check_new_pin(pin: Vec<u8>) -> Result<(), SiklusError> {
    Ok(read_pin(pin)?.may_be_chosen()?)
}

/// Makes a ring with a new key for a store and its first cadre.
#[uniffi::export]
pub fn create_key_ring(
    path: &str,
    seal: Arc<dyn DeviceSeal>,
    name: &str,
    pin: Vec<u8>,
    cost: PinCost,
    now: ClocksRequest,
) -> Result<NewRingView, SiklusError> {
    let pin = read_pin(pin)?;
    let first = Newcomer { name, pin: &pin };
    let NewRing { ring, unlocked, code } = Core::create(Path::new(path), Box::new(KotlinSeal(seal)), first, cost.cost()?, now.now())?;
    Ok(NewRingView::new(ring, unlocked, &code))
}

/// Makes a ring again that the keystore of this phone does not open, with the recovery code.
#[uniffi::export]
pub fn restore_key_ring(
    path: &str,
    seal: Arc<dyn DeviceSeal>,
    code: &str,
    name: &str,
    pin: Vec<u8>,
    cost: PinCost,
    now: ClocksRequest,
) -> Result<NewRingView, SiklusError> {
    let pin = read_pin(pin)?;
    let code = RecoveryCode::read(code)?;
    let first = Newcomer { name, pin: &pin };
    let (ring, unlocked) = Core::restore(Path::new(path), Box::new(KotlinSeal(seal)), &code, first, cost.cost()?, now.now())?;
    Ok(NewRingView::new(ring, unlocked, &code))
}

impl NewRingView {
    fn new(ring: Core, unlocked: Unlocked, code: &RecoveryCode) -> Self {
        Self { ring: Arc::new(KeyRing { core: ring }), key: UnlockedKey::new(unlocked), code: code.text().to_string() }
    }
}
