//! What goes wrong with a ring, as Kotlin sees it. Every variant of the core is decided here.

use siklus_core::access::{AccessError, PinFault as CoreFault};

use crate::error::{InvalidField, InvalidRule, PinFault, SiklusError, StateRule};

impl From<AccessError> for SiklusError {
    fn from(error: AccessError) -> Self {
        match error {
            AccessError::NotFound => not_found("key_ring"),
            AccessError::UnknownCadre => not_found("cadre"),
            AccessError::AlreadyThere => Self::AlreadyThere,
            AccessError::WrongPin { tries_left, wait_s } => Self::WrongPin { tries_left, wait_s },
            AccessError::MustWait { seconds } => Self::MustWait { seconds },
            AccessError::Pin(reason) => Self::WeakPin { reason: reason.into() },
            AccessError::MistypedCode => Self::WrongRecoveryCode { mistyped: true },
            AccessError::WrongCode => Self::WrongRecoveryCode { mistyped: false },
            AccessError::InvalidName => invalid("name", InvalidRule::Pattern, "1 to 80 letters"),
            AccessError::LastCadre => Self::State { rule: StateRule::LastCadre },
            AccessError::OtherRing => Self::WrongKey,
            AccessError::Damaged => Self::RingDamaged,
            AccessError::Newer { found, known } => Self::NewerSchema { found, known },
            AccessError::SealUnavailable => Self::SealFailed,
            AccessError::ReadOnly => Self::ReadOnly,
            AccessError::NoSpace => Self::NoSpace,
            error @ (AccessError::NoMemory | AccessError::Io(_)) => Self::Unexpected { reason: error.to_string() },
        }
    }
}

impl From<CoreFault> for PinFault {
    fn from(fault: CoreFault) -> Self {
        match fault {
            CoreFault::NotSixDigits => Self::NotSixDigits,
            CoreFault::SameDigit => Self::SameDigit,
            CoreFault::Row => Self::Row,
            CoreFault::Repeated => Self::Repeated,
            CoreFault::MuchUsed => Self::MuchUsed,
        }
    }
}

/// A text that is no id is the id of nobody.
pub(super) fn no_cadre() -> SiklusError {
    not_found("cadre")
}

pub(super) fn invalid(field: &str, rule: InvalidRule, accepted: &str) -> SiklusError {
    SiklusError::InvalidInput { fields: vec![InvalidField { field: field.to_owned(), rule, accepted: accepted.to_owned() }] }
}

fn not_found(what: &str) -> SiklusError {
    SiklusError::NotFound { what: what.to_owned() }
}
