//! The key of a store.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::hidden::hidden;

/// The 32 bytes that a store is encrypted with, as the ring of keys or the platform's keystore unwraps them. Wiped from memory when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct StoreKey([u8; Self::BYTES]);

hidden!(StoreKey);

impl StoreKey {
    /// How many bytes a key has.
    pub const BYTES: usize = 32;

    /// The key of these bytes. They must come from a secure random source: a store spends no time on stretching them.
    pub fn new(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }

    /// The key of a slice; none when it is not 32 bytes long.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        <[u8; Self::BYTES]>::try_from(bytes).ok().map(Self)
    }

    /// The bytes, to be sealed.
    #[cfg(feature = "access")]
    pub(crate) fn bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }

    /// How SQLCipher takes a raw key: `x'..'` in hexadecimal digits.
    pub(super) fn as_pragma(&self) -> Zeroizing<String> {
        const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        let digit = |half: u8| DIGITS.get(usize::from(half)).copied().unwrap_or_default();
        // Room for all of it at once, so that no shorter copy is left behind.
        let mut text = Zeroizing::new(String::with_capacity(3 + 2 * Self::BYTES));
        text.push_str("x'");
        for byte in self.0 {
            text.push(digit(byte >> 4));
            text.push(digit(byte & 0xf));
        }
        text.push('\'');
        text
    }

    /// What tells this key from another one without telling the key.
    pub(super) fn mark(&self, salt: &[u8]) -> [u8; 32] {
        self.hmac(salt).map(|mac| mac.finalize().into_bytes().into()).unwrap_or_default()
    }

    /// Whether a mark is that of this key, in a time that does not depend on where they differ.
    pub(super) fn has_mark(&self, salt: &[u8], mark: &[u8]) -> bool {
        self.hmac(salt).is_some_and(|mac| mac.verify_slice(mark).is_ok())
    }

    fn hmac(&self, salt: &[u8]) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).ok()?;
        mac.update(b"siklus store key");
        mac.update(salt);
        Some(mac)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_as_hexadecimal_digits() {
        let mut bytes = [0; StoreKey::BYTES];
        bytes[0] = 0x0f;
        bytes[31] = 0xa0;
        let text = StoreKey::new(bytes).as_pragma();
        assert_eq!(*text, format!("x'0f{}a0'", "00".repeat(30)));
    }

    #[test]
    fn a_mark_is_that_of_one_key_and_one_salt() {
        let key = StoreKey::new([7; StoreKey::BYTES]);
        let mark = key.mark(b"salt");
        assert!(key.has_mark(b"salt", &mark));
        assert!(!key.has_mark(b"other", &mark));
        assert!(!StoreKey::new([8; StoreKey::BYTES]).has_mark(b"salt", &mark));
        assert!(!key.has_mark(b"salt", &mark[..31]));
    }

    #[test]
    fn debug_output_hides_the_key() {
        assert_eq!(format!("{:?}", StoreKey::new([65; StoreKey::BYTES])), "StoreKey(hidden)");
    }

    #[test]
    fn a_key_has_32_bytes() {
        assert!(StoreKey::from_slice(&[1; 32]).is_some());
        assert!(StoreKey::from_slice(&[1; 31]).is_none());
        assert!(StoreKey::from_slice(&[1; 33]).is_none());
    }
}
