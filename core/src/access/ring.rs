//! What lies in the file of a ring.
//!
//! The recovery code's entry lies outside the seal of the phone: nobody guesses its 130 bits, and it must open when the phone's keystore
//! has lost its key. Everything of the cadres lies inside: their names, their wrong PINs, and the store key behind six digits each.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::sealed::SealedKey;
use super::tries::Tries;
use super::{AccessError, Cost, DeviceSeal, RecoveryCode};
use crate::store::{ActorId, StoreKey};

/// The version that this library writes, and the latest that it reads.
const VERSION: u32 = 1;

/// The file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Envelope {
    version: u32,
    recovery: SealedKey,
    #[serde(with = "hex")]
    sealed_by_device: Vec<u8>,
}

/// Of a file of any version.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// What the seal of the phone hides.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ring {
    /// Its own, so that an entry of another ring does not open in it.
    pub id: Uuid,
    /// What each new entry costs to try.
    pub cost: Cost,
    pub entries: Vec<Entry>,
}

/// A cadre in the ring.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub id: Uuid,
    pub name: String,
    pub key: SealedKey,
    pub tries: Tries,
}

impl Envelope {
    /// Reads the file; the seal of the phone stays closed.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, AccessError> {
        let Versioned { version } = json(bytes)?;
        if version > VERSION {
            return Err(AccessError::Newer { found: version, known: VERSION });
        }
        json(bytes)
    }

    pub(super) fn new(ring: &Ring, recovery: SealedKey, seal: &dyn DeviceSeal) -> Result<Self, AccessError> {
        Ok(Self { version: VERSION, recovery, sealed_by_device: seal.seal(&Zeroizing::new(to_json(ring)?))? })
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, AccessError> {
        to_json(self)
    }

    /// Opens the seal of the phone.
    pub(super) fn unseal(&self, seal: &dyn DeviceSeal) -> Result<Ring, AccessError> {
        json(&Zeroizing::new(seal.unseal(&self.sealed_by_device)?))
    }

    pub(super) fn into_recovery(self) -> SealedKey {
        self.recovery
    }
}

impl Ring {
    pub(super) fn entry(&mut self, cadre: ActorId) -> Result<&mut Entry, AccessError> {
        self.entries.iter_mut().find(|entry| entry.id == cadre.0).ok_or(AccessError::UnknownCadre)
    }

    /// What the entry of a cadre is bound to.
    pub(super) fn place_of(&self, cadre: ActorId) -> Vec<u8> {
        place(&[b"siklus ring cadre", self.id.as_bytes(), cadre.0.as_bytes()])
    }
}

/// Seals the key of the store for a recovery code.
pub(super) fn seal_for_recovery(key: &StoreKey, code: &RecoveryCode, cost: Cost) -> Result<SealedKey, AccessError> {
    SealedKey::seal(key, code.symbols(), cost, &recovery_place())
}

/// The key of the store, by the recovery code.
pub(super) fn open_by_code(recovery: &SealedKey, code: &RecoveryCode) -> Result<StoreKey, AccessError> {
    recovery.open(code.symbols(), &recovery_place())?.ok_or(AccessError::WrongCode)
}

fn recovery_place() -> Vec<u8> {
    place(&[b"siklus ring recovery"])
}

fn place(parts: &[&[u8]]) -> Vec<u8> {
    [&VERSION.to_be_bytes(), &*parts.concat()].concat()
}

fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, AccessError> {
    serde_json::from_slice(bytes).map_err(|_| AccessError::Damaged)
}

/// Only a map with keys that are no texts could fail.
fn to_json(value: &impl Serialize) -> Result<Vec<u8>, AccessError> {
    serde_json::to_vec(value).map_err(|_| AccessError::NoMemory)
}
