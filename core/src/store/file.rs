//! The encrypted file: created, opened, read and written in transactions, closed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::files::{beside, sync_folder_of};
use super::ids::DeviceId;
use super::probe::{NeedsMark, probe};
use super::row::{Author, Writer, new_id};
use super::verify::{Verification, verify};
use super::{Moment, StoreError, StoreKey, connection, mark, migrations, projection};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::hidden::hidden;

/// How a store is opened.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether each user action is on the disk when its call returns. Off only for tests and measurements: a power cut may then damage the file.
    pub durable: bool,
    /// The most pages of 4 KiB that the file may have; as many as there is room for when absent.
    pub max_pages: Option<u32>,
}

hidden!(Store);

impl Default for Options {
    fn default() -> Self {
        Self { durable: true, max_pages: None }
    }
}

/// An open store. One process has it open at a time; its calls may come from any thread.
pub struct Store {
    inner: Mutex<Inner>,
}

struct Inner {
    /// None when it is closed.
    connection: Option<Connection>,
    /// With which it is opened again when damage was found; wiped when it is closed.
    place: Option<(PathBuf, StoreKey)>,
    /// Damage was found: what is not damaged can be read, nothing is written any more.
    damaged: bool,
    /// How often it was written or tried to be since it was opened, so that what was read before can be told from what would be read now.
    writes: u64,
}

impl Store {
    /// Makes a new store at a place where nothing lies, and opens it.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when there is a file, which is left as it is; and what the system refuses.
    pub fn create(path: &Path, key: &StoreKey, options: Options, moment: Moment) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::AlreadyThere);
        }
        // Made under another name first: a file under this one is whole, whenever the power is cut.
        let unfinished = beside(path, ".unfinished");
        remove_unfinished(&unfinished)?;
        make(&unfinished, key, moment)?;
        mark::write(path, key)?;
        give_name(&unfinished, path)?;
        sync_folder_of(path)?;
        Self::open(path, key, options)
    }

    /// Opens a store. Before anything is written it is looked at whether the key is its own, the file whole and its schema known.
    ///
    /// # Errors
    /// One of [`StoreError`]. With a wrong key, damage or a later schema no byte of the file and of its WAL changes.
    pub fn open(path: &Path, key: &StoreKey, options: Options) -> Result<Self, StoreError> {
        let NeedsMark(needs_mark) = probe(path, key)?;
        let mut connection = connection::writable(path, key, options)?;
        if let Err(error) = migrations::check_version(&connection) {
            connection::leave_wal(&connection)?;
            return Err(error);
        }
        migrations::run(&mut connection)?;
        if needs_mark {
            mark::write(path, key)?;
        }
        let place = Some((path.into(), key.clone()));
        Ok(Self { inner: Mutex::new(Inner { connection: Some(connection), place, damaged: false, writes: 0 }) })
    }

    /// Closes it. What was written is on the disk already; every later call says [`StoreError::Closed`].
    pub fn close(&self) -> Result<(), StoreError> {
        let mut inner = self.lock();
        inner.place = None;
        match inner.connection.take().map(Connection::close) {
            Some(Err((_, error))) => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Looks through the whole file. Takes seconds for a large one.
    pub fn verify(&self) -> Result<Verification, StoreError> {
        let is_damaged = self.is_damaged();
        let found = self.read(|connection| {
            // SQLCipher looks at the pages of the main file, and those that the WAL has newer may be torn there.
            if !is_damaged {
                connection::move_wal(connection)?;
            }
            verify(connection)
        })?;
        if found.damaged_pages > 0 || found.damaged_tables > 0 {
            self.lock().stop_writing()?;
        }
        Ok(found)
    }

    /// Makes the lists of households, persons and names again from the rows, as after a merge of two phones.
    pub fn rebuild_lists(&self) -> Result<(), StoreError> {
        self.change(|transaction| projection::rebuild(transaction))
    }

    /// Whether damage was found since it was opened, so that it can only be read.
    pub fn is_damaged(&self) -> bool {
        self.lock().damaged
    }

    /// How often it was written, tries included. As long as that is the same, so is all that can be read from it.
    pub(crate) fn writes(&self) -> Result<u64, StoreError> {
        let inner = self.lock();
        inner.connection.as_ref().map(|_| inner.writes).ok_or(StoreError::Closed)
    }

    /// Reads, at one state of the store.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut inner = self.lock();
        let connection = inner.connection.as_ref().ok_or(StoreError::Closed)?;
        let done = read(connection);
        inner.note(done)
    }

    /// Writes all or nothing: what rows do not tell, as drafts.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&rusqlite::Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut inner = self.lock();
        if inner.damaged {
            return Err(StoreError::Damaged);
        }
        inner.writes += 1;
        let connection = inner.connection.as_mut().ok_or(StoreError::Closed)?;
        let done = in_transaction(connection, change);
        inner.note(done)
    }

    /// Appends rows and what is made from them: all or nothing.
    pub(crate) fn append<T>(&self, author: Author, append: impl FnOnce(&mut Writer<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.change(|transaction| append(&mut Writer::new(transaction, author)?))
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // A thread that panicked in a transaction has rolled it back.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// After damage nothing more is written, so that what can still be read is not made worse. What was found comes before what is done then.
    fn note<T>(&mut self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        if matches!(done, Err(StoreError::Damaged)) {
            let _ = self.stop_writing();
        }
        done
    }

    /// Goes on with a connection that only reads: SQLCipher refuses every page after one that it could not authenticate.
    fn stop_writing(&mut self) -> Result<(), StoreError> {
        self.damaged = true;
        self.writes += 1;
        if let (Some(connection), Some((path, key))) = (self.connection.take(), &self.place) {
            connection::leave_wal(&connection)?;
            drop(connection);
            self.connection = Some(connection::read_only(path, key)?);
        }
        Ok(())
    }
}

fn in_transaction<T>(
    connection: &mut Connection,
    change: impl FnOnce(&rusqlite::Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = change(&transaction)?;
    transaction.commit()?;
    Ok(done)
}

/// A whole file with the latest schema and a device, without side files.
fn make(path: &Path, key: &StoreKey, moment: Moment) -> Result<(), StoreError> {
    let mut connection = connection::new(path, key)?;
    migrations::run(&mut connection)?;
    let device = new_id(moment);
    connection.execute("INSERT INTO device (only_row, id) VALUES (1, ?1)", params![DeviceId(device)])?;
    // Closing would move the WAL too, and would not say that it could not.
    connection::move_wal(&connection)?;
    connection.close().map_err(|(_, error)| error)?;
    fs::File::open(path)?.sync_all()?;
    Ok(sync_folder_of(path)?)
}

/// A link does not take the place of a file that came meanwhile, as renaming would; not every system has links.
fn give_name(unfinished: &Path, path: &Path) -> Result<(), StoreError> {
    match fs::hard_link(unfinished, path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(StoreError::AlreadyThere),
        Err(_) => Ok(fs::rename(unfinished, path)?),
        Ok(()) => remove_unfinished(unfinished),
    }
}

/// What a creation that was cut short left behind. No call ever returned for it, so nothing of it is anybody's data.
fn remove_unfinished(unfinished: &Path) -> Result<(), StoreError> {
    let side_files = ["-wal", "-shm"].map(|ending| beside(unfinished, ending));
    for path in [PathBuf::from(unfinished)].iter().chain(&side_files).filter(|path| path.exists()) {
        fs::remove_file(path)?;
    }
    Ok(())
}
