//! The ring of keys as Kotlin calls it. What tests call fails by panicking.
#![cfg(feature = "sqlcipher")]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::PathBuf;
use std::sync::Arc;

use siklus_ffi::{
    ClocksRequest, DeviceSeal, InvalidRule, KeyRing, MomentRequest, NewRingView, PinCost, PinFault, SealError, Siklus, SiklusError,
    StateRule, create_key_ring, restore_key_ring,
};

const LEAST: PinCost = PinCost { memory_kib: 32 * 1024, passes: 2 };
const NOW: ClocksRequest = ClocksRequest { unix_ms: 1_772_416_800_000, since_boot_ms: None };

/// A keystore with a key of one byte.
struct Keystore(u8);

impl DeviceSeal for Keystore {
    fn seal(&self, bytes: Vec<u8>) -> Result<Vec<u8>, SealError> {
        Ok([vec![self.0], bytes].concat())
    }

    fn unseal(&self, sealed: Vec<u8>) -> Result<Vec<u8>, SealError> {
        match sealed.split_first() {
            Some((0, _)) => Err(SealError::Unavailable),
            Some((key, bytes)) if *key == self.0 => Ok(bytes.to_vec()),
            _ => Err(SealError::Refused),
        }
    }
}

/// A folder of its own, removed at the end of the test.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("siklus-ffi-ring-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn ring(&self, keystore: u8) -> NewRingView {
        create_key_ring(&self.file("k"), seal(keystore), "Bu Sari", pin("482913"), LEAST, NOW).ok().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn seal(keystore: u8) -> Arc<dyn DeviceSeal> {
    Arc::new(Keystore(keystore))
}

fn pin(digits: &str) -> Vec<u8> {
    digits.as_bytes().to_vec()
}

#[test]
fn a_store_is_made_and_opened_with_the_key_of_a_ring() {
    let folder = Folder::new("store");
    let new = folder.ring(7);
    let moment = MomentRequest { unix_ms: NOW.unix_ms, utc_offset_min: 420 };
    Siklus::create_with(&folder.file("s.db"), &new.key, None, moment).unwrap().shut().unwrap();
    let ring = KeyRing::open(&folder.file("k"), seal(7)).unwrap();
    let tini = ring.add(&new.key, "Bu Tini", pin("305172"), NOW).unwrap();
    let key = ring.unlock(&tini, pin("305172"), NOW).unwrap();
    assert_eq!(key.cadre(), tini);
    Siklus::open_with(&folder.file("s.db"), &key, None).unwrap().shut().unwrap();
    let names: Vec<String> = ring.cadres().unwrap().into_iter().map(|cadre| cadre.name).collect();
    assert_eq!(names, ["Bu Sari", "Bu Tini"]);
}

#[test]
fn a_key_that_was_wiped_opens_and_changes_nothing() {
    let folder = Folder::new("wiped");
    let new = folder.ring(7);
    new.key.wipe();
    new.key.wipe();
    assert_eq!(Siklus::open_with(&folder.file("s.db"), &new.key, None).err(), Some(SiklusError::Closed));
    assert_eq!(new.ring.renew_code(&new.key).err(), Some(SiklusError::Closed));
}

#[test]
fn errors_are_those_on_which_an_app_acts() {
    let folder = Folder::new("errors");
    let new = folder.ring(7);
    let (ring, cadre) = (&new.ring, new.key.cadre());
    assert_eq!(ring.unlock(&cadre, pin("999998"), NOW).err(), Some(SiklusError::WrongPin { tries_left: 4, wait_s: 0 }));
    let reason = PinFault::NotSixDigits;
    assert_eq!(ring.unlock(&cadre, pin("1234"), NOW).err(), Some(SiklusError::WeakPin { reason }));
    let reason = PinFault::Row;
    assert_eq!(ring.change_pin(&cadre, pin("482913"), pin("123456"), NOW), Err(SiklusError::WeakPin { reason }));
    assert_eq!(ring.remove(&new.key, &cadre), Err(SiklusError::State { rule: StateRule::LastCadre }));
    assert_eq!(ring.wait_s("nobody", NOW), Err(SiklusError::NotFound { what: "cadre".into() }));
    assert_eq!(ring.recover("ABCD", &cadre, pin("640258")).err(), Some(SiklusError::WrongRecoveryCode { mistyped: true }));
    let code = ring.renew_code(&new.key).unwrap();
    assert_eq!(ring.recover(&new.code, &cadre, pin("640258")).err(), Some(SiklusError::WrongRecoveryCode { mistyped: false }));
    assert!(ring.recover(&code, &cadre, pin("640258")).is_ok());
    let cost = PinCost { memory_kib: 8, passes: 1 };
    match create_key_ring(&folder.file("x"), seal(7), "Bu Sari", pin("482913"), cost, NOW).err() {
        Some(SiklusError::InvalidInput { fields }) => assert_eq!((&*fields[0].field, fields[0].rule), ("cost", InvalidRule::OutOfRange)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_ring_that_the_keystore_does_not_know_is_made_again_with_the_code() {
    let folder = Folder::new("restore");
    let new = folder.ring(7);
    assert_eq!(KeyRing::open(&folder.file("k"), seal(8)).err(), Some(SiklusError::RingDamaged));
    let restored = restore_key_ring(&folder.file("k"), seal(8), &new.code, "Bu Sari", pin("640258"), LEAST, NOW).ok().unwrap();
    assert_eq!(restored.code, new.code);
    let ring = KeyRing::open(&folder.file("k"), seal(8)).unwrap();
    assert!(ring.unlock(&restored.key.cadre(), pin("640258"), NOW).is_ok());
    assert_eq!(KeyRing::open(&folder.file("none"), seal(8)).err(), Some(SiklusError::NotFound { what: "key_ring".into() }));
}

#[test]
fn a_keystore_that_does_not_answer_is_told_apart() {
    let folder = Folder::new("seal");
    folder.ring(0);
    assert_eq!(KeyRing::open(&folder.file("k"), seal(0)).err(), Some(SiklusError::SealFailed));
}
