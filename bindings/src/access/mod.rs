//! The ring of keys beside the store.

mod faults;
mod key_ring;
mod making;
mod records;
mod seal;
mod unlocked;

pub use key_ring::KeyRing;
pub use making::{NewRingView, calibrate_pin_cost, check_new_pin, create_key_ring, restore_key_ring};
pub use records::{CadreView, ClocksRequest, PinCost};
pub use seal::{DeviceSeal, SealError};
pub use unlocked::UnlockedKey;
