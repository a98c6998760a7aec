//! PINs and cadres change. The key of the store never does.

use super::{Held, KeyRing, Newcomer, Unlocked};
use crate::access::ring::{Ring, open_by_code, seal_for_recovery};
use crate::access::sealed::SealedKey;
use crate::access::tries::Tries;
use crate::access::{AccessError, Now, Pin, RecoveryCode};
use crate::store::{ActorId, StoreKey};

impl KeyRing {
    /// Gives a cadre another PIN. The old one is tried as in [`KeyRing::unlock`].
    ///
    /// # Errors
    /// Those of [`KeyRing::unlock`], and [`AccessError::Pin`] when the new one cannot be taken; the old one then stays and was not tried.
    pub fn change_pin(&self, cadre: ActorId, old: &Pin, new: &Pin, now: Now) -> Result<(), AccessError> {
        let _turn = self.turn();
        new.may_be_chosen()?;
        let mut held = self.read()?;
        let key = self.try_pin(&mut held, cadre, old, now)?;
        held.ring.set_pin(cadre, new, &key)?;
        self.write(&held)
    }

    /// Adds a cadre; whoever has unlocked the ring may do it.
    ///
    /// # Errors
    /// [`AccessError::Pin`], [`AccessError::InvalidName`], [`AccessError::OtherRing`]; and on reading and writing.
    pub fn add(&self, by: &Unlocked, newcomer: Newcomer<'_>, now: Now) -> Result<ActorId, AccessError> {
        self.change(by, |held| held.ring.admit(newcomer, &by.key, now))
    }

    /// Takes a cadre out. The key of the store stays the same: what is locked out is her PIN, not a key that somebody copied.
    ///
    /// # Errors
    /// [`AccessError::LastCadre`], [`AccessError::UnknownCadre`], [`AccessError::OtherRing`]; and on reading and writing.
    pub fn remove(&self, by: &Unlocked, cadre: ActorId) -> Result<(), AccessError> {
        self.change(by, |held| {
            held.ring.entry(cadre)?;
            if held.ring.entries.len() == 1 {
                return Err(AccessError::LastCadre);
            }
            held.ring.entries.retain(|entry| entry.id != cadre.0);
            Ok(())
        })
    }

    /// Gives a cadre who forgot her PIN a new one, with the recovery code, and unlocks the key. Her wait, if there is one, is over. The code
    /// stays as it is.
    ///
    /// # Errors
    /// [`AccessError::WrongCode`], [`AccessError::Pin`], [`AccessError::UnknownCadre`]; and on reading and writing.
    pub fn recover(&self, code: &RecoveryCode, cadre: ActorId, new: &Pin) -> Result<Unlocked, AccessError> {
        let _turn = self.turn();
        new.may_be_chosen()?;
        let mut held = self.read()?;
        let key = open_by_code(&held.recovery, code)?;
        held.ring.set_pin(cadre, new, &key)?;
        self.write(&held)?;
        Ok(Self::unlocked(&held.ring, cadre, key))
    }

    /// Makes a new recovery code, to be shown now. The one before opens nothing any more.
    ///
    /// # Errors
    /// [`AccessError::OtherRing`]; and on reading and writing.
    pub fn renew_code(&self, by: &Unlocked) -> Result<RecoveryCode, AccessError> {
        let code = RecoveryCode::random()?;
        self.change(by, |held| {
            held.recovery = seal_for_recovery(&by.key, &code, held.ring.cost)?;
            Ok(())
        })?;
        Ok(code)
    }

    fn change<T>(&self, by: &Unlocked, change: impl FnOnce(&mut Held) -> Result<T, AccessError>) -> Result<T, AccessError> {
        let _turn = self.turn();
        let mut held = self.read()?;
        if held.ring.id != by.ring {
            return Err(AccessError::OtherRing);
        }
        // Somebody who was taken out meanwhile changes nothing more.
        held.ring.entry(by.cadre)?;
        let done = change(&mut held)?;
        self.write(&held)?;
        Ok(done)
    }
}

impl Ring {
    fn set_pin(&mut self, cadre: ActorId, pin: &Pin, key: &StoreKey) -> Result<(), AccessError> {
        let (place, cost) = (self.place_of(cadre), self.cost);
        let entry = self.entry(cadre)?;
        entry.key = SealedKey::seal(key, pin.digits(), cost, &place)?;
        entry.tries = Tries::default();
        Ok(())
    }
}
