//! An open store with the pack of today, and the packs of visits that were opened with another one.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::VisitError;
use super::open_form::OpenForm;
use crate::hidden::hidden;
use crate::pack::Pack;
use crate::store::{Moment, Options, Store, StoreError, StoreKey};

/// An open store with the pack by which new visits are judged. Its calls may come from any thread.
pub struct Siklus {
    pub(super) store: Store,
    pack: Arc<Pack>,
    /// By their hashes. A visit keeps the pack with which it was opened.
    others: Mutex<HashMap<[u8; 32], Arc<Pack>>>,
    turn: Mutex<()>,
    pub(super) open_form: Mutex<Option<OpenForm>>,
}

hidden!(Siklus);

impl Siklus {
    /// Makes a new store at a place where nothing lies, and opens it.
    ///
    /// # Errors
    /// As [`Store::create`].
    pub fn create(path: &Path, key: &StoreKey, options: Options, moment: Moment, pack: Arc<Pack>) -> Result<Self, StoreError> {
        Ok(Self::new(Store::create(path, key, options, moment)?, pack))
    }

    /// Opens a store.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(path: &Path, key: &StoreKey, options: Options, pack: Arc<Pack>) -> Result<Self, StoreError> {
        Ok(Self::new(Store::open(path, key, options)?, pack))
    }

    fn new(store: Store, pack: Arc<Pack>) -> Self {
        Self { store, pack, others: Mutex::default(), turn: Mutex::default(), open_form: Mutex::default() }
    }

    /// The store, for what is read from it.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Closes the store and forgets what was read from it; see [`Store::close`].
    pub fn close(&self) -> Result<(), StoreError> {
        let closed = self.store.close();
        self.forget_form();
        closed
    }

    /// The pack by which new visits are judged.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The same, for as long as it is needed.
    pub(super) fn shared_pack(&self) -> Arc<Pack> {
        Arc::clone(&self.pack)
    }

    /// Calls that decide by what is kept and then write take turns, so that what they decided by still holds when they write.
    pub(super) fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The pack of this hash, that of today or one that the store keeps.
    pub(super) fn pack_of(&self, sha256: &[u8; 32]) -> Result<Arc<Pack>, VisitError> {
        if self.pack.source().hash == *sha256 {
            return Ok(Arc::clone(&self.pack));
        }
        let mut others = self.others.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(pack) = others.get(sha256) {
            return Ok(Arc::clone(pack));
        }
        let pack = Pack::new(self.store.pack(sha256)?).map_err(|faults| VisitError::Pack(Box::new(faults)))?;
        let pack = Arc::new(pack);
        others.insert(*sha256, Arc::clone(&pack));
        Ok(pack)
    }
}
