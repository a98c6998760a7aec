//! A PIN is tried.

use super::{Held, KeyRing, Unlocked};
use crate::access::{AccessError, Now, Pin};
use crate::store::{ActorId, StoreKey};

impl KeyRing {
    /// The seconds for which the next PIN of a cadre must wait: 0 to 3,600. Asked once, an app counts them down by itself.
    ///
    /// # Errors
    /// [`AccessError::UnknownCadre`]; and on reading.
    pub fn wait_s(&self, cadre: ActorId, now: Now) -> Result<u32, AccessError> {
        let _turn = self.turn();
        let mut held = self.read()?;
        let tries = &mut held.ring.entry(cadre)?.tries;
        let before = *tries;
        let seconds = tries.wait_s(now);
        // A clock that was set back begins the wait again, and that must last: otherwise it would never end.
        if *tries != before {
            self.write(&held)?;
        }
        Ok(seconds)
    }

    /// Unlocks the key of the store with a cadre's PIN. Takes as long as the ring was calibrated for.
    ///
    /// The try is on the disk before the PIN is looked at: whoever ends the app in between has used it up. A right PIN makes the tries
    /// before it forgotten, those of this cadre alone: otherwise a cadre could try the PIN of another one without end, with her own now and
    /// then in between.
    ///
    /// # Errors
    /// [`AccessError::WrongPin`], [`AccessError::MustWait`], [`AccessError::UnknownCadre`]; and on reading and writing. Without room on the
    /// disk no PIN is tried.
    pub fn unlock(&self, cadre: ActorId, pin: &Pin, now: Now) -> Result<Unlocked, AccessError> {
        let _turn = self.turn();
        let mut held = self.read()?;
        let key = self.try_pin(&mut held, cadre, pin, now)?;
        // The key is right even when this is not written; the tries then count once more.
        let _ = self.write(&held);
        Ok(Self::unlocked(&held.ring, cadre, key))
    }

    /// Looks at a PIN, after its try was counted. The tries that a right one makes forgotten are not written yet.
    pub(super) fn try_pin(&self, held: &mut Held, cadre: ActorId, pin: &Pin, now: Now) -> Result<StoreKey, AccessError> {
        let place = held.ring.place_of(cadre);
        let tries = &mut held.ring.entry(cadre)?.tries;
        let before = *tries;
        let counted = tries.count(now);
        if *tries != before {
            self.write(held)?;
        }
        counted?;
        let entry = held.ring.entry(cadre)?;
        let key = entry.key.open(pin.digits(), &place)?.ok_or_else(|| entry.tries.wrong_pin())?;
        entry.tries = Default::default();
        Ok(key)
    }
}
