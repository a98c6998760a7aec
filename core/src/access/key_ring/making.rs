//! A ring is made, opened, or made again with the recovery code.

use std::path::Path;
use std::sync::Mutex;

use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Held, KeyRing, Unlocked};
use crate::access::file::{RealDisk, read, replace};
use crate::access::ring::{Entry, Envelope, Ring, open_by_code, seal_for_recovery};
use crate::access::sealed::SealedKey;
use crate::access::tries::Tries;
use crate::access::{AccessError, Cost, DeviceSeal, Now, Pin, RecoveryCode, random};
use crate::hidden::hidden;
use crate::store::files::beside;
use crate::store::row::new_id;
use crate::store::{ActorId, Moment, StoreKey};

/// The most letters of a cadre's name.
const MOST_LETTERS: usize = 80;

/// A cadre who comes into a ring.
#[derive(Clone, Copy)]
pub struct Newcomer<'a> {
    /// How she is called: up to 80 letters.
    pub name: &'a str,
    /// The PIN that she chose.
    pub pin: &'a Pin,
}

/// A ring that was made.
pub struct NewRing {
    /// The ring.
    pub ring: KeyRing,
    /// The key of the store, in the hand of its first cadre.
    pub unlocked: Unlocked,
    /// To be shown now: it is kept nowhere.
    pub code: RecoveryCode,
}

hidden!(NewRing);

impl std::fmt::Debug for Newcomer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Newcomer(hidden)")
    }
}

impl KeyRing {
    /// Makes a ring with a new random key for a store and its first cadre. The store is made with this key afterwards.
    ///
    /// `cost` is kept with the ring, for every PIN that is set in it.
    ///
    /// # Errors
    /// [`AccessError::AlreadyThere`], [`AccessError::Pin`], [`AccessError::InvalidName`]; and on writing.
    pub fn create(path: &Path, seal: Box<dyn DeviceSeal>, first: Newcomer<'_>, cost: Cost, now: Now) -> Result<NewRing, AccessError> {
        if path.exists() {
            return Err(AccessError::AlreadyThere);
        }
        let (key, code) = (StoreKey::new(*Zeroizing::new(random::bytes()?)), RecoveryCode::random()?);
        let recovery = seal_for_recovery(&key, &code, cost)?;
        let (ring, cadre) = Ring::of_one(first, &key, cost, now)?;
        let unlocked = Self::unlocked(&ring, cadre, key);
        Ok(NewRing { ring: Self::make(path, seal, &Held { ring, recovery })?, unlocked, code })
    }

    /// Opens a ring, which unlocks nothing.
    ///
    /// # Errors
    /// [`AccessError::NotFound`], [`AccessError::Damaged`], [`AccessError::Newer`], [`AccessError::SealUnavailable`]; no byte changes.
    pub fn open(path: &Path, seal: Box<dyn DeviceSeal>) -> Result<Self, AccessError> {
        let ring = Self { path: path.into(), seal, turn: Mutex::new(()) };
        ring.read()?;
        Ok(ring)
    }

    /// Makes a ring again that the keystore of this phone does not open, with the recovery code: after the keystore lost its key, or on
    /// another phone. It has the same store key, the same recovery code and one cadre, with a new id; the others are added again. The old
    /// file is kept beside it, as `NAME.replaced`.
    ///
    /// # Errors
    /// [`AccessError::AlreadyThere`] when the ring opens: [`KeyRing::recover`] does it then. [`AccessError::WrongCode`],
    /// [`AccessError::Damaged`] when the part for the code is damaged too, and those of [`KeyRing::create`].
    pub fn restore(
        path: &Path,
        seal: Box<dyn DeviceSeal>,
        code: &RecoveryCode,
        first: Newcomer<'_>,
        cost: Cost,
        now: Now,
    ) -> Result<(Self, Unlocked), AccessError> {
        let bytes = read(path)?;
        let envelope = Envelope::read(&bytes)?;
        match envelope.unseal(&*seal) {
            Err(AccessError::Damaged) => {}
            Err(error) => return Err(error),
            Ok(_) => return Err(AccessError::AlreadyThere),
        }
        let recovery = envelope.into_recovery();
        let key = open_by_code(&recovery, code)?;
        let (ring, cadre) = Ring::of_one(first, &key, cost, now)?;
        let unlocked = Self::unlocked(&ring, cadre, key);
        replace(&mut RealDisk, &beside(path, ".replaced"), &bytes)?;
        Ok((Self::make(path, seal, &Held { ring, recovery })?, unlocked))
    }

    fn make(path: &Path, seal: Box<dyn DeviceSeal>, held: &Held) -> Result<Self, AccessError> {
        let ring = Self { path: path.into(), seal, turn: Mutex::new(()) };
        ring.write(held)?;
        Ok(ring)
    }
}

impl Ring {
    fn of_one(first: Newcomer<'_>, key: &StoreKey, cost: Cost, now: Now) -> Result<(Self, ActorId), AccessError> {
        let mut ring = Self { id: Uuid::new_v4(), cost, entries: Vec::new() };
        let cadre = ring.admit(first, key, now)?;
        Ok((ring, cadre))
    }

    /// Gives somebody an entry of her own.
    pub(super) fn admit(&mut self, newcomer: Newcomer<'_>, key: &StoreKey, now: Now) -> Result<ActorId, AccessError> {
        newcomer.pin.may_be_chosen()?;
        let name = name(newcomer.name)?;
        let cadre = ActorId(new_id(Moment { unix_ms: now.unix_ms, utc_offset_min: 0 }));
        let key = SealedKey::seal(key, newcomer.pin.digits(), self.cost, &self.place_of(cadre))?;
        self.entries.push(Entry { id: cadre.0, name, key, tries: Tries::default() });
        Ok(cadre)
    }
}

/// A name without spaces around it and with single ones in it.
fn name(typed: &str) -> Result<String, AccessError> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_good = (1..=MOST_LETTERS).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    is_good.then_some(name).ok_or(AccessError::InvalidName)
}
