//! What crosses beside PINs and codes.

use siklus_core::access::{Cadre, Cost, Now};

use super::faults::invalid;
use crate::error::{InvalidRule, SiklusError};
use crate::private::hide;

/// What the clocks say. The library reads none of them.
#[derive(Clone, Copy, Debug, uniffi::Record)]
pub struct ClocksRequest {
    /// The wall clock: milliseconds since 1970-01-01 00:00 UTC.
    pub unix_ms: i64,
    /// Milliseconds since the phone was started, sleep included; where they are told, setting the wall clock forward shortens no wait.
    pub since_boot_ms: Option<u64>,
}

/// What a check of a PIN costs whoever makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PinCost {
    /// Memory in units of 1,024 bytes, 32,768 to 131,072.
    pub memory_kib: u32,
    /// How often all of it is gone through, 2 to 256.
    pub passes: u32,
}

/// A cadre of the ring.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Debug)]
pub struct CadreView {
    /// Her id.
    pub id: String,
    /// How she is called.
    pub name: String,
}

hide!(CadreView);

impl ClocksRequest {
    pub(super) fn now(self) -> Now {
        Now { unix_ms: self.unix_ms, since_boot_ms: self.since_boot_ms }
    }
}

impl PinCost {
    pub(super) fn cost(self) -> Result<Cost, SiklusError> {
        let accepted = "32,768 to 131,072 KiB and 2 to 256 passes";
        Cost::new(self.memory_kib, self.passes).ok_or_else(|| invalid("cost", InvalidRule::OutOfRange, accepted))
    }
}

impl From<Cost> for PinCost {
    fn from(cost: Cost) -> Self {
        Self { memory_kib: cost.memory_kib(), passes: cost.passes() }
    }
}

impl From<Cadre> for CadreView {
    fn from(cadre: Cadre) -> Self {
        Self { id: cadre.id.to_string(), name: cadre.name }
    }
}
