//! The platform's keystore.

use thiserror::Error;

/// The seal that only this phone can open, as a key in the `AndroidKeyStore` makes it. It lies around the whole ring.
pub trait DeviceSeal: Send + Sync {
    /// Seals bytes so that they cannot be read or changed unseen without this phone.
    ///
    /// # Errors
    /// [`SealFault::Unavailable`] when the keystore does not answer.
    fn seal(&self, bytes: &[u8]) -> Result<Vec<u8>, SealFault>;

    /// Opens what [`DeviceSeal::seal`] gave.
    ///
    /// # Errors
    /// [`SealFault::Refused`] when it is not that or the key is gone for good, [`SealFault::Unavailable`] when the keystore does not answer.
    fn unseal(&self, sealed: &[u8]) -> Result<Vec<u8>, SealFault>;
}

/// Why a keystore did not seal or unseal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SealFault {
    /// The bytes are not what it sealed, or it has lost its key. Trying again does not help.
    #[error("the keystore does not know these bytes")]
    Refused,
    /// It does not answer now.
    #[error("the keystore does not answer")]
    Unavailable,
}
