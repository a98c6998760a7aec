//! An open store.

use std::path::Path;
use std::sync::Arc;

use siklus_core::store::{Options, StoreKey, Verification};
use siklus_core::visit;
use zeroize::Zeroizing;

use super::author::MomentRequest;
use crate::access::UnlockedKey;
use crate::error::{InvalidField, InvalidRule, SiklusError};
use crate::pack;

/// An open store with the rule pack that is built in. It may be used from any thread.
#[derive(uniffi::Object)]
pub struct Siklus {
    pub(super) core: visit::Siklus,
}

/// What a look through the whole file found.
#[derive(Clone, Debug, uniffi::Record)]
pub struct VerificationView {
    /// Whether nothing is wrong.
    pub whole: bool,
    /// Faults of pages that cannot be authenticated.
    pub damaged_pages: u64,
    /// Faults of tables, indexes and references between rows.
    pub damaged_tables: u64,
    /// Rows whose hash does not follow from the row and the hash before it.
    pub broken_links: u64,
    /// How many rows were looked at.
    pub rows: u64,
}

#[uniffi::export]
impl Siklus {
    /// Makes a new store at a place where nothing lies, and opens it.
    #[uniffi::constructor]
    pub fn create(path: &str, key: Vec<u8>, max_pages: Option<u32>, moment: MomentRequest) -> Result<Arc<Self>, SiklusError> {
        let key = read_key(key)?;
        let core = visit::Siklus::create(Path::new(path), &key, options(max_pages), moment.moment(), pack::embedded()?)?;
        Ok(Arc::new(Self { core }))
    }

    /// Opens a store.
    #[uniffi::constructor]
    pub fn open(path: &str, key: Vec<u8>, max_pages: Option<u32>) -> Result<Arc<Self>, SiklusError> {
        let key = read_key(key)?;
        let core = visit::Siklus::open(Path::new(path), &key, options(max_pages), pack::embedded()?)?;
        Ok(Arc::new(Self { core }))
    }

    /// As `create`, with a key of the ring.
    #[uniffi::constructor]
    pub fn create_with(path: &str, key: &UnlockedKey, max_pages: Option<u32>, moment: MomentRequest) -> Result<Arc<Self>, SiklusError> {
        let pack = pack::embedded()?;
        let (path, options) = (Path::new(path), options(max_pages));
        let core = key.lend(|unlocked| Ok(visit::Siklus::create(path, unlocked.key(), options, moment.moment(), pack)?))?;
        Ok(Arc::new(Self { core }))
    }

    /// As `open`, with a key of the ring.
    #[uniffi::constructor]
    pub fn open_with(path: &str, key: &UnlockedKey, max_pages: Option<u32>) -> Result<Arc<Self>, SiklusError> {
        let pack = pack::embedded()?;
        let core = key.lend(|unlocked| Ok(visit::Siklus::open(Path::new(path), unlocked.key(), options(max_pages), pack)?))?;
        Ok(Arc::new(Self { core }))
    }

    /// Closes the file. Every later call says that it is closed.
    pub fn shut(&self) -> Result<(), SiklusError> {
        Ok(self.core.close()?)
    }

    /// Looks through the whole file.
    pub fn verify(&self) -> Result<VerificationView, SiklusError> {
        Ok(self.core.store().verify()?.into())
    }

    /// Whether damage was found since it was opened, so that it can only be read.
    pub fn is_damaged(&self) -> bool {
        self.core.store().is_damaged()
    }
}

impl From<Verification> for VerificationView {
    fn from(found: Verification) -> Self {
        Self {
            whole: found.is_whole(),
            damaged_pages: found.damaged_pages,
            damaged_tables: found.damaged_tables,
            broken_links: found.broken_links,
            rows: found.rows,
        }
    }
}

/// The bytes that came over are wiped, whatever becomes of them.
fn read_key(bytes: Vec<u8>) -> Result<StoreKey, SiklusError> {
    StoreKey::from_slice(&Zeroizing::new(bytes)).ok_or_else(|| {
        let accepted = format!("{} bytes", StoreKey::BYTES);
        SiklusError::InvalidInput { fields: vec![InvalidField { field: "key".to_owned(), rule: InvalidRule::OutOfRange, accepted }] }
    })
}

fn options(max_pages: Option<u32>) -> Options {
    Options { max_pages, ..Options::default() }
}
