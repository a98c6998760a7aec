//! The keystore of the phone, which Kotlin has.

use std::sync::Arc;

use siklus_core::access::SealFault;

/// The seal that only this phone can open.
#[uniffi::export(foreign)]
pub trait DeviceSeal: Send + Sync {
    /// Seals bytes so that they cannot be read or changed unseen without this phone.
    fn seal(&self, bytes: Vec<u8>) -> Result<Vec<u8>, SealError>;

    /// Opens what `seal` gave.
    fn unseal(&self, sealed: Vec<u8>) -> Result<Vec<u8>, SealError>;
}

/// Why a keystore did not seal or unseal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum SealError {
    /// The bytes are not what it sealed, or it has lost its key: trying again does not help.
    #[error("the keystore does not know these bytes")]
    Refused,
    /// It does not answer now.
    #[error("the keystore does not answer")]
    Unavailable,
}

/// Kotlin threw something else.
impl From<uniffi::UnexpectedUniFFICallbackError> for SealError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Unavailable
    }
}

/// As the core wants it.
pub(super) struct KotlinSeal(pub Arc<dyn DeviceSeal>);

impl siklus_core::access::DeviceSeal for KotlinSeal {
    fn seal(&self, bytes: &[u8]) -> Result<Vec<u8>, SealFault> {
        Ok(self.0.seal(bytes.to_vec())?)
    }

    fn unseal(&self, sealed: &[u8]) -> Result<Vec<u8>, SealFault> {
        Ok(self.0.unseal(sealed.to_vec())?)
    }
}

impl From<SealError> for SealFault {
    fn from(error: SealError) -> Self {
        match error {
            SealError::Refused => Self::Refused,
            SealError::Unavailable => Self::Unavailable,
        }
    }
}
