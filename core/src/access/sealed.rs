//! The key of the store, sealed by a secret.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{AccessError, Cost, random};
use crate::store::StoreKey;

const SALT_BYTES: usize = 16;
const NONCE_BYTES: usize = 24;

/// The key of the store, readable only with the secret that sealed it: XChaCha20-Poly1305 with a key that Argon2id makes of the secret.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SealedKey {
    cost: Cost,
    #[serde(with = "hex")]
    salt: [u8; SALT_BYTES],
    #[serde(with = "hex")]
    nonce: [u8; NONCE_BYTES],
    #[serde(with = "hex")]
    sealed: Vec<u8>,
}

impl SealedKey {
    /// Seals a key. It opens only where it is bound to, so that entries cannot be exchanged for each other.
    pub(super) fn seal(key: &StoreKey, secret: &[u8], cost: Cost, bound_to: &[u8]) -> Result<Self, AccessError> {
        let (salt, nonce) = (random::bytes()?, random::bytes()?);
        let payload = Payload { msg: key.bytes(), aad: bound_to };
        // Only a message of more than 256 GB is refused.
        let sealed = cipher(secret, &salt, cost)?.encrypt(&XNonce::from(nonce), payload).map_err(|_| AccessError::NoMemory)?;
        Ok(Self { cost, salt, nonce, sealed })
    }

    /// The key; none with another secret or in another place.
    pub(super) fn open(&self, secret: &[u8], bound_to: &[u8]) -> Result<Option<StoreKey>, AccessError> {
        let payload = Payload { msg: &self.sealed, aad: bound_to };
        let key = cipher(secret, &self.salt, self.cost)?.decrypt(&XNonce::from(self.nonce), payload);
        Ok(key.ok().map(Zeroizing::new).and_then(|key| StoreKey::from_slice(&key)))
    }
}

fn cipher(secret: &[u8], salt: &[u8], cost: Cost) -> Result<XChaCha20Poly1305, AccessError> {
    Ok(XChaCha20Poly1305::new((&*stretch(secret, salt, cost)?).into()))
}

/// The bytes that Argon2id makes of a secret. The memory that it went through is wiped: the result follows from its last block. A cost comes
/// from a file that anybody may have written, so one that no ring has is refused before memory is asked for.
pub(super) fn stretch(secret: &[u8], salt: &[u8], cost: Cost) -> Result<Zeroizing<[u8; 32]>, AccessError> {
    if !cost.is_bearable() {
        return Err(AccessError::Damaged);
    }
    let mut stretched = Zeroizing::new([0; 32]);
    let params = Params::new(cost.memory_kib(), cost.passes(), 1, Some(stretched.len())).map_err(|_| AccessError::Damaged)?;
    let mut memory = Zeroizing::new(Vec::new());
    memory.try_reserve_exact(params.block_count()).map_err(|_| AccessError::NoMemory)?;
    memory.resize(params.block_count(), Block::new());
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into_with_memory(secret, salt, &mut *stretched, memory.as_mut_slice()).map_err(|_| AccessError::Damaged)?;
    Ok(stretched)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> StoreKey {
        StoreKey::new([7; StoreKey::BYTES])
    }

    fn sealed() -> SealedKey {
        SealedKey::seal(&key(), b"482913", Cost::CHEAP, b"Sari").unwrap()
    }

    #[test]
    fn a_key_opens_with_its_secret_and_in_its_place_alone() {
        let sealed = sealed();
        assert_eq!(sealed.open(b"482913", b"Sari").unwrap().unwrap().bytes(), key().bytes());
        assert!(sealed.open(b"482914", b"Sari").unwrap().is_none());
        assert!(sealed.open(b"482913", b"Tini").unwrap().is_none());
    }

    #[test]
    fn each_sealing_has_a_salt_and_a_nonce_of_its_own() {
        let (one, other) = (sealed(), sealed());
        assert!(one.salt != other.salt && one.nonce != other.nonce && one.sealed != other.sealed);
    }

    #[test]
    fn a_changed_byte_does_not_open() {
        for place in 0..48 {
            let mut sealed = sealed();
            sealed.sealed[place] ^= 1;
            assert!(sealed.open(b"482913", b"Sari").unwrap().is_none(), "byte {place}");
        }
        let short = SealedKey { sealed: vec![1; 3], ..sealed() };
        assert!(short.open(b"482913", b"Sari").unwrap().is_none());
    }

    #[test]
    fn a_damaged_entry_does_not_take_all_memory() {
        let text = serde_json::to_string(&sealed()).unwrap();
        for (right, wrong) in [("\"memory_kib\":8", "\"memory_kib\":10000000"), ("\"passes\":1", "\"passes\":4000000000")] {
            let damaged: SealedKey = serde_json::from_str(&text.replace(right, wrong)).unwrap();
            assert_eq!(damaged.open(b"482913", b"Sari").err(), Some(AccessError::Damaged), "{wrong}");
        }
        let greedy: Cost = serde_json::from_str(r#"{"memory_kib":10000000,"passes":1}"#).unwrap();
        let sealing = SealedKey::seal(&key(), b"482913", greedy, b"Sari").err();
        assert_eq!(sealing, Some(AccessError::Damaged), "nor does what a damaged ring asks of new entries");
        let none: SealedKey = serde_json::from_str(&text.replace("\"passes\":1", "\"passes\":0")).unwrap();
        assert_eq!(none.open(b"482913", b"Sari").err(), Some(AccessError::Damaged));
    }

    /// As OpenSSL's Argon2id has it.
    #[test]
    fn stretching_is_argon2id() {
        let cost: Cost = serde_json::from_str(r#"{"memory_kib":64,"passes":2}"#).unwrap();
        let stretched = stretch(b"482913", b"0123456789abcdef", cost).unwrap();
        assert_eq!(hex::encode(stretched.as_slice()), "fc60f41eaeac4687096adc5f901478d253b78bb2f231387b41454f39632fc6c5");
    }
}
