//! A key that a ring gave.

use std::sync::{Arc, Mutex, PoisonError};

use siklus_core::access::Unlocked;

use crate::error::SiklusError;

/// The key of the store in the hand of a cadre. Its bytes never cross.
///
/// Kotlin may free an object that another call is just being given, and then that call would read freed memory. So Kotlin wipes a key
/// when it is closed and leaves the freeing to its garbage collector.
#[derive(uniffi::Object)]
pub struct UnlockedKey {
    cadre: String,
    /// None when it was wiped.
    core: Mutex<Option<Unlocked>>,
}

#[uniffi::export]
impl UnlockedKey {
    /// The id of the cadre who unlocked it.
    pub fn cadre(&self) -> String {
        self.cadre.clone()
    }

    /// Wipes the key from memory. Every later call that needs it says that it is closed.
    pub fn wipe(&self) {
        *self.core.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl UnlockedKey {
    pub(super) fn new(core: Unlocked) -> Arc<Self> {
        Arc::new(Self { cadre: core.cadre().to_string(), core: Mutex::new(Some(core)) })
    }

    /// Lends the key to a call.
    pub(crate) fn lend<T>(&self, call: impl FnOnce(&Unlocked) -> Result<T, SiklusError>) -> Result<T, SiklusError> {
        let core = self.core.lock().unwrap_or_else(PoisonError::into_inner);
        call(core.as_ref().ok_or(SiklusError::Closed)?)
    }
}
