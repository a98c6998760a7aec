//! What the tests of a ring share: a folder, a keystore, clocks, two cadres.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use uuid::Uuid;

use crate::access::{AccessError, Cost, DeviceSeal, KeyRing, NewRing, Newcomer, Now, Pin, SealFault, Unlocked};
use crate::store::ActorId;

pub const SARI: &str = "Bu Sari Contoh";
pub const TINI: &str = "Bu Tini Contoh";

/// A phone: a folder of its own, and a keystore.
pub struct Phone {
    folder: PathBuf,
    pub keystore: Keystore,
}

/// A keystore with a key of one byte: it hides what it seals, and knows its own.
#[derive(Clone)]
pub struct Keystore {
    key: u8,
    answers: Arc<AtomicBool>,
    seals_left: Arc<AtomicU32>,
}

impl DeviceSeal for Keystore {
    fn seal(&self, bytes: &[u8]) -> Result<Vec<u8>, SealFault> {
        self.answer()?;
        let left = self.seals_left.load(Ordering::Relaxed).checked_sub(1).ok_or(SealFault::Unavailable)?;
        self.seals_left.store(left, Ordering::Relaxed);
        Ok(std::iter::once(self.key).chain(bytes.iter().map(|byte| byte ^ self.key)).collect())
    }

    fn unseal(&self, sealed: &[u8]) -> Result<Vec<u8>, SealFault> {
        self.answer()?;
        let (_, hidden) = sealed.split_first().filter(|(key, _)| **key == self.key).ok_or(SealFault::Refused)?;
        Ok(hidden.iter().map(|byte| byte ^ self.key).collect())
    }
}

impl Keystore {
    pub fn with_key(key: u8) -> Self {
        Self { key, answers: Arc::new(AtomicBool::new(true)), seals_left: Arc::new(AtomicU32::new(u32::MAX)) }
    }

    pub fn set_answers(&self, answers: bool) {
        self.answers.store(answers, Ordering::Relaxed);
    }

    /// After so many seals it seals nothing more, as if the app were killed then.
    pub fn set_seals_left(&self, count: u32) {
        self.seals_left.store(count, Ordering::Relaxed);
    }

    fn answer(&self) -> Result<(), SealFault> {
        self.answers.load(Ordering::Relaxed).then_some(()).ok_or(SealFault::Unavailable)
    }
}

impl Phone {
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("siklus-ring-{}", Uuid::new_v4()));
        fs::create_dir(&folder).unwrap();
        Self { folder, keystore: Keystore::with_key(0x5a) }
    }

    pub fn file(&self) -> PathBuf {
        self.folder.join("kunci")
    }

    /// A ring of Sari alone.
    pub fn ring(&self) -> NewRing {
        KeyRing::create(&self.file(), self.seal(), sari(), Cost::CHEAP, at(0)).unwrap()
    }

    pub fn open(&self) -> Result<KeyRing, AccessError> {
        KeyRing::open(&self.file(), self.seal())
    }

    pub fn seal(&self) -> Box<dyn DeviceSeal> {
        Box::new(self.keystore.clone())
    }

    /// All files with their bytes, by name.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap());
        let mut files: Vec<_> = entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect();
        files.sort();
        files
    }
}

impl Drop for Phone {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// So many seconds after 2 March 2026, 17:00 in western Indonesia.
pub fn at(seconds: i64) -> Now {
    Now { unix_ms: 1_772_445_600_000 + 1_000 * seconds, since_boot_ms: None }
}

pub fn pin(digits: &str) -> Pin {
    Pin::read(digits.as_bytes()).unwrap()
}

/// A cadre with a PIN that is never dropped: tests have few.
pub fn newcomer(name: &'static str, digits: &str) -> Newcomer<'static> {
    Newcomer { name, pin: Box::leak(Box::new(pin(digits))) }
}

pub fn sari() -> Newcomer<'static> {
    newcomer(SARI, "482913")
}

/// Adds Tini, with the PIN 305172.
pub fn add_tini(ring: &KeyRing, by: &Unlocked) -> ActorId {
    ring.add(by, newcomer(TINI, "305172"), at(1)).unwrap()
}

pub fn names(ring: &KeyRing) -> Vec<String> {
    ring.cadres().unwrap().into_iter().map(|cadre| cadre.name).collect()
}

/// Tries a wrong PIN so many times: five at most, then it must wait.
pub fn wrong_pins(ring: &KeyRing, cadre: ActorId, count: u32, now: Now) {
    for _ in 0..count {
        assert!(matches!(ring.unlock(cadre, &pin("999998"), now), Err(AccessError::WrongPin { .. })));
    }
}
