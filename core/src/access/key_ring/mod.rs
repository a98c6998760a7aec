//! The ring as an app uses it.

mod changing;
mod making;
mod trying;

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

pub use making::{NewRing, Newcomer};

use super::file::{RealDisk, read, replace};
use super::ring::{Envelope, Ring};
use super::sealed::SealedKey;
use super::{AccessError, DeviceSeal};
use crate::hidden::hidden;
use crate::store::{ActorId, StoreKey};

/// A ring of keys in its file. Its calls may come from any thread; one after the other has its turn. One process uses it at a time.
///
/// What lies on the disk is what holds: every call reads it, and has written it when it returns.
pub struct KeyRing {
    path: PathBuf,
    seal: Box<dyn DeviceSeal>,
    turn: Mutex<()>,
}

/// A cadre of the ring.
#[derive(Clone, PartialEq, Eq)]
pub struct Cadre {
    /// Her id, as the rows of the store name who wrote them.
    pub id: ActorId,
    /// How she is called.
    pub name: String,
}

/// The key of the store in the hand of a cadre. Wiped from memory when dropped.
pub struct Unlocked {
    key: StoreKey,
    ring: Uuid,
    cadre: ActorId,
}

hidden!(KeyRing, Cadre, Unlocked);

impl Unlocked {
    /// The key of the store.
    pub fn key(&self) -> &StoreKey {
        &self.key
    }

    /// Who unlocked it.
    pub fn cadre(&self) -> ActorId {
        self.cadre
    }
}

/// What was read from the file, to be changed and written again.
struct Held {
    ring: Ring,
    recovery: SealedKey,
}

impl KeyRing {
    /// The cadres, in the order in which they were added: the lock screen shows them before any PIN is typed.
    ///
    /// # Errors
    /// One of [`AccessError`] on reading.
    pub fn cadres(&self) -> Result<Vec<Cadre>, AccessError> {
        let _turn = self.turn();
        let entries = self.read()?.ring.entries;
        Ok(entries.into_iter().map(|entry| Cadre { id: ActorId(entry.id), name: entry.name }).collect())
    }

    fn turn(&self) -> MutexGuard<'_, ()> {
        // What a thread that panicked wrote is whole: it is one file that takes the place of another.
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self) -> Result<Held, AccessError> {
        let envelope = Envelope::read(&read(&self.path)?)?;
        let ring = envelope.unseal(&*self.seal)?;
        Ok(Held { ring, recovery: envelope.into_recovery() })
    }

    fn write(&self, held: &Held) -> Result<(), AccessError> {
        let bytes = Envelope::new(&held.ring, held.recovery.clone(), &*self.seal)?.bytes()?;
        Ok(replace(&mut RealDisk, &self.path, &bytes)?)
    }

    fn unlocked(ring: &Ring, cadre: ActorId, key: StoreKey) -> Unlocked {
        Unlocked { key, ring: ring.id, cadre }
    }
}
