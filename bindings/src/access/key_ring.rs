//! A ring.

use std::path::Path;
use std::sync::Arc;

use siklus_core::access::{KeyRing as Core, Newcomer, Pin, RecoveryCode};
use siklus_core::store::ActorId;
use zeroize::Zeroizing;

use super::faults::no_cadre;
use super::records::{CadreView, ClocksRequest};
use super::seal::{DeviceSeal, KotlinSeal};
use super::unlocked::UnlockedKey;
use crate::error::SiklusError;

/// A ring of keys in its file. It may be used from any thread.
#[derive(uniffi::Object)]
pub struct KeyRing {
    pub(super) core: Core,
}

#[uniffi::export]
impl KeyRing {
    /// Opens a ring, which unlocks nothing.
    #[uniffi::constructor]
    pub fn open(path: &str, seal: Arc<dyn DeviceSeal>) -> Result<Arc<Self>, SiklusError> {
        Ok(Arc::new(Self { core: Core::open(Path::new(path), Box::new(KotlinSeal(seal)))? }))
    }

    /// The cadres, in the order in which they were added.
    pub fn cadres(&self) -> Result<Vec<CadreView>, SiklusError> {
        Ok(self.core.cadres()?.into_iter().map(CadreView::from).collect())
    }

    /// The seconds for which the next PIN of a cadre must wait.
    pub fn wait_s(&self, cadre: &str, now: ClocksRequest) -> Result<u32, SiklusError> {
        Ok(self.core.wait_s(read_cadre(cadre)?, now.now())?)
    }

    /// Unlocks the key of the store with a cadre's PIN.
    pub fn unlock(&self, cadre: &str, pin: Vec<u8>, now: ClocksRequest) -> Result<Arc<UnlockedKey>, SiklusError> {
        let pin = read_pin(pin)?;
        Ok(UnlockedKey::new(self.core.unlock(read_cadre(cadre)?, &pin, now.now())?))
    }

    /// Gives a cadre another PIN.
    pub fn change_pin(&self, cadre: &str, old: Vec<u8>, new: Vec<u8>, now: ClocksRequest) -> Result<(), SiklusError> {
        let (old, new) = (read_pin(old), read_pin(new));
        Ok(self.core.change_pin(read_cadre(cadre)?, &old?, &new?, now.now())?)
    }

    /// Adds a cadre, and gives her id.
    pub fn add(&self, by: &UnlockedKey, name: &str, pin: Vec<u8>, now: ClocksRequest) -> Result<String, SiklusError> {
        let pin = read_pin(pin)?;
        by.lend(|by| Ok(self.core.add(by, Newcomer { name, pin: &pin }, now.now())?.to_string()))
    }

    /// Takes a cadre out. The key of the store stays the same.
    pub fn remove(&self, by: &UnlockedKey, cadre: &str) -> Result<(), SiklusError> {
        by.lend(|by| Ok(self.core.remove(by, read_cadre(cadre)?)?))
    }

    /// Gives a cadre who forgot her PIN a new one, with the recovery code, and unlocks the key.
    pub fn recover(&self, code: &str, cadre: &str, new: Vec<u8>) -> Result<Arc<UnlockedKey>, SiklusError> {
        let new = read_pin(new)?;
        Ok(UnlockedKey::new(self.core.recover(&RecoveryCode::read(code)?, read_cadre(cadre)?, &new)?))
    }

    /// Makes a new recovery code; the one before opens nothing any more.
    pub fn renew_code(&self, by: &UnlockedKey) -> Result<String, SiklusError> {
        by.lend(|by| Ok(self.core.renew_code(by)?.text().to_string()))
    }
}

/// The bytes that came over are wiped, whatever becomes of them.
pub(super) fn read_pin(typed: Vec<u8>) -> Result<Pin, SiklusError> {
    Ok(Pin::read(&Zeroizing::new(typed))?)
}

fn read_cadre(id: &str) -> Result<ActorId, SiklusError> {
    id.parse().map_err(|_| no_cadre())
}
